// The program takes over from the prerendered page: nothing moves, says something else, closes or loses the focus.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { before, holdProgram, substance } from "./prerendered";
import { published } from "./published";
import { event, open, openEvents, toggle } from "./reader";

// What was loaded ahead may wait long for a program that is held back.
test.beforeEach(({ faults }) => faults.allow(/preload/));

/** Where things are that a person sees, by what they are. */
function places(page: Page) {
  return page.evaluate(() => {
    const parts = [".masthead__bar", ".masthead__title", ".masthead__figures", ".masthead__description", ".masthead__more", ".bar",
      ".histogram", ".histogram__legend", ".result", ".page__events", ".background", ".day__name", ".event__title", ".facts__line", ".facts__tallies",
      ".source", ".colophon"];
    const seen = (part: string) => [...document.querySelectorAll(part)].filter((one) => !one.closest("#_skeleton") && one.checkVisibility());
    return parts.flatMap((part) => seen(part).map((one, at) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return `${part} ${at}: ${[x, y, width, height].map((length) => length.toFixed(1)).join(" ")}`;
    }));
  });
}

test("nothing moves", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) (window as unknown as { shifted: number }).shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const takeOver = await before(page);
  const expected = await places(page);
  expect(expected.length).toBeGreaterThan(100);
  await takeOver();
  expect(await places(page)).toEqual(expected);
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBe(0);
});

test("the program says the same as what was there before it", async ({ page }) => {
  const said = () => page.evaluate(() => {
    const parts = [".masthead__about", ".day__name", ".event__title", ".facts", ".mention", ".quote", ".discrepancy__question", ".discrepancy__answers",
      ".discrepancy__note", ".event__subtitle", ".source", ".colophon__line"];
    // What can only be done with the program isn't said before.
    const words = (one: Element) => {
      const copy = one.cloneNode(true) as Element;
      copy.querySelectorAll("button:not(.event__toggle)").forEach((button) => button.remove());
      return copy.textContent!.replace(/\s+/g, "");
    };
    return parts.flatMap((part) => [...document.querySelectorAll(part)].filter((one) => !one.closest("#_skeleton, section[hidden]"))
      .map((one) => `${part} ${words(one)}`));
  });
  const takeOver = await before(page);
  const expected = await said();
  await takeOver();
  await openEvents(page);
  await page.locator(".background button[aria-expanded=false]").evaluateAll((all) => all.forEach((button) => (button as HTMLElement).click()));
  await expect(page.locator("article button[aria-expanded=false].event__toggle")).toHaveCount(0);
  expect(await said()).toEqual(expected);
});

test("what is opened stays open, what is read stays in its place, and the focus stays with it", async ({ page, request }) => {
  const takeOver = await before(page);
  const { events } = await published(request);
  const far = events.filter(({ background }) => !background)[40].id;
  const first = await substance(page).locator(".day article").first().getAttribute("id");
  await substance(page).locator(".background__summary").click();
  for (const id of [first!, far]) await substance(page).locator(`article[id="${id}"] > details > summary`).click();
  const read = substance(page).locator(`article[id="${far}"]`);
  await read.evaluate((element) => element.scrollIntoView());
  await page.mouse.move(0, 0);
  const { y } = (await read.boundingBox())!;
  await expect(read.locator("summary")).toBeFocused();
  await takeOver();
  await expect(page.locator("details.background")).toHaveAttribute("open", "");
  for (const id of [first!, far]) await expect(toggle(page, id)).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator(".event__body")).toHaveCount(2);
  await expect(toggle(page, far)).toBeFocused();
  expect(Math.abs((await event(page, far).boundingBox())!.y - y)).toBeLessThan(1);
});

test("a link in a quote keeps the focus", async ({ page, request }) => {
  const takeOver = await before(page);
  const quote = (await published(request)).quotes.find(({ event }) => event)!;
  await substance(page).locator(`article[id="${quote.event}"] > details > summary`).evaluate((summary) => (summary as HTMLElement).click());
  await substance(page).locator(`[id="${quote.id}"] a`).focus();
  await takeOver();
  await expect(page.locator(`[id="${quote.id}"] a`).first()).toBeFocused();
});

test("a summary that belongs to no event keeps the focus", async ({ page }) => {
  const takeOver = await before(page);
  const summary = page.locator("summary", { hasText: "About the data" });
  await summary.focus();
  await page.keyboard.press("Enter");
  await takeOver();
  await expect(summary).toBeFocused();
  await expect(page.locator(".colophon details")).toHaveAttribute("open", "");
});

for (const view of ["?source=a", "?view=compare", "?data=demo-library-2031-03"]) {
  test(`where ./${view} is asked for, nothing else is shown first`, async ({ page }) => {
    const letGo = await holdProgram(page);
    await page.goto(`./${view}`, { waitUntil: "commit" });
    await expect(page.locator("#_skeleton")).toBeVisible();
    await expect(substance(page)).toBeHidden();
    letGo();
    await expect(page.locator("#_skeleton")).toBeHidden();
    await expect(substance(page)).toHaveCount(0);
  });
}

test("an outline is shown where nothing is prerendered", async ({ page }) => {
  await page.route("./", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace(/(<!--prerender:body-->)[^]*(<!--\/prerender:body-->)/, "$1$2") });
  });
  const letGo = await holdProgram(page);
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator("#_skeleton")).toBeVisible();
  letGo();
  await open(page);
});
