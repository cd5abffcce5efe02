// A reader opens a file of her own: in this tab, and nowhere else.
import { type Page } from "@playwright/test";

import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { expectProblem, harbourFile } from "./elsewhere";
import { open, result } from "./reader";

const file = (body = harbourFile, name = "westhaven.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(body) });
const about = (page: Page) => page.locator("details.colophon__about");
const picker = (page: Page) => page.getByLabel("Choose a file");
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Holds a file over the page, and drops it if `drops`. */
async function drag(page: Page, kind: string, name: string, steps: string[], body = harbourFile) {
  await page.evaluate(([kind, name, steps, body]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([body], name, { type: kind }));
    for (const step of steps) {
      const event = new DragEvent(step, { dataTransfer, bubbles: true, cancelable: true });
      (document.querySelector("main") ?? document.body).dispatchEvent(event);
    }
  }, [kind, name, steps, body] as const);
}

async function expectOpened(page: Page) {
  await expect(title(page)).toHaveText("The crane of Westhaven, May 2031");
  await expect(page.locator(".home")).toContainText("You opened “westhaven.json”");
  await expect(page.locator(".home")).toContainText("lead nowhere for others");
  expect(new URL(page.url()).search).toBe("?data=_local");
}

test("a file is chosen at the foot of the page, and Back leads to the site's own data", async ({ page }) => {
  await open(page, "?topic=crimea");
  const own = await title(page).textContent();
  await about(page).locator("summary").click();
  await picker(page).setInputFiles(file());
  await expectOpened(page);
  await expect(title(page)).toBeFocused();
  await expectAccessible(page, ".home");
  await page.goBack();
  await expect(title(page)).toHaveText(own!);
  await expect(page.locator(".home")).toHaveCount(0);
  expect(new URL(page.url()).search).toBe("?topic=crimea");
  await page.goForward();
  await expectOpened(page);
  // What she does with it stays with it.
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(page.locator(".home")).toBeVisible();
  expect(new URL(page.url()).searchParams.get("data")).toBe("_local");
});

test("nothing of the file leaves the tab", async ({ page }) => {
  await open(page);
  await about(page).locator("summary").click();
  await expect(picker(page)).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await picker(page).setInputFiles(file());
  await expectOpened(page);
  expect(asked.filter((url) => !/sidebyline-later-|\.css$|favicon/.test(url))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("Westhaven");
});

test("a link to it, or loading the page anew, explains why it isn't there, and takes the file", async ({ page }) => {
  await page.goto("./?view=quotes&data=_local#q1");
  await expectProblem(page, "This link leads to a file that isn’t here.", "never sent anywhere", "open it here");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expectAccessible(page);
  await picker(page).setInputFiles(file());
  await expect(page.locator(".home")).toContainText("westhaven.json");
  await page.reload();
  await expectProblem(page, "This link leads to a file that isn’t here.");
  await page.getByRole("link", { name: "The articles that this site shows by itself" }).click();
  await expect(page.locator(".home")).toHaveCount(0);
  await expect(result(page)).not.toBeEmpty();
});

test("a file is dropped anywhere on the page, which shows that it can be", async ({ page }) => {
  await open(page);
  await drag(page, "application/json", "westhaven.json", ["dragenter"]);
  await expect.poll(async () => {
    await drag(page, "application/json", "westhaven.json", ["dragover"]);
    return page.locator(".drop").count();
  }).toBe(1);
  await expect(page.locator(".drop")).toContainText("Drop the file to open it as a dataset");
  await expectAccessible(page, ".drop");
  await drag(page, "application/json", "westhaven.json", ["dragleave"]);
  await expect(page.locator(".drop")).toHaveCount(0);
  await drag(page, "application/json", "westhaven.json", ["dragover", "drop"]);
  await expectOpened(page);
  await expect(page.locator(".drop")).toHaveCount(0);
});

test("what is no JSON is left alone", async ({ page }) => {
  await open(page);
  await drag(page, "application/json", "a.json", ["dragenter"]);
  await expect.poll(async () => {
    await drag(page, "application/json", "a.json", ["dragover"]);
    return page.locator(".drop").count();
  }).toBe(1);
  for (const kind of ["image/png", "text/plain"]) {
    await drag(page, kind, "a.txt", ["dragover", "drop"]);
    await expect(page.locator(".drop")).toHaveCount(0);
  }
  await expect(page.locator(".home")).toHaveCount(0);
});

for (const [name, given, what, says] of [
  ["is no JSON", file("oops"), "The file can’t be read.", "not JSON"],
  ["is a web page", file("<!doctype html>"), "The file can’t be read.", "HTML"],
  ["is empty", file(""), "The file can’t be read.", "The file is empty"],
  ["is cut off", file(harbourFile.slice(0, 700)), "The file can’t be read.", "ends in the middle"],
  ["is of a newer format", file('{"format": "sidebyline/2"}'), "The file can’t be read.", "newer format"],
  ["is other JSON", file("{}"), "The file can’t be read.", "doesn't say that it is a dataset"],
  ["is no text", { ...file(), buffer: Buffer.from([0x7b, 0xff, 0xfe]) }, "The file can’t be read.", "no text in UTF-8 (byte 2)"],
  ["is called otherwise", { ...file(), name: "quotes.csv", mimeType: "text/csv" }, "That file is no dataset.", "“quotes.csv”"],
  ["has 301 MB", { ...file(), buffer: undefined }, "The file is too large.", "larger than 300 MB"],
] as const) {
  test(`a file that ${name} is refused with the reason, and another one is taken`, async ({ page }) => {
    await page.goto("./?data=_local");
    if (!given.buffer) {
      // Too large for the channel to the browser, so it is made there.
      await picker(page).evaluate((input: HTMLInputElement) => {
        const dataTransfer = new DataTransfer();
        const megabyte = "x".repeat(1_000_000);
        dataTransfer.items.add(new File(Array<string>(301).fill(megabyte), "large.json", { type: "application/json" }));
        input.files = dataTransfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
    } else {
      await picker(page).setInputFiles({ ...given });
    }
    await expectProblem(page, what, says);
    await expect(page.getByRole("alert")).toContainText(what);
    await picker(page).setInputFiles(file());
    await expectOpened(page);
  });
}

test("the file can be chosen by the keyboard", async ({ page }) => {
  const chooser = page.waitForEvent("filechooser"); // the browser has to know of it some time before
  await page.goto("./?data=_local");
  await expect(picker(page)).toBeVisible();
  await page.getByRole("link", { name: "The articles that this site shows by itself" }).focus();
  await page.keyboard.press("Tab");
  await expect(picker(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(file());
  await expectOpened(page);
});
