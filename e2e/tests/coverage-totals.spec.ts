// No number has to be believed: each leads to just what it counts.
import { expect, test } from "../harness/fixtures";
import { cell, labels, line, openCoverage, rows, totals } from "./across";
import { serveData } from "./harbour";

test.beforeEach(async ({ page }) => serveData(page));

const kinds = [
  { name: "reports it", words: /^reports it/ },
  { name: "of these, with a difference", words: /differs$/ },
  { name: "silent, and could have reported it", words: /^silent$/ },
  { name: "silent: came out before it was known", words: /^before it was known$/ },
  { name: "silent: not known whether it could", words: /^not known$/ },
];

for (const { name, words } of kinds) {
  test(`the numbers of “${name}” are those of the rows that they lead to`, async ({ page }) => {
    await openCoverage(page, "&q=crane");
    const all = await rows(page);
    for (const [at, label] of (await labels(page)).entries()) {
      const total = totals(page, name).nth(at);
      const count = parseInt((await total.textContent())!, 10);
      let seen = 0;
      for (const event of all) seen += Number(words.test((await (await cell(page, event, label)).getAttribute("aria-label"))!));
      expect(count, `${name}, ${label}`).toBe(seen);
      if (count === 0) continue;
      await total.getByRole("link").click();
      await expect.poll(async () => (await rows(page)).length).toBe(count);
      for (const event of await rows(page)) await expect(await cell(page, event, label)).toHaveAccessibleName(words);
      await expect(page.locator(".rows__chosen")).toHaveText(new RegExp(`article ${label} .*: ${count}$`));
      await expect(total.getByRole("link")).toHaveAttribute("aria-current", "true");
      expect(parseInt((await total.textContent())!, 10), "a choice of rows changes no total").toBe(count);
      await total.getByRole("link").click(); // the same once more lifts it
      await expect.poll(() => rows(page)).toEqual(all);
    }
  });
}

test("what an article alone reports is counted and shown", async ({ page }) => {
  await openCoverage(page);
  await totals(page, "of these, it alone").nth(3).getByRole("link").click();
  await expect(page).toHaveURL(/\?view=coverage&rows=only.d$/);
  expect(await rows(page)).toEqual(["party"]);
  await expect(page.locator(".rows__chosen")).toHaveText("Only events that article D alone reports: 1");
});

test("how many report an event leads to what they say", async ({ page }) => {
  await openCoverage(page);
  const total = line(page, "vote").locator(".coverage__total");
  await expect(total).toHaveText("3 of 5");
  await expect(total).toHaveAccessibleName("3 of 5 articles report it");
  await total.click();
  await expect(page).toHaveURL(/\?view=compare#vote$/);
});

test("the choices of rows say how many they leave, and a choice that leaves none can be lifted", async ({ page }) => {
  await openCoverage(page);
  const choice = (name: RegExp) => page.getByRole("list", { name: "Which events" }).getByRole("link", { name });
  for (const name of [/^Only differences (\d+)$/, /^In all (\d+)$/, /^All events (\d+)$/]) {
    const link = choice(name);
    const count = parseInt(name.exec((await link.textContent())!)![1]!, 10);
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "true");
    await expect.poll(async () => (await rows(page)).length).toBe(count);
  }
  await page.goto("./?view=coverage&rows=could-not.d");
  await expect(page.getByRole("heading", { name: "No event is left" })).toBeVisible();
  await page.getByRole("button", { name: "Show all events" }).click();
  await expect.poll(async () => (await rows(page)).length).toBe(11);
});
