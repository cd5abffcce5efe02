// Data that take long say how far they are, and can be stopped.
import { type Page } from "@playwright/test";

import { expectAccessible } from "../harness/axe";
import { expect, expectProblem, harbourFile, path, test } from "./elsewhere";
import { events, serveData } from "./harbour";

const half = Buffer.from(harbourFile).subarray(0, 10_000);
const rest = Buffer.from(harbourFile).subarray(10_000);

for (const [name, encoded] of [["a length", false], ["a length that only says how long it is when compressed", true]] as const) {
  test(`data with ${name} show progress after a while, and then themselves`, async ({ page, host, faults }) => {
    faults.allow(/preload/);
    let finish = () => {};
    const waits = new Promise<void>((resolve) => (finish = resolve));
    host.answers[`${path()}data/slow.json`] = async (response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": String(half.length + rest.length), ...(encoded ? { "Content-Encoding": "identity" } : {}) });
      response.write(half);
      await waits;
      response.end(rest);
    };
    await page.goto(`${host.origin}${path()}?data=slow`);
    const bar = page.getByRole("progressbar", { name: "Loading the articles" });
    await expect(bar).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "Loading the articles" })).toHaveCount(1);
    if (encoded) {
      await expect(bar).not.toHaveAttribute("value");
    } else {
      await expect(bar).toHaveAttribute("value", "10000");
      // To have it is half of it; then what is shown is made of it.
      await expect(bar).toHaveAttribute("max", String(2 * (half.length + rest.length)));
    }
    await expect(page.locator("#_skeleton")).toBeVisible();
    await expectAccessible(page, ".waiting");
    finish();
    await expect(events(page).first()).toBeVisible();
    await expect(bar).toHaveCount(0);
  });
}

test("who waits reads the beginning of what has come, and then all of it", async ({ page, host, faults }) => {
  faults.allow(/preload/);
  let finish = () => {};
  const waits = new Promise<void>((resolve) => (finish = resolve));
  const most = harbourFile.indexOf('"quotes": ['); // all events are there
  host.answers[`${path()}data/slow.json`] = async (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    // A record is read when some way beyond it is there.
    response.write(harbourFile.slice(0, most) + " ".repeat(40_000));
    await waits;
    response.end(harbourFile.slice(most));
  };
  await page.goto(`${host.origin}${path()}?data=slow`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The crane of Westhaven, May 2031");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(11);
  await expect(page.getByRole("main").getByRole("listitem").first()).toHaveText("2014The steam crane is built");
  await expect(page.locator("#_skeleton")).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: "Loading the articles" })).toHaveCount(1);
  await expectAccessible(page);
  finish();
  await expect(events(page).first()).toBeVisible();
  await expect(page.getByText("The rest is on its way.")).toHaveCount(0);
});

test("a title that comes at the end leaves no empty heading before", async ({ page, host, faults }) => {
  faults.allow(/preload/);
  let finish = () => {};
  const waits = new Promise<void>((resolve) => (finish = resolve));
  const { title, quotes, ...rest } = JSON.parse(harbourFile);
  const file = JSON.stringify({ ...rest, quotes, title });
  const most = file.indexOf('"quotes":['); // all events are there
  host.answers[`${path()}data/slow.json`] = async (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write(file.slice(0, most) + " ".repeat(40_000));
    await waits;
    response.end(file.slice(most));
  };
  await page.goto(`${host.origin}${path()}?data=slow`);
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(11);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
  finish();
  await expect(events(page).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("loading is stopped, and begun anew", async ({ page, host, faults }) => {
  faults.allow(/preload/);
  let asked = 0;
  host.answers[`${path()}data/slow.json`] = (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    asked += 1;
    if (asked > 2) response.end(harbourFile); // the page asks ahead of the program
    else response.write(half);
  };
  await page.goto(`${host.origin}${path()}?data=slow`);
  await page.getByRole("button", { name: "Stop" }).click();
  await expectProblem(page, "Loading was stopped.");
  asked = 2;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(events(page).first()).toBeVisible();
});

/** The harbour, with so many more quotes that reading takes a while. */
const large = (quotes: number) => {
  const story = JSON.parse(harbourFile);
  const content = "“It will stand,” and it has stood since, through every storm that the harbour has seen.";
  const one = (at: number) => ({ id: `more-${at}`, source: story.sources[at % story.sources.length].id, kind: "mixed", speakers: [story.actors[0].id], cue: "say", content, when: "2031-02-03" });
  return JSON.stringify({ ...story, quotes: [...story.quotes, ...Array.from({ length: quotes }, (_, at) => one(at))] });
};

/** Opens it on a slow machine, without a worker that could read it, and waits until it is being read. */
async function read(page: Page, quotes: number) {
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  await serveData(page, { body: large(quotes) });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const values: number[] = [];
    Object.assign(window, { values });
    new MutationObserver(() => {
      const bar = document.querySelector("progress");
      if (bar && bar.position > 0) values.push(bar.position);
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto("./");
  await page.waitForFunction(() => (window as unknown as { values: number[] }).values.length > 1);
}

test("what takes long is read in turns, and the bar tells how far it is", async ({ page }) => {
  await read(page, 20_000);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(events(page).first()).toBeVisible();
  const values = await page.evaluate(() => (window as unknown as { values: number[] }).values);
  expect(new Set(values).size).toBeGreaterThan(5);
  expect(values).toEqual([...values].sort((one, other) => one - other));
});

test("reading is stopped", async ({ page }) => {
  await read(page, 80_000); // there has to be time to press
  await page.getByRole("button", { name: "Stop" }).click();
  const stopped = page.getByRole("heading", { name: "Loading was stopped." });
  await expect(stopped).toBeVisible();
  const values = () => page.evaluate(() => (window as unknown as { values: number[] }).values.length);
  const before = await values();
  await page.waitForTimeout(1_000);
  expect(await values()).toBe(before); // and no more of it is read
  await expect(stopped).toBeVisible();
});

test("nobody is shown progress who hasn't waited", async ({ page }) => {
  await page.addInitScript(() => {
    const seen: Record<string, number> = {};
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const what of [".waiting", "progress"]) if (document.querySelector(what)) seen[what] ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto("./");
  await expect(events(page).first()).toBeVisible();
  // Data that come at once bring none; on a busy machine these may take long enough.
  const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
  expect((seen.progress ?? Infinity) - seen[".waiting"]).toBeGreaterThan(350);
});
