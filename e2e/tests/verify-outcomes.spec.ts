// What a changed text makes of each passage: fuzzy with its score, ambiguous with all places, or not found.
import { expect, test } from "../harness/fixtures";
import { expectSummary, openArticle, passagesOf, paste, textOf } from "./library";

const carried = "We carried eleven thousand books down three flights of stairs and across the yard, by hand, in a single night";
const danger = "There is no danger to anyone in Alder Street";

test("a changed passage is fuzzy, with how much is the same and how far the next place is behind", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, textOf("npa").replace("eleven thousand books", "twelve thousand volumes"));
  const entry = page.locator(".passage").filter({ hasText: carried });
  await expect(entry.locator(".outcome")).toHaveText("~fuzzy");
  await expect(entry.locator(".passage__outcome")).toHaveText(/^Something like it stands here: (8|9)\d % is the same\. The next best place has \d+ %, \d+ points behind\.$/);
  await entry.getByRole("button", { name: /^show in the text: passage \d+$/ }).click();
  await expect(page.locator(".reading__number:focus")).toHaveText(/^~/);
  await expect(page.locator("mark.reading__place--fuzzy").filter({ hasText: "twelve thousand volumes" })).toBeVisible();
});

test("a letter of another script makes a passage fuzzy at best", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, textOf("npa").replace("no danger", "no d\u0430nger"));
  await expect(page.locator(".passage").filter({ hasText: danger }).locator(".outcome")).toHaveText("~fuzzy");
});

test("words that stand twice are ambiguous, and each place is a step away", async ({ page }) => {
  await openArticle(page, "npa");
  const paragraph = textOf("npa").split("\n").find((line) => line.includes(danger)) ?? "";
  await paste(page, `${paragraph}\n${paragraph}`);
  const entry = page.locator(".passage").filter({ hasText: danger });
  await expect(entry.locator(".outcome")).toHaveText("?ambiguous");
  await expect(entry.locator(".passage__outcome")).toHaveText("It may stand in any of 2 places, and nothing tells in which.");
  await expect(entry.locator(".passage__show")).toHaveText(["place 1", "place 2"]);
  await entry.getByRole("button", { name: /^place 2 of passage/ }).click();
  const number = page.locator(".reading__number:focus");
  await expect(number).toHaveAttribute("id", /-2$/);
  await expect(number).toBeInViewport();
});

test("what isn't there is not found, and each count shows just what it counts", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, textOf("npa").replace(`“${danger},” the mayor added. `, ""));
  const all = passagesOf("npa");
  await expectSummary(page, `${all - 1} of ${all} passages stand in this text: ${all - 1} exact, 1 not found.`);
  const choices = page.getByRole("group", { name: "Show passages" });
  await expect(choices.getByRole("button")).toHaveText([`all ${all}`, `=exact ${all - 1}`, "–not found 1"]);
  await choices.getByRole("button", { name: "not found 1" }).click();
  await expect(choices.getByRole("button", { pressed: true })).toHaveText("–not found 1");
  await expect(page.locator(".passage:visible")).toHaveCount(1);
  await expect(page.locator(".passage:visible")).toContainText(danger);
  await choices.getByRole("button", { name: `all ${all}` }).click();
  await expect(page.locator(".passage:visible")).toHaveCount(all);
});

test("in another text nothing is claimed", async ({ page }) => {
  await openArticle(page, "npa");
  await paste(page, "The tram depot has been sold. Nobody knows to whom, nor for how much, and nobody cares.");
  await expectSummary(page, /^0 of \d+ passages stand in this text: \d+ not found\.$/);
});
