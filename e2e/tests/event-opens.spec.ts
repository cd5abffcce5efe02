// An event opens in place, with each article's report beside the others'.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { event, open, toggle } from "./reader";
import { place } from "./screen";

test.beforeEach(async ({ page }) => serveData(page));

test("an event opens and closes by pointer and by keyboard, and stays where it is", async ({ page }) => {
  await open(page);
  const [button, body] = [toggle(page, "letter"), event(page, "letter").locator(".event__body")];
  await button.scrollIntoViewIfNeeded();
  const before = await place(button);
  const address = page.url();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(body).toHaveCount(0);
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(body).toBeVisible();
  expect((await place(button)).y).toBe(before.y);
  await button.press("Enter");
  await expect(body).toHaveCount(0);
  await button.press("Space");
  await expect(body).toBeVisible();
  await expect(button).toBeFocused();
  await toggle(page, "vote").click(); // several may be open
  await expect(page.locator(".event__body")).toHaveCount(2);
  expect(page.url()).toBe(address);
});

test("each article that reports has a column with its words, ours told apart from its own", async ({ page, isMobile }) => {
  await open(page);
  await toggle(page, "letter").click();
  const columns = event(page, "letter").locator(".column");
  await expect(columns.getByRole("heading", { level: 4 })).toHaveText([/Article A/, /Article B/, /Article C/, /Article D/, /Article E/]);
  const a = columns.first();
  await expect(a.locator("q").first()).toHaveText("“a heap of rust with a view”");
  await expect(a).toContainText("In our words The port told the town on Monday that the crane has to go.");
  await expect(a).toContainText("Reported as having happened · in the article’s own voice");
  await expect(a.locator("blockquote")).toHaveText("“A crane is not a monument.” … “It is a neighbour.”");
  await expect(columns.nth(3).locator("q span").first()).toHaveAttribute("dir", "rtl");
  await expect(event(page, "letter").locator(".discrepancy")).toContainText("Is the demolition decided?");

  const [one, two] = [await place(columns.nth(0)), await place(columns.nth(1))];
  if (isMobile) expect(two.y).toBeGreaterThanOrEqual(one.bottom);
  else expect([two.y, two.x > one.x]).toEqual([one.y, true]);
});

test("a closed event says when, what became of it, who reports it, and how much there is in it", async ({ page }) => {
  await open(page);
  const facts = event(page, "vote").locator(".facts");
  await expect(facts).toContainText("7 May 2031");
  await expect(facts).toContainText("Reported by B, C, E");
  await expect(facts).toContainText("2 differences");
  await expect(facts).toContainText("3 quotes");
  await expect(event(page, "offer").locator(".facts")).toContainText("6 May 2031 (uncertain)");
});
