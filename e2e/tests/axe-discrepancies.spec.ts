// What axe finds on the page of differences, in both themes.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { serveData, unfold } from "./harbour";
import { questions } from "./pages";
import { open } from "./reader";

test("all questions, with what is folded", async ({ page }) => {
  await serveData(page);
  await open(page, "?view=discrepancies");
  await expect(questions(page)).toHaveCount(5);
  await unfold(page);
  await expectAccessible(page);
});

test("filtered questions, one of them pointed to", async ({ page }) => {
  await serveData(page);
  await open(page, "?view=discrepancies&nature=moment#signatures");
  await expect(questions(page)).toHaveCount(1);
  await expectAccessible(page);
});

test("no question left", async ({ page }) => {
  await serveData(page);
  await open(page, "?view=discrepancies&q=smoke");
  await expect(questions(page)).toHaveCount(0);
  await expectAccessible(page);
});
