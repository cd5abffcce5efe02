// A reader who comes back finds the page as she left it.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { events } from "./harbour";
import { choose, event, open, result, toggle } from "./reader";
import { place } from "./screen";

interface Left {
  /** The event that is open. */
  id: string;
  /** How far down the page it was scrolled. */
  top: number;
  /** How far down the window the event was. */
  y: number;
}

/** Opens an event far down. */
async function readOn(page: Page): Promise<Left> {
  const far = events(page).nth(40);
  const id = (await far.getAttribute("id"))!;
  await toggle(page, id).click();
  await expect(far.locator(".event__body")).toBeVisible();
  await far.evaluate((event) => event.scrollIntoView({ block: "center" }));
  return { id, top: await page.evaluate(() => scrollY), y: (await place(far)).y };
}

async function expectPlace(page: Page, { id, y }: Left) {
  await expect(toggle(page, id)).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator(".event__body")).toHaveCount(1);
  await expect.poll(async () => Math.round((await place(event(page, id))).y)).toBe(Math.round(y));
}

test("Back brings back how far she had scrolled and what was open", async ({ page }) => {
  await open(page);
  const left = await readOn(page);
  expect(left.top).toBeGreaterThan(1000);
  await choose(page, "Reported as", "denied");
  await expect(page).toHaveURL(/status=denied$/);
  await expect(events(page).first()).toBeInViewport(); // the first of what is left
  await page.goBack();
  await expect(page).not.toHaveURL(/status/);
  await expectPlace(page, left);

  const there = event(page, left.id).getByRole("link", { name: "Compare on this" });
  await there.scrollIntoViewIfNeeded();
  left.y = (await place(event(page, left.id))).y;
  await there.click();
  await expect(page).toHaveURL(new RegExp(`view=compare#${left.id}$`));
  await page.goBack();
  await expectPlace(page, left);
});

test("so does loading the page anew", async ({ page }) => {
  await open(page, "?status=occurred");
  const left = await readOn(page);
  await expect.poll(() => page.evaluate(() => Math.round(history.state?.[0]))).toBe(Math.round(left.top)); // it is noted after a pause
  const found = await result(page).textContent();
  await page.reload();
  await expect(result(page)).toHaveText(found!);
  await expectPlace(page, left);
});

test("a choice made far down shows the first of what is left", async ({ page }) => {
  await open(page);
  await readOn(page);
  await choose(page, "Reported by", "A");
  await expect(events(page).first().getByRole("heading", { level: 3 })).toBeInViewport();
});
