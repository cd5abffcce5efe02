// The table is one stop of the Tab key; the arrow keys go from cell to cell.
import { expect, test } from "../harness/fixtures";
import { cell, line, openCoverage, origins, totals } from "./across";
import { serveData } from "./harbour";

test.skip(({ isMobile }) => isMobile, "a phone has no arrow keys");
test.beforeEach(async ({ page }) => serveData(page));

test("the arrow keys, Home and End go through all that can be pressed", async ({ page }) => {
  await openCoverage(page);
  await page.locator(".coverage__sort").last().focus();
  await page.keyboard.press("Tab");
  await expect(totals(page, "reports it").first().getByRole("link")).toBeFocused();
  await page.keyboard.press("Control+End");
  const last = line(page, "port-moves");
  await expect(last.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Home");
  await expect(await cell(page, "port-moves", "A")).toBeFocused();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowUp");
  await expect(await cell(page, "party", "A")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(await cell(page, "vote", "B")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(await cell(page, "vote", "B")).toHaveAttribute("aria-expanded", "true");
  await expect(await cell(page, "vote", "B")).toBeFocused();
  await page.keyboard.press("End");
  await expect(origins(page, "vote")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(line(page, "vote").locator(".coverage__total")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(line(page, "vote").locator(".coverage__panel :focus")).toHaveCount(1);
  await page.keyboard.press("Shift+Tab");
  await expect(line(page, "vote").locator(".coverage__total")).toBeFocused();
});

test("Tab passes the table in one step, and comes back to where it was", async ({ page }) => {
  await openCoverage(page);
  await (await cell(page, "vote", "D")).focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(".coverage__table :focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(await cell(page, "vote", "D")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator(".coverage__sort").last()).toBeFocused();
});

test("where the row of the way in is filtered away, there is another", async ({ page }) => {
  await openCoverage(page);
  await (await cell(page, "vote", "D")).focus();
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("jib");
  await expect(page.locator("tbody.coverage__body:visible")).toHaveCount(2);
  await expect(page.locator("tbody:not([hidden]) .coverage__stop[tabindex='0']")).toHaveCount(1);
});
