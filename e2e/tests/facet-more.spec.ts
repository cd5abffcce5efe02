// A long facet shows its first values, and all of them on demand.
import { expect, test } from "../harness/fixtures";
import { facet, inFacet, open, values } from "./reader";
import { serveData } from "./harbour";
import { newsroom } from "./newsroom";
import { published } from "./published";

test("all values can be shown, and the first again, with what is chosen among them", async ({ page, request }) => {
  const data = await published(request);
  const all = new Set(data.quotes.flatMap((quote) => (quote.speakers.length ? quote.speakers : ["_none"]))).size;
  await open(page);
  await inFacet(page, "Speaker", async () => {
    const more = facet(page, "Speaker").locator(".facet__more");
    await expect(values(page, "Speaker")).toHaveCount(7);
    const first = await values(page, "Speaker").allTextContents();
    await expect(more).toHaveText(`Show all ${all}`);
    await expect(more).toHaveAttribute("aria-expanded", "false");
    await more.focus();
    await page.keyboard.press("Enter");
    await expect(values(page, "Speaker")).toHaveCount(all);
    await expect(more).toBeFocused();
    await expect(more).toHaveAttribute("aria-expanded", "true");
    await values(page, "Speaker").filter({ hasText: "Emmanuel Macron" }).click();
    await facet(page, "Speaker").getByRole("button", { name: "Show fewer" }).click();
    await expect(values(page, "Speaker")).toHaveCount(8);
    await expect(values(page, "Speaker").last()).toContainText("Emmanuel Macron");
    expect((await values(page, "Speaker").allTextContents()).slice(0, 7).map(nameOf)).toEqual(first.map(nameOf)); // in the same order
  });
});

function nameOf(value: string): string {
  return value.replace(/ (would find )?\d+ events?$/, "");
}

test("of very many values, a hundred more are shown at a time, and each can be found by its name", async ({ page }) => {
  const actors = Array.from({ length: 320 }, (_, at) => ({ id: `a${at}`, name: `Person ${at}`, kind: "person" }));
  const quotes = actors.map(({ id }, at) => ({ id: `q${at}`, source: "s1", kind: "indirect", speakers: [id], cue: "said", content: "Yes.", passages: [] }));
  await serveData(page, { body: JSON.stringify({ ...newsroom(4, 8), actors, quotes, events: [], discrepancies: [] }) });
  await open(page);
  await inFacet(page, "Speaker", async () => {
    const more = facet(page, "Speaker").locator(".facet__more");
    for (const [label, count] of [["Show 100 more", 107], ["Show 100 more", 207], ["Show 100 more", 307], ["Show 13 more", 320]] as const) {
      await expect(more).toHaveText(label);
      await more.click();
      await expect(values(page, "Speaker")).toHaveCount(count);
    }
    await more.click();
    await expect(values(page, "Speaker")).toHaveCount(7);
    await page.getByRole("searchbox", { name: "Find a speaker" }).fill("person 319");
    await expect(values(page, "Speaker")).toHaveCount(1);
  });
});
