// The dialog opens on every page, by keyboard as well, and gives the focus back.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { everyView, open, toggle } from "./reader";
import { dialog, field, share, tab } from "./share";

test.beforeEach(async ({ page }) => serveData(page));

for (const view of everyView) {
  test(`it gives the link to ./${view}`, async ({ page }) => {
    await page.unrouteAll();
    await open(page, view);
    await share(page);
    const asked = (address: string) => [...new URL(address).searchParams].sort().join(" ");
    await expect.poll(async () => asked(await field(page, "Link").inputValue())).toBe(asked(page.url()));
  });
}

test("a keyboard opens it, goes through its ways, and comes back", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no Tab key");
  await open(page);
  const button = page.getByRole("button", { name: "Share this view" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("heading", { name: "Share" })).toBeFocused();
  await tab(page, "Link").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab(page, "Embed")).toBeFocused();
  await expect(tab(page, "Embed")).toHaveAttribute("aria-selected", "true");
  await expect(dialog(page).getByRole("tabpanel", { name: "Embed" })).toBeVisible();
  await page.keyboard.press("End");
  await expect(tab(page, "Download")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(tab(page, "Link")).toBeFocused();
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => !document.activeElement || document.activeElement === document.body || !!document.activeElement.closest("dialog"))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
});

for (const way of ["Close", "Escape"]) {
  test(`“${way}” closes it, and it opens again as new`, async ({ page }) => {
    await open(page);
    await share(page, "Embed");
    if (way === "Close") await dialog(page).getByRole("button", { name: "Close" }).click();
    else await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole("button", { name: "Share this view" })).toBeFocused();
    await share(page);
    await expect(tab(page, "Link")).toHaveAttribute("aria-selected", "true");
  });
}

test("an event, a quote and a difference are shared by themselves", async ({ page }) => {
  await open(page);
  await toggle(page, "vote").click();
  await share(page, undefined, /^Share: /);
  await expect(field(page, "Link")).toHaveValue(new URL("event/vote/", page.url()).href);
  await page.keyboard.press("Escape");
  await page.locator("#c-okafor-two-years").getByRole("button", { name: /^Share this quote/ }).click();
  await expect(field(page, "Link")).toHaveValue(new URL("?view=quotes#c-okafor-two-years", page.url()).href);
  await page.goto("./?view=discrepancies");
  await page.locator("#letter-status").getByRole("button", { name: /^Share: / }).click();
  await expect(field(page, "Link")).toHaveValue(new URL("difference/letter-status/", page.url()).href);
});

test("with one event open, it can be shared instead of the view", async ({ page }) => {
  await open(page, "?source=a,c");
  await toggle(page, "vote").click();
  await share(page);
  await expect(field(page, "Link")).toHaveValue(/source=a,c$/);
  await dialog(page).getByRole("combobox", { name: "What" }).selectOption({ index: 1 });
  await expect(field(page, "Link")).toHaveValue(/\/event\/vote\/$/);
  await expect(tab(page, "Image")).toBeVisible();
});

test("in an embed it gives the address by itself", async ({ page }) => {
  await open(page, "?source=a,d&embed=1&theme=dark");
  await share(page);
  await expect(field(page, "Link")).toHaveValue(/\?source=a,d$/);
});
