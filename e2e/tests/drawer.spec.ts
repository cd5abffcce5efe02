// Where the facets have no room beside the events, they are in a drawer: on a phone, and on the page that compares.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { chips, include, open } from "./reader";

test.beforeEach(async ({ page, isMobile }) => {
  await serveData(page);
  await open(page, isMobile ? "" : "?view=compare");
});

const button = (page: import("@playwright/test").Page) => page.getByRole("button", { name: /^Filters/ });
const drawer = (page: import("@playwright/test").Page) => page.getByRole("dialog", { name: "Filters" });

test("it opens over the page with the focus inside, and Tab stays inside", async ({ page, isMobile }) => {
  await button(page).click();
  await expect(drawer(page)).toBeVisible();
  const inside = () => page.evaluate(() => {
    const focused = document.activeElement;
    // Between the last and the first, a browser passes by its own bars, where the document has no focus.
    return focused === document.body ? "browser" : focused?.closest("dialog") ? "drawer" : focused?.outerHTML;
  });
  expect(await inside()).toBe("drawer");
  test.skip(isMobile, "a phone has no Tab key");
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press("Shift+Tab");
    expect(["drawer", "browser"]).toContain(await inside());
  }
  for (let press = 0; press < 24; press += 1) {
    await page.keyboard.press("Tab");
    expect(["drawer", "browser"]).toContain(await inside());
  }
});

const ways = ["Escape", "Close", "Show 11 events"];
for (const way of ways) {
  test(`“${way}” closes it, and the focus returns to the button`, async ({ page }) => {
    await button(page).click();
    await expect(drawer(page)).toBeVisible();
    if (way === "Escape") await page.keyboard.press("Escape");
    else await drawer(page).getByRole("button", { name: way, exact: true }).click();
    await expect(drawer(page)).toBeHidden();
    await expect(button(page)).toBeFocused();
  });
}

test("a press beside it closes it too", async ({ page, isMobile }) => {
  test.skip(isMobile, "on a phone it leaves no room beside it");
  await button(page).click();
  await expect(drawer(page)).toBeVisible();
  await page.mouse.click(100, 400);
  await expect(drawer(page)).toBeHidden();
});

test("its last button says how many events are left, and the button of the page how many filters are chosen", async ({ page }) => {
  await expect(button(page)).toHaveText("Filters");
  await button(page).click();
  await include(page, "Topic", "The vote").click();
  await include(page, "Reported as", "planned").click();
  await expect(drawer(page).getByRole("button", { name: "Show 2 events" })).toBeInViewport();
  await drawer(page).getByRole("button", { name: "Show 2 events" }).click();
  await expect(button(page)).toHaveText("Filters 2");
  await expect(chips(page)).toHaveCount(2);
  await button(page).click();
  await expect(include(page, "Topic", "The vote")).toHaveAttribute("aria-pressed", "true");
});

test("the page behind it doesn't move", async ({ page }) => {
  await page.evaluate(() => window.scrollTo(0, 300));
  const before = await page.evaluate(() => window.scrollY);
  await button(page).focus();
  await page.keyboard.press("Enter");
  await drawer(page).locator(".panel__body").evaluate((body) => body.scrollTo(0, 99_999));
  await page.mouse.wheel(0, 500);
  await page.keyboard.press("Escape");
  await expect(drawer(page)).toBeHidden();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});

test("the button is not there where the facets stand beside the events", async ({ page, isMobile }) => {
  test.skip(isMobile, "on a phone they never do");
  await page.getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(button(page)).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Filters" })).toBeVisible();
});
