// Hits are marked where they stand, in what is open as in what is closed.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { event, marks, open, toggle } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("a hit that the title doesn't show is shown below it, with whose words it is in", async ({ page }) => {
  await open(page, "?q=RÚST");
  const hit = event(page, "letter").locator(".hit");
  await expect(hit).toHaveText(/^A\s*“a heap of rust with a view”$/);
  await expect.poll(() => marks(page)).toEqual(["rust"]);
  await toggle(page, "letter").click();
  await expect(hit).toHaveCount(0);
  await expect.poll(() => marks(page)).toEqual(["rust"]); // now in the fragment itself
});

test("several words are marked wherever they are, the minus words nowhere", async ({ page }) => {
  await open(page, "?q=-smoke+petition+hund");
  await expect.poll(async () => (await marks(page)).sort()).toEqual(["hund", "petition"]);
  await toggle(page, "petition").click();
  await expect.poll(async () => (await marks(page)).sort()).toEqual(["hund", "hund", "hund", "hund", "hund", "petition"]);
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("");
  await expect.poll(() => marks(page)).toEqual([]);
});
