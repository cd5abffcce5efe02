// One peer in a process of its own, ended when it takes too long.
import { spawn } from "node:child_process";
import { here } from "../places.mjs";

/** How much memory V8 may use, in megabytes. */
const HEAP = 13000;

/** @typedef {{ passes: number, budget: number, limit: number }} Limits `limit` and `budget` in seconds: to load, and for an operation */

/** The command that measures a peer that is JavaScript. */
export function nodeCommand(peer, corpus, size, { passes, budget }) {
  const options = ["--expose-gc", `--max-old-space-size=${HEAP}`];
  return [process.execPath, ...options, here("run/child.mjs"), peer, corpus, ...[size, passes, budget].map(String)];
}

/**
 * Runs a command, and gives the last report that it printed, with `skipped` or `error` if it didn't come to its end.
 * @param {string[]} command
 * @param {Limits} limits
 * @returns {Promise<Record<string, any>>}
 */
export function reportOf([program, ...args], { limit, budget }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], cwd: here(".") });
    let [out, err, skipped] = ["", "", ""];
    const end = (/** @type {string} */ why) => {
      skipped = why;
      child.kill("SIGKILL");
    };
    const after = (/** @type {number} */ seconds, /** @type {() => void} */ what) =>
      Number.isFinite(seconds) ? setTimeout(what, seconds * 1000) : undefined;
    const loading = after(limit, () => out.includes("\x01") || end(`load exceeded ${limit} s`));
    const running = after(limit + 3 * budget, () => end("run exceeded its limit"));
    const done = (/** @type {object} */ more) => {
      clearTimeout(loading);
      clearTimeout(running);
      const last = out.split("\n").filter((line) => line.startsWith("\x01")).pop();
      resolve({ ...(last ? JSON.parse(last.slice(1)) : {}), ...more });
    };
    child.stdout.on("data", (data) => (out += data));
    child.stderr.on("data", (data) => (err += data));
    child.on("error", ({ message }) => done({ error: message }));
    child.on("close", (code, signal) => {
      if (skipped) done({ skipped });
      else if (code !== 0) done({ error: firstError(err) ?? `it ended with ${code ?? signal}` });
      else done({});
    });
  });
}

const firstError = (/** @type {string} */ text) => text.split("\n").find((line) => /error|fatal/i.test(line))?.trim();
