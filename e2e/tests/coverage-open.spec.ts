// A cell opens its words in place, and leads to the comparison.
import { expect, test } from "../harness/fixtures";
import { cell, line, openCoverage, rows } from "./across";
import { serveData } from "./harbour";

test.beforeEach(async ({ page }) => serveData(page));

test("a report opens to the article's own words, then ours", async ({ page }) => {
  await openCoverage(page);
  const letter = await cell(page, "letter", "A");
  await letter.click();
  await expect(letter).toHaveAttribute("aria-expanded", "true");
  const panel = line(page, "letter").locator(".coverage__panel");
  await expect(panel).toContainText("“a heap of rust with a view”");
  await expect(panel).toContainText("In our words The port told the town on Monday");
  await expect(panel.getByRole("heading", { name: /^Article A: / })).toBeVisible();
  await letter.click();
  await expect(panel).toHaveCount(0);
  await expect(letter).toHaveAttribute("aria-expanded", "false");
});

test("several cells of a row open side by side, in the order of the columns", async ({ page }) => {
  await openCoverage(page);
  for (const label of ["C", "B"]) await (await cell(page, "vote", label)).click();
  const heads = line(page, "vote").locator(".coverage__panel .column__head .badge");
  await expect(heads).toHaveText(["B", "C"]);
});

test("a report with a difference opens to the question and the answer", async ({ page }) => {
  await openCoverage(page);
  await (await cell(page, "petition", "E")).click();
  const panel = line(page, "petition").locator(".coverage__panel");
  await expect(panel).toContainText("How many people have signed?");
  await expect(panel.getByRole("link", { name: "its report" }).first()).toBeVisible();
});

test("a silence opens to its kind and the dates that say so", async ({ page }) => {
  await openCoverage(page);
  await (await cell(page, "petition", "C")).press("Enter");
  const panel = line(page, "petition").locator(".coverage__panel");
  await expect(panel).toContainText("The article was published between 7 and 9 May 2031.");
  await expect(panel).toContainText("So it could have reported the event. That doesn’t mean that it should have.");
});

test("from the words to the comparison of all articles, and back to what was open", async ({ page }) => {
  await openCoverage(page, "&q=crane");
  await (await cell(page, "vote", "B")).click();
  await line(page, "vote").getByRole("link", { name: "Compare all on this event" }).click();
  await expect(page).toHaveURL(/\?view=compare&q=crane#vote$/);
  await expect(page.locator("[id='vote']")).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/\?view=coverage&q=crane$/);
  await expect(line(page, "vote").locator(".coverage__panel")).toBeVisible();
  expect(await rows(page)).toContain("vote");
});
