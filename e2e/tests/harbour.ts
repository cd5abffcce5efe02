// A small invented dataset in place of the published one, so that a test can name what it expects.
import { fileURLToPath } from "node:url";

import type { Page, Route } from "@playwright/test";

const harbour = fileURLToPath(new URL("../../tests/fixtures/harbour.json", import.meta.url));

/** Answers for the dataset as `answer` says; by default with the harbour. */
export async function serveData(page: Page, answer: Parameters<Route["fulfill"]>[0] = { path: harbour }) {
  await page.unrouteAll();
  await page.route("**/data/*.{json,sidebyline}", (route) => route.fulfill({ contentType: "application/json", ...answer }));
}

/** The events that a person sees. */
export function events(page: Page) {
  return page.locator("article.event:visible");
}

/** Opens everything that is folded. */
export async function unfold(page: Page) {
  await page.locator("details").evaluateAll((folded) => folded.forEach((details) => details.setAttribute("open", "")));
}
