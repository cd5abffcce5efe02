// Every question that the articles answer differently, by what it is about.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { questions } from "./pages";
import { published } from "./published";
import { open, result } from "./reader";

test("every question of the published file is there once, and the numbers beside the headings add up", async ({ page, request }) => {
  const data = await published(request);
  await open(page, "?view=discrepancies");
  await expect(result(page)).toHaveText(`${data.discrepancies.length} questions`);
  const shown = await questions(page).evaluateAll((all) => all.map(({ id }) => id).sort());
  expect(shown).toEqual(data.discrepancies.map(({ id }) => id).sort());
  const counts = await page.locator(".questions__list .questions__count").allTextContents();
  expect(counts.map(Number).reduce((a, b) => a + b)).toBe(data.discrepancies.length);
  const groups = await page.locator("section.questions__group").evaluateAll((all) => all.map((group) => [
    Number(group.querySelector(".questions__count")!.textContent!.match(/\d+/)![0]), group.querySelectorAll("article").length,
  ]));
  for (const [said, there] of groups) expect(said).toBe(there);
});

test.describe("with a small dataset", () => {
  test.beforeEach(async ({ page }) => serveData(page));

  test("they stand under what they are about, what can't both be true first, with those of no event", async ({ page }) => {
    await open(page, "?view=discrepancies");
    const ids = (name: string) => page.getByRole("region", { name }).locator("article").evaluateAll((all) => all.map(({ id }) => id));
    expect(await ids("Numbers 3 questions")).toEqual(["majority", "age", "signatures"]);
    expect(await ids("Conditions and purposes 1 question")).toEqual(["term"]);
    await expect(page.locator("#age")).toContainText("It belongs to no event.");
  });

  test("a link in the list of dimensions leads to their questions", async ({ page }) => {
    await open(page, "?view=discrepancies");
    await page.getByRole("navigation", { name: "What the articles differ in" }).getByRole("link", { name: "condition" }).click();
    await expect(page.getByRole("heading", { name: /^Conditions and purposes/ })).toBeInViewport();
    await expect(page.getByRole("heading", { name: /^Conditions and purposes/ })).toBeFocused();
  });
});
