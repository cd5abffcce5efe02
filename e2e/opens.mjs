// How long a file takes to open in the published page: from its last byte to a page that can be used, with the longest
// tasks of the browser since the page began, and beside it what JSON.parse alone takes. It asserts nothing.
//
//     node opens.mjs FILE [--line MBIT]    (a dataset as JSON or packed; `cargo xtask build` makes the page)
//
// With --line it comes over a line of so many megabits a second, and not as fast as this machine gives it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

const { positionals: [file], values: { line } } = parseArgs({ allowPositionals: true, options: { line: { type: "string" } } });
if (!file) throw new Error("name a file");
const server = spawn(process.execPath, [fileURLToPath(new URL("server.mjs", import.meta.url)), "--measured", file], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((resolve) => server.stdout.on("data", (text) => resolve(/Serving (\S+)/.exec(String(text))?.[1])));
const browser = await chromium.launch({
  executablePath: [process.env.SIDEBYLINE_CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path)),
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const seen = Object.assign(window, { tasks: [], usable: 0 });
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration].map(Math.round))))
      .observe({ type: "longtask", buffered: true });
    new MutationObserver(() => {
      if (!seen.usable && document.querySelector("body > .page")) seen.usable = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  if (line) {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const throughput = (Number(line) * 1_000_000) / 8;
    await session.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: throughput, uploadThroughput: throughput });
  }
  await page.goto(`${address}?data=measured`, { waitUntil: "commit" });
  await page.waitForFunction(() => window.usable > 0, null, { timeout: 300_000, polling: 100 });
  await page.waitForTimeout(500);
  console.log(await page.evaluate(() => {
    const { startTime, responseEnd } = performance.getEntriesByType("resource").findLast(({ name }) => name.endsWith("measured.json"));
    const ms = Math.round(window.usable - responseEnd);
    return `usable ${ms} ms after the last byte, ${Math.round(window.usable - startTime)} after it was asked for; tasks over 50 ms, as [begin, length]: ${JSON.stringify(window.tasks)}`;
  }));
  if (file.endsWith(".json") && !line) {
    console.log(await page.evaluate(async () => {
      const text = await (await fetch("data/measured.json")).text();
      const times = Array.from({ length: 5 }, () => {
        const begin = performance.now();
        JSON.parse(text);
        return Math.round(performance.now() - begin);
      });
      return `JSON.parse alone: ${times.sort((a, b) => a - b)[2]} ms, the median of five`;
    }));
  }
} finally {
  await browser.close();
  server.kill();
}
