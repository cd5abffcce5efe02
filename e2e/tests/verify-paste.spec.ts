// A reader pastes an article, and is told what became of each passage. The text stays in the tab.
import { expect, test } from "../harness/fixtures";
import { browsersCopy, expectSummary, openArticle, passagesOf, paste, textOf } from "./library";

const all = passagesOf("npa");

test("in the article itself every passage is exact, and both digests agree", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, textOf("npa"));
  await expectSummary(page, `${all} of ${all} passages stand in this text: ${all} exact.`);
  await expect(page.locator(".verify__order")).toHaveText("They stand in the same order as in the article that was coded.");
  await expect(page.locator(".digests")).toContainText("the same, byte for byte");
  await expect(page.getByRole("heading", { name: "What became of the passages" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText(`${all} of ${all} passages stand in this text: ${all} exact.`);
});

test("a browser's copy with anything round it has them all, and what differs is said", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, browsersCopy("npa"));
  await expectSummary(page, new RegExp(`^${all} of ${all} passages stand in this text: \\d+ exact, \\d+ normalised\\.$`));
  await expect(page.locator(".digests")).toContainText("not the same bytes");
  await expect(page.locator(".digests")).toContainText("A copy with anything round the article is so too");
  const normalised = page.locator(".passage--normalised .passage__outcome");
  await expect(normalised.filter({ hasText: "The same words in another spelling: quotation marks" }).first()).toBeVisible();
  await expect(normalised.filter({ hasText: "spaces" }).first()).toBeVisible();
});

test("what is typed or pasted into the field is looked at on request", async ({ page }) => {
  await openArticle(page, "npa");
  await page.getByRole("textbox", { name: "The article’s text" }).fill(textOf("npa"));
  await page.getByRole("button", { name: "Look for the passages" }).click();
  await expectSummary(page, new RegExp(`^${all} of ${all}`));
});

test("the text leaves no trace in the address, the history or any storage, and nothing is sent", async ({ page, context }) => {
  await openArticle(page, "npa");
  const before = { address: page.url(), entries: await page.evaluate(() => history.length) };
  const requests: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  await paste(page, textOf("npa"));
  await expectSummary(page, new RegExp(`^${all} of`));
  await page.getByRole("button", { name: "Next passage" }).click();
  await page.keyboard.press("Enter");
  await expect(page.locator(".passage:focus")).toHaveCount(1);
  const kept = await page.evaluate(() => JSON.stringify([
    history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, window.name,
  ]));
  expect(kept).not.toContain("Ellersby");
  expect({ address: page.url(), entries: await page.evaluate(() => history.length) }).toEqual(before);
  expect(requests).toEqual([]);
  await page.reload();
  await expect(page.locator(".supply")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "The article’s text" })).toHaveValue("");
});

test("a text can be forgotten, and another one checked", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, textOf("post"));
  await expectSummary(page, /^\d+ of/);
  await page.getByRole("button", { name: "Forget this text" }).click();
  await expect(page.getByRole("status")).toHaveText("The text is forgotten.");
  await expect(page.locator(".reading")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "The article’s text" })).toBeFocused();
  await paste(page, textOf("npa"));
  await expectSummary(page, new RegExp(`^${all} of ${all}`));
});
