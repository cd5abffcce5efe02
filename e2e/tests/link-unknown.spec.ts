// What a link asks for and the page can't do is said, and nothing else of it is dropped.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, expectEvents, open, result } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("names that the data lack, old names, another version and nonsense are each told of", async ({ page }) => {
  await open(page, "?source=gazette,zz&colour=red&match=banana&status=planned,denied&from=yesterday&topic=vote,-vote&v=0.9.0");
  await expect(page.getByRole("list", { name: "About this link" }).getByRole("listitem")).toHaveText([
    "The link asks for “colour”, which this page doesn’t know. That part is left out.",
    "The link asks for “banana” as “match”, which can’t be. That part is left out.",
    "The link asks for “yesterday” as “from”, which can’t be. That part is left out.",
    "The link both asks for and excludes “vote” under “Topic”. It is excluded.",
    "The link asks for “gazette”, which is now called “a”.",
    "The link asks for “zz” under “Reported by”, which is not in these articles. That part is left out.",
    "The link was made with version 0.9.0 of the data, which is no longer here. It may show something else now.",
    "This is version 1.0.0. No correction is noted since; what else has changed isn’t told.",
  ]);
  await expect(page.getByRole("status")).toContainText("“gazette”, which is now called “a”");
  await expectChips(page, ["Article A", "Topic not The vote", "Reported as planned", "Reported as denied"]);
});

test("the rest of the link holds", async ({ page }) => {
  await open(page, "?source=a,zz&colour=red");
  await expectEvents(page, ["crane-built", "letter", "inspection", "smoke"]);
  await page.goto("./?from=2031-05-07&to=2031-05-05&topic=nowhere");
  await expect(page.locator(".notices")).toContainText("first day is after its last");
  await expect(page.locator(".notices")).toContainText("“nowhere” under “Topic”");
  await expectChips(page, ["Days 5 to 7 May 2031"]);
});

test("no nonsense stops the page", async ({ page }) => {
  for (const query of ["?%ff%zz=%&=&&source=,,-&q=%E0%A4%A", "?topic=%3Cscript%3Ealert(1)%3C/script%3E", "?match=9999999999&reporters=-1&count=x&view=y&rows=only.zz", "?q=%00%e2%80%ae\"\"-"]) {
    await test.step(query, async () => {
      await open(page, query);
      await expect(page.locator("article.event").first()).toBeAttached();
      await expect(result(page)).toHaveText(/events/);
    });
  }
});

test("a link that is far too long is read as far as it goes", async ({ page }) => {
  const ids = Array.from({ length: 300 }, (_, number) => `no-such-article-${number}`);
  await open(page, `?q=${"crane ".repeat(60)}&status=planned&source=${ids.join(",")}`);
  const notices = page.getByRole("list", { name: "About this link" }).getByRole("listitem");
  await expect(notices.filter({ hasText: "The link is too long" })).toHaveCount(1);
  await expect(notices.filter({ hasText: "a very long text" })).toHaveCount(1);
  expect(await notices.count()).toBeLessThan(15);
  await expect(page.locator(".chip").filter({ hasText: "Reported as planned" })).toHaveCount(1);
});
