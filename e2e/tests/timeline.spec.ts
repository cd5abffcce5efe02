// The page as a reader uses it: all events, the filters, the address, and what goes wrong.
import { expect, test } from "../harness/fixtures";
import { events, serveData } from "./harbour";

const search = /[?&]q=/;

test.describe("with the published dataset", () => {
  test("every event, mention and quote of the file is on the page", async ({ page, request }) => {
    const data = await (await request.get("./data/ceasefire-talks-2025-04.json")).json();
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(data.title);
    await expect(page.locator("article.event")).toHaveCount(data.events.length);
    await expect(page.locator(".quote")).toHaveCount(data.quotes.length);
    const mentions = data.events.flatMap((event: { mentions: unknown[] }) => event.mentions);
    await expect(page.locator(".mention")).toHaveCount(mentions.length);
    await expect(page.locator(".discrepancy")).toHaveCount(data.discrepancies?.length ?? 0);
    await expect(page.locator(".source")).toHaveCount(data.sources.length);
    await expect(page.locator(".findings")).toHaveCount(0);
  });

  test("the page's outline gives way without a shift", async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("./");
    await expect(events(page).first()).toBeVisible();
    await expect(page.locator("#_skeleton")).toBeHidden();
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.01);
  });
});

test.describe("with a small dataset", () => {
  test.beforeEach(async ({ page }) => serveData(page));

  test("an event shows each source's words beside the others'", async ({ page }) => {
    await page.goto("./");
    const letter = page.getByRole("article", { name: "The port announces by letter" });
    await expect(letter.locator(".column")).toHaveCount(5);
    await expect(letter.locator(".column").first()).toContainText("“a heap of rust with a view”");
    await expect(letter.locator(".column").first()).toContainText("In our words The port told the town on Monday");
    await expect(letter).toContainText("Is the demolition decided?");
  });

  test("a choice of sources is in the address, survives a reload, and Back is one step", async ({ page }) => {
    await page.goto("./");
    await expect(events(page)).toHaveCount(9); // the background is folded
    await page.getByRole("button", { name: /^D 3 events/ }).click();
    await expect(events(page)).toHaveCount(3);
    await expect(page).toHaveURL(/\?source=d$/);
    await page.getByRole("button", { name: /^A 4 events/ }).click();
    await expect(page).toHaveURL(/\?source=a,d$/);
    await expect(page.locator(".result-count")).toHaveText("6 of 11 events");

    await page.reload();
    await expect(page.locator(".result-count")).toHaveText("6 of 11 events");
    await expect(page.getByRole("button", { name: /^A / })).toHaveAttribute("aria-pressed", "true");

    await page.goBack();
    await expect(page).toHaveURL(/\?source=d$/);
    await expect(events(page)).toHaveCount(3);
    await page.goBack();
    await expect(page).toHaveURL(/\/$/);
    await expect(events(page)).toHaveCount(9);
    await page.goForward();
    await expect(events(page)).toHaveCount(3);
  });

  test("a word that is typed is one step, and Back takes it away whole", async ({ page }) => {
    await page.goto("./");
    const field = page.getByRole("searchbox");
    await field.pressSequentially("mayor okafor");
    await expect(page).toHaveURL(/\?q=mayor\+okafor$/);
    await expect(page.locator(".result-count")).toHaveText("2 of 11 events");
    await page.goBack();
    await expect(page).not.toHaveURL(search);
    await expect(field).toHaveValue("");
    await page.goForward();
    await expect(field).toHaveValue("mayor okafor");
  });

  test("the number of events is announced once things have settled", async ({ page }) => {
    await page.goto("./");
    const status = page.getByRole("status");
    await expect(status).toHaveText("11 events");
    await status.evaluate((element) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(element.textContent ?? "")).observe(element, { childList: true, characterData: true, subtree: true });
    });
    await page.getByRole("searchbox").pressSequentially("signatures");
    await expect(status).toHaveText("1 of 11 events");
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual(["1 of 11 events"]);
  });

  test("a search without case and diacritics finds any name of a person", async ({ page }) => {
    await page.goto("./?q=OKÁFOR+two");
    await expect(events(page)).toHaveCount(1);
    await expect(page.getByRole("searchbox")).toHaveValue("OKÁFOR two");
  });

  test("a value is decoded once", async ({ page }) => {
    await page.goto("./?q=100%2525");
    await expect(page.getByRole("searchbox")).toHaveValue("100%25");
    await page.getByRole("button", { name: /^A / }).click();
    await expect(page).toHaveURL(/\?source=a&q=100%2525$/);
  });

  test("what a link asks for and the data lack is said", async ({ page }) => {
    await page.goto("./?source=a,zz&colour=red");
    await expect(page.locator(".notices")).toContainText("“zz”, which is not among these articles");
    await expect(page.locator(".notices")).toContainText("“colour”, which this page doesn’t know");
    await expect(page.getByRole("status")).toContainText("“zz”");
    await expect(page.locator(".result-count")).toHaveText("4 of 11 events");
  });

  test("an empty page says what emptied it and lifts that", async ({ page }) => {
    await page.goto("./?source=e&q=jib");
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await expect(page.locator(".empty")).toContainText("the search for “jib” together with the choice of article E");
    await page.getByRole("button", { name: "All articles (2 events)" }).click();
    await expect(events(page)).toHaveCount(2);
    await expect(page).toHaveURL(/\?q=jib$/);
    await expect(page.getByRole("region", { name: "Events" })).toBeFocused(); // the pressed button is gone
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByRole("region", { name: "Events" })).toBeFocused();
  });

  test("a choice made far down shows the first of what is left", async ({ page }) => {
    await page.goto("./");
    await events(page).last().scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: /^A 4 events/ }).click();
    await expect(events(page)).toHaveCount(3);
    await expect(events(page).first().getByRole("heading", { level: 3 })).toBeInViewport();
  });

  test("an answer whose words stand with another event leads there", async ({ page }) => {
    await page.goto("./");
    const elsewhere = page.getByRole("link", { name: /^A: its words stand with another event/ }).first();
    await expect(elsewhere).toHaveAttribute("href", "#crane-built");
    await elsewhere.click();
    await expect(page).toHaveURL(/#crane-built$/);
    await expect(page.locator("#crane-built")).toBeFocused(); // it was folded into the background
  });

  test("a link to an event leads there, also into the folded background", async ({ page, faults }) => {
    faults.allow(/favicon/); // the page is left before it came
    await page.goto("./#vote");
    await expect(page.locator("#vote")).toBeFocused();
    await expect(page.locator("#vote")).toBeInViewport();
    await page.goto("about:blank");
    await page.goto("./#crane-built");
    await expect(page.locator("#crane-built")).toBeFocused();
    await page.goto("about:blank");
    await page.goto("./?source=d#petition");
    await expect(page.locator(".notices")).toContainText("which the filters hide");
    await page.goto("about:blank");
    await page.goto("./#nothing-of-the-kind");
    await expect(page.locator(".notices")).toContainText("which is not on this page");
  });

  test("the keyboard alone is enough", async ({ page, isMobile }) => {
    test.skip(isMobile, "a phone has no Tab key");
    await page.goto("./");
    await expect(events(page)).toHaveCount(9);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the events" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#_events")).toBeFocused();
    await page.keyboard.press("Shift+Tab"); // the button that clears is idle, so the last source comes first
    await expect(page.getByRole("button", { name: /^E / })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(/\?source=e$/);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("offer");
    await expect(events(page)).toHaveCount(1);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: /^A / })).toBeFocused();
  });

  test("where the address can't be written, the filters work all the same", async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => { throw new DOMException("refused", "SecurityError"); };
      Object.assign(History.prototype, { pushState: refuse, replaceState: refuse });
      Object.defineProperty(window, "localStorage", { get: refuse });
    });
    await page.goto("./");
    await page.getByRole("button", { name: /^D / }).click();
    await expect(events(page)).toHaveCount(3);
    await page.getByRole("searchbox").fill("neighbour");
    await expect(events(page)).toHaveCount(1);
    await page.getByRole("radio", { name: "Dark" }).check();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});

