// Sidebyline's engine: bench/engine, built as the page is. The same glue serves Node.js and Chromium.
import { addressOf } from "../corpora/address.mjs";
import { KIND } from "../corpora/quotes-dataset.mjs";
import { Bench, initSync } from "../../target/bench/engine/sidebyline_bench.js";

export const reads = { quotes: "dataset", "quotes-b": "dataset" };

/** What `quotes` calls a kind that Sidebyline calls otherwise. */
const PARTIAL = Object.fromEntries(Object.entries(KIND).map(([theirs, ours]) => [ours, theirs]));

/** @type {import("../run/peer.mjs").Create} */
export default (corpus) => {
  const address = addressOf(corpus);
  /** @type {WebAssembly.Memory} */
  let memory;
  /** @type {Bench} */
  let engine;
  /** @type {string[][]} */
  let values;
  const ask = (step, query) => {
    const [total, counts, records] = engine.answer(address(step, query));
    let at = 0;
    const [source, speaker, topic, kind] = values.map((names) => {
      const count = new Map();
      // Zeros may be left out.
      for (const name of names) if (counts[at++]) count.set(name, counts[at - 1]);
      return count;
    });
    return { total, rows: JSON.parse(records), counts: { source, speaker, topic, kind } };
  };
  return {
    version: "this commit",
    semantics: "built as the page is; words as asked for (as the reference)",
    takes: "bytes",
    async init(read) {
      ({ memory } = initSync({ module: await read("engine/sidebyline_bench_bg.wasm") }));
    },
    index(bytes) {
      engine = new Bench(bytes);
      values = JSON.parse(engine.values());
      if (corpus === "quotes") values[3] = values[3].map((kind) => PARTIAL[kind]);
    },
    filter: (step) => ask(step),
    search: ask,
    wasmBytes: () => memory.buffer.byteLength,
  };
};
