// The pages of differences and of single articles, as a person reads them.
import { type Locator, type Page, expect } from "@playwright/test";

import { open, result } from "./reader";

/** The question of this id. */
export function question(page: Page, id: string): Locator {
  return page.locator(`article.question[id="${id}"]`);
}

/** The questions that a person sees. */
export function questions(page: Page): Locator {
  return page.locator("article.question:visible");
}

/** What an article answers to a question. */
export function answer(question: Locator, label: string): Locator {
  return question.locator(".column").filter({ has: question.page().locator(".badge", { hasText: new RegExp(`^${label}$`) }) });
}

/** The part of an article's page under this title. */
export function part(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** The page of an article, ready. */
export async function openArticle(page: Page, id: string, query = "") {
  await open(page, `?view=source&article=${id}${query}`);
  await expect(page.locator(".profile__head")).toBeVisible();
}

/** Follows a figure, expects that what it leads to counts as many, and comes back. */
export async function expectCounted(page: Page, figure: Locator, what: "event" | "quote") {
  const number = (await figure.textContent())!.match(/\d+/)![0];
  const here = page.url();
  await figure.click();
  await expect(page).not.toHaveURL(here);
  await expect(result(page)).toHaveText(new RegExp(`^${number} (of \\d+ )?${what}s?$`));
  await page.goBack();
  await expect(page).toHaveURL(here);
}