test.describe("when the data don't come", () => {
  const failures = [
    { name: "are not there", answer: { status: 404, body: "Not found" }, says: ["not where they should be", "404"] },
    { name: "are refused", answer: { status: 503, body: "Later" }, says: ["refused (503)"] },
    { name: "are a page", answer: { contentType: "text/html", body: "<!DOCTYPE html><p>Log in" }, says: ["can’t be read", "HTML"] },
    { name: "end in the middle", answer: { body: '{"format": "sidebyline/1", "id"' }, says: ["ends in the middle"] },
    { name: "are newer", answer: { body: '{"format": "sidebyline/2"}' }, says: ["newer format `sidebyline/2`", "Update Sidebyline"] },
  ];
  for (const { name, answer, says } of failures) {
    test(`because they ${name}, the page says so and tries again`, async ({ page, faults }) => {
      faults.allow(/status (404|503)|console error: Failed to load resource|preload/);
      await serveData(page, answer);
      await page.goto("./");
      const alert = page.getByRole("alert");
      for (const words of says) await expect(alert).toContainText(words);
      await expect(page.locator("#_skeleton")).toBeHidden();
      await serveData(page);
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(events(page)).toHaveCount(9);
    });
  }

  test("because nothing answers, the page says so", async ({ page, faults }) => {
    faults.allow(/failed: .*\.json|Failed to load resource|preload/);
    await page.route("**/data/*.json", (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("Check the connection");
  });
});
