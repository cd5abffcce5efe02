// docs/benchmarks.md: what was measured, on what, and how to do it again.
import { readFileSync } from "node:fs";

import { CORPORA } from "../corpora/files.mjs";
import { inShort, table } from "./table.mjs";

/** @typedef {import("../run/results.mjs").Entry} Entry */

/**
 * @param {Entry[]} entries
 * @param {ReturnType<import("./machine.mjs").describe>} about
 */
export function page(entries, { facts, limits }) {
  const days = [...new Set(entries.map(({ at }) => at))].sort();
  const date = days.length > 1 ? `${days[0]} to ${days.at(-1)}` : days[0];
  return `# Benchmarks

The engine beside programs that do similar work. Written by \`cargo xtask bench\`; what is measured and how to add a peer stands in
[bench/README.md](../bench/README.md).

${short(entries)}${section("What is measured")}
- **L**, load: the file's bytes are in memory; decode, parse, build whatever index there is. Milliseconds.
- **F**, filter: sources, topics, days. The first 50 records, whole, in the order of time; how many there are; and how many each value of four
  facets would find, its own facet left out of account. Milliseconds a step, over 60 steps in which one thing changes at a time.
- **S**, search: the same with one to three words, all required.
- **M**, memory, in MB: what JavaScript and WebAssembly keep after loading and a collection (Chromium tells of JavaScript alone, so there WebAssembly comes on
  top); what the process has then, and at most.

Each peer runs in a process of its own. Everything until the result is there as JavaScript's own values is timed. There are up to ${limits.passes} passes over
the 60 steps, for at most ${limits.budget} s, and *of 154* says that time was up after 154 of 180; a peer that hasn't loaded within ${limits.limit} s is ended, and a size at which a peer isn't listed wasn't tried with it.
*×2* stands for twice as long as ours. Peers stand in the order of F, or of S where they don't filter.
The engine is asked for just what the others are; the page asks it for all facets and for what there would be without each filter, which takes longer ([ARCHITECTURE.md](ARCHITECTURE.md), *What an answer costs*).
*As the baseline* says in how many steps of F and of S the result is that of \`plainjs\`, which is as naive as can be: total, rows, dates, every count.

${section("On what")}
| | |
| --- | --- |
| date | ${date} |
${facts.map(([what, value]) => `| ${what} | ${value} |`).join("\n")}

One machine; figures of one table may come from several runs. Times of less than a millisecond hold to a fifth or so, p99 and the first step to less: the collector, the
compiler and whatever else runs on the machine are in them. Memory of JavaScript depends on when it was last collected.

${CORPORA.map((corpus) => corpusSection(corpus, entries)).join("\n")}
${aims}
${section("Peers")}
| peer | version | search, and what else is to be known |
| --- | --- | --- |
${peers(entries)}

${section("How to repeat it")}
\`\`\`sh
cargo xtask bench                                      # 10,000 and 100,000 quotes, in Node.js
cargo xtask bench --sizes 1000000 --browser --native   # a million, in Chromium too, beside programs of the machine
cargo xtask bench --peers ours,columnar-js             # these again; what was measured before on this machine stays
cargo xtask bench --smoke                              # nothing timed: every result has to be that of the baseline
\`\`\`

It sets up what it needs, makes the data anew where they are missing (the same bytes on every machine), and writes this page. Results are kept in
\`target/bench/results.json\` as long as machine and Node.js are the same; where they aren't there, as in a fresh clone, the page is written from what that run measures alone.
`;
}

/** What is aimed at and what bounds it, which nobody but a person can say. */
const aims = readFileSync(new URL("aims.md", import.meta.url), "utf8");

/** What the largest size comes to; nothing where only one size has been measured. */
function short(entries) {
  const inNode = entries.filter(({ corpus, browser }) => corpus === "quotes" && !browser);
  const sizes = [...new Set(inNode.map(({ size }) => size))].sort((a, b) => b - a);
  if (sizes.length < 2) return "";
  return `${section(`${sizes[0].toLocaleString("en")} quotes, in short`)}
In Node.js; medians, smaller is better. *columnar-js* is ours too: what plain JavaScript can do at its best, written by hand for this task. What loading costs us is what filtering and searching save later;
a [pack](datasets.md#packs) opens without it. Which aims are met, and which aren't, is [below](#what-is-aimed-at-and-what-bounds-it).

${inShort(inNode.filter(({ size }) => size === sizes[0]))}

`;
}

const section = (/** @type {string} */ title) => `## ${title}\n`;

const ABOUT = {
  quotes: `Flat records in plain words, so that every peer can hold them and takes the same words from them: 40 sources, 2,000 speakers, 60 topics, 1,096 days,
8 to 40 words a quote. For the engine, each is a quote that belongs to no event; its file is somewhat larger than the others', and is what **L** begins with.`,
  "quotes-b": `Texts as newsrooms have them, in Sidebyline's own format: capitals, punctuation, diacritics, Greek and Cyrillic, abbreviations, N/20 speakers of whom most
speak once, values that are missing, dates of any precision, and quotes that hang on N/20 events. Topics, days and who reports are asked of the event, and words are
found without their marks. Peers that know no events get flat records, with what is asked of the event worked out beforehand; these filter, and don't search.`,
};

function corpusSection(corpus, entries) {
  const of = entries.filter((entry) => entry.corpus === corpus);
  if (!of.length) return "";
  const sizes = [...new Set(of.map(({ size }) => size))].sort((a, b) => a - b);
  const tables = sizes.flatMap((size) => [false, true].map((browser) => {
    const shown = of.filter((entry) => entry.size === size && entry.browser === browser);
    if (!shown.length) return "";
    return `### ${size.toLocaleString("en")} quotes, ${browser ? "in Chromium" : "in Node.js"}\n\n${table(shown)}\n`;
  }));
  return [`## The corpus \`${corpus}\`\n`, ABOUT[corpus] + "\n", ...tables.filter(Boolean)].join("\n");
}

/** Each peer once, as it says of itself on the first corpus; of what was measured of it, the last. */
function peers(entries) {
  const last = new Map();
  for (const corpus of [...CORPORA].reverse()) {
    for (const entry of entries) if (entry.corpus === corpus && entry.semantics) last.set(entry.peer, entry);
  }
  const rows = [...last.values()].sort((a, b) => (a.peer < b.peer ? -1 : 1));
  return rows.map(({ peer, version, semantics }) => `| ${peer} | ${version ?? ""} | ${semantics ?? ""} |`).join("\n");
}
