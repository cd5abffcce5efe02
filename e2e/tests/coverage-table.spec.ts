// Events and articles in a table, with heads that a screen reader knows; each cell says what it is by a mark and in words.
import { expect, test } from "../harness/fixtures";
import { cell, labels, line, openCoverage, rows } from "./across";
import { serveData } from "./harbour";
import { place } from "./screen";

test.beforeEach(async ({ page }) => serveData(page));

test("each article heads a column, each event a row", async ({ page, isMobile }) => {
  await openCoverage(page);
  await expect(page.getByRole("table", { name: "Who reports what" })).toBeVisible();
  expect(await labels(page)).toEqual(["A", "B", "C", "D", "E"]);
  await expect(page.getByRole("columnheader", { name: "Article C" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^The council votes to keep the crane for two years/ })).toBeVisible();
  expect(await rows(page)).toEqual([
    "letter", "petition", "inspection", "offer", "vote", "party", "smoke", "march", "repairs", "crane-built", "port-moves",
  ]);
  const [title, button] = [await place(line(page, "vote").locator("th")), await place(await cell(page, "vote", "A"))];
  if (isMobile) expect(button.top).toBeGreaterThanOrEqual(title.bottom - 1);
  else expect(button.left).toBeGreaterThanOrEqual(title.right - 1);
});

const cells = [
  { event: "smoke", article: "A", mark: "●", words: "reports it" },
  { event: "vote", article: "C", mark: "●", words: "reports it, differs" },
  { event: "petition", article: "C", mark: "–", words: "silent" },
  { event: "party", article: "A", mark: "∅", words: "before it was known" },
  { event: "repairs", article: "D", mark: "?", words: "not known" },
];

for (const { event, article, mark, words } of cells) {
  test(`a cell shows ${mark} and says “${words}”`, async ({ page, isMobile }) => {
    await openCoverage(page);
    const found = await cell(page, event, article);
    await expect(found).toHaveText(mark);
    await expect(found).toHaveAccessibleName(words);
    await expect(found).toHaveAttribute("aria-expanded", "false");
    const added = (part: string) => found.evaluate((button, part) => getComputedStyle(button, part).content, part);
    if (!isMobile) expect(await added("::after")).toContain(words); // there is room for the words
    if (words.includes("differs")) expect(await added("::before")).toContain("≠");
    else expect(await added("::before")).not.toContain("≠");
  });
}

test("what the marks mean is told where they stand", async ({ page, isMobile }) => {
  await openCoverage(page);
  const legend = page.locator(".coverage__legend");
  const heads = page.locator(".coverage__totals th");
  for (const words of ["reports it", "silent", "before it was known", "not known"]) {
    if (isMobile) await expect(legend).toContainText(words);
    else await expect(heads.filter({ hasText: words }).first()).toBeVisible();
  }
});

test("the names of the columns stay in sight", async ({ page }) => {
  await openCoverage(page);
  await line(page, "port-moves").scrollIntoViewIfNeeded();
  await expect(page.locator("th.coverage__source").last()).toBeInViewport();
});

test("filters and search leave the rows that are found", async ({ page }) => {
  await openCoverage(page, "&q=jib");
  expect(await rows(page)).toEqual(["inspection", "repairs"]);
  await page.goto("./?view=coverage&source=a,d");
  await expect.poll(() => labels(page)).toEqual(["A", "D"]);
  await page.goto("./?view=coverage&topic=vote&rows=differences&from=2031-05-07");
  await expect.poll(() => rows(page)).toEqual(["vote"]);
});
