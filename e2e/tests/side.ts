// The page that compares, as a person reads it.
import { type Locator, type Page } from "@playwright/test";

import { open } from "./reader";

/** The page that compares, ready. */
export async function openCompare(page: Page, query = "") {
  await open(page, `?view=compare${query}`);
}

/** The row of the table with this head. */
export function row(page: Page, head: string | RegExp): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: head }) });
}

/** The cell where the row with this head meets the column of an article. */
export async function cell(page: Page, head: string | RegExp, label: string): Promise<Locator> {
  const labels = await articles(page);
  return row(page, head).getByRole("cell").nth(labels.indexOf(label));
}

/** The labels of the columns. */
export async function articles(page: Page): Promise<string[]> {
  const names = page.locator("th.side__source .visually-hidden");
  await names.first().waitFor({ state: "attached" });
  return (await names.allTextContents()).map((name) => name.replace("Article ", ""));
}

/** The events that a person sees, in the table or as cards. */
export function rows(page: Page): Locator {
  return page.locator(".side__title:visible");
}

/** The button that sets an article beside the others, or takes it away. */
export function column(page: Page, label: string): Locator {
  return page.getByRole("group", { name: "Articles", exact: true }).getByRole("button", { name: `Article ${label}:` });
}

/** The choice of which events. */
export function choice(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "Which events" }).getByRole("radio", { name });
}
