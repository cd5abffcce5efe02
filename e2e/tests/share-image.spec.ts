// An event, a quote, a difference and a comparison as an image, and as HTML that needs nothing else.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open, toggle } from "./reader";
import { dialog, field, saved, share, tab } from "./share";

test.beforeEach(async ({ page, faults }) => {
  faults.allow(/willReadFrequently/); // it is this test that reads often
  await serveData(page);
});

const ALTERNATIVE = "The same in words, as the image’s alternative text";

/** How large the image is, how many colours it has, and what is in its first corner. */
async function drawn(page: Page) {
  return dialog(page).locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    return { width: canvas.width, height: canvas.height, colours: colours.size, corner: [...data.slice(0, 4)] };
  });
}

async function openEvent(page: Page) {
  await open(page);
  await toggle(page, "vote").click();
  await share(page, "Image", /^Share: /);
}

test("the image of an event is drawn at twice its size, and saved as PNG", async ({ page }) => {
  await openEvent(page);
  const { width, height, colours } = await drawn(page);
  expect([width, height > 400, colours > 50]).toEqual([1_440, true, true]);
  const { name, bytes } = await saved(page, "Download the image");
  expect(name).toMatch(/^sidebyline-harbour-[\d-]+-vote\.png$/);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
});

test("it is light or dark as it is chosen, and first as the page is", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openEvent(page);
  const dark = await drawn(page);
  expect(dark.corner[0]).toBeLessThan(60);
  await dialog(page).getByRole("radio", { name: "light" }).check();
  await expect.poll(async () => (await drawn(page)).corner[0]).toBeGreaterThan(200);
});

test("its alternative says the same in words, and whose they are", async ({ page }) => {
  await openEvent(page);
  const said = await field(page, ALTERNATIVE).inputValue();
  for (const label of await page.locator("article#vote .column__head .badge").allTextContents()) expect(said).toContain(`Article ${label}: `);
  for (const words of await page.locator("article#vote .mention .verbatim").allTextContents()) expect(said).toContain(words);
  expect(said).toContain("In our words: ");
  expect(said).toContain("event/vote/");
});

test("a quote, a difference, a comparison of articles and one of words have images too", async ({ page }) => {
  await open(page, "?view=quotes");
  await page.locator("#c-okafor-two-years").getByRole("button", { name: /^Share this quote of: / }).click();
  await tab(page, "Image").click();
  expect((await drawn(page)).colours).toBeGreaterThan(20);
  await page.goto("./?view=discrepancies");
  await page.locator("#letter-status").getByRole("button", { name: /^Share: / }).click();
  await tab(page, "Image").click();
  expect((await drawn(page)).colours).toBeGreaterThan(20);
  await page.goto("./?view=compare&source=a,d");
  await share(page, "Image");
  expect((await drawn(page)).height).toBeGreaterThan(1_000);
  await expect(field(page, ALTERNATIVE)).toHaveValue(/silent|before it was known|not known/);
  await page.unrouteAll();
  await page.goto("./?view=variants&items=c-twice,p-twice,d-twice&data=demo-library-2031-03");
  await share(page, "Image");
  await expect(field(page, ALTERNATIVE)).toHaveValue(/How they put it/);
});

test("HTML keeps the sources’ words as quotations, and has no style, script or class", async ({ page }) => {
  await openEvent(page);
  await tab(page, "HTML").click();
  const code = await field(page, "HTML").inputValue();
  expect(code).not.toMatch(/ (style|class|id|on\w+)=|<script|<style/);
  const read = await page.evaluate((code) => {
    const body = new DOMParser().parseFromString(code, "text/html").body;
    return {
      quotes: [...body.querySelectorAll("blockquote")].map((quote) => quote.textContent),
      cites: [...body.querySelectorAll("blockquote[cite]")].length,
      links: [...body.querySelectorAll("a")].map((link) => link.href),
    };
  }, code);
  for (const words of await page.locator("article#vote .mention .verbatim").allTextContents()) expect(read.quotes).toContain(words);
  expect(read.links).toEqual([new URL("event/vote/", page.url()).href]);
});
