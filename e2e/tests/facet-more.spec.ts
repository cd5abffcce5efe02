// A long facet shows its first values, and all of them on demand.
import { expect, test } from "../harness/fixtures";
import { facet, inFacet, open, values } from "./reader";
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
