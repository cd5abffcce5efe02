// Numbers and dates on a small common scale, with the same said in words.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { question } from "./pages";
import { open } from "./reader";
import { place } from "./screen";

test.beforeEach(async ({ page }) => {
  await serveData(page);
  await open(page, "?view=discrepancies");
});

test("numbers lie where they belong between nothing and the largest", async ({ page }) => {
  const scale = question(page, "majority").locator(".scale");
  await expect(scale.locator(".scale__line")).toHaveText([/three \(nine to six\)/, /one/]);
  await expect(scale.locator(".scale__end")).toHaveText(["0", "3"]);
  const lines = await scale.locator(".scale__line").all();
  const parts = [];
  for (const line of lines) {
    const [track, mark] = [await place(line.locator(".scale__track")), await place(line.locator(".scale__mark"))];
    parts.push((mark.x + mark.width / 2 - track.x) / track.width);
  }
  expect(parts[0]).toBeCloseTo(1, 1);
  expect(parts[1]).toBeCloseTo(1 / 3, 1);
});

test("a single figure has no scale", async ({ page }) => {
  await expect(question(page, "age").locator(".scale")).toHaveCount(0);
  await expect(question(page, "term").locator(".scale")).toHaveCount(0);
});

test("what was written at different moments has the dates of publication on a scale, and what they prove", async ({ page }) => {
  const asked = question(page, "signatures");
  await expect(asked.locator(".question__nature")).toHaveText("→ written at different moments");
  const published = asked.locator(".scale").filter({ hasText: "When these articles came out" });
  await expect(published.locator(".scale__line")).toHaveText([/B 7 May 2031/, /E 6 May 2031/]);
  await expect(asked.locator(".question__timing")).toContainText("E came out before B.");
  await expect(question(page, "majority").locator(".question__nature")).toHaveText("≠ they contradict each other");
  await expect(question(page, "majority").locator(".question__timing summary")).toContainText("which of the articles that differ came out first isn’t known");
});
