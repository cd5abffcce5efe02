// Nothing of the published file is out of a reader's reach.
import { expect, test } from "../harness/fixtures";
import { open, openEvents } from "./reader";
import { published } from "./published";

test("every event, report, quote and difference of the file can be read", async ({ page, request }) => {
  const data = await published(request);
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(data.title);
  await expect(page.locator(".findings")).toHaveCount(0);
  if (data.events.some((event) => event.background)) await page.locator("summary", { hasText: "Background" }).click();
  await expect(page.locator("article.event:visible")).toHaveCount(data.events.length);
  await openEvents(page);
  const mentions = data.events.flatMap((event) => event.mentions);
  await expect(page.locator(".mention:visible")).toHaveCount(mentions.length);
  const ids = (selector: string) => page.locator(`${selector}:visible`).evaluateAll((all) => all.map((one) => one.id).sort());
  expect(await ids("figure.quote")).toEqual(data.quotes.map((quote) => quote.id).sort());
  expect(await ids(".discrepancy")).toEqual(data.discrepancies.map((discrepancy) => discrepancy.id).sort());
  const text = (await page.locator("#_events").innerText()).replace(/\s+/g, " ");
  for (const { paraphrase } of mentions) expect(text).toContain(paraphrase);
  for (const { question } of data.discrepancies) expect(text).toContain(question);
  await expect(page.getByRole("region", { name: "The articles" }).locator("li.source, .source").filter({ visible: true })).toHaveCount(data.sources.length);
});
