// Three articles with one origin are not three confirmations: where they are counted, it is told what may tie them.
import { expect, test } from "../harness/fixtures";
import { line, openCoverage, origins } from "./across";
import { serveData } from "./harbour";
import { open, toggle } from "./reader";
import { openCompare } from "./side";

test.beforeEach(async ({ page }) => serveData(page));

test("beside the number of reports stands to how many origins they may come down, and why", async ({ page }) => {
  await openCoverage(page);
  await expect(origins(page, "vote")).toContainText("perhaps 2 origins");
  await origins(page, "vote").click();
  const why = line(page, "vote").locator(".draws");
  await expect(why).toContainText("3 articles report it. If all that may tie them does, 2 origins remain: B, C; E.");
  await expect(why).toContainText("C is said in the data to draw on B.");
});

test("where they have it from the same voice, each report can be read", async ({ page }) => {
  await openCoverage(page);
  await origins(page, "letter").click();
  const why = line(page, "letter").locator(".draws");
  await expect(why).toContainText("B, C have it, or a part of it, from Port of Westhaven.");
  await why.getByRole("link", { name: "C: its report" }).click();
  await expect(page).toHaveURL(/\?view=compare#_in-letter-c$/);
  await expect(page.locator("[id='_in-letter-c']")).toBeFocused();
});

test("that no tie is known is no proof, and said to be none", async ({ page }) => {
  await openCoverage(page);
  await expect(origins(page, "petition")).toContainText("no tie known");
  await origins(page, "petition").click();
  await expect(line(page, "petition").locator(".draws")).toHaveText(/That doesn’t show that they are independent\.$/);
});

test("a single report has no origins to count", async ({ page }) => {
  await openCoverage(page);
  await expect(origins(page, "party")).toHaveCount(0);
});

test("all pairs that may not be independent are listed, with the events", async ({ page }) => {
  await openCoverage(page);
  const all = page.getByRole("region", { name: "Who may draw on whom" });
  const pair = all.locator(".draws__pair").filter({ hasText: "C is said in the data to draw on B." });
  await expect(pair.locator(".badge")).toHaveText(["B", "C"]);
  await expect(pair).toContainText("from the same voice, on 1 event:");
  await pair.getByRole("link").click();
  await expect(page).toHaveURL(/\?view=coverage#letter$/);
  await expect(line(page, "letter")).toBeFocused();
  await expect(line(page, "letter").locator(".draws")).toBeVisible();
});

test("the comparison notes it beside the event, and the timeline leads to it", async ({ page }) => {
  await openCompare(page);
  await page.getByRole("link", { name: "perhaps 2 origins" }).first().click();
  await expect(page).toHaveURL(/\?view=coverage#/);
  await open(page);
  await toggle(page, "vote").click();
  await page.locator("#vote").getByRole("link", { name: "Who may draw on whom" }).click();
  await expect(page).toHaveURL(/\?view=coverage#vote$/);
  await expect(line(page, "vote").locator(".draws")).toBeVisible();
});
