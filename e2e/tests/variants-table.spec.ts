// The form for experts: a native table, a witness a row, a stretch a column.
import { expect, test } from "../harness/fixtures";
import { chosen, openDemo } from "./variants";

test("each witness is a row with a head, and what it lacks is told", async ({ page }) => {
  await openDemo(page, "&items=n-danger,r-danger");
  await page.getByRole("radio", { name: "Table" }).check();
  await expect(page).toHaveURL(/form=table/);
  const table = chosen(page).getByRole("table");
  await expect(table.getByRole("rowheader")).toHaveText(["NN", "RR"]);
  await expect(table.getByRole("columnheader")).toHaveText(["Article", "1: the same", "≠2: Other words", "3: the same", "–4: Shortened"]);
  await expect(table.getByRole("row").nth(1).getByRole("cell")).toHaveText(["There is no danger to", "anyone", "in Alder Street", "–left out"]);
  await page.reload();
  await expect(table).toBeVisible();
  await page.getByRole("radio", { name: "One line" }).check();
  await expect(page).not.toHaveURL(/form=/);
  await expect(table).toHaveCount(0);
});

test("a table that is too wide scrolls in a box that the keyboard reaches", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDemo(page, "&items=n-carried,p-carried,r-carried,d-carried&form=table");
  const box = chosen(page).getByRole("group", { name: "How they differ" });
  await box.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test("on paper the table isn't cut off by its box", async ({ page }) => {
  await openDemo(page, "&form=table");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".collation").first()).toHaveCSS("overflow-x", "visible");
  await expect(page.locator(".choose")).toBeHidden();
});
