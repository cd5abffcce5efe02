// Filters and search narrow the groups and what can be chosen; what is chosen stays.
import { expect, test } from "../harness/fixtures";
import { choose } from "./reader";
import { chosen, openDemo } from "./variants";

const titles = "article.variant:visible h4";

test("a search leaves the groups in which it is found, and marks it", async ({ page }) => {
  await openDemo(page, "&q=car+park");
  await expect(page.locator(titles)).toHaveText([/^Henrik Dahl/]);
  await expect(page.getByRole("heading", { name: /Called the same statement/ })).toBeHidden();
});

test("a speaker's groups are those in which the speaker is quoted", async ({ page }) => {
  await openDemo(page);
  await choose(page, "Speaker", "Priya Nair");
  await expect(page.locator(titles)).toHaveText([/^Priya Nair/]);
});

test("what was chosen stays whatever is filtered", async ({ page }) => {
  await openDemo(page, "&items=n-danger,r-danger&q=car+park");
  await expect(chosen(page).locator(".merged")).toBeVisible();
  await expect(page.locator("#_choose optgroup").first()).toHaveAttribute("label", "Henrik Dahl");
});
