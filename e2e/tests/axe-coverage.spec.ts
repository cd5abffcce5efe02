// What axe finds on the page of coverage, in both themes.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { cell, openCoverage, origins } from "./across";
import { serveData } from "./harbour";
import { newsroom } from "./newsroom";

test("all events, with cells, origins and columns opened", async ({ page }) => {
  await serveData(page);
  await openCoverage(page);
  await (await cell(page, "vote", "C")).click();
  await (await cell(page, "petition", "C")).click();
  await origins(page, "letter").click();
  await page.locator("summary", { hasText: "Order of the columns" }).click();
  await expect(page.locator(".draws").first()).toBeVisible();
  await expectAccessible(page);
});

test("with a choice of rows and another order", async ({ page }) => {
  await serveData(page);
  await openCoverage(page, "&rows=reported.c&order=disagreement&q=crane");
  await expectAccessible(page);
});

test("dozens of outlets, their articles together", async ({ page }) => {
  await serveData(page, { body: JSON.stringify(newsroom(12, 6)) });
  await openCoverage(page, "&group=outlet");
  await expectAccessible(page);
});

test("with nothing left", async ({ page }) => {
  await serveData(page);
  await openCoverage(page, "&rows=could-not.d");
  await expect(page.getByRole("heading", { name: "No event is left" })).toBeVisible();
  await expectAccessible(page);
});
