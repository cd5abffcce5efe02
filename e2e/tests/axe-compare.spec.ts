// What axe finds on the page that compares, as a table and as cards, in both themes.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choice, openCompare } from "./side";

test.beforeEach(async ({ page }) => serveData(page));

test("all events, with each silence opened", async ({ page }) => {
  await openCompare(page);
  await page.locator("details.silence, details.cell__more").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
  await expectAccessible(page);
});

test("only differences, of two articles, with a filter and words searched", async ({ page }) => {
  await openCompare(page, "&rows=differences&source=herald,c&q=crane");
  await expect(choice(page, "Only differences")).toBeChecked();
  await expectAccessible(page);
});

test("the table in a box of its own, with the drawer open over it", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no table");
  await page.setViewportSize({ width: 1040, height: 700 });
  await openCompare(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Filters" }).click();
  await expectAccessible(page, "dialog");
});

test("with nothing left", async ({ page }) => {
  await openCompare(page, "&rows=only.e");
  await expect(page.getByRole("heading", { name: "No event is left" })).toBeVisible();
  await expectAccessible(page);
});
