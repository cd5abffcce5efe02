// What can be pressed is large enough: 44 pixels for a finger, 24 for a mouse.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { everyView, open, openEvents } from "./reader";

/** What can be pressed and is smaller than so many pixels, but for links in running text. */
async function small(page: Page, least: number) {
  return page.evaluate((least) => {
    const all = [...document.querySelectorAll<HTMLElement>("a[href], button, summary, select, input, label:has(input)")];
    const found = [];
    for (const element of all) {
      if (!element.checkVisibility({ opacityProperty: false, visibilityProperty: true })) continue;
      if (element.matches(".skip-link:not(:focus)")) continue;
      // A button may be larger than its box: its `::after` lies over all of its row.
      const over = getComputedStyle(element, "::after");
      const area = over.position === "absolute" && over.inset === "0px" ? element.closest<HTMLElement>(".event__head")! : element;
      // What stands in a label is pressed with it.
      const target = element.closest("label") ?? area;
      const { width, height, top } = target.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      // A link in running text is as high as its line (WCAG 2.5.8, 2.5.5).
      const inText = element.matches("a") && getComputedStyle(element).display === "inline" && element.parentElement!.textContent!.trim() !== element.textContent!.trim();
      if (inText || (width >= least - 0.5 && height >= least - 0.5)) continue;
      found.push(`${element.className || element.tagName} “${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 30)}” ${Math.round(width)}×${Math.round(height)} at ${Math.round(top)}`);
    }
    return [...new Set(found)];
  }, least);
}

for (const view of everyView) {
  test(`everything on ./${view} can be hit`, async ({ page, isMobile }) => {
    await serveData(page);
    await open(page, `${view}${view ? "&" : "?"}source=-zz,a,herald,c&from=2031-05-01&q=crane`);
    if (!view) await openEvents(page);
    await page.locator("details").evaluateAll((folded) => folded.forEach((details) => details.setAttribute("open", "")));
    const least = isMobile ? 44 : 24;
    expect(await small(page, least)).toEqual([]);
    const drawer = page.getByRole("button", { name: /^Filters/ });
    if (await drawer.isVisible()) {
      await drawer.click();
      expect(await small(page, least)).toEqual([]);
    }
  });
}
