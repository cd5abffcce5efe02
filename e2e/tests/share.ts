// The dialog that takes something out of the page, as a reader uses it.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { type Locator, type Page, expect } from "@playwright/test";

import { serveData } from "./harbour";

/** The dialog. */
export function dialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Share" });
}

/** The tab of this name. */
export function tab(page: Page, name: string): Locator {
  return dialog(page).getByRole("tab", { name, exact: true });
}

/** A text that can be taken along. */
export function field(page: Page, name: string): Locator {
  return dialog(page).getByRole("textbox", { name, exact: true });
}

/** Shares the view, or what the button of this name is for; in one way, if that is named. */
export async function share(page: Page, way?: string, button: string | RegExp = "Share this view") {
  await page.getByRole("button", { name: button, exact: true }).first().click();
  await expect(dialog(page).getByRole("tablist")).toBeVisible();
  if (way) {
    await tab(page, way).click();
    await expect(tab(page, way)).toHaveAttribute("aria-selected", "true");
  }
}

/** Serves the harbour with something changed in it. */
export async function serveChanged(page: Page, change: (data: any) => void) {
  const data = JSON.parse(await readFile(fileURLToPath(new URL("../../tests/fixtures/harbour.json", import.meta.url)), "utf8"));
  change(data);
  await serveData(page, { body: JSON.stringify(data) });
}

/** What a press on a button of the dialog saves. */
export async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog(page).getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
