// Browsers of two more engines, over WebDriver: Firefox by geckodriver, WebKit by the driver of its GTK port. Which of
// them are there is said by variables, which `cargo xtask test --only engines` sets.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

import { Builder } from "selenium-webdriver";

const { SIDEBYLINE_FIREFOX, SIDEBYLINE_GECKODRIVER, SIDEBYLINE_MINIBROWSER, SIDEBYLINE_WEBKITDRIVER } = process.env;

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string | undefined} browser Where its program is; none if it isn't on this machine.
 * @property {string | undefined} driver
 * @property {(browser: string) => Record<string, unknown>} capabilities
 */

/** @type {Engine[]} */
export const engines = [
  {
    name: "Firefox",
    browser: SIDEBYLINE_FIREFOX,
    driver: SIDEBYLINE_GECKODRIVER,
    capabilities: (binary) => ({ browserName: "firefox", "moz:firefoxOptions": { binary, args: ["-headless"] } }),
  },
  {
    name: "WebKit",
    browser: SIDEBYLINE_MINIBROWSER,
    driver: SIDEBYLINE_WEBKITDRIVER,
    capabilities: (binary) => ({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } }),
  },
];

/** Starts an engine's browser. What is started is ended by `stop`.
 * @param {Engine} engine */
export async function start({ browser, driver, capabilities }) {
  if (!browser || !driver) throw new Error("it is not on this machine");
  /** @type {import("node:child_process").ChildProcess[]} */
  const started = [];
  const display = process.env.DISPLAY ?? (await screen(started));
  const port = await freePort();
  const server = spawn(driver, [`--port=${port}`], { env: { ...process.env, DISPLAY: display }, stdio: "ignore" });
  started.unshift(server);
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/status`);
  // The address keeps Selenium from looking for drivers of its own.
  const page = await new Builder().usingServer(address).withCapabilities(capabilities(browser)).build();
  const stop = async () => {
    await page.quit().catch(() => {});
    for (const process of started) process.kill();
  };
  return { page, stop };
}

/** A screen that nobody sees, for a browser that can't do without. Its number, as `:7`.
 * @param {import("node:child_process").ChildProcess[]} started */
async function screen(started) {
  if (process.platform !== "linux" || !SIDEBYLINE_MINIBROWSER) return "";
  const xvfb = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  started.push(xvfb);
  const [number] = await once(xvfb.stdout, "data");
  return `:${String(number).trim()}`;
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port to listen on");
  return address.port;
}

/** Waits until something answers there.
 * @param {string} url */
async function answers(url) {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await fetch(url).catch(() => undefined)) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`nothing answers at ${url}`);
}
