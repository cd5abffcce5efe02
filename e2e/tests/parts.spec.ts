// A story that is too long to be shown as a whole comes in parts, which a reader, a keyboard and a link find their way in.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { events, serveData } from "./harbour";
import { newsroom } from "./newsroom";
import { choose, event, open, result, toggle } from "./reader";

const many = newsroom(27, 620);

test.beforeEach(async ({ page }) => serveData(page, { body: JSON.stringify(many) }));

const place = (page: Page) => page.locator(".part-links__place");
const way = (page: Page, name: string) => page.getByRole("navigation", { name: "Parts of this list" }).getByRole("link", { name, exact: true });
const shown = async (page: Page) => events(page).evaluateAll((all) => all.map(({ id }) => id));

test("each part has fifty events in their order, and says where in the list they are", async ({ page }) => {
  await open(page);
  await expect(events(page)).toHaveCount(50);
  await expect(result(page)).toHaveText("620 events");
  await expect(place(page)).toHaveText("1 to 50 of 620");
  await expect(way(page, "Previous")).toHaveCount(0);
  expect(await shown(page)).toEqual(many.events.slice(0, 50).map(({ id }) => id));
  await way(page, "Next").click();
  await expect(place(page)).toHaveText("51 to 100 of 620");
  expect(await shown(page)).toEqual(many.events.slice(50, 100).map(({ id }) => id));
  await way(page, "Last").click();
  await expect(place(page)).toHaveText("601 to 620 of 620");
  await expect(way(page, "Next")).toHaveCount(0);
  await expect(events(page)).toHaveCount(20);
});

test("a part is a step in the history, and a link leads to it", async ({ page }) => {
  await open(page);
  await way(page, "Next").click();
  await expect(page).toHaveURL(/\?part=2$/);
  await page.goBack();
  await expect(place(page)).toHaveText("1 to 50 of 620");
  await open(page, "?part=13");
  await expect(place(page)).toHaveText("601 to 620 of 620");
  await open(page, "?part=999");
  await expect(place(page)).toHaveText("601 to 620 of 620");
});

test("the next part begins in sight, has the focus and is announced", async ({ page }) => {
  await open(page);
  await way(page, "Next").focus();
  await page.keyboard.press("Enter");
  await expect(events(page).first()).toBeInViewport();
  await expect(page.getByRole("region", { name: "Timeline" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("620 events, part 2");
});

test("a filter leads back to the beginning of what it finds", async ({ page }) => {
  await open(page, "?part=3");
  await choose(page, "Known from", "named voices");
  await expect(page).toHaveURL(/\?basis=named$/);
  await expect(place(page)).toHaveText(/^1 to 50 of \d+$/);
});

test("what is few enough has no parts", async ({ page }) => {
  await open(page, "?q=%22number+7%22");
  await expect(events(page)).toHaveCount(1);
  await expect(place(page)).toHaveCount(0);
});

test("a link to an event opens it in the part that has it", async ({ page }) => {
  await open(page, "#e333");
  await expect(toggle(page, "e333")).toHaveAttribute("aria-expanded", "true");
  await expect(event(page, "e333")).toBeInViewport();
  await expect(place(page)).toHaveText("301 to 350 of 620");
  await way(page, "Next").click();
  await expect(place(page)).toHaveText("351 to 400 of 620");
});

test("Compare and Coverage come in the same parts", async ({ page }) => {
  await open(page, "?view=coverage");
  const rows = page.locator("tbody.coverage__body:visible");
  await expect(rows).toHaveCount(50);
  await way(page, "Next").click();
  await expect(rows.first()).toHaveAttribute("id", "e50");
  const far = many.events.findLast(({ mentions }) => mentions.some(({ source }) => source === "s26"))!;
  await open(page, `?view=compare&source=s1,s2,s20,s26#${far.id}`);
  const lines = page.locator("tbody.side__body:visible, article.card:visible");
  await expect(page.locator(`[id="${far.id}"]`)).toBeInViewport();
  expect(await lines.count()).toBeLessThanOrEqual(50);
  await expect(way(page, "First")).toBeVisible();
});

test("quotes come in parts, with those whose they are", async ({ page }) => {
  const quotes = Array.from({ length: 300 }, (_, at) => ({
    id: `q${at}`, source: "s1", kind: "indirect", speakers: [`a${at % 3}`], cue: "said", content: `It will be number ${at}.`, passages: [],
  }));
  await serveData(page, { body: JSON.stringify({ ...many, quotes }) });
  await open(page, "?view=quotes");
  await expect(page.locator(".said:visible")).toHaveCount(50);
  await expect(page.locator(".voices__entry:visible")).toHaveText(["Speaker 0100"]);
  await way(page, "Last").click();
  await expect(page.locator(".voices__entry:visible")).toHaveText(["Speaker 2100"]);
  await expect(place(page)).toHaveText("251 to 300 of 300");
  await open(page, "?view=quotes#q4");
  await expect(page.locator('[id="q4"]')).toBeInViewport();
  await expect(place(page)).toHaveText("101 to 150 of 300");
});
