// Links to a view and to an event can be copied; where there is no clipboard, by hand.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { event, open, toggle } from "./reader";

const view = "?source=d&status=-planned&q=crane";

test.beforeEach(async ({ page }) => serveData(page));

test("a link to the view, and to an event, is put on the clipboard, and that is said", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, view);
  await expect(page.getByRole("status")).toHaveText("3 of 11 events");
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const button = page.getByRole("button", { name: "Copy link to this view" });
  await button.click();
  await expect(button).toHaveText("Link copied");
  await expect(page.getByRole("status")).toHaveText("Link copied");
  expect(await clipboard()).toBe(page.url());
  await toggle(page, "party").click();
  await event(page, "party").getByRole("button", { name: "Copy link to: The friends of the crane celebrate on the quay" }).click();
  await expect.poll(clipboard).toBe(new URL("event/party/", page.url().split("?")[0]).href);
});

test("a link to a quote leads to it among all quotes", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "?view=quotes&source=d");
  const quote = page.locator("li.said:visible").first();
  const id = await quote.locator("figure").getAttribute("id");
  await quote.getByRole("button", { name: /^Copy link to this quote of: / }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(`?view=quotes#${id}`, page.url()).href);
  await page.goto(`./?view=quotes#${id}`);
  await expect(page.locator(`#${id}`)).toBeFocused();
});

test("without a clipboard the link is shown, chosen, and ready to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await open(page, view);
  await page.getByRole("button", { name: "Copy link to this view" }).click();
  const field = page.getByRole("textbox", { name: "Copy this link:" });
  await expect(field).toHaveValue(page.url());
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url());
});

test("so it is where the clipboard refuses", async ({ page }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  await open(page, view);
  await page.getByRole("button", { name: "Copy link to this view" }).click();
  await expect(page.getByRole("textbox", { name: "Copy this link:" })).toBeFocused();
});
