// Who reports: any of the chosen articles, all, none, only they, or so many at least.
import { test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, chooseMode, expectChips, expectEvents, open } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

const ofTwo = [
  { mode: "all of", says: "all of these", finds: ["letter"] },
  { mode: "none of", says: "none of these", finds: ["offer", "party", "repairs"] },
  { mode: "only", says: "only these", finds: ["crane-built", "march", "smoke"] },
  { mode: "at least 2 of", says: "at least 2 of these", finds: ["letter"] },
];

test("any of two articles is enough, until the reader says otherwise", async ({ page }) => {
  await open(page);
  await choose(page, "Reported by", "A");
  await choose(page, "Reported by", "B");
  await expectEvents(page, ["crane-built", "port-moves", "letter", "petition", "inspection", "vote", "march", "smoke"]);
  await expectChips(page, ["Article A", "Article B"]);
  for (const { mode, says, finds } of ofTwo) {
    await chooseMode(page, mode);
    await expectEvents(page, finds);
    await expectChips(page, [`Reported by ${says}`, "Article A", "Article B"]);
  }
  await chooseMode(page, "any of");
  await expectChips(page, ["Article A", "Article B"]);
});

test("where no article is chosen, all of them are meant", async ({ page }) => {
  await open(page);
  await chooseMode(page, "all of");
  await expectEvents(page, ["letter"]);
  await expectChips(page, ["Reported by all articles"]);
  await chooseMode(page, "at least 3 of");
  await expectEvents(page, ["letter", "vote"]);
  await expectChips(page, ["Reported by at least 3 of all articles"]);
});
