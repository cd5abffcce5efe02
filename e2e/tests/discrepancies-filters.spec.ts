// Facets and search hold for the questions, and the address says so.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { question, questions } from "./pages";
import { choose, expectChips, open, result } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("a facet leaves the questions that it finds, and the address keeps it", async ({ page }) => {
  await open(page, "?view=discrepancies");
  await choose(page, "Topic", "The vote");
  await expect(result(page)).toHaveText("3 of 5 questions");
  const shown = () => questions(page).evaluateAll((all) => all.map(({ id }) => id));
  const before = await shown();
  expect(before.sort()).toEqual(["letter-status", "majority", "term"]);
  await expect(page).toHaveURL(/\?view=discrepancies&topic=vote$/);
  await page.reload();
  await expectChips(page, ["Topic The vote"]);
  await expect.poll(async () => (await shown()).sort()).toEqual(before); // the page may come after the number
  await page.goBack();
  await expect(result(page)).toHaveText("5 questions");
});

test("words are found in questions and answers", async ({ page }) => {
  await open(page, "?view=discrepancies&q=demolition");
  await expect(questions(page)).toHaveCount(1);
  await expect(question(page, "letter-status")).toBeVisible();
});

test("why they differ leads to just as many as it says, and back", async ({ page }) => {
  await open(page, "?view=discrepancies");
  const natures = page.locator(".questions__natures li:visible");
  for (let at = 0; at < await natures.count(); at += 1) {
    const count = Number(await natures.nth(at).locator(".questions__count").textContent());
    await natures.nth(at).getByRole("link").click();
    await expect(questions(page)).toHaveCount(count);
    await expect(result(page)).toHaveText(`${count} of 5 questions`);
    await page.goBack();
    await expect(questions(page)).toHaveCount(5);
  }
});

test("where events are found without a question, that is said", async ({ page }) => {
  await open(page, "?view=discrepancies&q=smoke");
  await expect(questions(page)).toHaveCount(0);
  await expect(page.locator(".questions__none")).toBeVisible();
});
