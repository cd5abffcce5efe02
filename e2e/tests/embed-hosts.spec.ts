// The hosts that are there already: Pym's script, Datawrapper's, and any page that listens.
import { expect, pageAddress, test } from "../harness/fixtures";
import { bareFrame, contentHeight, embedded, frames, openHost, view } from "../harness/host";
import { serveData } from "./harbour";

test.beforeEach(async ({ page }) => serveData(page));

/** Expects the frame to be as high as its content. */
async function expectFollowed(page: import("@playwright/test").Page, at = 0) {
  await expect.poll(async () => {
    const height = await page.locator("iframe").nth(at).evaluate((frame) => frame.clientHeight);
    return Math.abs(height - (await contentHeight(frames(page)[at])));
  }).toBeLessThanOrEqual(1);
}

test("Pym's host script gives each frame the height of its content, and again when that changes", async ({ page, faults }) => {
  const parent = (id: string, url: string) => `new pym.Parent("${id}", "${url}", { title: "A view" });`;
  await openHost(page, faults, {
    head: `<script src="/pym.js"></script>`,
    body: `<div id="one"></div><div id="two"></div><script>${parent("one", embedded("source=d"))}${parent("two", embedded("view=quotes"))}</script>`,
  });
  const [first] = [await view(page, 0), await view(page, 1)];
  await expectFollowed(page, 0);
  await expectFollowed(page, 1);
  const before = await contentHeight(frames(page)[0]);
  await first.getByRole("searchbox", { name: "Search", exact: true }).fill("nothing of the kind");
  await expect.poll(() => contentHeight(frames(page)[0])).not.toBe(before);
  await expectFollowed(page, 0);
  await expect(page.locator(".notices li")).toHaveCount(0);
});

test("Datawrapper's host script does so too", async ({ page, faults }) => {
  await openHost(page, faults, {
    head: `<script src="/datawrapper.js"></script>`,
    body: bareFrame("source=d", 'height="400" scrolling="no"') + bareFrame("view=quotes", 'height="400" scrolling="no"'),
  });
  const frame = await view(page, 0);
  await view(page, 1);
  await expectFollowed(page, 0);
  await expectFollowed(page, 1);
  await frame.locator("button.event__toggle:visible").first().click();
  await expectFollowed(page, 0);
});

/** A host that keeps what it is told. */
const listening = `<script>var told = []; addEventListener("message", ({ data }) => told.push(data));</script>`;
type Told = { sidebyline?: 1; height?: number; view?: string };
const told = (page: import("@playwright/test").Page) => page.evaluate(() => (window as unknown as { told: Told[] }).told);

test("a host is told the height in whole pixels, and each change of the view", async ({ page, faults }) => {
  await openHost(page, faults, { head: listening, body: bareFrame("source=d") });
  const frame = await view(page);
  await expect.poll(async () => (await told(page)).some(({ view }) => view === "source=d")).toBe(true);
  await frame.getByRole("link", { name: "Quotes", exact: true }).click();
  await expect.poll(async () => (await told(page)).at(-1)?.view ?? (await told(page)).filter(({ view }) => view !== undefined).at(-1)?.view).toBe("view=quotes&source=d");
  const heights = (await told(page)).filter(({ sidebyline, height }) => sidebyline === 1 && height !== undefined);
  expect(heights.length).toBeGreaterThan(0);
  expect(heights.every(({ height }) => Number.isInteger(height) && height! > 0)).toBe(true);
});

test("the height is told before the program is there, and without it", async ({ page, faults }) => {
  faults.allow(/wasm|Failed to fetch|ERR_FAILED/);
  await page.route("**/*.wasm", (route) => route.abort());
  await openHost(page, faults, { head: listening, body: bareFrame() });
  await expect.poll(async () => (await told(page)).some(({ height }) => height! > 0)).toBe(true);
});

test("a host may ask for a view and a theme; what others ask for, or in another form, is ignored", async ({ page, faults }) => {
  await openHost(page, faults, { head: listening, body: `<iframe id="other" srcdoc="<p>Another frame</p>"></iframe>` + bareFrame("source=d") });
  const frame = page.frameLocator("iframe").nth(1);
  await expect(frame.locator(".result-count")).not.toBeEmpty();
  const ask = (message: unknown) => page.locator("iframe").nth(1).evaluate((frame: HTMLIFrameElement, message) => {
    frame.contentWindow!.postMessage(message, "*");
  }, message);
  // What iframe-resizer and others send, and what is nearly right.
  for (const message of ["[iFrameSizer]0:0:0:false:false:32:true", "[iFrameResizerChild]Ready", null, 7, [], { view: "q=no" }, { sidebyline: 2, view: "q=no" },
    { sidebyline: "1", view: "q=no" }, { sidebyline: 1, view: { q: "no" } }, { sidebyline: 1, theme: 3 }, "pymxPYMxundefinedxPYMxwidthxPYMx1"]) await ask(message);
  await page.evaluate((site) => {
    // Another frame asks, which isn't the host.
    const other = (document.getElementById("other") as HTMLIFrameElement).contentWindow as Window & typeof globalThis;
    const script = other.document.createElement("script");
    script.textContent = `parent.frames[1].postMessage({ sidebyline: 1, view: "q=no" }, ${JSON.stringify(site)})`;
    other.document.body.append(script);
  }, new URL(pageAddress()).origin);
  await ask({ sidebyline: 1, view: "?view=coverage&source=d&theme=light", theme: "dark" });
  await expect(frame.locator("[data-page]")).toHaveAttribute("data-page", "coverage");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(new URL(frames(page)[0].url()).search).toBe("?view=coverage&source=d&embed=1&theme=dark");
  await expect(frame.locator("[data-embed] .source-line")).toBeVisible();
  expect((await told(page)).filter(({ view }) => view !== undefined).map(({ view }) => view)).not.toContain("q=no");
  await ask({ sidebyline: 1, theme: "auto" });
  await expect(frame.locator("html")).not.toHaveAttribute("data-theme");
  await ask({ sidebyline: 1, view: "#vote" });
  await expect(frame.locator('[id="vote"] button.event__toggle')).toHaveAttribute("aria-expanded", "true");
});

test("a page that follows every height comes to rest, on every page of the view", async ({ page, faults }) => {
  test.slow();
  for (const query of ["", "view=compare", "view=coverage", "view=quotes", "view=discrepancies", "view=variants", "view=source", "view=source&article=a"]) {
    await openHost(page, faults, { head: `<script src="/datawrapper.js"></script>`, body: bareFrame(query, 'height="300" scrolling="no"') });
    await view(page);
    await expect(page.frameLocator("iframe").locator(".later")).toHaveCount(0);
    await expectFollowed(page);
    // It stays so for a while.
    const heights = await page.locator("iframe").evaluate((frame) => new Promise<number[]>((done) => {
      const seen: number[] = [];
      const until = performance.now() + 3_000;
      const look = () => {
        seen.push(frame.clientHeight);
        if (performance.now() < until) requestAnimationFrame(look); else done(seen);
      };
      look();
    }));
    expect(new Set(heights).size, `./?${query}`).toBe(1);
  }
});
