// How long a press takes to be seen, on the published page with 100,000 quotes, on a processor a quarter as fast: what
// Chromium's own event timing says, which is what Interaction to Next Paint is made of. It asserts nothing.
//
//     node presses.mjs [--size 100000] [--rate 4] [--times 5] [--corpora quotes,quotes-b] [--dist DIR]
//
// The quotes are those of bench/corpora/: `quotes` belong to no event, nine tenths of `quotes-b` hang on a twentieth as many
// events. `cargo xtask build` makes the page; the packs are made once, by the `sidebyline` command, below target/bench/.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

import { filesOf } from "../bench/corpora/files.mjs";
import { make } from "../bench/corpora/make.mjs";

const string = /** @type {const} */ ("string");
const { values: options } = parseArgs({
  options: {
    size: { type: string, default: "100000" },
    rate: { type: string, default: "4" },
    times: { type: string, default: "5" },
    corpora: { type: string, default: "quotes,quotes-b" },
    dist: { type: string, default: fileURLToPath(new URL("../dist", import.meta.url)) },
  },
});
const times = Number(options.times);
const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs in the page before it does: keeps what Chromium says of each interaction, and when the page last changed. */
function observe() {
  const kept = (window.pressed = { events: [], changed: 0 });
  new PerformanceObserver((list) => kept.events.push(...list.getEntries().filter((entry) => entry.interactionId)))
    .observe({ type: "event", durationThreshold: 16 });
  // What is told to who listens comes once things have settled.
  const isTold = ({ target }) => (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
  new MutationObserver((changes) => (kept.changed = changes.every(isTold) ? kept.changed : performance.now()))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** @typedef {{ paint: number, delay: number, work: number, done: number }} Figures of one press, in ms */

/**
 * What a press costs: until something is painted, and until the page has come to rest.
 * @param {import("@playwright/test").Page} page @param {() => Promise<void>} press @returns {Promise<Figures | undefined>}
 */
async function figures(page, press) {
  await page.evaluate(() => (window.pressed.events.length = 0));
  await press();
  await page.waitForTimeout(200);
  await page.waitForFunction(() => performance.now() - window.pressed.changed > 1000, null, { polling: 200 });
  return page.evaluate(() => {
    const { events, changed } = window.pressed;
    // Under 16 ms nothing is told.
    if (!events.length) return undefined;
    const longest = events.reduce((one, other) => (other.duration > one.duration ? other : one));
    const work = events.filter((event) => event.interactionId === longest.interactionId)
      .reduce((sum, event) => sum + event.processingEnd - event.processingStart, 0);
    const { startTime, processingStart, duration } = longest;
    return { paint: duration, delay: processingStart - startTime, work, done: Math.max(duration, changed - startTime) };
  });
}

/** What a reader presses. Each gets the number of the time, from 0, and is first brought before it, which isn't measured. */
function presses(page, corpus) {
  const facet = (/** @type {string} */ name) => page.locator("details.facet").filter({ has: page.locator("summary", { hasText: name }) });
  const value = (name, at) => facet(name).locator(".facet__include").nth(at).click();
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  const next = page.locator(".part-links").getByRole("link", { name: "Next", exact: true });
  const tab = (name) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });
  const letters = corpus === "quotes" ? "bcdfg" : "aeost";
  // Where there are no events, what is counted are quotes.
  const timeline = corpus === "quotes" ? "count=quotes" : "";
  const letter = async (time) => {
    if (time === 0) await field.click();
    await page.keyboard.press(letters[time % letters.length]);
  };
  const list = [
    { at: timeline, name: "Timeline: a source", press: (time) => value("Reported by", time) },
    { at: timeline, name: "Timeline: a speaker", press: (time) => value("Speaker", time) },
    { at: timeline, name: "Timeline: a letter", press: letter },
    { at: timeline, name: "Timeline: Next", press: () => next.click() },
    { at: "view=quotes", name: "Quotes: a source", press: (time) => value("Reported by", time) },
    { at: "view=quotes", name: "Quotes: a letter", press: letter },
    { at: "view=quotes", name: "Quotes: Next", press: () => next.click() },
    { at: timeline, name: "to Quotes", press: () => tab("Quotes").click(), before: (time) => time && tab("Timeline").click() },
  ];
  if (corpus === "quotes-b") {
    list.splice(4, 0, {
      at: timeline, name: "Timeline: an event opens", press: (time) => page.locator(".event:visible .event__toggle").nth(time).click(),
    });
    list.push(
      { at: timeline, name: "to Compare", press: () => tab("Compare").click(), before: (time) => time && tab("Timeline").click() },
      { at: "view=compare", name: "to Timeline", press: () => tab("Timeline").click(), before: (time) => time && tab("Compare").click() },
    );
  }
  return list;
}

