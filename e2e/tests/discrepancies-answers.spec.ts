// A question with every article's answer side by side: whose words they are, when they came out, and who doesn't say.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { answer, question } from "./pages";
import { open } from "./reader";

test.beforeEach(async ({ page }) => {
  await serveData(page);
  await open(page, "?view=discrepancies");
});

test("each answer stands under its article, with its date and its words", async ({ page }) => {
  const b = answer(question(page, "signatures"), "B");
  await expect(b).toContainText("published 7 May 2031");
  await expect(b.locator(".question__value")).toHaveText("Answer, in our words: about 600");
  await expect(b.locator(".verbatim")).toHaveText("“about six hundred signatures”");
  await expect(b.locator(".own")).toHaveText("In our words Some six hundred have signed.");
  const fonts = await b.locator(".verbatim, .own").evaluateAll((all) => all.map((words) => getComputedStyle(words).fontFamily));
  expect(fonts[0]).not.toBe(fonts[1]);
});

test("an article that answers in two ways has both answers, and a quote its speaker", async ({ page }) => {
  const c = answer(question(page, "term"), "C");
  await expect(c.locator(".question__value")).toHaveText([/two years/, /until the port shows its figures/]);
  await expect(c.locator(".proof--quote")).toContainText("Ines Okafor · reporting word: call");
  await expect(c.locator(".proof--quote .verbatim")).toHaveText("“bought time”");
});

test("who doesn't say is told, and whether it could have", async ({ page }) => {
  await expect(question(page, "signatures").locator(".question__silence")).toHaveText([
    /Article C: silent on the event, which could already be known/,
    /Article A, DArticle D: silent on the event; whether it could be known yet can’t be told/,
  ]);
  await expect(question(page, "majority").locator(".question__silence")).toHaveText([
    /Article E: the event is reported, this isn’t answered/,
    /Article A, DArticle D: silent on the event/,
  ]);
});

test("words lead to where they stand in the comparison, clear of the filters if need be", async ({ page }) => {
  await answer(question(page, "majority"), "C").getByRole("link", { name: "its report: article C, in the comparison" }).click();
  await expect(page).toHaveURL(/\?view=compare#_in-vote-c$/);
  await expect(page.locator('[id="_in-vote-c"]')).toBeInViewport();
  await page.goBack();
  await expect(question(page, "majority")).toBeVisible();
});

test("the event of a question leads to the timeline and to the comparison", async ({ page }) => {
  const links = question(page, "majority").locator(".question__links");
  await expect(links.getByRole("link", { name: /^The council votes/ })).toHaveAttribute("href", "?#vote");
  await links.getByRole("link", { name: /^Compare: The council votes/ }).click();
  await expect(page).toHaveURL(/\?view=compare#vote$/);
});
