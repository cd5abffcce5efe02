// What belongs to no event is found, counted and ordered as everything else is, even where there is no event at all.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { newsroom } from "./newsroom";
import { choose, open, result } from "./reader";

const story = newsroom(3, 2);
const quotes = [
  { id: "late", speakers: ["a2"], when: "2031-05-09", content: "The quay is closed." },
  { id: "undated", content: "Nobody asked the port." },
  { id: "early", when: "2031-05-02", content: "The quay will open." },
].map((quote) => ({ source: "s1", kind: "direct", speakers: ["a1"], cue: "said", passages: [], ...quote }));

const shown = (page: Page) => page.locator(".loose__list > li:visible .quote").evaluateAll((all) => all.map(({ id }) => id));
const nothing = (page: Page) => page.getByRole("heading", { name: "Nothing matches" });

test("data with quotes and no events count quotes, in the order of time", async ({ page }) => {
  await serveData(page, { body: JSON.stringify({ ...story, events: [], discrepancies: [], quotes }) });
  await open(page);
  await expect(result(page)).toHaveText("3 quotes");
  await expect(page.getByRole("combobox", { name: "Count" })).toHaveCount(0); // there is nothing else to count
  await expect.poll(() => shown(page)).toEqual(["early", "late", "undated"]);
  await expect(nothing(page)).toHaveCount(0);
  await choose(page, "Speaker", "Speaker 1");
  await expect(result(page)).toHaveText("2 of 3 quotes");
  await open(page, "?q=quay");
  await expect(result(page)).toHaveText("2 of 3 quotes");
  await expect.poll(() => shown(page)).toEqual(["early", "late"]);
  await open(page, "?q=lighthouse");
  await expect(nothing(page)).toBeVisible();
});

test("where only such quotes are found, nothing says that nothing is", async ({ page }) => {
  await serveData(page, { body: JSON.stringify({ ...story, quotes }) });
  await open(page, "?q=quay+closed");
  await expect.poll(() => shown(page)).toEqual(["late"]);
  await expect(result(page)).toHaveText("0 of 2 events");
  await expect(nothing(page)).toHaveCount(0);
});
