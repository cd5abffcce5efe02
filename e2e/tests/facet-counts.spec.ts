// The number of a value says what it alone would find in its facet, whatever else is chosen there.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, include, inFacet, open, result, values } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

test("a facet's numbers don't heed what is chosen in it, those of the others do", async ({ page }) => {
  await open(page);
  await choose(page, "Reported as", "denied");
  await expect(values(page, "Reported as")).toHaveText([
    "having happened would find 7 events", "planned would find 3 events", "proposed would find 1 event",
    "called off would find 1 event", "a claim would find 2 events", "denied 1 event",
  ]);
  await expect(include(page, "Topic", "The vote")).toHaveText("The vote 0 events");
  await choose(page, "Reported as", "called off");
  await expect(result(page)).toHaveText("2 of 11 events"); // one of them is enough
});

test("what a number promises is what the choice finds", async ({ page }) => {
  await open(page, "?q=crane&source=herald,c,e");
  for (const value of await values(page, "Reported as").all()) {
    const count = /(\d+) events?$/.exec((await value.textContent()) ?? "")?.[1];
    if (count === "0") continue;
    await inFacet(page, "Reported as", () => value.click());
    await expect(result(page)).toHaveText(`${count} of 11 events`);
    await inFacet(page, "Reported as", () => value.click());
  }
});

test("a value that would find nothing stays in its place and can't be pressed", async ({ page }) => {
  await open(page);
  const names = async () => (await values(page, "Speaker").allTextContents()).map((text) => text.replace(/ (would find )?\d.*/, ""));
  const before = await names();
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("smoke");
  await expect(result(page)).toHaveText("1 of 11 events");
  expect(await names()).toEqual(before);
  const idle = include(page, "Speaker", "Per Lind");
  await expect(idle).toHaveText("Per Lind 0 events");
  await expect(idle).toHaveAttribute("aria-disabled", "true");
  const address = page.url();
  await inFacet(page, "Speaker", () => idle.click({ force: true }));
  expect(page.url()).toBe(address);
});

test("a chosen value that finds nothing any more can be lifted", async ({ page }) => {
  await open(page, "?speaker=lind&q=smoke");
  await expect(result(page)).toHaveText("0 of 11 events");
  await choose(page, "Speaker", "Per Lind");
  await expect(result(page)).toHaveText("1 of 11 events");
});
