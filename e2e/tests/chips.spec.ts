// What is chosen stands above the events, and each can be taken away there.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { chips, expectChips, open, result } from "./reader";

const view = "?source=a,-d&match=only&topic=vote&status=-planned&speaker=_none&from=2031-05-05&to=2031-05-07&q=crane&in=verbatim";

test.beforeEach(async ({ page }) => serveData(page));

test("each choice has a chip that says what it is", async ({ page }) => {
  await open(page, view);
  await expectChips(page, [
    "Reported by only these", "Article A", "Article not D", "Topic The vote", "Reported as not planned", "Speaker nobody named",
    "Days 5 to 7 May 2031", "Search own words “crane”",
  ]);
  const filters = page.locator(".filter-button");
  if (await filters.isVisible()) await expect(filters).toHaveText("Filters 8"); // on a phone it stands for the facets
});

test("a chip lifts just what it names, and the focus goes to the next one", async ({ page }) => {
  await open(page, "?status=planned,denied&topic=vote");
  await page.getByRole("button", { name: "Remove: Reported as planned" }).click();
  await expect(page).toHaveURL(/\?topic=vote&status=denied$/);
  await expectChips(page, ["Topic The vote", "Reported as denied"]);
  await expect(page.getByRole("button", { name: "Remove: Reported as denied" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove: Topic The vote" })).toBeFocused(); // it was the last one, so the one before
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Timeline" })).toBeFocused();
  await expect(page).toHaveURL(/\/$/);
});

test("all of it can be cleared at once, and brought back", async ({ page }) => {
  await open(page, view);
  await page.getByRole("button", { name: "Clear all" }).first().click();
  await expect(page).toHaveURL(/\/$/);
  await expect(result(page)).toHaveText("11 events");
  await expect(page.getByRole("searchbox", { name: "Search", exact: true })).toHaveValue("");
  await expect(page.getByRole("checkbox", { name: "Only the articles’ own words" })).not.toBeChecked();
  await expect(page.getByRole("region", { name: "Timeline" })).toBeFocused();
  await expect(page.getByRole("button", { name: "Clear all" })).toHaveCount(0);
  await page.goBack();
  await expect(chips(page)).toHaveCount(8);
});
