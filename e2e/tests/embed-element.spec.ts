// <sidebyline-view>: reserves its space, follows its content, and talks with the host's page.
import { brotliCompressSync } from "node:zlib";
import { type Page } from "@playwright/test";

import { expect, pageAddress, test } from "../harness/fixtures";
import { contentHeight, element, embedScript, frames, openHost, paragraphs, shifted, view, watchShifts } from "../harness/host";
import { serveData } from "./harbour";

test.beforeEach(async ({ page }) => serveData(page));

const height = (page: Page, at = 0) => page.locator("sidebyline-view").nth(at).evaluate((found) => found.getBoundingClientRect().height);

/** Expects the element to be as high as its content. */
async function expectFollowed(page: Page, at = 0) {
  await expect.poll(async () => Math.abs((await height(page, at)) - (await contentHeight(frames(page)[at])))).toBeLessThanOrEqual(1);
}

test("its script is small", async ({ request }) => {
  const script = await (await request.get("./embed.js")).body();
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(2_000);
});

test("nothing moves while it loads above the fold, and below it the space is right before it comes into sight", async ({ page, faults }) => {
  await watchShifts(page);
  const body = paragraphs(1) + element('view="source=d"') + paragraphs(3) + element('view="view=quotes&amp;source=d"') + paragraphs(30);
  const hear = `<script>var heard = [0]; addEventListener("message", ({ data }) => heard.push(data.height ?? 0));</script>`;
  await openHost(page, faults, { head: hear + embedScript(), body });
  // What a test looks for in a frame counts as the reader's own doing there, and then the frame may grow: so the host is asked.
  await expect.poll(() => page.evaluate(() => Math.max(...(window as unknown as { heard: number[] }).heard))).toBeGreaterThan(800);
  expect(await height(page)).toBe(600);
  await expect.poll(() => height(page, 1)).not.toBe(600);
  expect(await shifted(page)).toBe(0);
  // Its lower edge is in sight, so it waits. When that is below the window, nobody sees it take its height.
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 700 });
  await page.locator("sidebyline-view").first().evaluate((found) => found.dispatchEvent(new Event("scroll")));
  await expect.poll(() => height(page)).not.toBe(600);
  expect(await shifted(page)).toBe(0);
});

test("it follows its content once the reader uses it", async ({ page, faults }) => {
  await openHost(page, faults, { head: embedScript(), body: element('view="source=d" max-height="none"') + paragraphs(10) });
  const frame = await view(page);
  await frame.locator("button.event__toggle:visible").first().click();
  await expectFollowed(page);
  const opened = await height(page);
  await frame.locator("button.event__toggle:visible").first().click();
  await expectFollowed(page);
  expect(await height(page)).toBeLessThan(opened);
});

test("what is long is scrolled inside, from 800 pixels on or where the host says", async ({ page, faults }) => {
  await openHost(page, faults, { head: embedScript(), body: paragraphs(20) + element() + element('max-height="500" height="300"', "display:block;min-height:300px") });
  await page.locator("sidebyline-view").first().scrollIntoViewIfNeeded();
  await view(page, 0);
  await view(page, 1);
  for (const at of [0, 1]) await page.frameLocator("iframe").nth(at).locator("button.event__toggle:visible").first().click();
  await expect.poll(() => height(page, 0)).toBe(800);
  await expect.poll(() => height(page, 1)).toBe(500);
  await page.locator("sidebyline-view").nth(1).evaluate((found) => found.setAttribute("max-height", "400"));
  expect(await height(page, 1)).toBe(400);
});

test("two on a page don't hear each other", async ({ page, faults }) => {
  await openHost(page, faults, { head: embedScript(), body: element('view="source=d"') + element('view="view=quotes"') });
  const [one, other] = [await view(page, 0), await view(page, 1)];
  await one.getByRole("searchbox", { name: "Search", exact: true }).fill("mayor");
  await expect.poll(() => page.locator("sidebyline-view").first().evaluate((found) => (found as unknown as { view: string }).view)).toBe("source=d&q=mayor");
  await expect(other.getByRole("searchbox", { name: "Search", exact: true })).toHaveValue("");
  await expect.poll(() => page.locator("sidebyline-view").nth(1).evaluate((found) => (found as unknown as { view: string }).view)).toBe("view=quotes");
});

