// Who asks for less motion gets none; nobody waits longer than a blink.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { everyView, open } from "./reader";

/** The longest time that anything takes to change its looks, in seconds, and whether anything scrolls smoothly. */
const motion = (page: Page) => page.evaluate(() => {
  let longest = 0;
  let smooth = false;
  for (const element of document.querySelectorAll("*")) {
    for (const pseudo of ["", "::before", "::after"]) {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, pseudo || null);
      for (const time of `${transitionDuration},${animationDuration}`.split(",")) longest = Math.max(longest, parseFloat(time) || 0);
      smooth ||= scrollBehavior === "smooth";
    }
  }
  return { longest, smooth };
});

for (const view of everyView) {
  test(`nothing moves by itself on ./${view}`, async ({ page }) => {
    await serveData(page);
    await open(page, view);
    expect((await motion(page)).longest).toBeLessThanOrEqual(0.15);
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await motion(page)).toEqual({ longest: 0, smooth: false });
  });
}
