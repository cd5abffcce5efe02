// One merged line with marks, and each difference as a sentence.
import { expect, test } from "../harness/fixtures";
import { chosen, group, openDemo, sentences } from "./variants";

test("the line has every reading, and a sentence for each difference", async ({ page }) => {
  await openDemo(page);
  const danger = group(page, /^Tomas Okafor/).last();
  await expect(danger.locator(".fork__glyph").first()).toHaveText("≠");
  await expect(danger.locator(".merged .verbatim")).toHaveText(["There is no danger to", "anyone", "anybody", "in Alder Street", "tonight"]);
  await expect(sentences(danger)).toHaveText([
    /Other words: N has “anyone”, R has “anybody”\.$/,
    /Shortened: N leaves out “tonight” at the end, without a mark\.$/,
  ]);
});

test("every kind of difference has its own sign and sentence", async ({ page }) => {
  await openDemo(page);
  await expect(sentences(group(page, /^Mara Lindqvist/))).toHaveText([
    /Other words: N, C, P and R have “eleven”, D has “twelve”\.$/,
    /Ellipsis: R leaves out “down three flights of stairs and”, with an ellipsis in their place\.$/,
    /Shortened: P leaves out “and across the yard, by hand”, without a mark\.$/,
  ]);
  await expect(sentences(group(page, /^Ines Varga/))).toHaveText([
    /Another speaker: The words are attributed differently: N, C and R to Ines Varga, P to Tomas Okafor\.$/,
    /Words in brackets: N, P and R have “The pipe”, C has “\[The main\]”\.$/,
  ]);
  await expect(sentences(group(page, /^Henrik Dahl/))).toHaveText([/Quoted in part: D quotes fragments/]);
});

test("who listens hears a sentence and not the readings in a row", async ({ page }) => {
  await openDemo(page);
  const line = group(page, /^Mara Lindqvist/).locator(".merged");
  const heard = await line.evaluate((paragraph) => {
    const copy = paragraph.cloneNode(true) as HTMLElement;
    copy.querySelectorAll("[aria-hidden=true]").forEach((hidden) => hidden.remove());
    return copy.textContent!.replace(/\s+/g, " ");
  });
  expect(heard).toContain("We carried (Other words: N, C, P and R have “eleven”, D has “twelve”.) thousand books");
  await expect(line.locator("del, ins")).toHaveCount(0);
});

test("case, spaces and marks count only when they are asked for", async ({ page }) => {
  await openDemo(page, "&items=n-snow,p-snow");
  await expect(sentences(chosen(page))).toHaveText([/Shortened/]);
  await page.getByRole("checkbox", { name: /Case, spaces/ }).check();
  await expect(page).toHaveURL(/marks=all/);
  await expect(sentences(chosen(page))).toHaveText([/Shortened/, /Punctuation: Only N has “,”\.$/]);
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /Case, spaces/ })).toBeChecked();
});
