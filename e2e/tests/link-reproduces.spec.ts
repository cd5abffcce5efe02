// A link shows another reader just what it showed the one who sent it.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { choose, chooseMode, leaveOut, open, result } from "./reader";

function day(page: Page, name: string) {
  return page.getByRole("textbox", { name, exact: true });
}

async function seen(page: Page) {
  return {
    result: await result(page).textContent(),
    chips: await page.locator(".chip").allTextContents(),
    events: await page.locator("article.event:not([hidden])").evaluateAll((all) => all.map((event) => event.id)),
    facets: await page.locator(".facet__include").allTextContents(),
    pressed: await page.locator("[aria-pressed=true]").evaluateAll((all) => all.map((button) => button.getAttribute("aria-label") ?? button.textContent)),
    search: await page.getByRole("searchbox", { name: "Search", exact: true }).inputValue(),
    days: [await day(page, "From").inputValue(), await day(page, "To").inputValue()],
  };
}

test("a view is reproduced by its link, and by loading it anew", async ({ page, context }) => {
  await open(page);
  await leaveOut(page, "Reported as", "denied");
  await choose(page, "Reported by", "A");
  await choose(page, "Reported by", "B");
  await chooseMode(page, "at least 2 of");
  await choose(page, "Speaker", "Volodymyr Zelensky");
  await day(page, "To").fill("2025-04-25");
  await day(page, "To").press("Enter");
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("zelensky");
  await expect(page).toHaveURL(/\?source=a,b&match=2&status=-denied&speaker=zelensky&to=2025-04-25&q=zelensky$/);
  const sent = await seen(page);
  expect(sent.events.length).toBeGreaterThan(0);

  const other = await context.newPage();
  await open(other, new URL(page.url()).search);
  expect(await seen(other)).toEqual(sent);
  await page.reload();
  await expect(result(page)).toHaveText(sent.result!);
  expect((await seen(page)).pressed).toEqual(sent.pressed);
});

test("the order and the writing of a link don't matter", async ({ page }) => {
  await open(page, "?q=Zelensky&source=b%2Ca&source=a&utm_source=chat&topic=-NATO");
  const sent = await seen(page);
  await expect(page.locator(".notices li")).toHaveCount(0);
  await page.goto("./?source=a,b&topic=-nato&q=Zelensky");
  await expect(result(page)).toHaveText(sent.result!);
  expect(await seen(page)).toEqual(sent);
});
