// Where the site has a page for each event and each difference, links lead to these; in an embed too.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open, toggle } from "./reader";
import { dialog, field, share } from "./share";

/** Serves the page as a build with such pages makes it. */
async function withPages(page: Page) {
  await serveData(page);
  await page.route((url) => url.pathname.endsWith("/path/"), async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("<title>", '<meta name="pages" content="event difference"><title>');
    await route.fulfill({ response, body });
  });
}

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

for (const embed of ["", "?embed=1&theme=dark"]) {
  test(`an event is linked to its own page from ./${embed}`, async ({ page }) => {
    await withPages(page);
    await open(page, embed);
    await toggle(page, "vote").click();
    await page.locator("#vote").getByRole("button", { name: /^Copy link to: / }).first().click();
    await expect.poll(() => clipboard(page)).toBe(new URL("event/vote/", page.url()).href);
    await share(page, undefined, /^Share: /);
    await expect(field(page, "Link")).toHaveValue(new URL("event/vote/", page.url()).href);
    await dialog(page).getByRole("checkbox", { name: /^Pin/ }).check();
    await expect(field(page, "Link")).toHaveValue(new URL("?v=1.0.0#vote", page.url()).href);
  });
}

test("so is a difference; a quote is linked to its place", async ({ page }) => {
  await withPages(page);
  await open(page, "?view=discrepancies");
  await page.locator("#letter-status").getByRole("button", { name: /^Copy link to/ }).click();
  await expect.poll(() => clipboard(page)).toBe(new URL("difference/letter-status/", page.url()).href);
  await open(page, "?view=quotes&embed=1");
  await page.locator("#c-okafor-two-years").getByRole("button", { name: /^Copy link to this quote/ }).click();
  await expect.poll(() => clipboard(page)).toBe(new URL("?view=quotes#c-okafor-two-years", page.url()).href);
});

test("another dataset has no such pages", async ({ page }) => {
  await withPages(page);
  await open(page, "?data=harbour");
  await toggle(page, "vote").click();
  await page.locator("#vote").getByRole("button", { name: /^Copy link to: / }).first().click();
  await expect.poll(() => clipboard(page)).toBe(new URL("?data=harbour#vote", page.url()).href);
});

test("in an embed, what an address points to is opened, in view, and in focus", async ({ page, faults }) => {
  faults.allow(/favicon/);
  await serveData(page);
  for (const [address, id] of [["?embed=1#vote", "vote"], ["?embed=1#c-okafor-two-years", "c-okafor-two-years"], ["?embed=1&view=discrepancies#letter-status", "letter-status"]]) {
    await page.goto("about:blank");
    await open(page, address);
    await expect(page.locator(`[id="${id}"]`)).toBeFocused();
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  }
});
