// The filters work on the page of quotes as on the others, and count quotes there.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, expectChips, open, result } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

/** The ids of the quotes that a person sees. */
const shown = (page: import("@playwright/test").Page) =>
  page.locator("figure.said__quote:visible").evaluateAll((all) => all.map((quote) => quote.id));

test("a facet leaves the quotes that have it, and the speakers of these", async ({ page }) => {
  await open(page, "?view=quotes");
  await choose(page, "Kind of quote", "partly verbatim");
  await expect(result(page)).toHaveText("2 of 10 quotes");
  expect(await shown(page)).toEqual(["c-okafor-two-years", "a-lind-rust"]);
  await expect(page.getByRole("navigation", { name: "Speakers" }).getByRole("listitem")).toHaveText(["Ines Okafor1", "Per Lind1"]);
  await expect(page.locator("section.voice:visible")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Ines Okafor" })).toContainText("1 quote");
});

test("what holds of an event holds of its quotes", async ({ page }) => {
  await open(page, "?view=quotes&topic=vote");
  await expect(result(page)).toHaveText("5 of 10 quotes");
  await expectChips(page, ["Topic The vote"]);
});

test("a search finds words and names in quotes", async ({ page }) => {
  await open(page, "?view=quotes");
  await page.getByRole("searchbox", { name: "Search" }).fill("kitchen window");
  await expect(result(page)).toHaveText("1 of 10 quotes");
  expect(await shown(page)).toEqual(["e-friends-names"]);
  await expect(page).toHaveURL(/\?view=quotes&q=kitchen\+window$/);
});

test("going to another page keeps the filters", async ({ page }) => {
  await open(page, "?view=quotes&source=d");
  expect(await shown(page)).toEqual(["d-okafor-neighbour"]);
  await page.getByRole("link", { name: "Timeline" }).click();
  await expect(page).toHaveURL(/\?source=d$/);
  await expectChips(page, ["Article D"]);
  await page.goBack();
  await expect(result(page)).toHaveText("1 of 10 quotes");
});

test("an empty page says what emptied it", async ({ page }) => {
  await open(page, "?view=quotes&source=d&q=kitchen");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("button", { name: "Without “Search”: 1 quote" }).click();
  expect(await shown(page)).toEqual(["d-okafor-neighbour"]);
  await expect(page.getByRole("region", { name: "Quotes", exact: true })).toBeFocused();
});
