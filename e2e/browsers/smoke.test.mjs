// What a reader does first, in two more engines: open, filter, compare, embed, and one file from a disk. All else is
// tested in Chromium. Run by `cargo xtask test --only engines`, on the published page in dist/.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { By, until } from "selenium-webdriver";

import { serve } from "../harness/serve.mjs";
import { engines, start } from "./engines.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const patience = 30_000;
const events = By.css("article.event:not([hidden])");
const tab = (/** @type {string} */ name) => By.xpath(`//nav//a[normalize-space(.)="${name}"]`);

/** @type {import("../harness/serve.mjs").Served} */
let site;
let address = "";

before(async () => {
  site = await serve(["--own-origin"]);
  ({ address } = site);
});

after(() => site?.stop());

for (const engine of engines) {
  const skip = engine.browser && engine.driver ? false : "not on this machine";
  describe(engine.name, { skip }, () => {
    /** @type {import("selenium-webdriver").WebDriver} */
    let page;
    /** @type {() => Promise<void>} */
    let stop;

    before(async () => {
      ({ page, stop } = await start(engine));
      await page.manage().window().setRect({ width: 1440, height: 900 });
    });

    after(() => stop?.());

    /** Waits until the page, or the frame at hand, shows a story; how many events it finds. */
    async function found() {
      await page.wait(until.elementLocated(By.css("html[data-program=running]")), patience);
      // What was prerendered gives way to the program's page, so nothing is held on to.
      const count = async () => String(await page.executeScript("return document.querySelector('.result-count')?.textContent"));
      await page.wait(async () => /\d/.test(await count()), patience);
      return Number((await count()).match(/\d+/)?.[0]);
    }

    /** @param {() => Promise<boolean>} holds @param {string} what */
    const eventually = (holds, what) => page.wait(holds, patience, what);

    test("opens, filters, and goes back by one step", async () => {
      await page.get(address);
      const all = await found();
      assert.equal((await page.findElements(events)).length, all);
      assert.equal(await page.findElement(By.id("boot-failure")).isDisplayed(), false);
      await page.findElement(By.css("input[type=search]")).sendKeys("truce");
      await eventually(async () => (await found()) < all, "fewer events are found");
      assert.match(await page.getCurrentUrl(), /[?&]q=truce/);
      await page.navigate().back();
      await eventually(async () => (await found()) === all, "all events are back");
    });

    test("compares articles, with a part of the program that comes later", async () => {
      await page.get(`${address}?source=a,d`);
      await found();
      await page.findElement(tab("Compare")).click();
      await page.wait(until.elementLocated(By.css("main table, main .cards")), patience);
      await eventually(async () => /view=compare/.test(await page.getCurrentUrl()), "the address says so");
    });

    test("looks at words, with the largest part", async () => {
      await page.get(`${address}?view=variants&data=demo-library-2031-03`);
      await found();
      await page.wait(until.elementLocated(By.css("main .variant")), patience);
    });

    for (const sandbox of ["", 'sandbox="allow-scripts"']) {
      test(`is embedded in another host's page ${sandbox}`, async () => {
        const frame = `<iframe ${sandbox} title="Sidebyline" src="${address}?view=compare&embed=1" width="700" height="500"></iframe>`;
        const host = createServer((_, response) => {
          response.setHeader("Content-Type", "text/html");
          response.end(`<!doctype html><html lang="en"><title>Host</title><h1>An article</h1>${frame}`);
        }).listen(0, "127.0.0.1");
        await once(host, "listening");
        const port = /** @type {import("node:net").AddressInfo} */ (host.address()).port;
        try {
          await page.get(`http://localhost:${port}/`);
          await page.switchTo().frame(await page.findElement(By.css("iframe")));
          assert.ok((await found()) > 0);
          await page.wait(until.elementLocated(By.css("main table, main .cards")), patience);
        } finally {
          await page.switchTo().defaultContent();
          host.close();
        }
      });
    }

    test("reads a large file of the reader's own by a worker", async () => {
      const folder = mkdtempSync(join(tmpdir(), "sidebyline-"));
      const file = join(folder, "large.json");
      try {
        const story = JSON.parse(readFileSync(join(root, "tests/fixtures/harbour.json"), "utf8"));
        const more = Array.from({ length: 5_000 }, (_, at) => ({ ...story.quotes[0], id: `more-${at}` }));
        writeFileSync(file, JSON.stringify({ ...story, quotes: [...story.quotes, ...more] }));
        await page.get(`${address}?data=_local&view=quotes`);
        const picker = await page.wait(until.elementLocated(By.css("input[type=file]")), patience);
        await page.executeScript(`
          window.heard = [];
          window.Worker = class extends Worker {
            constructor(...how) {
              super(...how);
              this.addEventListener("message", ({ data }) => heard.push(data[0]));
            }
          };`);
        await picker.sendKeys(file);
        await eventually(async () => (await page.findElements(By.css("main blockquote"))).length > 0, "quotes are there");
        assert.match(String(await page.executeScript("return document.querySelector('.result-count').textContent")), /5,0\d\d/);
        const heard = /** @type {string[]} */ (await page.executeScript("return window.heard"));
        assert.deepEqual([heard.at(0), heard.at(-1)], ["begun", "read"]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    test("opens one file from a disk", async () => {
      const folder = mkdtempSync(join(tmpdir(), "sidebyline-"));
      const file = join(folder, "story.html");
      try {
        const data = "public/data/demo-library-2031-03.json";
        const command = ["run", "--quiet", "--package", "sidebyline-cli", "--", "single-file", data, "-o", file, "--quiet"];
        execFileSync("cargo", command, { cwd: root });
        await page.get(pathToFileURL(file).href);
        const all = await found();
        await page.findElement(By.css("input[type=search]")).sendKeys("library");
        await eventually(async () => (await found()) < all, "fewer events are found");
        await page.findElement(tab("Compare")).click();
        await page.wait(until.elementLocated(By.css("main table, main .cards")), patience);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
}
