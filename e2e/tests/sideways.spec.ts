// On no width does a page scroll sideways. (The table of the page that compares may, in a box of its own.)
import { expect, test } from "../harness/fixtures";
import { everyView, open, openEvents } from "./reader";
import { sideways } from "./screen";

for (const view of everyView) {
  test(`nothing scrolls sideways at any width on ./${view}`, async ({ page }) => {
    await open(page, view);
    if (!view) await openEvents(page);
    await page.locator("details").evaluateAll((folded) => folded.forEach((details) => details.setAttribute("open", "")));
    for (const width of [320, 390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect({ width, ...(await sideways(page)) }).toEqual({ width, by: 0, bodyBy: 0 });
    }
  });
}
