// On what it was measured.
import { execFileSync } from "node:child_process";
import os from "node:os";

/**
 * @typedef {object} Machine
 * @property {string} name what tells it from another one, and from itself with another Node.js
 * @property {string} processor
 * @property {number} memory in gigabytes
 * @property {string} system
 * @property {string} commit of this repository
 * @property {number} load how many programs wanted a core in the last five minutes, before anything was measured
 */

/** @returns {Machine} */
export function machine() {
  const cores = os.cpus();
  const model = cores[0]?.model.replace(/\s+/g, " ").trim() || os.arch();
  const processor = `${cores.length} cores of ${model}`;
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return {
    name: `${processor}, ${memory} GB, node ${process.version}`,
    processor,
    memory,
    system: `${os.type()} ${os.release().split(".").slice(0, 2).join(".")}, ${os.arch()}`,
    commit: commit(),
    load: os.loadavg()[1],
  };
}

/**
 * Lines for the head of the page: what, and how it was then.
 * @param {Machine} machine
 * @param {{ browser?: string, rustc?: string, passes: string, budget: string, limit: string }} options
 * @returns {{ facts: [string, string][], limits: { passes: string, budget: string, limit: string } }}
 */
export function describe({ processor, memory, system, load }, { browser, rustc, passes, budget, limit }) {
  /** @type {[string, string][]} */
  const facts = [
    ["processor", processor],
    ["memory", `${memory} GB`],
    ["system", system],
    ["Node.js", `${process.version} (V8 ${process.versions.v8})`],
  ];
  if (browser) facts.push(["Chromium", said(browser, ["--version"])]);
  if (rustc) facts.push(["Rust, for the engine", rustc.replace(/^rustc /, "")]);
  facts.push(["other work at the start", `${load.toFixed(1)} programs wanted a core, on average over five minutes`]);
  return { facts, limits: { passes, budget, limit } };
}

/** The commit, and whether what is measured has been changed since; texts that are written meanwhile don't matter. */
function commit() {
  const at = said("git", ["describe", "--always"]);
  const changed = said("git", ["status", "--porcelain", "--", ":/crates", ":/bench/engine", ":/Cargo.toml", ":/Cargo.lock"]);
  return at ? at + (changed ? "-dirty" : "") : "this commit";
}

/** What a program prints; nothing if it can't be asked. */
function said(/** @type {string} */ program, /** @type {string[]} */ args) {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
