// The page of coverage, as a person reads it.
import { type Locator, type Page } from "@playwright/test";

import { expect } from "../harness/fixtures";
import { open } from "./reader";

/** The page of coverage, ready. */
export async function openCoverage(page: Page, query = "") {
  await open(page, `?view=coverage${query}`);
  await expect(page.locator(".coverage__table")).toBeAttached();
}

/** The labels of the columns. */
export async function labels(page: Page): Promise<string[]> {
  return page.locator("th.coverage__source .badge").allTextContents();
}

/** All that stands of an event. */
export function line(page: Page, id: string): Locator {
  return page.locator(`tbody[id="${id}"]`);
}

/** The cell of an article on an event. */
export async function cell(page: Page, id: string, label: string): Promise<Locator> {
  return line(page, id).locator(".coverage__cell").nth((await labels(page)).indexOf(label));
}

/** The events that have rows, by their ids, in the order in which they stand. */
export async function rows(page: Page): Promise<string[]> {
  return page.locator("tbody.coverage__body:visible").evaluateAll((all) => all.map((body) => body.id));
}

/** The cells of a row of totals, a cell for each article. */
export function totals(page: Page, name: string): Locator {
  const named = page.locator(".coverage__totals tr").filter({ has: page.locator("th", { hasText: name }) });
  // Where it is narrow, the numbers stand in the row below.
  return named.locator("xpath=self::*[td] | self::*[not(td)]/following-sibling::tr[1]").locator("td:not([colspan])");
}

/** The button that tells to how many origins the reports of an event may come down. */
export function origins(page: Page, id: string): Locator {
  return line(page, id).locator(".coverage__origins");
}
