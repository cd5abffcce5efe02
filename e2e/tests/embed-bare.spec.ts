// The bare frame, as it is pasted into a page that runs no script: of a fixed height, scrolled inside.
import { type FrameLocator, type Page } from "@playwright/test";

import { expect, pageAddress, test } from "../harness/fixtures";
import { bareFrame, embedded, frames, openHost, paragraphs, shifted, view, watchShifts } from "../harness/host";
import { serveData } from "./harbour";

const sandboxed = 'height="600" sandbox="allow-scripts"';

test.beforeEach(async ({ page }) => serveData(page));

/** The events that a reader of the frame sees. */
const events = (frame: FrameLocator) => frame.locator("article.event:visible");

/** What a reader does first: search, choose, look at another page. */
async function useIt(frame: FrameLocator) {
  await expect(events(frame)).not.toHaveCount(0);
  await frame.getByRole("searchbox", { name: "Search", exact: true }).fill("vote");
  await expect(frame.locator(".result-count")).toHaveText(/^\d+ of \d+ events$/);
  await frame.getByRole("searchbox", { name: "Search", exact: true }).fill("");
  await frame.getByRole("button", { name: /^Filters/ }).click();
  const drawer = frame.getByRole("dialog", { name: "Filters" });
  await drawer.locator(".facet__include").nth(3).click();
  await drawer.locator(".panel__show").click();
  await expect(frame.locator(".chip")).toHaveCount(1);
  await frame.getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(frame.locator("[data-page]")).toHaveAttribute("data-page", "quotes");
  await expect(frame.locator(".result-count")).toHaveText(/quotes?$/);
}

/** The frame shows one line for a head, and none of the site's. */
async function expectBare(page: Page, frame: FrameLocator) {
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(frame.locator(".masthead:visible, .panel-place:visible, .theme-choice")).toHaveCount(0);
  await expect(frame.locator(".source-line")).toContainText(/^Sidebyline.*articles/);
  const body = await frames(page)[0].evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(body).toEqual({ paper: "rgba(0, 0, 0, 0)", sideways: 0 });
}

test("it is whole at a fixed height, and moves nothing", async ({ page, faults }) => {
  await watchShifts(page);
  await openHost(page, faults, { body: paragraphs(1) + bareFrame() + paragraphs(20) });
  const frame = await view(page);
  await expectBare(page, frame);
  await useIt(frame);
  await expect(page.locator("iframe")).toHaveAttribute("height", "600");
  expect(await shifted(page)).toBeLessThan(0.02);
});

test("whose it is and the way to the whole stay in sight when it is scrolled", async ({ page, faults }) => {
  await openHost(page, faults, { body: bareFrame() });
  const frame = await view(page);
  await frames(page)[0].evaluate(() => scrollTo(0, 500));
  await expect.poll(() => frames(page)[0].evaluate(() => scrollY)).toBeGreaterThan(300);
  await expect(frame.getByRole("link", { name: "Open full view" })).toBeInViewport({ ratio: 1 });
});

test("the drawer with its way out fits into the frame", async ({ page, faults }) => {
  await openHost(page, faults, { body: bareFrame("", 'height="420"') });
  const frame = await view(page);
  await frame.getByRole("button", { name: /^Filters/ }).click();
  await expect(frame.locator(".panel__show")).toBeInViewport({ ratio: 1 });
  await expect(frame.locator(".panel__close")).toBeInViewport({ ratio: 1 });
});

test("the full view opens beside the host's page, as it is filtered and lit as the reader likes", async ({ page, faults }) => {
  await openHost(page, faults, { body: bareFrame("source=d&theme=dark") });
  const frame = await view(page);
  const opened = page.waitForEvent("popup");
  await frame.getByRole("link", { name: "Open full view" }).click();
  const full = await opened;
  await expect(full).toHaveURL(`${pageAddress()}?source=d`);
  expect(await full.evaluate(() => window.opener)).toBeNull();
  await full.close();
});

test("a link to copy leads to the full view", async ({ page, context, faults }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(pageAddress()).origin });
  await openHost(page, faults, { body: bareFrame("source=d", 'height="600" allow="clipboard-write"') });
  const frame = await view(page);
  await frame.locator(".result").getByRole("button", { name: /copy/i }).click();
  const byHand = frame.locator(".result .copy__field");
  await expect(byHand.or(frame.getByText("Link copied")).first()).toBeVisible();
  if (await byHand.count()) await expect(byHand).toHaveValue(`${pageAddress()}?source=d`);
});

