// Speaker, affiliation, kind and reporting word speak of one and the same quote.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, event, expectEvents, include, open, toggle, values } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("each speaker, affiliation and kind says how many events it finds", async ({ page }) => {
  await open(page);
  for (const words of ["Ines Okafor 2 events", "Per Lind 1 event", "Friends of the Crane 1 event", "people close to the port 1 event", "Port of Westhaven 1 event"]) {
    await expect(values(page, "Speaker").filter({ hasText: words })).toHaveCount(1);
  }
  await expect(values(page, "Speaks for")).toHaveText(["Westhaven Town Council 2 events", "nobody known 4 events"]);
  await expect(values(page, "Kind of quote")).toHaveText(["direct 3 events", "partly verbatim 2 events", "indirect 2 events"]);
  await expect(values(page, "Reporting word").filter({ hasText: "say 2 events" })).toHaveCount(1);
});

test("a speaker and a kind that stand in two quotes of an event don't find it", async ({ page }) => {
  await open(page);
  await choose(page, "Speaker", "Ines Okafor");
  await expectEvents(page, ["letter", "vote"]);
  await expect(include(page, "Kind of quote", "indirect")).toHaveText("indirect 0 events"); // she says nothing indirectly; the port does
  await choose(page, "Kind of quote", "partly verbatim");
  await expectEvents(page, ["vote"]);
  await page.goto("./?speaker=okafor&cue=announce");
  await expectEvents(page, []);
  await page.goto("./?affiliation=council&cue=call");
  await expectEvents(page, ["vote"]);
});

test("a quote must be of a chosen article too", async ({ page }) => {
  await open(page, "?source=c&speaker=lind"); // C reports the inspection, but it is A that quotes him on it
  await expectEvents(page, []);
  await page.goto("./?source=a&speaker=lind");
  await expectEvents(page, ["inspection"]);
});

test("in an event that is found, the other quotes fold behind a line that counts them", async ({ page }) => {
  await open(page, "?speaker=port");
  await toggle(page, "vote").click();
  const quote = event(page, "vote").locator("figure.quote:visible");
  await expect(quote).toHaveCount(1);
  await event(page, "vote").getByRole("button", { name: "1 more quote outside the filters" }).first().click();
  await expect(quote).toHaveCount(2);
});
