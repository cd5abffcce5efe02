// The days can be written too, also those that have no bar.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, expectEvents, open, result } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("two dates choose the days between them", async ({ page }) => {
  await open(page);
  await page.getByLabel("From", { exact: true }).fill("2031-05-05");
  await page.getByLabel("To", { exact: true }).fill("2031-05-06");
  await page.getByLabel("To", { exact: true }).blur();
  await expect(page).toHaveURL(/\?from=2031-05-05&to=2031-05-06$/);
  await expectChips(page, ["Days 5 to 6 May 2031"]);
  await page.getByLabel("From", { exact: true }).fill("");
  await expectChips(page, ["Days until 6 May 2031"]);
  await expect(result(page)).toHaveText("8 of 11 events"); // the background too
});

test("days before all bars find the background", async ({ page }) => {
  await open(page);
  await page.getByLabel("To", { exact: true }).fill("2014-12-31");
  await expectEvents(page, ["crane-built"]);
  await expect(page.getByRole("slider", { name: "Last day" })).toHaveAttribute("aria-valuetext", "5 May 2031");
});

test("dates in the wrong order are exchanged", async ({ page }) => {
  await open(page, "?from=2031-05-07&to=2031-05-05");
  await expectChips(page, ["Days 5 to 7 May 2031"]);
  await expect(page.locator(".notices")).toContainText("The link’s first day is after its last. They are exchanged.");
});

test("“All days” ends the choice, is there only while there is one, and leaves the focus beside it", async ({ page }) => {
  await open(page);
  const all = page.getByRole("button", { name: "All days" });
  await expect(all).toBeHidden();
  await page.getByLabel("From", { exact: true }).fill("2031-05-07");
  await all.click();
  await expect(all).toBeHidden();
  await expect(result(page)).toHaveText("11 events");
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("From", { exact: true })).toBeFocused();
});

test("an event that may lie outside the chosen days is kept, and says so", async ({ page }) => {
  await open(page);
  await expect(page.getByText("may lie outside the chosen days")).toHaveCount(0);
  await page.goto("./?from=2031-05-07");
  await expectEvents(page, ["inspection", "offer", "vote", "party", "smoke", "march", "repairs"]);
  const flagged = page.locator("article.event").filter({ hasText: "may lie outside the chosen days" });
  await expect(flagged).toHaveCount(4);
  expect(await flagged.evaluateAll((all) => all.map((event) => event.id))).toEqual(["inspection", "offer", "smoke", "march"]);
});

test("the bars follow the other filters, and stay while days are chosen", async ({ page }) => {
  await open(page, "?source=e");
  const bars = page.locator(".histogram__words");
  await expect(bars).toHaveText([/^5 May 2031: 2 events;/, /^6 May 2031: 1 event;/, /^7 May 2031: 1 event;/]);
  const words = await bars.allTextContents();
  await page.goto("./?source=e&from=2031-05-07&to=2031-05-07");
  await expect(result(page)).toHaveText(/of 11 events$/);
  await expect(bars).toHaveText(words);
});
