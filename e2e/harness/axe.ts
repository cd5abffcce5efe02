// Accessibility: what axe finds on a page, in both colour schemes.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Expects no violation in the light and in the dark scheme, then puts the scheme back to light.
 * `within` narrows the check to a part of the page, by its selector, and `without` leaves another out.
 */
export async function expectAccessible(page: Page, within?: string, without?: string) {
  for (const colorScheme of ["light", "dark"] as const) {
    await test.step(`axe, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      // What happens to stand half under the bar that sticks is no target that is too small.
      await page.evaluate(() => window.scrollTo(0, 0));
      let axe = new AxeBuilder({ page }).withTags(rules);
      if (within) axe = axe.include(within);
      if (without) axe = axe.exclude(without);
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        places: nodes.map((node) => `${node.target.join(" ")}  ${node.failureSummary ?? ""}`),
      }));
      expect(found, `accessible in the ${colorScheme} scheme`).toEqual([]);
    });
  }
  await page.emulateMedia({ colorScheme: "light" });
}
