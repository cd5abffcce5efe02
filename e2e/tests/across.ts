// The page of coverage, as a person reads it.
import { type Locator, type Page } from "@playwright/test";

import { expect } from "../harness/fixtures";
import { open } from "./reader";

/** The page of coverage, ready. */
export async function openCoverage(page: Page, query = "") {
  await open(page, `?view=coverage${query}`);
  await expect(page.locator(".coverage__table").or(page.locator(".empty"))).toBeVisible();
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
  const head = page.locator(".coverage__totals th").filter({ hasText: name });
  // Where it is narrow, the numbers stand in the row below.
  return page.locator(".coverage__totals tr.coverage__sums").filter({ has: head })
    .or(page.locator(".coverage__totals tr").filter({ has: head }).locator("+ tr.coverage__sums:not(:has(th))"))
    .locator("td:not([colspan])");
}

/** The button that tells to how many origins the reports of an event may come down. */
export function origins(page: Page, id: string): Locator {
  return line(page, id).locator(".coverage__origins");
}
