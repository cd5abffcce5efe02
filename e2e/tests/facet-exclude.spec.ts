// A value is off, included or excluded, and says which.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, exclude, expectChips, expectEvents, include, leaveOut, open, values } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("a value goes from included to excluded to off", async ({ page }) => {
  await open(page);
  const [including, excluding] = [include(page, "Reported as", "planned"), exclude(page, "Reported as", "planned")];
  await choose(page, "Reported as", "planned");
  await expect(including).toHaveAttribute("aria-pressed", "true");
  await expect(excluding).toHaveAttribute("aria-pressed", "false");
  await leaveOut(page, "Reported as", "planned");
  await expect(including).toHaveAttribute("aria-pressed", "false");
  await expect(excluding).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/\?status=-planned$/);
  await expectChips(page, ["Reported as not planned"]);
  await leaveOut(page, "Reported as", "planned");
  await expect(excluding).toHaveAttribute("aria-pressed", "false");
  await expect(page).toHaveURL(/\/$/);
});

test("excluding takes away what has nothing else, and leaves what has none of it at all", async ({ page }) => {
  await open(page);
  await leaveOut(page, "Articles differ in", "number"); // the petition's only difference
  await expectEvents(page, ["crane-built", "port-moves", "letter", "inspection", "offer", "vote", "party", "march", "repairs", "smoke"]);
  await page.goto("./?source=-a");
  await expectEvents(page, ["port-moves", "petition", "offer", "vote", "party", "march", "repairs"]);
  await page.goto("./?source=d,-a");
  await expectEvents(page, ["offer", "party"]);
});

test("an excluded value shows no number, and no number is ever below zero", async ({ page }) => {
  await open(page, "?status=-planned,-denied&source=-a&dimension=-number");
  await expect(include(page, "Reported as", "planned")).toHaveText("planned");
  await expect(include(page, "Reported as", "denied")).toHaveText("denied");
  const numbers = await page.locator(".facet__count").allTextContents();
  expect(numbers.length).toBeGreaterThan(20);
  for (const number of numbers) expect(number.trim()).toMatch(/^$|^(would find )?\d+ events?$/);
  await expect(values(page, "Reported as")).toHaveCount(6);
});
