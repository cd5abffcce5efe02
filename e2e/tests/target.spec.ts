// A link to an event, a quote or a difference opens what it is in, and the reader goes on from there.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { event, open, toggle } from "./reader";

test.beforeEach(async ({ page, faults }) => {
  faults.allow(/favicon/); // a page is left before it came
  await serveData(page);
});

const targets = [
  { what: "an event", id: "vote", within: "vote" },
  { what: "an event in the folded background", id: "crane-built", within: "crane-built" },
  { what: "a quote", id: "c-okafor-two-years", within: "vote" },
  { what: "a difference", id: "letter-status", within: "letter" },
  { what: "a quote that belongs to no event", id: "c-lind-steam", within: "" },
  { what: "a difference that belongs to no event", id: "age", within: "" },
];

for (const { what, id, within } of targets) {
  test(`${what} is opened, in view, and in focus`, async ({ page }) => {
    await open(page, `#${id}`);
    const target = page.locator(`[id="${id}"]`);
    await expect(target).toBeFocused();
    await expect(target).toBeInViewport();
    if (within) await expect(toggle(page, within)).toHaveAttribute("aria-expanded", "true");
    await expect(page.locator(".event__body")).toHaveCount(within ? 1 : 0);
    await expect(page.locator(".notices li")).toHaveCount(0);
  });
}

test("a quote that the filters set aside is shown all the same", async ({ page }) => {
  await open(page, "?speaker=port#c-okafor-two-years");
  await expect(page.locator("#c-okafor-two-years")).toBeFocused();
  await expect(page.locator("#c-okafor-two-years")).toBeInViewport();
});

test("what the filters hide, and what there isn't, is said", async ({ page }) => {
  await open(page, "?source=d#petition");
  await expect(page.locator(".notices")).toHaveText("The link points to “Nine hundred people sign a petition for the crane”, which the filters hide.");
  await page.goto("about:blank");
  await open(page, "#nothing-of-the-kind");
  await expect(page.locator(".notices")).toHaveText("The link points to “nothing-of-the-kind”, which is not on this page.");
});

test("an answer whose words stand with another event leads there, and Back leads away", async ({ page }) => {
  await open(page);
  const link = page.getByRole("link", { name: "A: its words stand with another event" });
  await link.scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => history.state?.[0])).toBeGreaterThan(0); // her place is noted after a pause
  await link.click();
  await expect(page).toHaveURL(/#crane-built$/);
  await expect(event(page, "crane-built")).toBeFocused(); // it was folded into the background
  await expect(toggle(page, "crane-built")).toHaveAttribute("aria-expanded", "true");
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(link).toBeInViewport();
});
