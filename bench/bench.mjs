// Measures the engine beside its peers, and writes docs/benchmarks.md. `cargo xtask bench` calls it, with all set up.
//
//     node bench.mjs [--sizes N,N] [--peers A,B] [--corpora A,B] [--browser CHROMIUM] [--native PYTHON] [--rustc VERSION]
//                    [--passes 3] [--budget 30] [--limit 120]
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CORPORA, filesOf } from "./corpora/files.mjs";
import { make } from "./corpora/make.mjs";
import { here } from "./places.mjs";
import { page } from "./report/page.mjs";
import { describe, machine } from "./report/machine.mjs";
import { line } from "./report/table.mjs";
import { reportOfBrowser } from "./run/browser.mjs";
import { fileOf, PEERS, REFERENCE } from "./run/peer.mjs";
import { nodeCommand, reportOf } from "./run/process.mjs";
import { programs } from "./run/programs.mjs";
import { keep, known, summary } from "./run/results.mjs";

const string = { type: /** @type {const} */ ("string") };
const { values: options } = parseArgs({
  options: {
    sizes: { ...string, default: "10000,100000" },
    peers: string,
    corpora: { ...string, default: CORPORA.join(",") },
    browser: string,
    native: string,
    rustc: string,
    passes: { ...string, default: "3" },
    budget: { ...string, default: "30" },
    limit: { ...string, default: "120" },
  },
});
const limits = { passes: Number(options.passes), budget: Number(options.budget), limit: Number(options.limit) };
const natives = options.native ? programs(options.native) : {};
const all = [...PEERS, ...Object.keys(natives)];
const peers = options.peers?.split(",") ?? all;
const corpora = options.corpora.split(",");
refuseOthers(peers, all, "peer (programs of this machine need --native)");
refuseOthers(corpora, CORPORA, "corpus");
const computer = machine();
let entries = known(computer.name);

for (const corpus of corpora) {
  for (const size of options.sizes.split(",").map(Number)) {
    make(corpus, size);
    // What is right is found out first, whoever is asked for.
    for (const peer of new Set([REFERENCE, ...peers])) {
      if (peer in natives) await measureProgram(peer, corpus, size);
      else await measurePeer(peer, corpus, size);
    }
  }
}
writeFileSync(here("../docs/benchmarks.md"), page(entries, describe(computer, options)));
console.log("docs/benchmarks.md is written.");

/** Ends with a message if something is asked for that isn't there. */
function refuseOthers(/** @type {string[]} */ asked, /** @type {string[]} */ known, /** @type {string} */ what) {
  const other = asked.find((name) => !known.includes(name));
  if (other === undefined) return;
  console.error(`${other} is no ${what}. There are: ${known.join(", ")}.`);
  process.exit(2);
}

async function measurePeer(peer, corpus, size) {
  /** @type {import("./run/peer.mjs").PeerModule} */
  const module = await import(`./peers/${peer}.mjs`);
  const file = fileOf(module, corpus);
  if (!file) return;
  const files = filesOf(corpus, size);
  // The reference has all the time that it needs: others are held to what it finds.
  const time = peer === REFERENCE ? { ...limits, limit: Infinity } : limits;
  const report = await reportOf(nodeCommand(peer, corpus, size, limits), time);
  if (peer === REFERENCE) rmSync(files.expected, { force: true });
  if (peer === REFERENCE && report.F && report.S) {
    writeFileSync(files.expected, JSON.stringify({ F: report.F.digests, S: report.S.digests }));
  }
  add(report, { peer, corpus, size, browser: false });
  if (!options.browser || module.nodeOnly) return;
  const what = { peer, corpus, data: files[file], operations: files.operations };
  add(await reportOfBrowser(options.browser, what, limits), { peer, corpus, size, browser: true, version: report.version });
}

async function measureProgram(peer, corpus, size) {
  const { corpora, command } = natives[peer];
  if (!corpora.includes(corpus)) return;
  const given = { ...filesOf(corpus, size), size, passes: limits.passes, budget: limits.budget };
  add(await reportOf(command(given), limits), { peer, corpus, size, browser: false });
}

/** What the reference found in this run; nothing if it came to no end. */
function expectedOf(corpus, size) {
  const { expected } = filesOf(corpus, size);
  return existsSync(expected) ? JSON.parse(readFileSync(expected, "utf8")) : { F: [], S: [] };
}

/** Keeps what a report says, held to what is right. */
function add(report, what) {
  const expected = expectedOf(what.corpus, what.size);
  const entry = {
    version: report.version,
    ...what,
    // Peers have versions; what is measured of ours is a commit.
    ...(what.peer.startsWith("ours") ? { version: computer.commit } : {}),
    semantics: report.semantics,
    load: report.load,
    mem: report.mem,
    F: summary(report.F, expected.F),
    S: summary(report.S, expected.S),
    skipped: report.skipped,
    error: report.error,
    at: new Date().toISOString().slice(0, 10),
  };
  entries = keep(computer.name, entries, entry);
  console.log(line(entry));
}
