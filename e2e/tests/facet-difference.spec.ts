// What articles differ in, and why, speaks of one and the same difference.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, expectEvents, include, open, values } from "./reader";

test("differences are found by what they are about and by their nature", async ({ page }) => {
  await serveData(page);
  await open(page);
  await expect(values(page, "Articles differ in")).toHaveText(["number 2 events", "status 1 event", "condition 1 event"]);
  await expect(values(page, "Why they differ")).toHaveText([
    "contradiction 1 event", "different moments 1 event", "different emphasis 1 event", "not decided 1 event",
  ]);
  await choose(page, "Articles differ in", "number");
  await expectEvents(page, ["petition", "vote"]);
  await expect(page.getByRole("region", { name: "Differences that belong to no event" })).toContainText("How old is the crane?");
  await expect(include(page, "Why they differ", "different emphasis")).toHaveText("different emphasis 0 events"); // the vote's other difference
  await choose(page, "Why they differ", "different moments");
  await expectEvents(page, ["petition"]);
  await expect(page.getByRole("region", { name: "Differences that belong to no event" })).toBeHidden();
});
