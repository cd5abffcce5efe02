// What axe finds on the page of one article and on the list of all, in both themes.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { serveData, unfold } from "./harbour";
import { openArticle } from "./pages";
import { open } from "./reader";

test("all articles", async ({ page }) => {
  await serveData(page);
  await open(page, "?view=source");
  await expect(page.locator(".articles__entry")).toHaveCount(5);
  await expectAccessible(page);
});

for (const id of ["a", "herald", "d"]) {
  test(`the article ${id}, with what is folded`, async ({ page }) => {
    await serveData(page);
    await openArticle(page, id);
    await unfold(page);
    await expectAccessible(page);
  });
}

test("a published article, filtered", async ({ page }) => {
  await openArticle(page, "e", "&q=Crimea");
  await expectAccessible(page, ".profile");
});
