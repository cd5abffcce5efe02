// A large file is read by a worker, where the page may have one. Whoever reads it, the page shows the same.
import { type Page } from "@playwright/test";

import { expect, harbourFile, path, test } from "./elsewhere";
import { serveData } from "./harbour";

const story = JSON.parse(harbourFile);

/** The harbour with 5,000 more quotes; `speaker` says some of them. */
function large(speaker: string = story.actors[0].id) {
  const content = "“It will stand,” and it has stood since, through every storm that the harbour has seen.";
  const one = (at: number) => ({ id: `more-${at}`, source: story.sources[at % story.sources.length].id, kind: "mixed", speakers: [at % 1_000 ? story.actors[0].id : speaker], cue: "say", content, when: "2031-02-03" });
  return { ...story, quotes: [...story.quotes, ...Array.from({ length: 5_000 }, (_, at) => one(at))] };
}

/** What a person sees of all quotes, of which there are so many. */
async function seen(page: Page, quotes = 5_000 + story.quotes.length) {
  await expect(page.getByRole("main")).toContainText(`${quotes.toLocaleString("en")} quotes`);
  return page.getByRole("main").getByRole("listitem").allInnerTexts();
}

/** Opens the page and tells which workers begin. */
async function open(page: Page, body?: string) {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  if (body) await serveData(page, { body });
  await page.goto("./?view=quotes");
  return workers;
}

const withoutWorkers = (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));

test("a large file is read by a worker, which ends then, and the page shows what it shows without one", async ({ page, context }) => {
  const body = JSON.stringify(large());
  const workers = await open(page, body);
  const shown = await seen(page);
  expect(workers).toEqual([expect.stringMatching(/\/sidebyline-reader-\w+\.js$/)]);
  expect(page.workers()).toEqual([]);
  const other = await context.newPage();
  await withoutWorkers(other);
  expect(await open(other, body)).toEqual([]);
  expect(await seen(other)).toEqual(shown);
  expect(shown.length).toBeGreaterThan(20);
});

const { events, ...rest } = large();
for (const [what, file] of [
  ["a file that turns out to be large while it comes", large()],
  ["a large file of unknown length that has to be read as a whole", { events, ...rest }], // events come before what they name
] as const) {
  test(`${what} is given to a worker`, async ({ page, host, faults }) => {
    faults.allow(/preload/);
    const body = Buffer.from(JSON.stringify(file));
    host.answers[`${path()}data/slow.json`] = (response) => {
      response.writeHead(200, { "Content-Type": "application/json" }); // nothing says how long it is
      response.write(body.subarray(0, 100_000));
      response.end(body.subarray(100_000));
    };
    const worker = page.waitForEvent("worker");
    await page.goto(`${host.origin}${path()}?data=slow&view=quotes`);
    await worker;
    await seen(page);
  });
}

test("a small file needs no worker", async ({ page }) => {
  const workers = await open(page, harbourFile);
  await seen(page, story.quotes.length);
  expect(workers).toEqual([]);
});

test("what has to be left out of a large file is told, whoever reads it", async ({ page, context }) => {
  const body = JSON.stringify(large("nobody"));
  const other = await context.newPage();
  await withoutWorkers(other);
  for (const each of [page, other]) {
    await open(each, body);
    await each.goto("./");
    await each.getByText("5 things in the data could not be read").click();
    await expect(each.getByText(/Error at \$\.quotes\[\d+\]\.speakers\[0\]: .*nobody/)).toHaveCount(5);
  }
});

test("a mistake in a large file is told with its place", async ({ page }) => {
  const workers = await open(page, JSON.stringify(large()).replace('"id":"more-4999"', '"id":more-4999'));
  await expect(page.getByRole("heading", { name: "The data came, but they can’t be read." })).toBeVisible();
  await expect(page.getByText(/line 1, column \d{6,}/)).toBeVisible();
  expect(workers.length).toBe(1);
});

test("a large file in another order is read as a whole", async ({ page }) => {
  const { actors, ...rest } = large();
  await open(page, JSON.stringify({ ...rest, actors }));
  const shown = await seen(page);
  await open(page, JSON.stringify(large()));
  expect(await seen(page)).toEqual(shown);
});

for (const [how, script] of [
  ["doesn't begin", "no script"],
  ["breaks", 'postMessage(["begun"]); postMessage(["more", 4]); postMessage(["broken"]);'],
  ["hands over what it hasn't read", 'postMessage(["begun"]); postMessage(["more", 1]); postMessage(["read", new Uint8Array(99)]);'],
] as const) {
  test(`where a worker ${how}, the page reads the file itself`, async ({ page, faults }) => {
    faults.allow(/SyntaxError|Unexpected identifier/);
    await page.route("**/sidebyline-reader-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
    const workers = await open(page, JSON.stringify(large()));
    await seen(page);
    expect(workers.length).toBe(1);
  });
}

test("Stop ends a worker that has the whole file and doesn't come to an end", async ({ page }) => {
  const script = 'postMessage(["begun"]); postMessage(["more", 9999]); for (;;);';
  await page.route("**/sidebyline-reader-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  const worker = page.waitForEvent("worker");
  await open(page, JSON.stringify(large()));
  await worker;
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("heading", { name: "Loading was stopped." })).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
});

test("Stop ends the worker", async ({ page, host, faults }) => {
  faults.allow(/preload/);
  const body = JSON.stringify(large());
  host.answers[`${path()}data/slow.json`] = (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write(body.slice(0, -1_000)); // and the rest never comes
  };
  const worker = page.waitForEvent("worker");
  await page.goto(`${host.origin}${path()}?data=slow&view=quotes`);
  await worker;
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("heading", { name: "Loading was stopped." })).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
});
