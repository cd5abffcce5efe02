// On paper: the words, what was filtered for, and nothing that can only be pressed.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { chips, everyView, open, result, toggle } from "./reader";
import { openCompare } from "./side";

test.beforeEach(async ({ page }) => serveData(page));

test("the chosen filters are printed, and the number of what is left", async ({ page }) => {
  await open(page, "?topic=vote&from=2031-05-01&q=crane");
  await page.emulateMedia({ media: "print" });
  await expect(chips(page)).toHaveText([/Topic The vote/, /Days from 1 May 2031 on/, /Search “crane”/]);
  for (const chip of await chips(page).all()) await expect(chip).toBeVisible();
  await expect(result(page)).toBeVisible();
});

test("an event that was opened is printed open, one that wasn't closed", async ({ page }) => {
  await open(page);
  await toggle(page, "vote").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#vote .event__body")).toContainText("nine votes to six");
  await expect(page.locator("#vote .event__body")).toBeVisible();
  await expect(page.locator("#letter .event__body")).toHaveCount(0);
  await expect(page.locator("#crane-built h3")).toBeVisible(); // the background is unfolded
});

for (const view of everyView) {
  test(`nothing that can only be pressed is printed of ./${view}`, async ({ page }) => {
    await open(page, view);
    await page.emulateMedia({ media: "print" });
    // The head of an event is a button, and its title; so are a chip and a cell of the coverage, which say what there is.
    const pressed = page.locator("button:visible:not(.event__toggle, .chip, .coverage__stop), select:visible, input:visible, nav:visible");
    expect(await pressed.evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 100)))).toEqual([]);
  });
}

test("a table is printed whole, and a silence with its reason", async ({ page, isMobile }) => {
  await openCompare(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".silence__why").first()).toBeVisible();
  test.skip(isMobile, "a phone has no table");
  expect(await page.locator(".side").evaluate((box) => getComputedStyle(box).overflowX)).toBe("visible");
});

test("paper is white, whatever the theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
});
