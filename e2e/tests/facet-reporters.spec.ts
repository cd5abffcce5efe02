// How many articles report an event.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, expectChips, expectEvents, open, values } from "./reader";

test("events are found by the number of articles that report them", async ({ page }) => {
  await serveData(page);
  await open(page);
  await expect(values(page, "Number of articles")).toHaveText(["1 article 5 events", "2 articles 4 events", "3 articles 1 event", "5 articles 1 event"]);
  await choose(page, "Number of articles", "3 articles");
  await expectEvents(page, ["vote"]);
  await choose(page, "Number of articles", "5 articles");
  await expectEvents(page, ["letter", "vote"]);
  await expectChips(page, ["Reported by 3 articles", "Reported by 5 articles"]);
});
