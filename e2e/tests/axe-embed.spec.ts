// A view inside another page is accessible on the paper that it is made for.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open } from "./reader";
import { expectNothingSideways } from "./screen";

test.beforeEach(async ({ page }) => serveData(page));

for (const view of ["?embed=1", "?view=compare&embed=1", "?view=coverage&embed=1"]) {
  test(`./${view}`, async ({ page }) => {
    await open(page, view);
    await expect(page.locator(".later")).toHaveCount(0);
    // The frame is transparent: this is the host's.
    await page.evaluate(() => (document.documentElement.style.background = "light-dark(#fff, #000)"));
    await expectAccessible(page);
  });
}

test("nothing reaches out of a frame of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  for (const view of ["?embed=1", "?view=compare&embed=1", "?view=quotes&embed=1&source=d"]) {
    await open(page, view);
    await expectNothingSideways(page, view);
    await expect(page.getByRole("link", { name: "Open full view" })).toBeInViewport({ ratio: 1 });
  }
});
