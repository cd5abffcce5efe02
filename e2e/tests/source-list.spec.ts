// All articles with their facts, and the ways to the page of each.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectCounted, openArticle } from "./pages";
import { open } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("each article has its title, its date and its figures, and a link to its page", async ({ page }) => {
  await open(page, "?view=source");
  await expect(page.locator(".articles__entry")).toHaveCount(5);
  const b = page.locator(".articles__entry").nth(1);
  await expect(b).toContainText("“Westhaven votes to keep its crane, for now”");
  await expect(b).toContainText("published 7 May 2031");
  await b.getByRole("link", { name: /Westhaven votes/ }).click();
  await expect(page).toHaveURL(/\?view=source&article=herald$/);
  await expect(page.getByRole("heading", { level: 2, name: /Westhaven votes/ })).toBeVisible();
});

test("each figure leads to just what it counts", async ({ page }) => {
  await open(page, "?view=source");
  for (const entry of await page.locator(".articles__entry").all()) {
    const figures = entry.locator(".figures .tally");
    await expectCounted(page, figures.nth(0), "event");
    await expectCounted(page, figures.nth(1), "event");
    await expectCounted(page, figures.nth(2), "quote");
  }
});

test("one goes on to the next article and back to all of them", async ({ page }) => {
  await openArticle(page, "a");
  await expect(page.getByRole("link", { name: /Previous article/ })).toHaveCount(0);
  await page.getByRole("link", { name: /Next article/ }).click();
  await expect(page).toHaveURL(/article=herald$/);
  await page.getByRole("link", { name: "All articles" }).click();
  await expect(page).toHaveURL(/\?view=source$/);
  await page.goBack();
  await expect(page).toHaveURL(/article=herald$/);
});

test("the articles below the page and the heads of the comparison lead there too", async ({ page, isMobile }) => {
  await open(page, "?topic=vote");
  await page.locator(".sources").getByRole("link", { name: "Report of the evening" }).click();
  await expect(page).toHaveURL(/\?view=source&topic=vote&article=c$/);
  test.skip(isMobile, "a phone has no table");
  await open(page, "?view=compare");
  await page.locator(".side__headline").getByRole("link", { name: "Report of the evening" }).click();
  await expect(page).toHaveURL(/\?view=source&article=c$/);
});

test("an article that isn't there is told of, and all are shown", async ({ page }) => {
  await open(page, "?view=source&article=nobody");
  await expect(page.locator(".notices")).toContainText("nobody");
  await expect(page.locator(".articles__entry")).toHaveCount(5);
});
