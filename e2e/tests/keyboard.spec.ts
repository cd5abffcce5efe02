// The keyboard alone is enough for a whole task.
import { type Locator, type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { event, expectEvents, include, open, toggle } from "./reader";

test.skip(({ isMobile }) => isMobile, "a phone has no Tab key");
test.beforeEach(async ({ page }) => serveData(page));

/** Presses Tab, or what is given, until `element` is in focus. */
async function tabTo(page: Page, element: Locator, key = "Tab") {
  for (let press = 0; press < 100; press += 1) {
    if (await element.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(element).toBeFocused();
}

test("from the skip link over search, facets and modes to an opened event", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the events" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to the events" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#_events")).toBeFocused();

  await tabTo(page, page.getByRole("searchbox", { name: "Search", exact: true }), "Shift+Tab");
  await page.keyboard.type("crane");
  const mode = page.getByRole("combobox", { name: /^Reported by/ });
  await tabTo(page, mode);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(mode).toHaveValue("none of");
  const b = include(page, "Reported by", "B");
  await tabTo(page, b);
  await page.keyboard.press("Space");
  await expect(b).toHaveAttribute("aria-pressed", "true");
  await expect(b).toBeFocused();
  await expectEvents(page, ["crane-built", "inspection", "offer", "party"]);
  const denied = include(page, "Reported as", "denied");
  await tabTo(page, denied);
  await page.keyboard.press("Enter");
  await expectEvents(page, ["offer"]);

  await tabTo(page, toggle(page, "offer"));
  await page.keyboard.press("Enter");
  await expect(event(page, "offer").locator(".event__body")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(event(page, "offer").locator(".event__body :focus")).toHaveCount(1);
  await tabTo(page, page.getByRole("button", { name: "Clear all" }), "Shift+Tab");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator("#_events")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("#_events :focus")).toHaveCount(1);
});

test("a facet is folded and unfolded, and what can't be pressed is passed by", async ({ page }) => {
  await open(page, "?q=smoke");
  const place = page.locator("summary", { hasText: /^Place/ });
  await tabTo(page, place);
  await page.keyboard.press("Enter");
  await expect(include(page, "Place", "not known")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(include(page, "Place", "not known")).toBeFocused(); // the other one would find nothing
});
