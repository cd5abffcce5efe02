// The rows can stand in another order than that of time, and the address says so.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { line, openCoverage, rows } from "./across";
import { serveData } from "./harbour";

test.beforeEach(async ({ page }) => serveData(page));

const head = (page: Page, name: RegExp) => page.getByRole("columnheader", { name });

test("most reported first, most disputed first, and back in time", async ({ page }) => {
  await openCoverage(page);
  await expect(head(page, /^Event/)).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByText("Background: what came before")).toBeVisible();

  await head(page, /^Reports/).getByRole("link").click();
  await expect(page).toHaveURL(/\?view=coverage&order=reports$/);
  await expect(head(page, /^Reports/)).toHaveAttribute("aria-sort", "descending");
  await expect(head(page, /^Event/)).not.toHaveAttribute("aria-sort");
  const counts = await page.locator("tbody.coverage__body .coverage__total").allTextContents();
  expect(counts.map((count) => parseInt(count, 10))).toEqual(counts.map((count) => parseInt(count, 10)).sort((a, b) => b - a));
  await expect(page.getByText("Background: what came before")).toHaveCount(0);

  await head(page, /Differences|most disputed/).getByRole("link").click();
  await expect(page).toHaveURL(/order=disagreement$/);
  const disputed = (await rows(page)).map((id) => line(page, id).locator(".difference__tally"));
  const numbers = await Promise.all(disputed.map(async (tally) => ((await tally.count()) ? parseInt((await tally.textContent())!.replace(/\D+/, ""), 10) : 0)));
  expect(numbers[0]).toBeGreaterThan(0);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));

  await page.goBack();
  await expect(page).toHaveURL(/order=reports$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?view=coverage$/);
  expect((await rows(page))[0]).toBe("letter");
});

test("a link with an order, columns and rows shows just that, and is printed as it was", async ({ page }) => {
  await openCoverage(page, "&q=crane&rows=reported.c&order=disagreement&columns=e,c");
  await expect(page.locator(".notices li")).toHaveCount(0);
  const sent = await rows(page);
  const link = await page.locator(".coverage__sort").nth(2).getAttribute("href");
  expect(link).toBe("?view=coverage&q=crane&rows=reported.c&order=disagreement&columns=e,c");
  await page.reload();
  await expect.poll(() => rows(page)).toEqual(sent);
});
