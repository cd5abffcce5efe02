// What is saved is just what is found, in each form.
import { type Page } from "@playwright/test";

import { expect, pageAddress, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open, toggle } from "./reader";
import { dialog, field, saved, share } from "./share";

test.beforeEach(async ({ page }) => serveData(page));

const view = "?source=d&status=-planned&q=crane";

/** The ids of the events that the page lists. */
async function listed(page: Page) {
  const events = page.locator("article.event:not([hidden])");
  return (await events.evaluateAll((all) => all.map((event) => event.id))).sort();
}

/** The rows of a table as RFC 4180 has them. */
function rows(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
}

test("a table has a row for each event that is found, and the dialog says how many", async ({ page }) => {
  await open(page, view);
  const ids = await listed(page);
  await share(page, "Download");
  await expect(dialog(page)).toContainText(`${ids.length} events, `);
  await expect(field(page, "The file")).toHaveValue(/^[^\n]*,/);
  const { name, bytes } = await saved(page, "Download: The file");
  expect(name).toMatch(/^sidebyline-harbour-\d{4}-\d\d-\d\d-events\.csv$/);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf])); // for spreadsheets
  const [head, ...events] = rows(bytes.subarray(3).toString());
  const id = head.indexOf("event");
  expect(events.map((row) => row[id]).sort()).toEqual(ids);
});

test("JSON is a dataset of what is found", async ({ page }) => {
  await open(page, view);
  const ids = await listed(page);
  await share(page, "Download");
  await dialog(page).getByRole("combobox", { name: "Form" }).selectOption({ label: "JSON, as the data are" });
  const { name, bytes } = await saved(page, "Download: The file");
  expect(name).toMatch(/^sidebyline-harbour-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(bytes.toString());
  expect(data.format).toBe("sidebyline/1");
  expect(data.events.map(({ id }: { id: string }) => id).sort()).toEqual(ids);
  // The page shows it as it shows any other.
  await page.keyboard.press("Escape");
  await serveData(page, { body: bytes });
  await open(page);
  expect(await listed(page)).toEqual(ids);
});

test("the other forms are there, and each can be copied", async ({ page }) => {
  await open(page, view);
  await share(page, "Download");
  const form = dialog(page).getByRole("combobox", { name: "Form" });
  await form.selectOption({ label: "Markdown table" });
  await dialog(page).getByRole("combobox", { name: "Rows" }).selectOption({ index: 2 });
  await expect(field(page, "The file")).toHaveValue(/^.*\|/m);
  expect((await saved(page, "Download: The file")).name).toMatch(/-quotes\.md$/);
  await form.selectOption({ label: "Web Annotations of the quotes" });
  await expect(dialog(page).getByRole("combobox", { name: "Rows" })).toHaveCount(0);
  const { name, bytes } = await saved(page, "Download: The file");
  expect(name).toMatch(/-quotes\.jsonld$|-quotes\.json$/);
  expect(JSON.stringify(JSON.parse(bytes.toString()))).toContain("http://www.w3.org/ns/anno.jsonld");
});

test("one event is saved by itself", async ({ page }) => {
  await open(page);
  await toggle(page, "vote").click();
  await share(page, "Download", /^Share: /);
  const { name, bytes } = await saved(page, "Download: The file");
  expect(name).toMatch(/^sidebyline-harbour-[\d-]+-vote-events\.csv$/);
  expect(rows(bytes.subarray(3).toString())).toHaveLength(2);
});

test("a citation names the version, the day, the link and the digest of the file", async ({ page }) => {
  await open(page, view);
  await share(page, "Cite");
  const digest = await page.evaluate(async () => {
    const bytes = await (await fetch(document.baseURI.replace(/[^/]*$/, "") + "data/x.json")).arrayBuffer();
    return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  for (const style of ["Plain text", "BibTeX", "CSL-JSON"]) {
    await expect(field(page, style)).toHaveValue(new RegExp(digest));
    await expect(field(page, style)).toHaveValue(/1\.0\.0/);
    await expect(field(page, style)).toHaveValue(/source=d/);
  }
  expect((await saved(page, "Download: BibTeX")).name).toMatch(/-citation\.bib$/);
  JSON.parse((await saved(page, "Download: CSL-JSON")).bytes.toString());
});

test("a quote is taken along as text with who says it and where", async ({ page }) => {
  await open(page, "?view=quotes");
  const quote = page.locator("#c-okafor-two-years");
  await quote.getByRole("button", { name: /^Share this quote of: / }).click();
  await expect(field(page, "The quote as text")).toHaveValue(/Okafor[^]*Article C[^]*\?view=quotes#c-okafor-two-years/);
});

test("a frame whose origin is kept from it saves nothing, and its texts can be copied by hand", async ({ page, faults }) => {
  faults.allow(/Permissions policy/i); // of the clipboard
  const address = `${pageAddress()}?embed=1&source=d`;
  await page.route("**/host.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Host</title><iframe title="View" sandbox="allow-scripts" src="${address}" width="700" height="700"></iframe>` }));
  await page.goto("./host.html");
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Share this view" }).click();
  await frame.getByRole("tab", { name: "Download" }).click();
  const file = frame.getByRole("textbox", { name: "The file" });
  await expect(file).toHaveValue(/\n/);
  await expect(frame.getByRole("button", { name: "Download: The file" })).toHaveCount(0);
  await frame.getByRole("button", { name: "Copy: The file" }).click();
  await expect(frame.locator(".sharing").getByRole("status")).not.toBeEmpty();
});
