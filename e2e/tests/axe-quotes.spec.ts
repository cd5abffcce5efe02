// What axe finds on the page of quotes and on the page that says what went wrong, in both themes.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open } from "./reader";

test("all quotes", async ({ page }) => {
  await serveData(page);
  await open(page, "?view=quotes");
  await expectAccessible(page);
});

test("filtered quotes, one of them pointed to", async ({ page }) => {
  await serveData(page);
  await open(page, "?view=quotes&kind=direct&q=crane#a-okafor-not-a-monument");
  await expectAccessible(page);
});

test("no quote left", async ({ page }) => {
  await serveData(page);
  await open(page, "?view=quotes&source=d&q=kitchen");
  await expectAccessible(page);
});

test("data that can't be read", async ({ page }) => {
  await serveData(page, { body: "{}" });
  await page.goto("./");
  await expect(page.getByRole("alert").filter({ visible: true })).toBeVisible();
  await expectAccessible(page);
});
