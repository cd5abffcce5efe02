// The columns go where a reader wants them, by the keyboard too.
import { expect, test } from "../harness/fixtures";
import { cell, labels, openCoverage } from "./across";
import { serveData } from "./harbour";
import { newsroom } from "./newsroom";

test("a column moves, its button keeps the focus, and the address says it shortly", async ({ page }) => {
  await serveData(page);
  await openCoverage(page);
  await page.locator("summary", { hasText: "Order of the columns" }).click();
  const left = page.getByRole("button", { name: "Move C to the left" });
  await left.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => labels(page)).toEqual(["A", "C", "B", "D", "E"]);
  await expect(left).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("C is now column 2 of 5");
  await expect(await cell(page, "petition", "C")).toHaveAccessibleName("silent");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?view=coverage&columns=c$/);
  await expect(left).toHaveAttribute("aria-disabled", "true");
  await expect(left).toBeFocused();
  await page.getByRole("button", { name: "Usual order" }).click();
  await expect(page).toHaveURL(/\?view=coverage$/);
  await expect.poll(() => labels(page)).toEqual(["A", "B", "C", "D", "E"]);
  await page.goBack();
  await expect.poll(() => labels(page)).toEqual(["C", "A", "B", "D", "E"]);
});

test("the articles of an outlet stand together under its name, with how many events it reports", async ({ page }) => {
  await serveData(page, { body: JSON.stringify(newsroom(3, 20)) });
  await openCoverage(page);
  expect(await labels(page)).toEqual(["N00", "N01", "N02", "N0b"]);
  await page.locator("summary", { hasText: "Order of the columns" }).click();
  await page.getByRole("checkbox", { name: "The articles of an outlet together" }).check();
  await expect(page).toHaveURL(/\?view=coverage&group=outlet$/);
  await expect.poll(() => labels(page)).toEqual(["N00", "N0b", "N01", "N02"]);
  const outlet = page.locator("th[scope=colgroup]").first();
  await expect(outlet).toContainText("The Westhaven Courier 0");
  const count = parseInt(/(\d+) events? in all/.exec((await outlet.textContent())!)![1]!, 10);
  await outlet.getByRole("link").click();
  await expect(page).toHaveURL(/source=s0,s3/);
  await expect(page.locator("tbody.coverage__body:visible")).toHaveCount(count);
});
