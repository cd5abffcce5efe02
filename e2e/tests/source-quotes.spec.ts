// Whom an article quotes, and with which words: every figure shows what it counts.
import { expect, test } from "../harness/fixtures";
import { expectCounted, openArticle, part } from "./pages";
import { published } from "./published";

test("the quotes of all speakers make up the whole, and so do the bars", async ({ page, request }) => {
  const { quotes } = await published(request);
  for (const id of ["a", "b", "c", "d", "e"]) {
    await openArticle(page, id);
    const rows = await part(page, "Whom it quotes").locator("tbody tr").evaluateAll((all) => all.map((row) => [
      parseInt(row.querySelector("td")!.textContent!), parseFloat((row.querySelector(".share__bar") as HTMLElement).style.inlineSize),
    ] as const));
    const own = quotes.filter(({ source }) => source === id).length;
    expect(rows.reduce((sum, [count]) => sum + count, 0)).toBe(own);
    expect(rows.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(100, 0);
  }
});

test("the figure of each speaker leads to just these quotes", async ({ page }) => {
  await openArticle(page, "b");
  const rows = part(page, "Whom it quotes").locator("tbody tr");
  const together = rows.filter({ hasText: "(together)" });
  await expect(together).toHaveCount(2);
  for (const row of await rows.all()) {
    const link = row.locator("td").first().getByRole("link");
    if ((await link.getAttribute("href"))!.startsWith("#")) continue; // to the one quote of several together
    await expectCounted(page, link, "quote");
  }
  await together.filter({ hasText: "Russia, Ukraine" }).getByRole("link").click();
  await expect(page.locator("#b-both-accuse-truce-violations")).toBeFocused();
});

test("speakers without a name are said to be so", async ({ page }) => {
  await openArticle(page, "d");
  const unnamed = part(page, "Whom it quotes").locator("tbody tr").filter({ hasText: "without a name" });
  await expect(unnamed.locator("th")).toHaveText([/^Experts, not named/, /^US officials, not named/, /^Voices not named/]);
});

test("reporting words stand beside those of the others, each with the quotes that have it", async ({ page, request }) => {
  const { quotes } = await published(request);
  const of = (source: string, cue: string) => quotes.filter((quote) => quote.source === source && quote.cue === cue).length;
  await openArticle(page, "e");
  const cues = part(page, "How it introduces quotes");
  const say = cues.getByRole("row", { name: /^say/ });
  const counts = await say.getByRole("cell").evaluateAll((all) => all.map((cell) => parseInt(cell.textContent!) || 0));
  expect(counts).toEqual(["e", "a", "b", "c", "d"].map((source) => of(source, "say")));
  await expectCounted(page, say.getByRole("link").nth(0), "quote");
  await expectCounted(page, say.getByRole("link").nth(1), "quote");
  await cues.locator("summary").click();
  const others = cues.getByRole("table", { name: "Reporting words of the other articles" });
  await expect(others.getByRole("row", { name: /^insist/ })).toBeVisible();
});
