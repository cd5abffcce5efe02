// Words that must occur, or must not.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectEvents, open, result } from "./reader";

test.beforeEach(async ({ page }) => serveData(page));

const searches = [
  { typed: "CRANE eighty", finds: [] }, // notes about an article aren't searched
  { typed: "SMOKE", finds: ["smoke"] },
  { typed: "okáfor", finds: ["letter", "vote"] },
  { typed: "Okafor", finds: ["letter", "vote"] },
  { typed: "signatu", finds: ["petition"] }, // the last word may be unfinished
  { typed: "signatu hundred", finds: [] }, // but no other
  { typed: "signatures hund", finds: ["petition"] },
  { typed: "hed", finds: [] }, // words are found by their beginnings
  { typed: "jib", finds: ["inspection", "repairs"] },
  { typed: "jib -engineer", finds: ["repairs"] },
  { typed: "-crane", finds: ["port-moves", "march", "repairs", "smoke"] },
  { typed: "quay 4", finds: ["letter"] }, // another name of the place
  { typed: "סתיו", finds: [] }, // it stands there with its article, as one word
  { typed: "הסתיו", finds: ["letter"] },
];

test("words are found without case and diacritics, by their beginnings, and by any name", async ({ page }) => {
  await open(page);
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  for (const { typed, finds } of searches) {
    await test.step(typed, async () => {
      await field.fill(typed);
      await expectEvents(page, finds);
    });
  }
});

test("a value is decoded once, and a space at the end isn't taken away while typing", async ({ page }) => {
  await open(page, "?q=100%2525");
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  await expect(field).toHaveValue("100%25");
  await field.fill("");
  await field.pressSequentially("the  vote ");
  await expect(field).toHaveValue("the  vote ");
  await expect(page).toHaveURL(/\?q=the\+vote$/);
  await expect(result(page)).toHaveText("2 of 11 events");
});
