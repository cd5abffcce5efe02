// From a passage to its place in the text and on to its quote, and back, by keyboard alone.
import { expect, test } from "../harness/fixtures";
import { expectSummary, openArticle, paste, textOf } from "./library";

test.beforeEach(async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, textOf("npa"));
  await expectSummary(page, /exact\.$/);
});

test("a number in the text leads to the list, and the list back to the text", async ({ page }) => {
  const number = page.getByRole("button", { name: "Passage 3, exact: to the list" });
  await number.focus();
  await page.keyboard.press("Enter");
  const entry = page.locator("#_passage-3");
  await expect(entry).toBeFocused();
  await expect(entry).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "show in the text: passage 3" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(number).toBeFocused();
  await expect(number).toBeInViewport();
});

test("next and previous walk through the text, among what is shown", async ({ page }) => {
  const [previous, next] = [page.getByRole("button", { name: "Previous passage" }), page.getByRole("button", { name: "Next passage" })];
  for (const at of ["1", "2"]) {
    await next.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".reading__number:focus")).toHaveText(`=${at}`);
  }
  await previous.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".reading__number:focus")).toHaveText("=1");
  await previous.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("There is no further passage in this direction.");
  await expect(previous).toBeFocused();
});

test("a passage leads to the quote and the report that have it", async ({ page }) => {
  const entry = page.locator(".passage").filter({ hasText: "There is no danger to anyone in Alder Street" });
  await entry.getByRole("link", { name: /^Tomas Okafor/ }).press("Enter");
  await expect(page.locator("#n-danger")).toBeFocused();
  await expect(page.locator("#n-danger")).toBeInViewport();
  await expect(page.locator(".verify__summary")).toHaveText(/exact\.$/); // the text is still there
});

test("a press on a passage in the text shows it in the list, even one that is filtered out", async ({ page }) => {
  await page.locator("mark.reading__place").filter({ hasText: "There is no danger" }).click();
  const entry = page.locator(".passage:focus");
  await expect(entry).toContainText("There is no danger to anyone in Alder Street");
});
