// What axe finds in the dialog, in both themes; and that it fits a small screen and a finger.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open, toggle } from "./reader";
import { dialog, share, tab } from "./share";

test.beforeEach(async ({ page }) => serveData(page));

for (const way of ["Link", "Embed", "Cite", "Download", "HTML", "Image"]) {
  test(`${way}: accessible, and as wide as its screen`, async ({ page, isMobile }) => {
    await open(page);
    await toggle(page, "vote").click();
    await share(page, way, /^Share: /);
    await expect(dialog(page).locator(".take__field").first()).not.toHaveValue("");
    if (way === "Embed") await expect(page.frameLocator("dialog iframe").locator(".result-count")).not.toBeEmpty();
    // A framed view has no ground of its own, so that axe takes it for white; axe-embed.spec.ts has it by itself.
    await expectAccessible(page, ".sharing", "iframe");
    const small = await dialog(page).locator("a[href], button, select, input:not([type=radio], [type=checkbox]), label:has(input)").evaluateAll(
      (all, least) => all.filter((element) => {
        const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
        return width > 0 && (width < least - 0.5 || height < least - 0.5);
      }).map((element) => element.outerHTML.slice(0, 90)), isMobile ? 44 : 24);
    expect(small).toEqual([]);
    if (!isMobile) await page.setViewportSize({ width: 320, height: 640 });
    const beyond = await dialog(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    await expect(tab(page, way)).toBeAttached();
  });
}
