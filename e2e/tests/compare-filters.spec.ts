// Search, facets and links work on the page that compares as on the others.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, inFacet, include, result } from "./reader";
import { place } from "./screen";
import { openCompare, rows } from "./side";

test.beforeEach(async ({ page }) => serveData(page));

test("a search leaves the rows in which it finds something", async ({ page }) => {
  await openCompare(page);
  await page.getByRole("searchbox", { name: "Search" }).fill("signatures");
  await expect(rows(page)).toHaveText([/^Nine hundred people/]);
  await expect(result(page)).toHaveText("1 of 11 events");
  await expect(page).toHaveURL(/\?view=compare&q=signatures$/);
});

test("so does a facet", async ({ page }) => {
  await openCompare(page);
  await inFacet(page, "Topic", () => include(page, "Topic", "The vote").click());
  await page.keyboard.press("Escape");
  await expectChips(page, ["Topic The vote"]);
  await expect(rows(page)).toHaveText([/^The port announces/, /^The council votes/]);
});

test("what none of these articles reports is left out, and counted", async ({ page }) => {
  await openCompare(page, "&source=a,d&match=none");
  await expect(page.getByText(/\d+ events? found (is|are) left out/)).toBeVisible();
});

test("a link to an event, to a difference or to a quote leads there", async ({ page, isMobile }) => {
  for (const id of ["vote", "majority", "c-okafor-two-years"]) {
    await page.goto("about:blank");
    await page.goto(`./?view=compare#${id}`);
    const target = page.locator(`[id="${id}"]`);
    await expect(target).toBeFocused();
    await expect(target).toBeInViewport();
    const above = isMobile ? page.locator(".columns") : page.locator("thead");
    expect((await place(target)).top).toBeGreaterThanOrEqual((await place(above)).bottom - 1);
  }
});

test("“Compare on this” leads from an event to its row", async ({ page }) => {
  await page.goto("./#petition");
  await page.locator("#petition").getByRole("link", { name: "Compare on this" }).click();
  await expect(page).toHaveURL(/\?view=compare#petition$/);
  await expect(page.locator("#petition")).toBeFocused();
  await expect(page.locator("#petition")).toBeInViewport();
});
