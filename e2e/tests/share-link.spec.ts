// The link: how long it is, pinned to a version, copied, and handed to other programs.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open } from "./reader";
import { dialog, field, share } from "./share";

test.beforeEach(async ({ page }) => serveData(page));

const status = (page: import("@playwright/test").Page) => dialog(page).getByRole("status");

test("its length is told", async ({ page }) => {
  await open(page, "?source=a,d&q=crane");
  await share(page);
  const link = await field(page, "Link").inputValue();
  await expect(dialog(page)).toContainText(`${link.length} characters. Links stay under 2,000`);
});

test("the longest link that the page makes stays under 2,000 characters below any usual address", async ({ page }) => {
  await open(page, `?q=${"crane+".repeat(400)}`);
  await share(page);
  expect((await field(page, "Link").inputValue()).length).toBeLessThan(2_000);
});

test("pinned, it names the version of the data, and without that it doesn't", async ({ page }) => {
  await open(page, "?source=a,d");
  await share(page);
  const pin = dialog(page).getByRole("checkbox", { name: "Pin to version 1.0.0 of the data" });
  await pin.check();
  await expect(field(page, "Link")).toHaveValue(/\?source=a,d&v=1\.0\.0$/);
  await pin.uncheck();
  await expect(field(page, "Link")).toHaveValue(/\?source=a,d$/);
  await page.goto("./?source=a,d&v=1.0.0");
  await share(page);
  await expect(pin).toBeChecked();
});

test("it is copied, and that is said inside of the dialog", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "?source=a,d");
  await share(page);
  await dialog(page).getByRole("button", { name: "Copy: Link" }).click();
  await expect(status(page)).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

for (const [how, refuse] of [
  ["refuses", () => { Clipboard.prototype.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError")); }],
  ["isn’t there", () => { Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }); }],
] as const) {
  test(`where the clipboard ${how}, the text is chosen, and that is said`, async ({ page }) => {
    await page.addInitScript(refuse);
    await open(page, "?source=a,d");
    await share(page);
    await dialog(page).getByRole("button", { name: "Copy: Link" }).click();
    await expect(field(page, "Link")).toBeFocused();
    await expect(status(page)).toContainText("copy it with the keyboard");
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url());
  });
}

test("where the browser can, other programs get it; that a reader thinks better of it is no failure", async ({ page }) => {
  await page.addInitScript(() => {
    const calls: unknown[] = [];
    Object.assign(window, { calls, outcome: "" });
    Object.defineProperty(Navigator.prototype, "share", {
      configurable: true,
      value: (data: unknown) => {
        calls.push(data);
        const name = (window as unknown as { outcome: string }).outcome;
        return name ? Promise.reject(new DOMException("", name)) : Promise.resolve();
      },
    });
  });
  await open(page, "?source=a,d");
  await share(page);
  const button = dialog(page).getByRole("button", { name: "Share with another program" });
  await button.click();
  const calls = () => page.evaluate(() => (window as unknown as { calls: { url: string }[] }).calls);
  expect((await calls()).map(({ url }) => url)).toEqual([page.url()]);
  for (const [outcome, said] of [["AbortError", ""], ["NotAllowedError", "The browser could not hand the link over. Copy it instead."]] as const) {
    await page.evaluate((outcome) => Object.assign(window, { outcome }), outcome);
    await button.click();
    await expect(status(page)).toHaveText(said);
  }
});

test("where it can’t, there is no such button", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "share", { value: undefined }));
  await open(page);
  await share(page);
  await expect(field(page, "Link")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "Share with another program" })).toHaveCount(0);
});