test("the host's page hears of another view, reads it and asks for one", async ({ page, faults }) => {
  await openHost(page, faults, {
    head: embedScript() + `<script>var heard = []; addEventListener("view-change", ({ detail }) => heard.push(detail));</script>`,
    body: element('view="source=d"'),
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const frame = await view(page);
  await frame.getByRole("link", { name: "Quotes", exact: true }).click();
  await expect.poll(heard).toEqual(["view=quotes&source=d"]);
  const set = (change: { view?: string; attribute?: string }) => page.locator("sidebyline-view").evaluate((found, { view, attribute }) => {
    if (view !== undefined) Object.assign(found, { view });
    if (attribute !== undefined) found.setAttribute("view", attribute);
  }, change);
  await set({ view: "?view=compare&source=a,d" });
  await expect(frame.locator("[data-page]")).toHaveAttribute("data-page", "compare");
  await set({ attribute: "status=planned" });
  await expect(frame.locator("[data-page]")).toHaveAttribute("data-page", "timeline");
  await expect.poll(heard).toEqual(["view=quotes&source=d", "view=compare&source=a,d", "status=planned"]);
  await set({ view: "status=planned" });
  await set({ view: "status=planned#vote" });
  await expect.poll(async () => (await heard()).at(-1)).toBe("status=planned#vote");
  expect(await heard()).toHaveLength(4);
});

test("what others say to the host's page is not taken for the frame's", async ({ page, faults }) => {
  await openHost(page, faults, { head: embedScript(), body: element('view="source=d"') });
  await view(page);
  await page.evaluate(() => {
    for (const message of [{ sidebyline: 1, height: 9_999, pressed: true }, { sidebyline: 1, view: "q=no" }, "[iFrameSizer]x:9999:1:init"]) window.postMessage(message, "*");
    return new Promise((done) => setTimeout(done, 0));
  });
  const found = page.locator("sidebyline-view");
  expect(await found.evaluate((found) => (found as unknown as { view: string }).view)).toBe("source=d");
  expect(await height(page)).toBeLessThan(9_000);
});

test("the theme is the host's paper by itself, and follows the attribute", async ({ page, faults }) => {
  await openHost(page, faults, { head: embedScript(), body: `<div style="background:#000;color:#eee">${element('view="source=d"')}</div>` });
  const root = (await view(page)).locator("html");
  const scheme = () => page.locator("sidebyline-view").evaluate((found) => getComputedStyle(found.shadowRoot!.querySelector("iframe")!).colorScheme);
  await expect(root).toHaveAttribute("data-theme", "dark");
  expect(await scheme()).toBe("dark");
  await page.locator("sidebyline-view").evaluate((found) => found.setAttribute("theme", "light"));
  await expect(root).toHaveAttribute("data-theme", "light");
  expect(await scheme()).toBe("light");
  await page.locator("sidebyline-view").evaluate((found) => found.setAttribute("theme", "auto"));
  await expect(root).toHaveAttribute("data-theme", "dark");
});

test("on a tab of the host that is hidden at first, it has its height when it is shown", async ({ page, faults }) => {
  await openHost(page, faults, { head: embedScript(), body: `<div id="tab" hidden>${element('view="source=d&amp;status=planned" max-height="none"')}</div>${paragraphs(3)}` });
  await expect(page.locator("sidebyline-view")).toBeHidden();
  await page.evaluate(() => document.getElementById("tab")!.removeAttribute("hidden"));
  const frame = await view(page);
  await frame.locator("button.event__toggle:visible").first().click();
  await expectFollowed(page);
  // And again, when it was hidden in between and another width is left to it.
  await page.evaluate(() => document.getElementById("tab")!.setAttribute("hidden", ""));
  await page.evaluate(() => Object.assign(document.getElementById("tab")!, { style: "width:340px" }).removeAttribute("hidden"));
  await expectFollowed(page);
});

test("until the frame is there, and where it can't come, the host's own words stand", async ({ page, faults }) => {
  faults.allow(/violates the following Content Security Policy|\(csp\)/);
  const policy = `script-src ${new URL(pageAddress()).origin}; frame-src 'none'`;
  await openHost(page, faults, { head: embedScript(), body: element(), policy });
  await page.waitForFunction(() => customElements.get("sidebyline-view"));
  await expect(page.getByText("What is shown until then.")).toBeVisible();
});

test("without the script the host's own words stand", async ({ page, faults }) => {
  faults.allow(/violates the following Content Security Policy|embed\.js \(csp\)/);
  const policy = `script-src 'self'; frame-src ${new URL(pageAddress()).origin}`;
  await openHost(page, faults, { head: embedScript(), body: element(), policy });
  await expect(page.getByText("What is shown until then.")).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("a host with a strict policy has to name the site, and nothing inline", async ({ page, faults }) => {
  const site = new URL(pageAddress()).origin;
  await openHost(page, faults, {
    head: embedScript(),
    body: '<sidebyline-view view="source=d" title="Who reports it"></sidebyline-view>',
    policy: `default-src 'none'; script-src ${site}; frame-src ${site}; style-src 'self'; img-src 'self'`,
  });
  await view(page);
  await expect(page.getByTitle("Who reports it").last()).toBeVisible();
});

test("it may be made by script, moved, taken away, and told where the site is", async ({ page, faults }) => {
  await openHost(page, faults, { head: embedScript(), body: '<div id="a"></div><div id="b"></div>' });
  await page.waitForFunction(() => customElements.get("sidebyline-view"));
  await page.evaluate((site) => {
    const made = document.createElement("sidebyline-view");
    made.setAttribute("src", `${site}?view=quotes&source=d`);
    document.getElementById("a")!.append(made);
  }, pageAddress());
  await expect((await view(page)).locator("[data-page]")).toHaveAttribute("data-page", "quotes");
  await page.evaluate(() => document.getElementById("b")!.append(document.querySelector("sidebyline-view")!));
  await expect((await view(page)).locator("[data-page]")).toHaveAttribute("data-page", "quotes");
  await page.evaluate(() => document.querySelector("sidebyline-view")!.setAttribute("src", "javascript:alert(1)"));
  expect(await page.locator("iframe").getAttribute("src")).toMatch(/^http:/);
  await page.evaluate(() => document.querySelector("sidebyline-view")!.remove());
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("in a page that runs from right to left it fills its place", async ({ page, faults }) => {
  await openHost(page, faults, { root: 'dir="rtl" lang="he"', head: embedScript(), body: element('view="source=d"') });
  await view(page);
  const [outer, inner] = await page.locator("sidebyline-view").evaluate((found) => [found, found.shadowRoot!.querySelector("iframe")!].map((one) => one.getBoundingClientRect().toJSON()));
  expect(inner).toEqual(outer);
});
