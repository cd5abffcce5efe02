// What axe finds on the Timeline, in each state that it can be in, in both themes.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { events, serveData } from "./harbour";
import { inFacet, include, open, openEvents, toggle } from "./reader";

test("the published page has no fault, closed or with an event open", async ({ page }) => {
  test.slow(); // axe looks at each of thousands of elements, twice
  await open(page);
  await events(page).first().locator("button.event__toggle").click();
  await expectAccessible(page);
});

test.describe("with a small dataset", () => {
  test.beforeEach(async ({ page }) => serveData(page));

  test("all events open, and the background unfolded", async ({ page }) => {
    await open(page);
    await page.getByText("Background: what came before").click();
    await openEvents(page);
    await page.getByText("How to read this").click();
    await page.getByText("About this article A").click();
    await expectAccessible(page);
  });

  test("filtered, with words searched and days chosen", async ({ page }) => {
    await open(page, "?source=-a&q=crane&from=2031-05-06&to=2031-05-07");
    await toggle(page, "vote").click();
    await page.getByRole("searchbox", { name: "Search" }).focus();
    await expectAccessible(page);
  });

  test("with the facets unfolded, in the drawer where there is one", async ({ page, isMobile }) => {
    await open(page);
    if (isMobile) await page.getByRole("button", { name: "Filters" }).click();
    await page.locator("details.facet").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
    await include(page, "Topic", "The vote").click();
    await expectAccessible(page);
  });

  test("empty, and with something to say about the link", async ({ page }) => {
    await open(page, "?source=e,zz&q=jib&colour=red#nothing-of-the-kind");
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await expectAccessible(page);
  });

  test("with a report set back because the filters don't find it", async ({ page }) => {
    await open(page, "?status=denied&kind=direct");
    await inFacet(page, "Reported as", async () => {});
    await open(page, "?status=denied");
    await openEvents(page);
    await expectAccessible(page);
  });
});
