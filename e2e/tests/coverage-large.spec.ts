// Hundreds of events by dozens of outlets, where letters and colours run out.
import { expect, test } from "../harness/fixtures";
import { labels, line, openCoverage, rows } from "./across";
import { serveData } from "./harbour";
import { newsroom } from "./newsroom";
import { expectNothingSideways, place } from "./screen";

test.beforeEach(async ({ page }) => serveData(page, { body: JSON.stringify(newsroom(30, 240)) }));

test("240 events by 31 articles stand in a box of their own that scrolls and keeps its heads", async ({ page, isMobile }) => {
  await openCoverage(page);
  expect((await rows(page)).length).toBe(240);
  expect((await labels(page)).length).toBe(31);
  await expect(page.locator(".coverage__cell")).toHaveCount(7_440);
  await expectNothingSideways(page);
  const box = page.getByRole("region", { name: "Who reports what" });
  await box.focus();
  await box.evaluate((element) => element.scrollTo(600, 3000));
  await expect.poll(async () => (await place(page.locator("th.coverage__source").last())).top - (await place(box)).top).toBeLessThan(60);
  const title = line(page, "e40").locator(".coverage__what");
  await title.scrollIntoViewIfNeeded();
  expect((await place(title)).left).toBeLessThan(isMobile ? 30 : (await place(box)).left + 2);
});

test("an article is told by its letters, since two would share a colour", async ({ page }) => {
  await openCoverage(page, "&rows=reported.s4");
  const colours = await page.locator("th.coverage__source .badge").evaluateAll((all) => all.map((badge) => getComputedStyle(badge).color));
  expect(new Set(colours).size).toBe(1);
  await expect(page.getByRole("columnheader", { name: "Article N17" })).toHaveAttribute("title", /^Article N17: What outlet 17/);
});

test("with outlets together, search and a choice of rows", async ({ page }) => {
  await openCoverage(page, "&group=outlet&rows=silent.s4&q=%22number+30%22");
  await expect(page.locator("th[scope=colgroup]")).toHaveCount(30);
  await expect(page.locator(".rows__chosen")).toContainText("N04 is silent on");
});

test("pairs of articles are many, and folded", async ({ page }) => {
  await openCoverage(page, "&q=%22number+30%22");
  const all = page.getByRole("region", { name: "Who may draw on whom" });
  await expect(all.locator(".draws__pair")).toHaveCount(0);
  await all.locator("summary").click();
  await expect(all.locator(".draws__pair").first()).toBeVisible();
});
