// Back is one step: a choice, or a word that was typed.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, expectChips, expectEvents, open } from "./reader";

const search = { name: "Search", exact: true };

test.beforeEach(async ({ page }) => serveData(page));

test("each choice is a step, back and forth", async ({ page }) => {
  await open(page);
  await choose(page, "Reported by", "D");
  await expectEvents(page, ["letter", "offer", "party"]);
  await choose(page, "Reported as", "planned");
  await expect(page).toHaveURL(/\?source=d&status=planned$/);
  await page.getByRole("button", { name: "Remove: Article D" }).click();
  await expectEvents(page, ["letter", "vote", "repairs"]);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Quotes" }).click();
  await expect(page).toHaveURL(/\?view=quotes&status=planned$/);

  await page.goBack();
  await expectEvents(page, ["letter", "vote", "repairs"]);
  await page.goBack();
  await expectEvents(page, ["letter"]);
  await expectChips(page, ["Article D", "Reported as planned"]);
  await page.goBack();
  await expect(page).toHaveURL(/\?source=d$/);
  await expectEvents(page, ["letter", "offer", "party"]);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expectChips(page, []);
  await page.goForward();
  await expectEvents(page, ["letter", "offer", "party"]);
});

test("a word that is typed is one step, and Back takes it away whole", async ({ page }) => {
  await open(page);
  const field = page.getByRole("searchbox", search);
  await field.pressSequentially("mayor okafor");
  await expect(page).toHaveURL(/\?q=mayor\+okafor$/);
  await expectEvents(page, ["letter", "vote"]);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(field).toHaveValue("");
  await page.goForward();
  await expect(field).toHaveValue("mayor okafor");
});

test("what is typed after leaving the field is a step of its own, and so is a choice between", async ({ page }) => {
  await open(page);
  const field = page.getByRole("searchbox", search);
  await field.pressSequentially("vot");
  await field.blur();
  await field.press("End");
  await field.pressSequentially("es");
  await choose(page, "Reported by", "C");
  await expect(page).toHaveURL(/\?source=c&q=votes$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=votes$/);
  await page.goBack();
  await expect(field).toHaveValue("vot");
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});
