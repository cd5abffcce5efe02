// Where an article's text stands in the data, it is there to be read without pasting.
import { expect, test } from "../harness/fixtures";
import { expectSummary, openArticle, passagesOf, paste, textOf } from "./library";

const all = passagesOf("post");

test("the publisher's text is there with every passage in its place", async ({ page }) => {
  await openArticle(page, "post", { texts: true });
  await expectSummary(page, `${all} of ${all} passages stand in this text: ${all} exact.`);
  await expect(page.locator(".supply")).toHaveCount(0);
  const read = await page.locator(".reading__text").evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement;
    copy.querySelectorAll("button").forEach((button) => button.remove());
    return copy.textContent;
  });
  expect(read).toBe(textOf("post"));
});

test("another copy can be checked, and the publisher's text is a step back", async ({ page }) => {
  await openArticle(page, "post", { texts: true });
  await page.getByRole("button", { name: "Check another copy" }).click();
  await expect(page.getByRole("textbox", { name: "The article’s text" })).toBeFocused();
  await page.getByRole("button", { name: "Back to the publisher’s text" }).click();
  await expectSummary(page, /exact\.$/);
  await page.getByRole("button", { name: "Check another copy" }).click();
  await paste(page, textOf("npa"));
  await expectSummary(page, /not found/);
  await page.getByRole("button", { name: "Forget this text" }).click();
  await expectSummary(page, `${all} of ${all} passages stand in this text: ${all} exact.`);
});

test("a text of megabytes is shown round the passages, and what is left out is said", async ({ page }) => {
  await openArticle(page, "post");
  await paste(page, `${"Nothing of it stands here. ".repeat(40_000)}\n${textOf("post")}`);
  await expectSummary(page, new RegExp(`^${all} of ${all}`));
  await expect(page.locator(".reading__gap")).toHaveText(/^\[ … 1,0\d\d,\d\d\d characters without a passage … \]$/);
});
