// Accessibility: what axe finds on a page, in both colour schemes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect, test, type Page } from "@playwright/test";
import type * as Axe from "axe-core";

const program = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Expects no violation in the light and in the dark scheme, then puts the scheme back to light.
 * `within` narrows the check to a part of the page, by its selector, and `without` leaves another out.
 */
export async function expectAccessible(page: Page, within?: string, without?: string) {
  await page.evaluate(program);
  for (const colorScheme of ["light", "dark"] as const) {
    await test.step(`axe, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      // What happens to stand half under the bar that sticks is no target that is too small.
      await page.evaluate(() => window.scrollTo(0, 0));
      expect(await violations(page, within, without), `accessible in the ${colorScheme} scheme`).toEqual([]);
    });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** What axe, which the page must hold, finds in the page; it does not look into frames. */
async function violations(page: Page, within?: string, without?: string) {
  const asked = { rules, include: within ?? "html", exclude: without ? [without] : [] };
  return page.evaluate(async ({ rules, include, exclude }) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    // To describe all that is as it should be takes most of the time, and nobody reads it.
    const options: Axe.RunOptions = { runOnly: rules, resultTypes: ["violations"], iframes: false };
    const { violations } = await axe.run({ include, exclude }, options);
    return violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      places: nodes.map((node) => `${node.target.join(" ")}  ${node.failureSummary ?? ""}`),
    }));
  }, asked);
}