/** The pack of a corpus. */
function pack(corpus) {
  const { dataset } = filesOf(corpus, Number(options.size));
  const packed = dataset.replace(/\.json$/, "");
  make(corpus, Number(options.size));
  if (!existsSync(packed)) {
    console.log(`Packing ${corpus}.`);
    const command = ["run", "--quiet", "--profile", "speed", "--package", "sidebyline-cli", "--", "pack", dataset, "-o", `${packed}.part`];
    if (spawnSync("cargo", command, { cwd: root, stdio: "inherit" }).status !== 0) throw new Error(`${dataset} could not be packed`);
    renameSync(`${packed}.part`, packed);
  }
  return packed;
}

/** The address at which the page is served, and what ends that. */
async function serve() {
  const server = spawn(process.execPath, [fileURLToPath(new URL("server.mjs", import.meta.url)), "--dist", options.dist], { stdio: ["ignore", "pipe", "inherit"] });
  const [, address] = await new Promise((resolve, reject) => {
    server.stdout.on("data", (text) => resolve(/Serving (\S+)/.exec(String(text)) ?? []));
    server.on("exit", () => reject(new Error("the page can't be served")));
  });
  return { address, end: () => server.kill() };
}

const middle = (/** @type {number[]} */ numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const column = (/** @type {unknown} */ words, width = 10) => String(words).padStart(width);

async function measure(corpus) {
  const packed = pack(corpus);
  const [{ address, end }, browser] = [await serve(), await chromium.launch({
    executablePath: [process.env.SIDEBYLINE_CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path)),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })];
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.route("**/*.sidebyline", (route) => route.fulfill({ path: packed, contentType: "application/octet-stream" }));
    await page.addInitScript(observe);
    const throttle = (rate) => page.context().newCDPSession(page).then((session) => session.send("Emulation.setCPUThrottlingRate", { rate }));
    console.log(`\n${corpus}, ${options.size} quotes, ${options.rate} times throttled; ms: until the next paint, median and longest; of it work; until all is there`);
    let open;
    for (const { at, name, press, before } of presses(page, corpus)) {
      if (open !== at || !before) {
        await throttle(1);
        await page.goto(`${address}?${at}`, { timeout: 120_000 });
        await page.locator("body > .page .part-links, body > .page .side").first().waitFor({ timeout: 120_000 });
        // The pointer comes near what will be pressed, as a hand does; what it brings is there then.
        await page.mouse.move(700, 700);
        await page.waitForTimeout(1500);
        await throttle(Number(options.rate));
      }
      open = at;
      /** @type {Figures[]} */
      const all = [];
      for (let time = 0; time < times; time++) {
        if (before?.(time)) await figures(page, async () => before(time));
        all.push((await figures(page, () => press(time))) ?? { paint: 16, delay: 0, work: 0, done: 16 });
      }
      const of = (key) => all.map((one) => one[key]);
      console.log(name.padEnd(28), column(middle(of("paint"))), column(Math.max(...of("paint"))), column(middle(of("work")).toFixed(0)), column(middle(of("done")).toFixed(0)));
    }
  } finally {
    await browser.close();
    end();
  }
}

for (const corpus of options.corpora.split(",")) await measure(corpus);
