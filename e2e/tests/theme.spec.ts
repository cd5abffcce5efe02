// Light, dark, or as the system has it.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

/** How light the paper is, from 0 to 255. */
const paper = (page: import("@playwright/test").Page) =>
  page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)![0]));

test("by itself the page is as the system is", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  expect(await paper(page)).toBeLessThan(60);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await paper(page)).toBeGreaterThan(220);
});

for (const { name, system, holds } of [
  { name: "Dark", system: "light", holds: (light: number) => light < 60 },
  { name: "Light", system: "dark", holds: (light: number) => light > 220 },
] as const) {
  test(`${name} can be chosen, and is there the next time`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    await open(page);
    expect(holds(await paper(page))).toBe(false);
    await page.getByRole("radio", { name }).check();
    expect(holds(await paper(page))).toBe(true);
    await page.reload();
    await expect(page.getByRole("radio", { name })).toBeChecked();
    expect(holds(await paper(page))).toBe(true);
    await page.getByRole("radio", { name: "Auto" }).check();
    await page.reload();
    await expect(page.getByRole("radio", { name: "Auto" })).toBeChecked();
    expect(holds(await paper(page))).toBe(false);
  });
}

test("it is not in the address, which belongs to what is shown", async ({ page }) => {
  await open(page, "?source=d");
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page).toHaveURL(/\?source=d$/);
});

test("a theme in the address holds over the reader's own, and isn't kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  await page.getByRole("radio", { name: "Light" }).check();
  await open(page, "?source=d&theme=dark");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  expect(await paper(page)).toBeLessThan(60);
  expect(await page.evaluate(() => localStorage.getItem("sidebyline-theme"))).toBe("light");
  // What she then chooses is hers again, here and elsewhere.
  await page.getByRole("radio", { name: "Auto" }).check();
  await expect(page).toHaveURL(/\?source=d$/);
  expect(await paper(page)).toBeGreaterThan(220);
  await open(page, "?source=d");
  await expect(page.getByRole("radio", { name: "Auto" })).toBeChecked();
});
