// What is known of the data as a whole, and what was corrected since a link was made.
import { createHash } from "node:crypto";

import { type Page } from "@playwright/test";

import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { harbourFile } from "./elsewhere";
import { events, serveData } from "./harbour";

const corrections = [
  { date: "2031-06-02", version: "1.2.0", note: "The mayor spoke on Monday, not on Sunday." },
  { date: "2031-05-20", version: "1.1.0", note: "A name was misspelt." },
];

async function open(page: Page, changed: object, query = "") {
  const body = JSON.stringify({ ...JSON.parse(harbourFile), version: "1.2.0", creators: ["A. Coder"], publisher: "The Westhaven Desk", ...changed });
  await serveData(page, { body });
  await page.goto(`./${query}`);
  await expect(events(page).first()).toBeVisible();
  return body;
}

async function about(page: Page) {
  const details = page.locator("details.colophon__about");
  await details.locator("summary").click();
  await expect(details.locator(".about__facts")).toBeVisible();
  return details;
}

test("version, licence, contact, corrections and the file stand at the foot of the page", async ({ page }) => {
  const body = await open(page, { corrections, contact: "desk@westhaven.example" });
  const known = await about(page);
  for (const words of ["1.2.0", "12 May 2031", "CC0-1.0", "A. Coder", "The Westhaven Desk", "All of it is invented."]) await expect(known).toContainText(words);
  await expect(known).toContainText(createHash("sha256").update(body).digest("hex"));
  await expect(known.getByRole("link", { name: "desk@westhaven.example" })).toHaveAttribute("href", "mailto:desk@westhaven.example");
  await expect(known.locator(".corrections li")).toHaveText([/2 June 2031, version 1\.2\.0: The mayor/, /20 May 2031, version 1\.1\.0: A name/]);
  const download = known.getByRole("link", { name: "Download it" });
  await expect(download).toHaveAttribute("download");
  await expect(download).toHaveAttribute("href", /^data\/[a-z0-9-]+\.json$/);
  await expectAccessible(page, "footer");
});

test("a contact that is no address is no link, and no correction is none", async ({ page }) => {
  await open(page, { contact: "javascript:alert(1)" });
  const known = await about(page);
  await expect(known).toContainText("javascript:alert(1)");
  await expect(known.locator("a[href^='javascript']")).toHaveCount(0);
  await expect(known).toContainText("None so far.");
});

const pinned: [string, object, string, RegExp, RegExp[]][] = [
  ["an older version tells what was corrected since", { corrections }, "?v=1.1.0", /This is version 1\.2\.0\. Corrected since:/, [/The mayor/]],
  ["the first version tells all of it", { corrections }, "?v=1.0.0", /Corrected since:/, [/The mayor/, /A name/]],
  ["a version of another kind tells what may have been corrected", { corrections }, "?v=draft", /perhaps before the link was made/, [/The mayor/, /A name/]],
  ["an older version of data without corrections says that none is noted", {}, "?v=1.1.0", /No correction is noted since/, []],
];

for (const [name, changed, query, says, told] of pinned) {
  test(`a link to ${name}`, async ({ page }) => {
    await open(page, changed, query);
    const notices = page.locator(".notices");
    await expect(notices).toContainText("which is no longer here");
    await expect(notices).toContainText(says);
    await expect(notices.locator(".corrections li")).toHaveText(told);
    await expectAccessible(page, ".notices");
  });
}

test("a link to the version that is here tells nothing", async ({ page }) => {
  await open(page, { corrections }, "?v=1.2.0");
  await expect(page.locator(".notices")).toBeEmpty();
});
