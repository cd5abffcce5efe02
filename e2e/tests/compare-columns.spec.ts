// A reader chooses which sources stand side by side.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, result } from "./reader";
import { articles, choice, column, openCompare } from "./side";

test.beforeEach(async ({ page }) => serveData(page));

test("pressing an article takes its column away, and the focus stays", async ({ page, isMobile }) => {
  await openCompare(page);
  await column(page, "D").focus();
  await page.keyboard.press("Space");
  await expect(column(page, "D")).toHaveAttribute("aria-pressed", "false");
  await expect(column(page, "D")).toBeFocused();
  await expect(page).toHaveURL(/\?view=compare&source=a,c,e,herald$/);
  if (isMobile) await expect(page.locator(".card .column__head").filter({ hasText: "Article D" })).toHaveCount(0);
  else expect(await articles(page)).toEqual(["A", "B", "C", "E"]);
  await page.keyboard.press("Space");
  await expect(column(page, "D")).toHaveAttribute("aria-pressed", "true");
  await expect(column(page, "D")).toBeFocused();
  await expect(page).toHaveURL(/\?view=compare$/); // all of them are no choice
});

test("at least two stay, and say that they do", async ({ page }) => {
  await openCompare(page);
  for (const label of ["E", "D", "C"]) await column(page, label).click();
  await expect(page).toHaveURL(/source=a,herald$/);
  await expect(column(page, "A")).toHaveAttribute("aria-disabled", "true");
  await expect(column(page, "C")).not.toHaveAttribute("aria-disabled");
  await column(page, "A").click({ force: true }); // Playwright waits for what is enabled
  await expect(column(page, "A")).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/source=a,herald$/);
});

test("the columns are the choice of articles, so only what these report is left", async ({ page }) => {
  await openCompare(page, "&source=d,e");
  await expectChips(page, ["Article D", "Article E"]);
  await expect(result(page)).toHaveText("5 of 11 events");
  await expect(column(page, "A")).toHaveAttribute("aria-pressed", "false");
});

test("with a column goes the choice of what stands only in it", async ({ page }) => {
  await openCompare(page, "&rows=only.a");
  await expect(choice(page, "Only in A 2")).toBeChecked();
  await column(page, "A").click();
  await expect(choice(page, "All events")).toBeChecked();
  await expect(page).toHaveURL(/\?view=compare&source=c,d,e,herald$/);
});

test("one article alone is set beside all others", async ({ page, isMobile }) => {
  test.skip(isMobile, "cards have no columns");
  await openCompare(page, "&source=d");
  expect((await articles(page)).length).toBeGreaterThanOrEqual(2);
});