test.describe("in a sandbox that gives it no origin", () => {
  test("all of it works, and where nothing may open, the address is shown to be taken along", async ({ page, faults }) => {
    faults.allow(/Blocked opening .* sandboxed frame/);
    await openHost(page, faults, { body: bareFrame("", sandboxed) });
    const frame = await view(page);
    await expectBare(page, frame);
    await useIt(frame);
    await frame.getByRole("link", { name: "Open full view" }).click();
    const address = frame.getByRole("textbox", { name: "Open full view" });
    await expect(address).toBeFocused();
    const value = await address.inputValue();
    expect(value.startsWith(`${pageAddress()}?view=quotes&source=`)).toBe(true);
    expect(await address.evaluate((field: HTMLInputElement) => field.selectionEnd! - field.selectionStart!)).toBe(value.length);
    await frame.getByRole("searchbox", { name: "Search", exact: true }).focus();
    await expect(address).toHaveCount(0);
  });

  test("it works in a frame that the host writes itself", async ({ page, faults }) => {
    const inner = bareFrame("", sandboxed).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    await openHost(page, faults, { body: `<iframe srcdoc="${inner}" title="Held" width="100%" height="640"></iframe>` });
    const frame = page.frameLocator("iframe").frameLocator("iframe");
    await expect(frame.locator(".result-count")).not.toBeEmpty();
    await useIt(frame);
  });

  test("it works in a frame that is written into a sandbox itself", async ({ page, faults }) => {
    const inner = bareFrame().replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    await openHost(page, faults, { body: `<iframe sandbox="allow-scripts" srcdoc="${inner}" title="Held" width="100%" height="640"></iframe>` });
    const frame = page.frameLocator("iframe").frameLocator("iframe");
    await expect(frame.locator(".result-count")).not.toBeEmpty();
    await useIt(frame);
  });
});

test("a policy that lets nothing but the frame in is enough", async ({ page, faults }) => {
  const policy = `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; script-src 'self'; frame-src ${new URL(pageAddress()).origin}`;
  await openHost(page, faults, { body: bareFrame(), policy });
  await useIt(await view(page));
});

test("it is there in a page that runs from right to left", async ({ page, faults }) => {
  await openHost(page, faults, { root: 'dir="rtl" lang="ar"', body: bareFrame() });
  const frame = await view(page);
  expect(await frame.locator("body").evaluate((body) => getComputedStyle(body).direction)).toBe("ltr");
  await useIt(frame);
});

for (const { theme, system, light } of [
  { theme: "dark", system: "light", light: true },
  { theme: "light", system: "dark", light: false },
] as const) {
  test(`${theme} in the address holds from the start, whatever the reader's system has and was chosen before`, async ({ page, faults }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.addInitScript((stored) => {
      try { localStorage.setItem("sidebyline-theme", stored); } catch {}
    }, system);
    await openHost(page, faults, { near: true, body: bareFrame(`theme=${theme}`) });
    const frame = await view(page);
    const root = frame.locator("html");
    await expect(root).toHaveAttribute("data-theme", theme);
    expect(await root.evaluate((root) => getComputedStyle(root).colorScheme)).toBe(theme);
    const ink = await frame.locator("body").evaluate((body) => Number(/\d+/.exec(getComputedStyle(body).color)![0]));
    expect(ink > 128).toBe(light);
    expect(await frames(page)[0].evaluate(() => localStorage.getItem("sidebyline-theme"))).toBe(system);
  });
}

test("what the reader chose for this site says nothing of another's page", async ({ page, faults }) => {
  await page.addInitScript(() => {
    try { localStorage.setItem("sidebyline-theme", "dark"); } catch {}
  });
  await openHost(page, faults, { near: true, body: bareFrame() });
  const frame = await view(page);
  await expect(frame.locator("html")).not.toHaveAttribute("data-theme");
});

test("the address that is embedded is as short as the view allows", () => {
  expect(embedded("source=d#vote")).toBe(`${pageAddress()}?source=d&embed=1#vote`);
});
