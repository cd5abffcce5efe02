// Somebody else's page, at another origin, with a view of Sidebyline in it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

import { type Frame, type FrameLocator, type Page } from "@playwright/test";

import { expect, pageAddress, type Faults } from "./fixtures";

const require = createRequire(import.meta.url);
const scripts: Record<string, string> = {
  "pym.js": require.resolve("pym.js"),
  "datawrapper.js": fileURLToPath(new URL("hosts/datawrapper-embed.js", import.meta.url)),
};

/** What makes up a host's page. */
export interface Host {
  body: string;
  head?: string;
  /** Attributes of its root. */
  root?: string;
  /** Its content policy. */
  policy?: string;
  /** Whether it is of the same site as the frame, which then has its storage. */
  near?: boolean;
}

/**
 * Opens a host's page, with anything it brings, and gives its address. It is served from another site on this machine,
 * since a browser lets no page that was made up by a test reach a server of this machine's.
 */
export async function openHost(page: Page, faults: Faults, { body, head = "", root = "", policy, near = false }: Host): Promise<string> {
  const name = near ? "127.0.0.1" : "localhost";
  faults.allow(/favicon/);
  const html = `<!DOCTYPE html><html ${root}><head><meta charset="utf-8"><title>An article</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
    <body>${body}</body></html>`;
  const server = createServer(async (request, response) => {
    const script = scripts[(request.url ?? "").slice(1)];
    response.setHeader("Content-Type", script ? "text/javascript" : "text/html");
    if (policy) response.setHeader("Content-Security-Policy", policy);
    response.end(script ? await readFile(script) : html);
  });
  await new Promise<void>((done) => server.listen(0, name, done));
  page.once("close", () => server.closeAllConnections());
  page.once("close", () => server.close());
  const address = `http://${name}:${(server.address() as AddressInfo).port}/`;
  faults.allow(new RegExp(`^third party: ${address}`));
  await page.goto(address);
  return address;
}

/** The address of a view, as an embed code has it. */
export function embedded(view = ""): string {
  return `${pageAddress()}?${[view.split("#")[0], "embed=1"].filter(Boolean).join("&")}${view.includes("#") ? `#${view.split("#")[1]}` : ""}`;
}

/** The first form of the embed code. */
export function bareFrame(view = "", attributes = 'height="600"'): string {
  return `<iframe src="${embedded(view).replaceAll("&", "&amp;")}" title="A view" style="width:100%;border:0" ${attributes}></iframe>`;
}

/** The second form of the embed code, with what brings the element. */
export function element(attributes = "", style = "display:block;min-height:600px"): string {
  return `<sidebyline-view ${attributes} style="${style}"><p>What is shown until then.</p></sidebyline-view>`;
}

/** What brings the element. */
export function embedScript(): string {
  return `<script async src="${pageAddress()}embed.js"></script>`;
}

/** Long enough that it has to be scrolled. */
export function paragraphs(count: number): string {
  return '<p style="min-height:100px">The article goes on.</p>'.repeat(count);
}

/** The view in the host's page, once it is there. */
export async function view(page: Page, at = 0): Promise<FrameLocator> {
  const frame = page.frameLocator("iframe").nth(at);
  await expect(frame.locator(".result-count")).not.toBeEmpty();
  return frame;
}

/** The frames of Sidebyline in the host's page. */
export function frames(page: Page): Frame[] {
  return page.frames().filter((frame) => frame.url().startsWith(pageAddress()));
}

/** How high the content of a frame is. */
export function contentHeight(frame: Frame): Promise<number> {
  return frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
}

/** Adds up by how much things jump in the host's page, from before it is there. */
export async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    if (window.parent !== window) return;
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** By how much things have jumped so far. */
export function shifted(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      done((window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
    }));
  }));
}
