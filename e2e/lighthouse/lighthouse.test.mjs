// What Lighthouse finds on the published page, as it loads on a phone: no fault in accessibility, best practices and SEO.
// How quick the page was is told and not held to anything, since it depends on the machine.
// Run by `cargo xtask test --only lighthouse`, on the published page in dist/. package.json names a version of third-party-web
// because a part of Lighthouse asks for the latest one, which no lock file can hold.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { serve } from "../harness/serve.mjs";

const report = fileURLToPath(new URL("../test-results/lighthouse.txt", import.meta.url));
const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const held = ["accessibility", "best-practices", "seo"];
const told = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

/** @type {import("../harness/serve.mjs").Served} */
let site;
/** @type {import("chrome-launcher").LaunchedChrome} */
let browser;
/** @type {import("lighthouse").Result} */
let found;

before(async () => {
  site = await serve();
  browser = await launch({ chromePath: process.env.SIDEBYLINE_CHROMIUM, chromeFlags: flags });
  const run = await lighthouse(site.address, { port: browser.port, output: "json", logLevel: "error" });
  assert.ok(run, "Lighthouse has a result");
  found = run.lhr;
  mkdirSync(dirname(report), { recursive: true });
  const percent = (/** @type {string} */ name) => Math.round((found.categories[name].score ?? 0) * 100);
  const times = told.map((name) => `${found.audits[name].title} ${found.audits[name].displayValue}`);
  const scores = ["performance", ...held].map((name) => `${found.categories[name].title} ${percent(name)}`);
  writeFileSync(report, `   ${scores.join(", ")}, with four times slowed processor and slow 4G as Lighthouse ${found.lighthouseVersion} simulates them\n   ${times.join(", ")}\n`);
});

after(() => {
  browser?.kill();
  site?.stop();
});

for (const name of held) {
  test(`nothing is wrong with ${name}`, () => {
    const { auditRefs, score } = found.categories[name];
    const wrong = auditRefs.map(({ id }) => found.audits[id]).filter((audit) => audit.score !== null && audit.score < 1);
    assert.equal(score, 1, wrong.map(({ title, description }) => `${title}: ${description}`).join("\n"));
  });
}
