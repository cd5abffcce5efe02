// Sidebyline's engine: bench/engine, built as the page is. The same glue serves Node.js and Chromium.
import { addressOf } from "../corpora/address.mjs";
import { KIND } from "../corpora/quotes-dataset.mjs";
import { records } from "./ours-records.mjs";
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
  /** @type {string[][]} what each facet's counts are of */
  let values;
  /** @type {import("./ours-records.mjs").Names} */
  let names;
  const ask = (step, query) => {
    const [total, counts, numbers, text] = engine.answer(address(step, query));
    let from = 0;
    const [source, speaker, topic, kind] = values.map((names) => {
      return { names, counts: counts.subarray(from, (from += names.length)) };
    });
    return { total, rows: records(names, numbers, text), counts: { source, speaker, topic, kind } };
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
      names = JSON.parse(engine.names());
      if (corpus === "quotes") values[3] = values[3].map((kind) => PARTIAL[kind]);
    },
    filter: (step) => ask(step),
    search: ask,
    wasmBytes: () => memory.buffer.byteLength,
  };
};
