// The site's own data come as a pack, and a reader can open one of her own. What it was made of is still to be had.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { type Page } from "@playwright/test";

import { expect, test as base } from "../harness/fixtures";
import { sidebyline } from "./command";
import { allow, ask, expectProblem, harbourFile, path, test as elsewhere } from "./elsewhere";
import { expectEvents, open } from "./reader";
import { dialog, field, saved, share } from "./share";

const harbour = "tests/fixtures/harbour.json";
const digest = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** A pack of the harbour. */
const test = base.extend<{}, { pack: Buffer }>({
  pack: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "sidebyline-"));
    sidebyline("pack", harbour, "-o", join(folder, "harbour.sidebyline"));
    await use(readFileSync(join(folder, "harbour.sidebyline")));
    rmSync(folder, { recursive: true });
  }, { scope: "worker" }],
});

/** Chooses a file at the foot of the page. */
async function choose(page: Page, buffer: Buffer, name = "westhaven.sidebyline") {
  await open(page);
  await page.locator("details.colophon__about summary").click();
  await page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "", buffer });
}

test("the site's own data come packed, and their JSON when a copy of it is wanted", async ({ page, request }) => {
  const asked: string[] = [];
  page.on("request", (one) => asked.push(new URL(one.url()).pathname.replace(/.*\//, "")));
  await open(page);
  await page.locator("details.colophon__about summary").click();
  const json = await (await request.get(await page.getByRole("link", { name: "Download it" }).getAttribute("href") ?? "")).body();
  await expect(page.locator(".about__facts")).toContainText(digest(json));
  await expect(page.locator(".about__facts")).toContainText(`${Math.floor(json.length / 1000)} KB`);
  await share(page, "Cite");
  await expect(field(page, "Plain text")).toHaveValue(new RegExp(digest(json)));
  expect(asked.filter((name) => name.endsWith(".json"))).toEqual([]);
  expect(asked.filter((name) => name.endsWith(".sidebyline"))).toHaveLength(1);
  await dialog(page).getByRole("tab", { name: "Download" }).click();
  const form = dialog(page).getByRole("combobox", { name: "Form" });
  await form.selectOption({ label: "JSON, as the data are" });
  const { bytes } = await saved(page, "Download: The file");
  const [copy, whole] = [JSON.parse(bytes.toString()), JSON.parse(json.toString())];
  expect(copy.events).toEqual(whole.events);
  expect(copy.excerpt.digest).toBe(`sha256:${digest(json)}`);
  expect(asked.filter((name) => name.endsWith(".json"))).toHaveLength(1);
});

test("while the JSON is on its way nothing moves, and the choice keeps the focus", async ({ page }) => {
  let send = () => {};
  await page.route("**/data/*.json", async (route) => {
    await new Promise<void>((resolve) => { send = resolve; });
    await route.continue();
  });
  await open(page);
  await share(page, "Download");
  const form = dialog(page).getByRole("combobox", { name: "Form" });
  await form.selectOption({ label: "JSON, as the data are" });
  await form.focus();
  const text = dialog(page).locator("#_share-file");
  await expect(text).toHaveValue(/on its way/);
  await expect(dialog(page).locator(".take[inert]")).toHaveCount(1);
  const before = await dialog(page).boundingBox();
  send();
  await expect(text).toHaveValue(/^\{/);
  await expect(dialog(page).locator(".take[inert]")).toHaveCount(0);
  await expect(form).toBeFocused();
  expect(await dialog(page).boundingBox()).toEqual(before);
});

test("where the pack is gone, the JSON takes its place", async ({ page, faults }) => {
  faults.allow(/404|Failed to load resource|failed: .*\.sidebyline|preload/);
  await page.route("**/data/*.sidebyline", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await open(page);
  await expect(page.locator("article.event:visible").first()).toBeVisible();
});

test("a reader opens a pack from a disk", async ({ page, pack }) => {
  await choose(page, pack);
  await expect(title(page)).toHaveText("The crane of Westhaven, May 2031");
  await expect(page.locator(".home")).toContainText("You opened “westhaven.sidebyline”");
  await share(page, "Cite");
  await expect(field(page, "Plain text")).toHaveValue(new RegExp(digest(harbourFile)));
  await dialog(page).getByRole("tab", { name: "Download" }).click();
  await dialog(page).getByRole("combobox", { name: "Form" }).selectOption({ label: "JSON, as the data are" });
  await expect(dialog(page)).toContainText("“sidebyline unpack” gives it back");
});

test("a pack of before there was an index in it is searched like any other", async ({ page }) => {
  await choose(page, readFileSync(fileURLToPath(new URL("../../tests/fixtures/harbour.sidebyline", import.meta.url))), "harbour.sidebyline");
  await expect(title(page)).toHaveText("The crane of Westhaven, May 2031");
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  await field.fill("okafor");
  await expectEvents(page, ["letter", "vote"]);
});

test("a pack whose rows are stored says and finds what any other does", async ({ page }) => {
  await choose(page, readFileSync(fileURLToPath(new URL("../../tests/fixtures/harbour-stored.sidebyline", import.meta.url))));
  await expect(title(page)).toHaveText("The crane of Westhaven, May 2031");
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("okafor");
  await expectEvents(page, ["letter", "vote"]);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(page.getByText("A crane is not a monument.").first()).toBeVisible();
});

test("a pack from a disk is searched too", async ({ page, pack }) => {
  await choose(page, pack);
  await expect(title(page)).toHaveText("The crane of Westhaven, May 2031");
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("okáfor");
  await expectEvents(page, ["letter", "vote"]);
});

const damages: [string, (pack: Buffer) => Buffer, string][] = [
  ["is cut off", (pack) => pack.subarray(0, -1), "The file ends in the middle"],
  ["is of a newer version", (pack) => Buffer.concat([pack.subarray(0, 8), Buffer.from([3]), pack.subarray(9)]), "newer version 3"],
  ["has another byte in it", (pack) => Buffer.from(pack.map((byte, at) => (at === 1_000 ? byte ^ 1 : byte))), "The file is damaged"],
];

for (const [name, damage, says] of damages) {
  test(`a pack that ${name} says so`, async ({ page, pack }) => {
    await choose(page, damage(pack));
    await expectProblem(page, "The file can’t be read.", says);
  });
}

elsewhere("a pack is shown from an origin that the site lists", async ({ page, host, other }) => {
  const folder = mkdtempSync(join(tmpdir(), "sidebyline-"));
  sidebyline("pack", harbour, "-o", join(folder, "harbour.sidebyline"));
  const pack = readFileSync(join(folder, "harbour.sidebyline"));
  rmSync(folder, { recursive: true });
  allow(host, other.origin);
  other.answers["/quotes.sidebyline"] = (response) =>
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "application/octet-stream" }).end(pack);
  await ask(page, host, `${other.origin}/quotes.sidebyline`);
  await expect(title(page)).toHaveText("The crane of Westhaven, May 2031");
  expect(host.asked).toContain(`${path()}config.json`);
});
