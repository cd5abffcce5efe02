// The days can be chosen by drawing over the bars.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, expectEvents, open, result } from "./reader";
import { middleOfBar, place } from "./screen";

test.skip(({ isMobile }) => isMobile, "a phone has a finger instead: see brush-touch.spec.ts");
test.beforeEach(async ({ page }) => serveData(page));

const ofTheFirstTwoDays = ["letter", "petition", "inspection", "offer", "smoke", "march"];

test("drawing from one bar to another chooses their days, in one step of the history", async ({ page }) => {
  await open(page);
  const [first, second] = [await middleOfBar(page, 0, 3), await middleOfBar(page, 1, 3)];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(second.x, second.y, { steps: 5 });
  await expect(result(page)).toHaveText("6 of 11 events"); // while the button is still down
  await page.mouse.up();
  await expectEvents(page, ofTheFirstTwoDays);
  await expectChips(page, ["Days 5 to 6 May 2031"]);
  await expect(page).toHaveURL(/\?from=2031-05-05&to=2031-05-06$/);
  await page.goBack();
  await expect(result(page)).toHaveText("11 events");
  await expect(page).toHaveURL(/\/$/);
});

test("it makes no difference in which direction, and beyond the last bar there is nothing", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOfBar(page, 1, 3);
  const field = await place(page.locator(".histogram__field"));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(field.left - 15, y + 100, { steps: 5 });
  await expectChips(page, ["Days 5 to 6 May 2031"]);
  await page.mouse.move(field.right + 300, y, { steps: 5 });
  await page.mouse.up();
  await expectChips(page, ["Days 6 to 7 May 2031"]);
});

test("a press on a bar chooses its days alone", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOfBar(page, 2, 3);
  await page.mouse.click(x, y);
  await expectChips(page, ["Days 7 May 2031"]);
  await expect(page).toHaveURL(/\?from=2031-05-07&to=2031-05-07$/);
  await expect(page.getByRole("slider", { name: "First day" })).toHaveAttribute("aria-valuetext", "7 May 2031");
  await expect(page.getByRole("textbox", { name: "From" })).toHaveValue("2031-05-07");
});

test("Escape takes back what is being drawn", async ({ page }) => {
  await open(page, "?from=2031-05-07");
  const [first, second] = [await middleOfBar(page, 0, 3), await middleOfBar(page, 1, 3)];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(second.x, second.y, { steps: 5 });
  await expectChips(page, ["Days 5 to 6 May 2031"]);
  await page.keyboard.press("Escape");
  await expectChips(page, ["Days from 7 May 2031 on"]);
  await page.mouse.move(first.x, first.y, { steps: 3 });
  await page.mouse.up();
  await expectChips(page, ["Days from 7 May 2031 on"]);
  await expect(page).toHaveURL(/\?from=2031-05-07$/);
});

test("a bar says under the pointer what it stands for", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOfBar(page, 1, 3);
  await page.mouse.move(x, y);
  await expect(page.locator(".histogram__field")).toHaveAttribute("title", "6 May 2031: 1 event; D 1, E 1");
});
