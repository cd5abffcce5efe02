// Pages other than the timeline come with parts of the program of their own, when one of them is first asked for.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { open, result } from "./reader";

const later = /sidebyline-later-/;

function requests(page: Page): string[] {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  return urls;
}

function tab(page: Page, name: string) {
  return page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });
}

test("the first view asks for nothing that only later pages need", async ({ page }) => {
  const asked = requests(page);
  await open(page);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => later.test(url))).toEqual([]);
});

test("a later page brings program and styles, and another of the same part nothing more", async ({ page }) => {
  const asked = requests(page);
  await open(page);
  await tab(page, "Quotes").click();
  await expect(page.getByRole("navigation", { name: "Speakers" })).toBeVisible();
  const brought = () => asked.filter((url) => later.test(url));
  expect(new Set(brought().map((url) => url.replace(/^.*\./, "")))).toEqual(new Set(["css", "wasm"]));
  const once = brought().length;
  await tab(page, "Compare").click();
  await expect(page.getByRole("group", { name: "Which events" })).toBeVisible();
  expect(brought()).toHaveLength(once);
});

test("a page that doesn't come says so, leaves the rest in use, and comes when it is asked for again", async ({ page, faults }) => {
  faults.allow(/sidebyline-later-.*\.wasm|Failed to load resource|Failed to fetch|WebAssembly|404/);
  await page.route("**/sidebyline-later-*.wasm", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await open(page);
  await tab(page, "Quotes").click();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await tab(page, "Timeline").click();
  await expect(page.locator("article.event:visible").first()).toBeVisible();
  await tab(page, "Quotes").click();
  await page.unroute("**/sidebyline-later-*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("navigation", { name: "Speakers" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a host that calls the second part something else doesn't matter", async ({ page }) => {
  await page.route("**/sidebyline-later-*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await open(page, "?view=quotes");
  await expect(page.getByRole("navigation", { name: "Speakers" })).toBeVisible();
});

test("a search of packed data brings what does it, once, and an address that searches shows nothing else before", async ({ page }) => {
  const asked = requests(page);
  const brought = () => asked.filter((url) => later.test(url) && url.endsWith(".wasm")).length;
  await open(page);
  const all = Number((await result(page).textContent())?.replace(/\D.*/, ""));
  const before = brought();
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  await field.fill("truce");
  await expect(result(page)).toContainText(` of ${all} `);
  const found = await result(page).textContent();
  const once = brought();
  expect(once).toBeGreaterThan(before);
  await field.fill("ceasefire");
  await expect(result(page)).not.toHaveText(found ?? "");
  expect(brought()).toBe(once);
  await open(page, "?q=truce");
  await expect(result(page)).toHaveText(found ?? "");
});

test("where what searches doesn't come, all is shown and that is said, and the next letter asks again", async ({ page, faults }) => {
  faults.allow(/sidebyline-later-.*\.wasm|Failed to load resource|Failed to fetch|WebAssembly|404/);
  await open(page);
  const all = await result(page).textContent();
  await page.route("**/sidebyline-later-*.wasm", (route) => route.fulfill({ status: 404, body: "Not found" }));
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  await field.fill("truce");
  await expect(page.locator(".notices")).toContainText("What searches could not be loaded");
  await expect(result(page)).toHaveText(all ?? "");
  await page.unroute("**/sidebyline-later-*.wasm");
  await field.fill("truces");
  await expect(page.locator(".notices")).not.toContainText("could not be loaded");
});
