// One peer on one corpus at one size, in a process of its own.
//
//     node --expose-gc run/child.mjs PEER CORPUS SIZE PASSES BUDGET
import { readFileSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { filesOf } from "../corpora/files.mjs";
import { here, made } from "../places.mjs";
import { load, measure } from "./loop.mjs";
import { fileOf, REFERENCE } from "./peer.mjs";

const [name, corpus, size, passes, budget] = process.argv.slice(2);
const limits = { passes: Number(passes), budget: Number(budget), isReference: name === REFERENCE };
const files = filesOf(corpus, Number(size));

/** @type {import("./peer.mjs").PeerModule} */
const module = await import(`../peers/${name}.mjs`);
const peer = module.default(corpus);
const report = { peer: name, version: peer.version ?? versionOf(module.packageName ?? name), size: Number(size) };
report.engine = `node ${process.version}`;

let bytes = readFileSync(files[fileOf(module, corpus)]);
const operations = JSON.parse(readFileSync(files.operations, "utf8"));
await peer.init?.((path) => readFile(made(path)));
collect();
const before = process.memoryUsage().rss - bytes.length;
report.load = await load(peer, bytes);
bytes = null;
collect();
const memory = process.memoryUsage();
report.mem = {
  rss_mb: megabytes(memory.rss),
  rss_before_mb: megabytes(before),
  js_retained_mb: megabytes(memory.heapUsed + memory.external),
};
say();
for (const [operation, ask] of [["F", peer.filter], ["S", peer.search]]) {
  report[operation] = await measure(ask && ask.bind(peer), operations, limits);
}
say();
process.exit(0);

/** The last line counts, so that a process that is ended has said what it knew. */
function say() {
  report.semantics = peer.semantics;
  report.mem.wasm_mb = peer.wasmBytes && megabytes(peer.wasmBytes());
  report.mem.peak_rss_mb = Math.round(process.resourceUsage().maxRSS / 1024);
  writeSync(1, `\x01${JSON.stringify(report)}\n`);
}

function collect() {
  globalThis.gc();
  globalThis.gc();
}

function megabytes(/** @type {number} */ bytes) {
  return Math.round(bytes / 1048576);
}

function versionOf(/** @type {string} */ packageName) {
  return JSON.parse(readFileSync(here(`node_modules/${packageName}/package.json`), "utf8")).version;
}
