// The demonstration dataset, whose articles are our own: with their texts in the file, or without, as of a publisher who
// doesn't give them away.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, type Page } from "@playwright/test";

import { serveData } from "./harbour";
import { open } from "./reader";

interface Passage {
  start: number;
  end: number;
}

interface Library {
  sources: { id: string; text?: string }[];
  events: { mentions: { source: string; passages: Passage[] }[] }[];
  quotes: { id: string; source: string; passages: Passage[] }[];
}

const library: Library = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../public/data/demo-library-2031-03.json", import.meta.url)), "utf8"),
);

/** The text of an article. */
export function textOf(id: string): string {
  return library.sources.find((source) => source.id === id)?.text ?? "";
}

/** How many passages the data take from an article; one that several reports and quotes have counts once. */
export function passagesOf(id: string): number {
  const items = [...library.events.flatMap((event) => event.mentions), ...library.quotes];
  const passages = items.filter((item) => item.source === id).flatMap((item) => item.passages);
  return new Set(passages.map((passage) => JSON.stringify(passage))).size;
}

/** Opens an article's page, with the texts in the file or without. */
export async function openArticle(page: Page, id: string, { texts = false } = {}) {
  const sources = texts ? library.sources : library.sources.map(({ text: _, ...source }) => source);
  await serveData(page, { body: JSON.stringify({ ...library, sources }) });
  await open(page, `?view=source&article=${id}`);
  await expect(page.locator(".verify")).toBeVisible();
  // The count of events is said when things have settled; what is said later stands in its place.
  await expect(page.getByRole("status")).toHaveText(/events?$/);
}

/** Pastes a text where copies come in. */
export async function paste(page: Page, text: string) {
  await page.locator(".supply").evaluate((place, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    place.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Waits for what became of the passages. */
export async function expectSummary(page: Page, summary: string | RegExp) {
  await expect(page.locator(".verify__summary")).toHaveText(summary);
}

/** An article's text as a browser copies it: other marks, spaces and line breaks, and things round it and in it. */
export function browsersCopy(id: string): string {
  const paragraphs = textOf(id).replace(/[“”]/g, '"').replaceAll(" the ", "\u00a0the ").split("\n");
  return ["Menu  News  Sport", ...paragraphs, "Advertisement", "Most read", "© The paper"].join("\r\n\r\n");
}
