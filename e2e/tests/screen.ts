// What the tests measure on the screen.
import { type Locator, type Page } from "@playwright/test";

import { expect } from "../harness/fixtures";

/** Where an element stands in the window. */
export async function place(element: Locator): Promise<DOMRect> {
  return element.evaluate((found) => found.getBoundingClientRect().toJSON() as DOMRect);
}

/**
 * Expects that the page can't be scrolled sideways and that nothing reaches out of it. A page that has just been made wider
 * or narrower is told so with the browser's next frame, and builds another form only then: it is measured after that.
 */
export async function expectNothingSideways(page: Page, where = page.url()) {
  const sideways = () =>
    page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const { scrollWidth, clientWidth } = document.documentElement;
      return { by: scrollWidth - clientWidth, bodyBy: document.body.scrollWidth - document.body.clientWidth };
    });
  await expect.poll(sideways, where).toEqual({ by: 0, bodyBy: 0 });
}

/** Expects the same of all widths that people have, with all that is folded unfolded. */
export async function expectNothingSidewaysAtAnyWidth(page: Page) {
  await page.locator("details").evaluateAll((folded) => folded.forEach((details) => details.setAttribute("open", "")));
  for (const width of [320, 390, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNothingSideways(page, `${width} pixels wide`);
  }
}

/** The point of the window in the middle of the bar at `bar`, of so many bars. */
export async function middleOfBar(page: Page, bar: number, bars: number): Promise<{ x: number; y: number }> {
  const field = page.locator(".histogram__field");
  await field.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await place(field);
  return { x: x + ((bar + 0.5) / bars) * width, y: y + height / 2 };
}

/** A finger, which Playwright can only tap with. */
export async function finger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return {
    /** Draws a line and lifts off. */
    async draw(from: { x: number; y: number }, to: { x: number; y: number }) {
      await send("touchStart", [from]);
      for (let step = 1; step <= 10; step += 1) {
        await send("touchMove", [{ x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 }]);
      }
      await send("touchEnd", []);
    },
  };
}
