// itemsjs as it is quickest: without its search, and with the range looked up beside it.
import { create } from "./itemsjs.mjs";

export const packageName = "itemsjs";

export default () => create(true);
