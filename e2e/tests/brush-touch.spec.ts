// A finger chooses days too, and still scrolls the page.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, open, result } from "./reader";
import { finger, middleOfBar } from "./screen";

test.skip(({ isMobile }) => !isMobile, "only the phone has a touch screen");
test.beforeEach(async ({ page }) => serveData(page));

test("a finger that is drawn along the bars chooses their days", async ({ page }) => {
  await open(page);
  const { draw } = await finger(page);
  await draw(await middleOfBar(page, 0, 3), await middleOfBar(page, 1, 3));
  await expectChips(page, ["Days 5 to 6 May 2031"]);
  await expect(page).toHaveURL(/\?from=2031-05-05&to=2031-05-06$/);
});

test("a tap chooses the days of one bar", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOfBar(page, 1, 3);
  await page.touchscreen.tap(x, y);
  await expectChips(page, ["Days 6 May 2031"]);
});

test("a finger that is drawn upwards over the bars scrolls the page and chooses nothing", async ({ page }) => {
  await open(page);
  const { draw } = await finger(page);
  const from = await middleOfBar(page, 1, 3);
  await draw(from, { x: from.x, y: from.y - 200 });
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(50);
  await expect(result(page)).toHaveText("11 events");
  await expect(page).toHaveURL(/\/$/);
});

test("the handles can be drawn, and stop at each other", async ({ page }) => {
  await open(page);
  const { draw } = await finger(page);
  const field = page.locator(".histogram__handles");
  await field.scrollIntoViewIfNeeded();
  const box = (await field.boundingBox())!;
  const y = box.y + box.height / 2;
  await draw({ x: box.x, y }, { x: box.x + box.width * 0.36, y });
  await expectChips(page, ["Days from 6 May 2031 on"]);
  await draw({ x: box.x + box.width, y }, { x: box.x + 5, y });
  await expectChips(page, ["Days 6 May 2031"]);
});
