// What axe finds on the page of variants, in both themes.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { open } from "./reader";
import { chosen, openDemo } from "./variants";

test("lines and sentences", async ({ page }) => {
  await openDemo(page);
  await expectAccessible(page);
});

test("tables with every mark, and a choice", async ({ page }) => {
  await openDemo(page, "&items=n-carried,r-carried,n-cost&form=table&marks=all");
  await expect(chosen(page).getByRole("table")).toBeVisible();
  await expectAccessible(page);
});

test("articles that share hardly a word", async ({ page }) => {
  await open(page, "?view=variants");
  await page.locator(".variants__intro").waitFor();
  await expectAccessible(page);
});
