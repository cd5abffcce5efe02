// On no width does a page scroll sideways. (The table of the page that compares may, in a box of its own.)
import { expect, test } from "../harness/fixtures";
import { everyView, open, openEvents } from "./reader";
import { expectNothingSidewaysAtAnyWidth } from "./screen";

for (const view of everyView) {
  test(`nothing scrolls sideways at any width on ./${view}`, async ({ page }) => {
    await open(page, view);
    if (!view) await openEvents(page);
    await expectNothingSidewaysAtAnyWidth(page);
  });
}
