// Status, place and basis speak of one and the same report.
import { expect, test } from "../harness/fixtures";
import { event, include, open, openEvents, choose, expectEvents, values } from "./reader";
import { serveData } from "./harbour";

test.beforeEach(async ({ page }) => serveData(page));

test("each status, place and basis says how many events it finds", async ({ page }) => {
  await open(page);
  await expect(values(page, "Reported as")).toHaveText([
    "having happened 7 events", "planned 3 events", "proposed 1 event", "called off 1 event", "a claim 2 events", "denied 1 event",
  ]);
  await expect(values(page, "Known from")).toHaveText([
    "its own voice 8 events", "officials 2 events", "named voices 2 events", "unnamed voices 1 event", "not said from whom 2 events",
  ]);
  await expect(values(page, "Place")).toHaveText(["Northern Quay 1 event", "not known 11 events"]);
});

test("a status and a basis that stand in two reports of an event don't find it", async ({ page }) => {
  await open(page);
  await choose(page, "Reported as", "planned");
  await expectEvents(page, ["letter", "vote", "repairs"]);
  await expect(include(page, "Known from", "officials")).toHaveText("officials 0 events"); // of the letter, one report has this, another that
  await choose(page, "Known from", "its own voice");
  await expectEvents(page, ["letter", "vote", "repairs"]);
  await page.goto("./?status=planned&basis=official");
  await expectEvents(page, []);
  await page.goto("./?status=denied&basis=official");
  await expectEvents(page, ["offer"]);
  await page.goto("./?place=quay&basis=official");
  await expectEvents(page, []);
});

test("a report must be of a chosen article too", async ({ page }) => {
  await open(page, "?source=herald&status=planned");
  await expectEvents(page, []);
  await page.goto("./?source=e&status=planned");
  await expectEvents(page, ["vote"]);
});

test("in an event that is found, the other reports say that they are outside the filters", async ({ page }) => {
  await open(page, "?status=denied");
  await openEvents(page);
  const mentions = event(page, "offer").locator(".mention");
  await expect(mentions.filter({ hasText: "The port knows nothing" })).not.toContainText("outside the filters");
  await expect(mentions.filter({ hasText: "Somebody would take" })).toContainText("outside the filters");
});
