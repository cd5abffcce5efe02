// At 400 % zoom a wide screen is 320 by 256 pixels: nothing is lost, nothing scrolls sideways, nothing covers the rest.
import { expect, test } from "../harness/fixtures";
import { events, serveData } from "./harbour";
import { everyView, expectChips, include, open, result } from "./reader";
import { expectNothingSideways, place } from "./screen";
import { rows } from "./side";

test.beforeEach(async ({ page }) => {
  await serveData(page);
  await page.setViewportSize({ width: 320, height: 256 });
});

for (const view of everyView) {
  test(`./${view} can be read and worked at 400 %`, async ({ page }) => {
    await open(page, view);
    await expectNothingSideways(page);
    await page.getByRole("button", { name: "Filters" }).click();
    await include(page, "Topic", "The vote").click();
    await page.getByRole("button", { name: /^Show / }).click();
    await expectChips(page, ["Topic The vote"]);
    await expectNothingSideways(page);
    // Nothing that sticks takes the window.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    const stuck = await page.locator(".bar:visible, .columns:visible, thead:visible").evaluateAll((all) => all
      .filter((element) => getComputedStyle(element).position === "sticky")
      .map((element) => element.getBoundingClientRect())
      .filter(({ top, bottom }) => bottom > 0 && top < 128));
    expect(stuck).toEqual([]);
  });
}

test("an event opens, and its words are there", async ({ page }) => {
  await open(page, "?topic=vote");
  await expect(events(page)).toHaveCount(2);
  await events(page).first().locator("button.event__toggle").click();
  const words = events(page).first().getByText("“a heap of rust with a view”");
  await words.scrollIntoViewIfNeeded();
  await expect(words).toBeInViewport();
  expect((await place(words)).right).toBeLessThanOrEqual(320);
  await expectNothingSideways(page);
});

test("the cards stand in for the table, and the search still searches", async ({ page }) => {
  await open(page, "?view=compare");
  await expect(page.getByRole("table")).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search" }).fill("signatures");
  await expect(result(page)).toHaveText("1 of 11 events");
  await expect(rows(page)).toHaveCount(1);
});
