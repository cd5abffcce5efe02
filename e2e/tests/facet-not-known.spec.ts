// What the data don't say is a value like any other.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, expectChips, expectEvents, leaveOut, open, result } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("a place that isn't known can be chosen, and left out", async ({ page }) => {
  await open(page);
  await choose(page, "Place", "not known");
  await expect(page).toHaveURL(/\?place=_none$/);
  await expect(result(page)).toHaveText("11 events"); // of the letter too, all reports but one name no place
  await leaveOut(page, "Place", "not known");
  await expect(page).toHaveURL(/\?place=-_none$/);
  await expectEvents(page, ["letter"]);
  await expectChips(page, ["Place not not known"]);
});

test("who speaks for nobody known is found, and so is a quote without a speaker", async ({ page }) => {
  await open(page, "?affiliation=_none");
  await expectEvents(page, ["petition", "inspection", "offer", "vote"]);
  await open(page, "?speaker=_none&count=quotes");
  await expect(result(page)).toHaveText("1 of 10 quotes; 0 events listed");
  await expectChips(page, ["Speaker nobody named"]);
});
