// On a wide screen, sources stand side by side in a table that a screen reader can walk through.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { place } from "./screen";
import { articles, cell, openCompare, row, rows } from "./side";

test.skip(({ isMobile }) => isMobile, "on a phone there are cards: see compare-cards.spec.ts");
test.beforeEach(async ({ page }) => serveData(page));

test("each source heads a column, each event a row", async ({ page }) => {
  await openCompare(page);
  await expect(page.getByRole("table", { name: "Articles side by side" })).toBeVisible();
  await expect(page.getByRole("columnheader")).toHaveCount(6);
  await expect(page.getByRole("columnheader", { name: "Article C" })).toBeVisible();
  expect(await articles(page)).toEqual(["A", "B", "C", "D", "E"]);
  const about = await cell(page, "About the article", "B");
  await expect(about).toContainText("Westhaven votes to keep its crane, for now");
  await expect(about).toContainText("Published 7 May 2031");
  await expect(about).toContainText("5 events · 2 quotes");
  await expect(page.getByRole("rowheader", { name: "The council votes to keep the crane for two years", exact: true })).toBeVisible();
  await expect(rows(page)).toHaveCount(11);
});

test("a cell has the source's own words, then ours, and whom it quotes", async ({ page }) => {
  await openCompare(page);
  const letter = await cell(page, "The port announces by letter that the crane will be scrapped", "A");
  await expect(letter).toContainText("“a heap of rust with a view”");
  await expect(letter.getByRole("figure", { name: /^Ines Okafor/ })).toContainText("“A crane is not a monument.” … “It is a neighbour.”");
  await expect(letter).toContainText("In our words The port told the town on Monday");
  await expect(letter).toContainText("Reported as having happened · in the article’s own voice");
});

test("the heads of the columns stay in sight below the bar", async ({ page }) => {
  await openCompare(page);
  await page.getByRole("rowheader", { name: /^Repairs to the jib begin/ }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 900);
  const [bar, heads] = [page.locator(".bar:visible"), page.locator("thead")];
  await expect.poll(async () => Math.abs((await place(heads)).top - (await place(bar)).bottom)).toBeLessThan(2);
  expect((await place(bar)).top).toBe(0);
  await expect(page.getByRole("columnheader", { name: "Article E" })).toBeInViewport({ ratio: 1 });
});

test("where the columns don't fit, the table scrolls in a box of its own and keeps both its heads", async ({ page }) => {
  await page.setViewportSize({ width: 1040, height: 700 });
  await openCompare(page);
  const box = page.getByRole("region", { name: "Articles side by side" });
  await box.focus();
  await expect(box).toBeFocused();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(60);
  await page.keyboard.press("PageDown");
  await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  const [frame, head, title] = [await place(box), await place(page.locator("thead")), await place(row(page, /^The council votes/).getByRole("rowheader"))];
  expect(Math.abs(head.top - frame.top)).toBeLessThan(2);
  expect(Math.abs(title.left - frame.left)).toBeLessThan(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1040);
});
