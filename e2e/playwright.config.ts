// How the browser tests run: on the published page in dist/, in Chromium, on a wide screen and on a phone.
// `cargo xtask test --only browser` builds the page first; `npx playwright test` takes dist/ as it is.
import { existsSync } from "node:fs";

import { defineConfig } from "@playwright/test";

// A browser of the system, where there is one; otherwise Playwright's own.
const chromium = [process.env.SIDEBYLINE_CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path));

const size = /size\.spec\.ts$/;
// What is the same on every screen is tried on one of them: what data, addresses and files hold, what hosts are told, and
// what brings a size of its own (paper, zoom).
const anyScreen =
  /(annotations|copy-link|coverage-(large|order|totals)|data-(about|elsewhere|fails|local|packed|progress|worker)|discrepancies-(answers|filters|scale)|embed-(element|history|hosts)|everything|hosting|facet-(counts|difference|quote|report|reporters|source-modes)|later|link-(reproduces|unknown)|loose|prerender-(data|items?|readable)|print|quotes-order|reduced-motion|refused-history|search-(own-words|phrases|spellings|words)|share-(download|embed|image|link|pages|report)|single-file|source-(apart|quotes)|theme|unit|variants-(filters|links)|verify-(files|outcomes|paste|publisher|time)|zoom)\.spec\.ts$/;
const release = /release\.spec\.ts$/; // what `cargo xtask release` has packed

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: "100%", // one for each core; the default of half would leave a small machine with one
  forbidOnly: !!process.env.CI,
  retries: 0, // A test that passes at the second try has found a fault.
  reporter: [["list"]],
  timeout: 60_000, // checking a long page for accessibility takes a while on a small machine
  expect: { timeout: 10_000 },
  outputDir: "test-results/runs",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "off", // to record one takes a third of the time; `npx playwright test --trace on NAME` does
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", testIgnore: [size, release], use: { viewport: { width: 1440, height: 900 } } },
    { name: "phone", testIgnore: [size, release, anyScreen], use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "release", testMatch: release, use: { viewport: { width: 1440, height: 900 } } },
    { name: "size", testMatch: size, use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    // The page in dist/, or another one.
    command: process.env.SIDEBYLINE_DIST ? `node server.mjs --dist "${process.env.SIDEBYLINE_DIST}"` : "node server.mjs",
    // The server takes any free port and prints its address, which the fixtures read from the environment.
    wait: { stdout: /Serving (?<SIDEBYLINE_PAGE>http:\S+)/ },
    timeout: 30_000,
  },
});
