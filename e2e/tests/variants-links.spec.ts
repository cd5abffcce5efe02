// From a quote, and from an event across articles, a link leads to the words beside each other.
import { expect, test } from "../harness/fixtures";
import { open } from "./reader";
import { chosen, sentences } from "./variants";

test("a quote leads to its words beside those of its variants", async ({ page }) => {
  await open(page, "?view=quotes&data=demo-library-2031-03");
  const quote = page.locator("figure[id=p-twice]");
  await quote.getByRole("link", { name: /^Compare the words of this quote of: Priya Nair/ }).click();
  await expect(page).toHaveURL(/view=variants&items=c-twice,p-twice,d-twice/);
  await expect(sentences(chosen(page))).toHaveCount(2);
  await page.goBack();
  await expect(quote).toBeVisible();
});

test("a quote without words of its own leads nowhere", async ({ page }) => {
  await open(page, "?view=quotes&data=demo-library-2031-03");
  await expect(page.locator("figure[id=n-cost]").getByRole("link", { name: /^Compare the words/ })).toHaveCount(0);
});

test("an event across articles leads to what they have word for word on it", async ({ page }) => {
  await open(page, "?view=compare&data=demo-library-2031-03");
  await page.getByRole("link", { name: /^Compare the words of the articles on: Volunteers carry the books/ }).click();
  await expect(page).toHaveURL(/items=books-carried-npa,books-carried-post/);
  await expect(chosen(page).locator(".merged")).toContainText("About forty");
});
