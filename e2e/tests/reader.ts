// What a reader does with the filters, and what she sees of them, on a wide screen as on a phone.
import { type Locator, type Page } from "@playwright/test";

import { expect } from "../harness/fixtures";
import { events } from "./harbour";

/** Every page, and those of its forms that look different. */
export const everyView = [
  "",
  "?view=compare",
  "?view=coverage",
  "?view=quotes",
  "?view=variants",
  "?view=variants&data=demo-library-2031-03&form=table",
  "?view=discrepancies",
  "?view=source",
  "?view=source&article=a",
  "?view=source&article=npa&data=demo-library-2031-03",
];

/** How many are left, in words. */
export function result(page: Page): Locator {
  return page.locator(".result-count");
}

/** Expects just these events, by their ids; those that are folded away count too. */
export async function expectEvents(page: Page, ids: string[]) {
  await expect(result(page)).toHaveText(new RegExp(`^${ids.length} (of \\d+ )?events?$`));
  const shown = page.locator("article.event:not([hidden])");
  await expect.poll(() => shown.evaluateAll((all) => all.map((event) => event.id).sort())).toEqual([...ids].sort());
}

/** The page at `query`, ready. */
export async function open(page: Page, query = "") {
  await page.goto(`./${query}`);
  await expect(result(page)).not.toBeEmpty();
  // The page itself may be of a part that is still on its way.
  await expect(page.locator("p.later")).toHaveCount(0);
}

/** The event of this id. */
export function event(page: Page, id: string): Locator {
  return page.locator(`article.event[id="${id}"]`);
}

/** The button that opens the event of this id. */
export function toggle(page: Page, id: string): Locator {
  return event(page, id).locator("button.event__toggle");
}

/** A facet with all that is in it. */
export function facet(page: Page, name: string): Locator {
  return page.locator("details.facet").filter({ has: page.locator("summary", { hasText: new RegExp(`^${name}( |$)`) }) });
}

/** The values of a facet as they stand there, each with its number. */
export function values(page: Page, name: string): Locator {
  return facet(page, name).locator(".facet__include");
}

/** The button that includes a value. */
export function include(page: Page, name: string, value: string): Locator {
  const called = new RegExp(`^${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( .*)?$`);
  return facet(page, name).getByRole("button", { name: called, includeHidden: true });
}

/** The button that excludes a value. */
export function exclude(page: Page, name: string, value: string): Locator {
  return facet(page, name).getByRole("button", { name: `not ${value}`, exact: true, includeHidden: true });
}

/** Does something with a facet unfolded before the eyes: on a phone, that is in the drawer. */
export async function inFacet(page: Page, name: string, act: () => Promise<void>) {
  const drawer = page.locator("button.filter-button");
  const folded = await drawer.isVisible();
  if (folded) await drawer.click();
  const summary = facet(page, name).locator("summary");
  if (!(await facet(page, name).evaluate((details: HTMLDetailsElement) => details.open))) await summary.click();
  await act();
  if (folded) await page.locator(".panel__show").click();
}

/** Presses the button that includes a value. */
export async function choose(page: Page, name: string, value: string) {
  await inFacet(page, name, () => include(page, name, value).click());
}

/** Presses the button that excludes a value. */
export async function leaveOut(page: Page, name: string, value: string) {
  await inFacet(page, name, () => exclude(page, name, value).click());
}

/** How the chosen articles have to report. */
export async function chooseMode(page: Page, mode: string) {
  await inFacet(page, "Reported by", async () => {
    await page.getByRole("combobox", { name: /^Reported by/ }).selectOption(mode);
  });
}

/** What is chosen, as the chips say it. */
export function chips(page: Page): Locator {
  return page.locator(".chip");
}

/** Expects these chips. */
export async function expectChips(page: Page, said: string[]) {
  await expect(chips(page)).toHaveText(said.map((words) => `Remove: ${words}`));
}

/** The texts that are marked as hits. */
export function marks(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get("hit") ?? [])].map(String));
}

/** Opens everything that there is of each event that a person sees. */
export async function openEvents(page: Page) {
  const closed = events(page).locator("button.event__toggle[aria-expanded=false]");
  await closed.evaluateAll((all) => all.forEach((button) => (button as HTMLElement).click()));
  await expect(closed).toHaveCount(0);
  // What the first one opens to may still be on its way.
  await expect(page.locator(".event__place .later")).toHaveCount(0);
}
