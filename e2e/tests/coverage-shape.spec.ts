// Nothing by colour alone, nothing too small to hit, nothing that reaches out of the page.
import { expect, test } from "../harness/fixtures";
import { cell, openCoverage } from "./across";
import { serveData } from "./harbour";
import { expectNothingSidewaysAtAnyWidth, place } from "./screen";

test.beforeEach(async ({ page }) => serveData(page));

test("where the system chooses the colours, the marks are still to be seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openCoverage(page);
  const report = await cell(page, "vote", "C");
  expect(await report.evaluate((button) => getComputedStyle(button, "::before").content)).toContain("≠");
  await report.click();
  expect(await report.evaluate((button) => getComputedStyle(button).outlineStyle + getComputedStyle(button).borderBottomStyle)).toContain("solid");
});

test("a finger hits a cell", async ({ page, isMobile }) => {
  test.skip(!isMobile, "a pointer needs less");
  await openCoverage(page);
  for (const label of ["A", "E"]) {
    const { width, height } = await place(await cell(page, "vote", label));
    expect(width).toBeGreaterThanOrEqual(44);
    expect(height).toBeGreaterThanOrEqual(44);
  }
});

test("nothing scrolls sideways at any width", async ({ page }) => {
  await openCoverage(page);
  await (await cell(page, "vote", "C")).click();
  await expectNothingSidewaysAtAnyWidth(page);
});
