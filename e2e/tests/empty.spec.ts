// An empty page says what emptied it, and offers to lift each filter that would bring something back.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectEvents, open } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("each filter can be lifted, and says what that brings back", async ({ page }) => {
  await open(page, "?source=e&status=-planned&q=jib");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  const empty = page.locator(".empty");
  await expect(empty).toContainText("No event fits all of this: Article E; Reported as not planned; Search “jib”.");
  await expect(empty.getByRole("button")).toHaveText(["Without “Reported by”: 1 event", "Without “Search”: 4 events", "Clear all"]); // without the status: none
  await empty.getByRole("button", { name: "Without “Reported by”: 1 event" }).click();
  await expectEvents(page, ["inspection"]);
  await expect(page).toHaveURL(/\?status=-planned&q=jib$/);
  await expect(page.getByRole("region", { name: "Timeline" })).toBeFocused(); // the pressed button is gone
  await page.goBack();
  await empty.getByRole("button", { name: "Without “Search”: 4 events" }).click();
  await expectEvents(page, ["letter", "petition", "offer", "vote"]);
});

test("where no single filter is to blame, that is said, and all can be cleared", async ({ page }) => {
  await open(page, "?status=denied&speaker=lind&q=zzz");
  await expect(page.locator(".empty")).toContainText("Lifting any one of these filters brings nothing back.");
  await expect(page.locator(".empty").getByRole("button")).toHaveText(["Clear all"]);
  await page.locator(".empty").getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator(".empty")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Timeline" })).toBeFocused();
});
