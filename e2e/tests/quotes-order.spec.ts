// Where words are searched for, quotes can stand by how well they fit them.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { newsroom } from "./newsroom";
import { open, result } from "./reader";

const quotes = (count: number) => [
  "A long speech on the harbour, its cranes, its rails, its sheds, its smell, and then on the truce of the dockers.",
  "Truce is truce.",
  "There is a truce now.",
  ...Array.from({ length: count }, (_, at) => `There is a truce on quay number ${at}, and one more on the next.`),
].map((content, at) => ({
  id: `q${at}`, source: "s1", kind: "direct", speakers: [`a${at % 3}`], cue: "said", when: `2031-05-0${1 + (at % 9)}`, content, passages: [],
}));
const serve = (page: Page, count: number) => serveData(page, { body: JSON.stringify({ ...newsroom(3, 2), quotes: quotes(count) }) });
const order = (page: Page) => page.getByRole("combobox", { name: "Order" });
const shown = (page: Page) => page.locator(".said:visible .said__quote").evaluateAll((all) => all.map(({ id }) => id));

test("the best match comes first where that is chosen, says who speaks, and is a step in the history", async ({ page }) => {
  await serve(page, 0);
  await open(page, "?view=quotes");
  await expect(page.locator(".said:visible")).toHaveCount(3);
  await expect(order(page)).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("truce");
  await expect(order(page)).toHaveValue("by speaker and time");
  await order(page).focus();
  await order(page).selectOption("best match first");
  await expect(page).toHaveURL(/\?view=quotes&q=truce&order=fit$/);
  await expect.poll(() => shown(page)).toEqual(["q1", "q2", "q0"]);
  await expect(page.locator(".said:visible .said__who")).toHaveText(["Speaker 1", "Speaker 2", "Speaker 0"]);
  await expect(page.getByRole("status")).toHaveText("3 quotes, best match first");
  await expect(order(page)).toBeFocused();
  await page.goBack();
  await expect.poll(() => shown(page)).toEqual(["q0", "q1", "q2"]);
});

test("of many quotes those that fit best come in parts", async ({ page }) => {
  await serve(page, 297);
  await open(page, "?view=quotes&q=truce&order=fit");
  await expect(page.locator(".said:visible")).toHaveCount(50);
  expect((await shown(page)).slice(0, 2)).toEqual(["q1", "q2"]);
  await page.getByRole("link", { name: "Last", exact: true }).click();
  await expect(page.locator(".part-links__place")).toHaveText("251 to 300 of 300");
  expect((await shown(page)).at(-1)).toBe("q0");
  await expect(result(page)).toHaveText("300 quotes");
});
