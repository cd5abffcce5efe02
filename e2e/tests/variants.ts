// The page that compares wordings, on the demonstration, whose sources share many statements.
import { type Locator, type Page } from "@playwright/test";

import { open } from "./reader";

/** The part of the address that asks for the page with the demonstration. */
export const demo = "?view=variants&data=demo-library-2031-03";

/** The page with the demonstration. */
export async function openDemo(page: Page, query = "") {
  await open(page, `${demo}${query}`);
  await page.locator(".variants__intro").waitFor();
}

/** The group of this title. */
export function group(page: Page, title: RegExp): Locator {
  return page.locator("article.variant").filter({ has: page.getByRole("heading", { name: title }) });
}

/** What the reader has chosen, compared. */
export function chosen(page: Page): Locator {
  return page.getByRole("region", { name: "The words you chose" });
}

/** The differences of a comparison, as sentences. */
export function sentences(within: Locator): Locator {
  return within.getByRole("list", { name: "How they differ" }).getByRole("listitem");
}
