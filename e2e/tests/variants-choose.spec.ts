// Any two quotes, or the articles' own words on events, are compared, and the comparison has an address.
import { expect, test } from "../harness/fixtures";
import { chosen, openDemo, sentences } from "./variants";

test("two quotes are chosen by the keyboard alone, and can be taken away again", async ({ page }) => {
  await openDemo(page);
  await page.locator(".choose > summary").focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("combobox", { name: "Quote or report" });
  const add = page.getByRole("button", { name: "Add" });
  await list.selectOption("c-dry");
  await add.focus();
  await page.keyboard.press("Enter");
  await expect(chosen(page)).toContainText("Choose one more");
  await list.selectOption("d-park");
  await add.press("Enter");
  await expect(page).toHaveURL(/items=c-dry,d-park/);
  await expect(sentences(chosen(page))).toHaveText([/Quoted in part: D quotes/]);
  await expect(list.locator("option[value=c-dry]")).toHaveCount(0);
  await page.getByRole("button", { name: "Remove from the comparison: Henrik Dahl in D" }).click();
  await expect(page).toHaveURL(/items=c-dry(&|$)/);
  await page.goBack();
  await expect(page).toHaveURL(/items=c-dry,d-park/);
  await page.getByRole("button", { name: "Clear the choice" }).click();
  await expect(page).not.toHaveURL(/items=/);
  await expect(chosen(page)).toHaveCount(0);
});

test("the articles' own words on an event are compared like quotes", async ({ page }) => {
  await openDemo(page, "&items=books-carried-npa,books-carried-post");
  await expect(chosen(page).locator(".merged")).toContainText("About forty volunteers");
  await expect(sentences(chosen(page)).first()).toHaveText(/Other words: N has “and”, P has “helped”\.$/);
});

test("what the link names and the data lack is told, and the rest is compared", async ({ page }) => {
  await openDemo(page, "&items=n-danger,no-such-quote,r-danger");
  await expect(page.locator(".notices__line", { hasText: "The link asks to compare “no-such-quote”" })).toBeVisible();
  await expect(sentences(chosen(page))).toHaveCount(2);
});

test("paraphrases that are chosen are shown and not compared", async ({ page }) => {
  await openDemo(page, "&items=n-danger,n-cost");
  await expect(chosen(page).locator(".paraphrase")).toHaveText([/In our words.*400,000/i]);
  await expect(sentences(chosen(page))).toHaveCount(0);
});

test("a link to a comparison can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDemo(page, "&q=tonight");
  await page.getByRole("button", { name: /^Copy link to this comparison: Tomas Okafor/ }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\?view=variants&items=n-danger,r-danger&data=demo-library-2031-03$/);
});
