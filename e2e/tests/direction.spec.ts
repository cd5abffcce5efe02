// Words in another language say which, and run in their own direction.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open, toggle } from "./reader";
import { openCompare } from "./side";

const words = "העגורן הזה הוא שכן שלנו";

test.beforeEach(async ({ page }) => serveData(page));

for (const { name, go } of [
  { name: "Timeline", go: async (page: import("@playwright/test").Page) => { await open(page); await toggle(page, "letter").click(); } },
  { name: "Compare", go: (page: import("@playwright/test").Page) => openCompare(page) },
  { name: "Quotes", go: (page: import("@playwright/test").Page) => open(page, "?view=quotes") },
]) {
  test(`a Hebrew quote runs from right to left on ${name}`, async ({ page }) => {
    await go(page);
    const quote = page.getByText(words).filter({ visible: true }).first();
    await expect(quote).toBeVisible();
    const shown = await quote.evaluate((element) => ({
      lang: element.closest("[lang]")!.getAttribute("lang"),
      direction: getComputedStyle(element.closest("[dir]") ?? element).direction,
    }));
    expect(shown).toEqual({ lang: "he", direction: "rtl" });
  });
}

test("words of the interface around it keep their direction", async ({ page }) => {
  await open(page, "?view=quotes");
  const figure = page.locator("#d-okafor-neighbour");
  expect(await figure.locator(".said__head").evaluate((head) => getComputedStyle(head).direction)).toBe("ltr");
});
