// One peer in headless Chromium. The page gets its script, the data and what is asked from here, and sends its report.
import { spawn } from "node:child_process";
import { createReadStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { here, made } from "../places.mjs";

/** What gives a page a clock of five microseconds. */
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/**
 * Measures a peer in the browser `chromium`, and gives its report.
 * @param {string} chromium
 * @param {{ peer: string, corpus: string, data: string, operations: string }} what
 * @param {import("./process.mjs").Limits} limits
 * @returns {Promise<Record<string, any>>}
 */
export async function reportOfBrowser(chromium, what, limits) {
  const script = await bundle(what.peer, { corpus: what.corpus, passes: limits.passes, budget: limits.budget });
  let answer;
  const reported = new Promise((resolve) => (answer = resolve));
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const send = (type, body) => response.writeHead(200, { ...ISOLATED, "Content-Type": type }).end(body);
    if (request.method === "POST") receive(request, (report) => answer(report)).then(() => response.end());
    else if (path === "/") send("text/html", "<!doctype html><script type=module src=/page.js></script>");
    else if (path === "/page.js") send("text/javascript", script);
    else if (path === "/operations") send("application/json", readFileSync(what.operations));
    else if (path === "/data") createReadStream(what.data).pipe(response);
    else if (path === "/made/engine/sidebyline_bench_bg.wasm") send("application/wasm", readFileSync(made(path.slice(6))));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const profile = mkdtempSync(join(tmpdir(), "sidebyline-bench-"));
  const browser = start(chromium, profile, `http://127.0.0.1:${server.address().port}/`);
  const seconds = limits.limit + 3 * limits.budget;
  const late = setTimeout(() => answer({ skipped: `exceeded ${seconds} s` }), seconds * 1000);
  try {
    return await reported;
  } finally {
    clearTimeout(late);
    const ended = new Promise((resolve) => browser.on("close", resolve));
    browser.kill("SIGTERM");
    await ended;
    server.close();
    server.closeAllConnections();
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    } catch {
      // Processes of the browser may write there for a while yet. It is the system's place for what nobody needs any more.
    }
  }
}

/** The page's script: the loop, and the peer with all that it imports. */
async function bundle(peer, limits) {
  const contents = `import * as module from "./peers/${peer}.mjs"; import { report } from "./run/browser-page.mjs";
    report(module, ${JSON.stringify(limits)});`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here(".") },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    define: { "process.version": '"browser"' },
    logLevel: "error",
  });
  return outputFiles[0].contents;
}

function start(chromium, profile, address) {
  const options = ["--headless=new", "--disable-gpu", "--disable-background-networking", "--enable-precise-memory-info"];
  options.push("--js-flags=--max-old-space-size=8000", `--user-data-dir=${profile}`);
  if (process.getuid?.() === 0) options.push("--no-sandbox"); // it refuses to run as root
  return spawn(chromium, [...options, address], { stdio: "ignore" });
}

async function receive(request, give) {
  let body = "";
  for await (const part of request) body += part;
  give(JSON.parse(body));
}
