// The focus can be seen wherever it goes.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { everyView, open, toggle } from "./reader";

test.skip(({ isMobile }) => isMobile, "a phone has no Tab key");

for (const view of everyView) {
  test(`each stop of Tab on ./${view} has a ring of three pixels, in sight`, async ({ page }) => {
    await serveData(page);
    await open(page, view);
    if (!view) await toggle(page, "vote").click();
    await page.locator("details:not(.facet)").evaluateAll((folded) => folded.forEach((details) => details.setAttribute("open", "")));
    await page.locator(".skip-link").focus(); // the first stop
    const faults: unknown[] = [];
    let stops = 0;
    for (; stops < 400; stops += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const focused = document.activeElement!;
        if (focused === document.body) return null;
        const has = (element: Element, pseudo?: string) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
          return outlineStyle === "solid" && outlineWidth === "3px";
        };
        const ring = focused.matches(".theme-choice__input") ? has(focused.nextElementSibling!)
          : focused.matches(".event__toggle") ? has(focused, "::after")
          : focused.matches(".histogram__handle") ? true // its thumb has it: styles/histogram.css, not to be asked for
          : has(focused);
        const { top, bottom, left, right } = focused.getBoundingClientRect();
        const above = document.elementFromPoint((left + right) / 2, Math.max(top + 2, 1));
        const sticky = above?.closest(".bar, thead");
        const covered = !!sticky && !sticky.contains(focused) && !focused.contains(sticky) && focused !== document.querySelector(".skip-link");
        return { what: focused.outerHTML.slice(0, 120), ring, inSight: bottom > 0 && top < innerHeight, covered };
      });
      if (!stop) break;
      if (!stop.ring || !stop.inSight || stop.covered) faults.push(stop);
    }
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThan(40);
  });
}

test("the thumb of a slider has it", async ({ page }) => {
  await serveData(page);
  await open(page);
  const slider = page.getByRole("slider", { name: "First day" });
  const plot = page.locator(".histogram__plot");
  await page.getByLabel("To", { exact: true }).focus();
  await plot.scrollIntoViewIfNeeded();
  const before = await page.screenshot({ clip: (await page.locator(".histogram__handles").boundingBox())! });
  await slider.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(slider).toBeFocused();
  const box = (await page.locator(".histogram__handles").boundingBox())!;
  expect(Buffer.compare(before, await page.screenshot({ clip: box }))).not.toBe(0);
});
