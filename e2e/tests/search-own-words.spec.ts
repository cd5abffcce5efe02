// Only the articles' own words are searched, if a reader wants it so.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { event, expectChips, expectEvents, marks, open } from "./reader";

test("the search can be held to the articles' own words", async ({ page }) => {
  await serveData(page);
  await open(page, "?q=years");
  await expectEvents(page, ["port-moves", "vote"]); // of the first, only we say so
  await page.getByRole("checkbox", { name: "Only the articles’ own words" }).check();
  await expectEvents(page, ["vote"]);
  await expect(page).toHaveURL(/\?q=years&in=verbatim$/);
  await expectChips(page, ["Search own words “years”"]);
  await expect(event(page, "vote").locator(".hit .verbatim")).toContainText("We have bought ourselves two years");
  await expect.poll(() => marks(page)).toEqual(["years"]); // not in the title, which is ours
  await page.goBack();
  await expectEvents(page, ["port-moves", "vote"]);
  await expect(page.getByRole("checkbox", { name: "Only the articles’ own words" })).not.toBeChecked();
});
