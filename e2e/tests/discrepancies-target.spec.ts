// A link to a question leads there, and can be copied.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { question } from "./pages";
import { open } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

for (const id of ["letter-status", "age"]) {
  test(`the question ${id} is in view and in focus`, async ({ page }) => {
    await open(page, `?view=discrepancies#${id}`);
    await expect(question(page, id)).toBeFocused();
    await expect(question(page, id)).toBeInViewport();
    await expect(page.locator(".notices li")).toHaveCount(0);
  });
}

test("the link that is copied leads to the question, whatever is filtered for", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "?view=discrepancies&topic=vote");
  await question(page, "majority").getByRole("button", { name: /^Copy link to the question: By how many votes/ }).click();
  await expect(question(page, "majority").getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/difference\/majority\/$/);
});
