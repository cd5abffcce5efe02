// All quotes, by whom they are attributed to, each with how it came to us.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { published } from "./published";
import { open, result } from "./reader";

test("every quote of the published file stands under its first speaker", async ({ page, request }) => {
  const data = await published(request);
  await open(page, "?view=quotes");
  await expect(result(page)).toHaveText(`${data.quotes.length} quotes`);
  await expect(page.locator("figure.said__quote:visible")).toHaveCount(data.quotes.length);
  const names = new Map(data.actors.map((actor) => [actor.id, actor.name]));
  const wanted = new Map<string, number>();
  for (const { speakers } of data.quotes) {
    const name = names.get(speakers[0] ?? "") ?? "Nobody named";
    wanted.set(name, (wanted.get(name) ?? 0) + 1);
  }
  const sections = await page.locator("section.voice").evaluateAll((all) => all.map((section) => [
    section.querySelector("h2")!.textContent, section.querySelectorAll("figure").length,
  ]));
  expect(Object.fromEntries(sections)).toEqual(Object.fromEntries(wanted));
});

test.describe("with a small dataset", () => {
  test.beforeEach(async ({ page }) => serveData(page));

  test("a speaker has a heading, who they are, and their quotes in the order of time", async ({ page }) => {
    await open(page, "?view=quotes");
    const okafor = page.getByRole("region", { name: "Ines Okafor" });
    await expect(okafor).toContainText("mayor · Westhaven Town Council");
    await expect(okafor).toContainText("4 quotes");
    await expect(okafor.getByRole("listitem")).toHaveText([/^A.*said 5 May 2031/, /^D.*5 May 2031 \(the event’s date\)/, /^B.*7 May 2031/, /^C.*7 May 2031/]);
    await expect(page.getByRole("region", { name: "Nobody named" })).toContainText("Date unknown");
  });

  test("a quote tells its source, kind, cue, whom it was said to and who relays it, and its event", async ({ page }) => {
    await open(page, "?view=quotes");
    const quote = page.locator("#herald-okafor-relief");
    await expect(quote).toContainText("“We have bought ourselves two years, and I intend to use every week of them.”");
    await expect(quote).toContainText("Article B: Westhaven votes to keep its crane, for now");
    await expect(quote).toContainText("direct quote");
    await expect(quote).toContainText("Reporting word: say · to Friends of the Crane · via Westhaven Town Council");
    await expect(page.locator("#c-okafor-two-years")).toContainText("mixed quote");
    await expect(page.locator("#c-okafor-two-years")).toContainText("Partly in our words She called the two years “bought time”");
    await expect(page.locator("#herald-port-figures")).toContainText("indirect quote");
    await quote.getByRole("link", { name: "The council votes to keep the crane for two years" }).click();
    await expect(page).toHaveURL(/\/\?#vote$|\/#vote$/);
    await expect(page.locator("#vote")).toBeFocused();
  });

  test("each speaker is a step away, with the number of their quotes", async ({ page }) => {
    await open(page, "?view=quotes");
    const entries = page.getByRole("navigation", { name: "Speakers" }).getByRole("listitem");
    await expect(entries).toHaveText(["Ines Okafor4", "Per Lind2", "Friends of the Crane1", "Port of Westhaven1", "people close to the port1", "Nobody named1"]);
    await entries.getByRole("link", { name: "Port of Westhaven" }).click();
    await expect(page.getByRole("heading", { name: "Port of Westhaven" })).toBeInViewport();
  });

  test("a link to a quote leads to it, from wherever it stands", async ({ page }) => {
    await open(page, "?view=quotes");
    await page.locator("#c-lind-steam").getByRole("link", { name: "Link to this quote of: Per Lind" }).click();
    await expect(page).toHaveURL(/\?view=quotes#c-lind-steam$/);
    await page.goto("about:blank");
    await page.goto("./?view=quotes#c-lind-steam");
    await expect(page.locator("#c-lind-steam")).toBeFocused();
    await expect(page.locator("#c-lind-steam")).toBeInViewport();
    await page.goto("./?source=c");
    await page.getByRole("region", { name: /^Quotes that belong to no event/ }).getByRole("link", { name: "Link to this quote of: Per Lind" }).click();
    await expect(page).toHaveURL(/\?view=quotes#c-lind-steam$/);
    await expect(page.locator("#c-lind-steam")).toBeFocused();
  });
});
