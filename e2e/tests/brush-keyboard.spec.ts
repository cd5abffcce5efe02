// The two handles below the bars are sliders, which the arrow keys move.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, open, result } from "./reader";

test.skip(({ isMobile }) => isMobile, "a phone has no arrow keys");
test.beforeEach(async ({ page }) => serveData(page));

test("the arrow keys move the first and the last day, which say where they are", async ({ page }) => {
  await open(page);
  const [first, last] = [page.getByRole("slider", { name: "First day" }), page.getByRole("slider", { name: "Last day" })];
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await expect(first).toHaveAttribute("aria-valuetext", "6 May 2031");
  await expectChips(page, ["Days from 6 May 2031 on"]);
  await expect(page).toHaveURL(/\?from=2031-05-06$/);
  await page.keyboard.press("Tab");
  await expect(last).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(last).toHaveAttribute("aria-valuetext", "6 May 2031");
  await expectChips(page, ["Days 6 May 2031"]);
});

test("neither passes the other, and at the end of its way it leaves the days open", async ({ page }) => {
  await open(page, "?from=2031-05-06&to=2031-05-06");
  const [first, last] = [page.getByRole("slider", { name: "First day" }), page.getByRole("slider", { name: "Last day" })];
  await first.press("End");
  await expect(first).toHaveAttribute("aria-valuetext", "6 May 2031");
  await last.press("Home");
  await expect(last).toHaveAttribute("aria-valuetext", "6 May 2031");
  await last.press("End");
  await expect(page).toHaveURL(/\?from=2031-05-06$/);
  await first.press("Home");
  await expect(page).toHaveURL(/\/$/);
  await expect(result(page)).toHaveText("11 events");
});

test("moving a handle by several keys is one step of the history", async ({ page }) => {
  await open(page);
  const first = page.getByRole("slider", { name: "First day" });
  await first.press("ArrowRight");
  await first.press("ArrowRight");
  await expect(page).toHaveURL(/\?from=2031-05-07$/);
  await first.blur();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(result(page)).toHaveText("11 events");
  await expect(first).toHaveAttribute("aria-valuetext", "5 May 2031");
});
