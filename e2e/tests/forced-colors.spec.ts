// Where the system chooses the colours, what colour said is still to be seen.
import { type Locator } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, exclude, include, open, toggle } from "./reader";
import { column, openCompare } from "./side";

test.beforeEach(async ({ page }) => {
  await serveData(page);
  await page.emulateMedia({ forcedColors: "active" });
});

const style = (element: Locator, property: string, pseudo?: string) =>
  element.evaluate((found, [property, pseudo]) => getComputedStyle(found, pseudo || null).getPropertyValue(property!), [property, pseudo ?? ""] as const);

test("a badge has a frame, and its letter", async ({ page }) => {
  await open(page);
  const badge = page.locator("#letter .badge").first();
  await expect(badge).toHaveText("A");
  expect(await style(badge, "border-top-style")).toBe("solid");
  expect(await style(badge, "border-top-color")).not.toBe(await style(badge, "background-color"));
});

test("a value that is chosen has a mark, and one that is excluded another", async ({ page, isMobile }) => {
  await open(page);
  await choose(page, "Topic", "The vote");
  if (isMobile) await page.getByRole("button", { name: "Filters" }).click();
  await exclude(page, "Reported as", "planned").click();
  const mark = (facet: string, value: string) => include(page, facet, value).locator(".facet__mark");
  expect(await style(mark("Topic", "The vote"), "content", "::before")).toContain("✓");
  expect(await style(mark("Reported as", "planned"), "content", "::before")).toContain("–");
  expect(await style(mark("Topic", "no topic"), "content", "::before")).toBe("none");
  expect(await style(mark("Topic", "no topic"), "border-top-style")).toBe("solid");
});

test("the page that one is on and the chosen theme are underlined", async ({ page }) => {
  await open(page);
  const tab = (name: string) => page.getByRole("link", { name, exact: true });
  expect(await style(tab("Timeline"), "border-bottom-color")).not.toBe(await style(tab("Compare"), "border-bottom-color"));
  const names = page.locator(".theme-choice__name");
  expect(await style(names.nth(0), "border-bottom-color")).not.toBe(await style(names.nth(1), "border-bottom-color"));
});

test("the bars can be seen, the certain ones filled and the others hollow, and so can the chosen days", async ({ page }) => {
  await open(page, "?from=2031-05-06&to=2031-05-06");
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [filled, hollow] = [page.locator(".histogram__bar:not(.histogram__bar--hollow)").first(), page.locator(".histogram__bar--hollow").first()];
  expect(await style(filled, "fill")).not.toBe(paper);
  expect(await style(filled, "fill-opacity")).toBe("1");
  expect(Number(await style(hollow, "fill-opacity"))).toBeLessThan(0.5);
  expect(await style(hollow, "stroke")).not.toBe(paper);
  const range = page.locator(".histogram__range");
  expect(await style(range, "border-left-width")).toBe("2px");
  expect(await style(range, "border-left-color")).not.toBe(paper);
});

test("which articles stand side by side has a mark", async ({ page }) => {
  await openCompare(page, "&source=a,c");
  const mark = (label: string) => column(page, label).locator(".columns__mark");
  expect(await style(mark("A"), "content", "::before")).toContain("✓");
  expect(await style(mark("E"), "content", "::before")).toContain("+");
});

test("the focus and what is found can be seen", async ({ page }) => {
  await open(page, "?q=crane");
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole("searchbox", { name: "Search" }).focus();
  expect(await style(page.getByRole("searchbox", { name: "Search" }), "outline-color")).not.toBe(paper);
  const hit = await page.locator("body").evaluate((body) => getComputedStyle(body, "::highlight(hit)").backgroundColor);
  expect(hit).not.toBe(paper);
  await expect(toggle(page, "vote")).toBeVisible();
});
