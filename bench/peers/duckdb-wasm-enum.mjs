// DuckDB as somebody sets it up who knows it: enumerations, and the table sorted by date.
import { create } from "./duckdb-wasm.mjs";

export const packageName = "@duckdb/duckdb-wasm";
export const nodeOnly = true;

export default () => create("quotes", true);
