// Groups of quotes that carry the same statement: the data's, then those that are proposed, then what can't be compared.
import { expect, test } from "../harness/fixtures";
import { open } from "./reader";
import { group, openDemo } from "./variants";

test("the groups of the data come first, and what is proposed says so and why", async ({ page }) => {
  await openDemo(page);
  const parts = page.locator(".variants__part:visible > h3");
  await expect(parts).toHaveText(["Called the same statement by those who coded the articles", "Proposed"]);
  const proposed = group(page, /^Henrik Dahl/);
  await expect(proposed).toContainText(/Proposed\. Likeness \d+ of 100: 16 of 16 words shared in the same order, 16 of them in a row, the same speaker/);
  await expect(page.locator("article.variant").first()).not.toContainText("Likeness");
});

test("a group says whose words it holds, how many all share, and who draws on whom", async ({ page }) => {
  await openDemo(page);
  const snow = group(page, /^Tomas Okafor, 11 March 2031/).first();
  await expect(snow.locator(".witnesses .badge")).toHaveText(["N", "C", "P", "R"]);
  await expect(snow).toContainText("4 words stand in all, of 9 in the shortest.");
  await expect(snow).toContainText("P and R draw on N");
});

test("articles that share hardly a word say so, show paraphrases side by side and lead to the demonstration", async ({ page }) => {
  await open(page, "?view=variants");
  await expect(page.locator(".variants__elsewhere")).toContainText("share hardly any statement word for word");
  const wordless = page.getByRole("region", { name: "Without words to compare" }).or(page.locator("section[aria-labelledby=_wordless]")).first();
  await expect(wordless.locator("article").first().locator(".paraphrase")).toHaveText([/In our words/i, /In our words/i]);
  await expect(wordless.locator(".fork")).toHaveCount(0);
  await page.getByRole("link", { name: /See the demonstration/ }).click();
  await expect(page).toHaveURL(/view=variants&data=demo-library-2031-03$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ellersby (invented)");
});
