// A question that the sources answer differently stands below its event, each answer under its source.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { place } from "./screen";
import { cell, openCompare, row } from "./side";

test.skip(({ isMobile }) => isMobile, "on a phone they stand in the cards: see compare-cards.spec.ts");
test.beforeEach(async ({ page }) => serveData(page));

test("each answer stands under its source, and who gives none is told apart", async ({ page }) => {
  await openCompare(page);
  const question = /How many people have signed\?/;
  await expect(row(page, question).getByRole("rowheader")).toContainText("number · written at different moments");
  await expect(await cell(page, question, "B")).toContainText("about 600");
  await expect(await cell(page, question, "E")).toContainText("more than 900");
  for (const label of ["A", "C", "D"]) await expect(await cell(page, question, label)).toContainText("no answer");
  const both = await cell(page, /For how long is the crane kept\?/, "C");
  await expect(both).toContainText("two years");
  await expect(both).toContainText("until the port shows its figures");
});

test("a question comes right after its event", async ({ page }) => {
  await openCompare(page);
  const heads = await page.locator("tbody:has(#petition) tr").evaluateAll((all) => all.map((tr) => tr.id));
  expect(heads).toEqual(["petition", "signatures"]);
});

test("an answer leads to the words that give it, clear of the heads", async ({ page }) => {
  await openCompare(page);
  const answer = await cell(page, /By how many votes was the crane kept\?/, "C");
  await answer.getByRole("link", { name: "its report" }).click();
  await expect(page).toHaveURL(/#_in-vote-c$/);
  const report = page.locator('[id="_in-vote-c"]');
  await expect(report).toContainText("The council kept the crane by one vote.");
  await expect(report).toBeInViewport({ ratio: 1 });
  const [words, heads] = [await place(report), await place(page.locator("thead"))];
  expect(words.top).toBeGreaterThanOrEqual(heads.bottom);
  const quoted = await cell(page, /For how long is the crane kept\?/, "C");
  await quoted.getByRole("link", { name: "its quote" }).click();
  await expect(page.locator("#c-okafor-two-years")).toBeInViewport();
});
