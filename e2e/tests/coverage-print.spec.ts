// On paper: the table whole, and what was chosen for it.
import { expect, test } from "../harness/fixtures";
import { cell, openCoverage } from "./across";
import { serveData } from "./harbour";
import { newsroom } from "./newsroom";
import { chips } from "./reader";
import { expectNothingSideways } from "./screen";

test("what is chosen is printed, and nothing that can only be pressed", async ({ page }) => {
  await serveData(page);
  await openCoverage(page, "&q=crane&rows=reported.c");
  await (await cell(page, "vote", "C")).click();
  await page.emulateMedia({ media: "print" });
  await expect(chips(page)).toHaveText([/Search “crane”/]);
  await expect(page.locator(".rows__chosen")).toBeVisible();
  await expect(page.locator(".coverage__panel")).toBeVisible();
  // A cell is a button that says what its article does; what ties reports is one that says so, too.
  const pressed = page.locator("button:visible:not(.chip, .coverage__cell, .coverage__origins), select:visible, input:visible, nav:visible, .coverage__columns:visible");
  expect(await pressed.evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 100)))).toEqual([]);
});

test("no column is cut, however many there are", async ({ page }) => {
  await serveData(page, { body: JSON.stringify(newsroom(30, 12)) });
  await page.setViewportSize({ width: 1040, height: 700 }); // A4 across
  await openCoverage(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".coverage").evaluate((box) => getComputedStyle(box).overflowX)).toBe("visible");
  await expectNothingSideways(page);
});
