// On a phone, each event is a card with its sources one below the other.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { place } from "./screen";
import { column, openCompare } from "./side";

test.skip(({ isMobile }) => !isMobile, "on a wide screen there is a table: see compare-table.spec.ts");
test.beforeEach(async ({ page }) => serveData(page));

test("a card has each source under its name, and the differences below", async ({ page }) => {
  await openCompare(page);
  await expect(page.getByRole("table")).toHaveCount(0);
  const card = page.getByRole("article", { name: "Nine hundred people sign a petition for the crane" });
  await expect(card.getByRole("heading", { level: 4 })).toHaveText([/Article B: Westhaven votes/, /Article E: Nine hundred sign/]);
  await expect(card).toContainText("“about six hundred signatures”");
  await expect(card).toContainText("How many people have signed?");
  await expect(card).toContainText("about 600");
  await expect(card).toContainText("A, C, D: no answer");
});

test("who is silent stands in one line, kind by kind, with the reasons on request", async ({ page }) => {
  await openCompare(page);
  const card = page.getByRole("article", { name: "The friends of the crane celebrate on the quay" });
  const line = card.getByText("A, E: before it was known · B, C: not known", { exact: true });
  await expect(line).toBeVisible();
  const reasons = card.locator(".silence__why");
  await expect(reasons.first()).toBeHidden();
  await line.click();
  await expect(reasons).toHaveCount(4);
  await expect(reasons.first()).toHaveText(/^A .*published between 5 and 6 May 2031.*first be known: 7 May 2031\. So it could not report the event\.$/);
});

test("the choice of articles stays in sight, below the search", async ({ page }) => {
  await openCompare(page);
  await page.getByRole("article", { name: "Smoke is seen above the engine house" }).scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollBy(0, 400));
  const [bar, choice] = [page.locator(".bar:visible"), page.locator(".columns")];
  await expect.poll(async () => Math.abs((await place(choice)).top - (await place(bar)).bottom)).toBeLessThan(2);
  await column(page, "C").tap();
  await expect(column(page, "C")).toHaveAttribute("aria-pressed", "false");
  await expect(page).toHaveURL(/source=a,d,e,herald$/);
  await expect(column(page, "C")).toBeInViewport();
});

test("the answer of a card leads to the words that give it", async ({ page }) => {
  await openCompare(page);
  const card = page.getByRole("article", { name: "Nine hundred people sign a petition for the crane" });
  await card.getByRole("link", { name: "its report" }).first().tap();
  await expect(page).toHaveURL(/#_in-petition-herald$/);
  await expect(page.locator('[id="_in-petition-herald"]')).toBeInViewport();
});
