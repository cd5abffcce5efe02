// All that an article tells, in its own order; here the filters hold.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { openArticle, part } from "./pages";
import { choose } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

const shown = (page: import("@playwright/test").Page) =>
  page.locator(".course :is(.mention, .quote):visible").evaluateAll((all) => all.map(({ id }) => id));

test("reports and quotes stand in the order of the text", async ({ page }) => {
  await openArticle(page, "c");
  await expect(part(page, "In its own order")).toContainText("All 8 reports and quotes.");
  expect(await shown(page)).toEqual([
    "_in-port-moves-c", "_in-letter-c", "_in-inspection-c", "_in-vote-c", "_in-vote-c-2", "_in-repairs-c", "c-okafor-two-years", "c-lind-steam",
  ]);
  await expect(page.locator(".course__title").last()).toHaveText("Belongs to no event");
});

test("a filter narrows it and leaves the other figures, and that is said", async ({ page }) => {
  await openArticle(page, "c");
  const figures = page.locator(".figures");
  const before = await figures.textContent();
  await choose(page, "Topic", "The vote");
  await expect(page).toHaveURL(/\?view=source&topic=vote&article=c$/);
  await expect(part(page, "In its own order")).toContainText("4 of 8 reports and quotes.");
  expect(await shown(page)).toEqual(["_in-letter-c", "_in-vote-c", "_in-vote-c-2", "c-okafor-two-years"]);
  expect(await figures.textContent()).toBe(before);
  await part(page, "In its own order").getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\?view=source&article=c$/);
  await expect(part(page, "In its own order")).toContainText("All 8 reports and quotes.");
});

test("a quote that the address points to is in view and in focus", async ({ page }) => {
  await openArticle(page, "c", "#c-lind-steam");
  await expect(page.locator("#c-lind-steam")).toBeFocused();
  await expect(page.locator("#c-lind-steam")).toBeInViewport();
});

test("what is searched for is found there", async ({ page }) => {
  await openArticle(page, "a", "&q=jib");
  expect(await shown(page)).toEqual(["a-lind-rust"]);
});
