// Which events stand side by side: all, those that set the sources apart, those in all, those only in one.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choice, openCompare, rows } from "./side";

test.beforeEach(async ({ page }) => serveData(page));

const choices = [
  { name: "Only differences 3", address: "rows=differences", titles: [/^The port announces/, /^Nine hundred people/, /^The council votes/] },
  { name: "In all 1", address: "rows=shared", titles: [/^The port announces/] },
  { name: "Only in A 2", address: "rows=only.a", titles: [/^Smoke is seen/, /^The steam crane is built/] },
  { name: "Only in D 1", address: "rows=only.d", titles: [/^The friends of the crane/] },
];

for (const { name, address, titles } of choices) {
  test(`“${name}” leaves just these, and says beforehand how many`, async ({ page }) => {
    await openCompare(page);
    await expect(rows(page)).toHaveCount(11);
    await choice(page, name).check();
    await expect(rows(page)).toHaveText(titles);
    await expect(page).toHaveURL(new RegExp(`\\?view=compare&${address}$`));
    await page.reload();
    await expect(choice(page, name)).toBeChecked();
    await expect(rows(page)).toHaveText(titles);
    await page.goBack();
    await expect(rows(page)).toHaveCount(11);
  });
}

test("a choice that leaves nothing says so and offers all events", async ({ page }) => {
  await openCompare(page);
  await choice(page, "Only in E 0").check();
  await expect(page.getByRole("heading", { name: "No event is left" })).toBeVisible();
  await page.getByRole("button", { name: "Show all events" }).click();
  await expect(rows(page)).toHaveCount(11);
  await expect(page.getByRole("region", { name: "Compare", exact: true })).toBeFocused();
});

test("the numbers are of what the filters leave", async ({ page }) => {
  await openCompare(page, "&topic=vote");
  await expect(choice(page, "All events 2")).toBeChecked();
  await expect(choice(page, "Only differences 2")).toBeVisible();
  await expect(choice(page, "In all 1")).toBeVisible();
  await expect(choice(page, "Only in A 0")).toBeVisible();
});
