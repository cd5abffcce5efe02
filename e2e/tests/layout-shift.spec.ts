// Nothing jumps: neither while the page loads nor when a filter changes.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, everyView, open, result } from "./reader";

interface Shifts { shifts: { value: number; of: string[] }[] }

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: Shifts["shifts"] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      // Also what follows a person's press, which the browser's own measure forgives.
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[]) {
        shifts.push({ value: entry.value, of: entry.sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName))) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
});

/** By how much things have jumped so far, and what did. */
async function jumped(page: Page) {
  const shifts = await page.evaluate(() => new Promise<Shifts["shifts"]>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done((window as unknown as Shifts).shifts.splice(0))));
  }));
  return { by: shifts.reduce((sum, { value }) => sum + value, 0), of: shifts.flatMap(({ of }) => of) };
}

for (const view of [...everyView, "?source=a,d&q=crane", "#vote"]) {
  test(`the outline of ./${view} gives way without a jump`, async ({ page }) => {
    await open(page, view);
    await expect(page.locator("#_skeleton")).toBeHidden();
    const { by, of } = await jumped(page);
    expect(by, of.join(", ")).toBeLessThan(0.01);
  });
}

test("what stands above the events keeps its place when a filter changes", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no room for the facets beside the events: see below");
  await serveData(page);
  await open(page);
  await expect(page.locator("#_events")).toBeVisible();
  const fixed = [".panel-place .facet__head", ".histogram__field", ".tabs", ".result__tools", ".result-count"];
  const places = () => page.evaluate((fixed) => fixed.map((selector) => [...document.querySelectorAll(selector)]
    .filter((one) => one.checkVisibility()).map((one) => Math.round(one.getBoundingClientRect().top))), fixed);
  const before = await places();
  await choose(page, "Topic", "The vote");
  await expect(result(page)).toHaveText("2 of 11 events");
  expect(await places()).toEqual(before);
  await page.getByRole("searchbox", { name: "Search" }).fill("letter");
  await expect(result(page)).toHaveText(/^[01] of 11 events$/);
  expect((await places()).slice(1, 4)).toEqual(before.slice(1, 4));
});

test("the handle that is pressed doesn't move when a day is chosen on a phone", async ({ page, isMobile }) => {
  test.skip(!isMobile, "see above");
  await serveData(page);
  await open(page);
  const field = page.locator(".histogram__field");
  await field.scrollIntoViewIfNeeded();
  const before = await field.boundingBox();
  await field.tap();
  await expect(page.locator(".chip")).toHaveCount(1);
  expect(await field.boundingBox()).toEqual(before);
});
