// What axe finds where an article is checked against its text, in both themes; and what paper gets of it.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { expectSummary, openArticle, paste, textOf } from "./library";
import { expectNothingSideways } from "./screen";

test("an article whose text is to be pasted, and one that can't be used", async ({ page }) => {
  await openArticle(page, "npa");
  await expectAccessible(page, ".verify");
  await paste(page, "<!doctype html><p>Hello");
  await expect(page.locator(".supply__why")).toBeVisible();
  await expectAccessible(page, ".verify");
});

test("the passages in a changed text", async ({ page }) => {
  await openArticle(page, "npa");
  const changed = textOf("npa").replace("eleven thousand", "twelve thousand").replace(/“/g, '"').replace("There is no danger to anyone in Alder Street", "");
  await paste(page, `${changed}\n${changed.split("\n").at(2)}`);
  await expectSummary(page, /fuzzy/);
  await expectAccessible(page, ".verify");
  await expectNothingSideways(page);
});

test("on paper stand the text and the list, and nothing that can only be pressed", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, textOf("npa"));
  await expectSummary(page, /exact/);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".reading__text")).toBeVisible();
  await expect(page.locator(".reading__steps")).toBeHidden();
  await expect(page.locator(".verify__forget")).toBeHidden();
  await expect(page.locator(".passage").last()).toBeVisible();
  const list = page.locator(".passages");
  expect(await list.evaluate((list) => list.scrollHeight - list.clientHeight)).toBeLessThanOrEqual(1);
});
