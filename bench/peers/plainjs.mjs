// What a developer writes first: arrays, `filter` and a tally. It is also the reference for what is right.
import { byDate } from "../run/records.mjs";
import { stories } from "./plainjs-stories.mjs";

export const reads = { quotes: "records", "quotes-b": "dataset" };

/** @type {import("../run/peer.mjs").Create} */
export default (corpus) => (corpus === "quotes" ? quotes() : stories());

function quotes() {
  let rows;
  const tally = (list, valuesOf) => {
    const counts = new Map();
    for (const row of list) for (const value of [valuesOf(row)].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const query = (step, words) => {
    const [sources, topics] = [new Set(step.sources), new Set(step.topics)];
    const patterns = words.map((word) => ` ${word} `);
    const ofDay = (row) => row.date >= step.from && row.date <= step.to;
    const ofSource = (row) => sources.has(row.source);
    const ofTopic = (row) => row.topics.some((topic) => topics.has(topic));
    const base = rows.filter((row) => ofDay(row) && patterns.every((pattern) => row._text.includes(pattern)));
    // Each facet leaves its own selection out of account.
    const forSource = base.filter(ofTopic);
    const forTopic = base.filter(ofSource);
    const found = forTopic.filter(ofTopic);
    return {
      total: found.length,
      rows: [...found].sort(byDate).slice(0, 50),
      counts: {
        source: tally(forSource, (row) => row.source),
        topic: tally(forTopic, (row) => row.topics),
        speaker: tally(found, (row) => row.speaker),
        kind: tally(found, (row) => row.kind),
      },
    };
  };
  return {
    version: `node ${process.version}`,
    semantics: "whole words, all required, by a scan of the padded lower-case text (the reference)",
    index(records) {
      rows = records;
      for (const row of rows) row._text = ` ${row.text.toLowerCase()} `;
    },
    filter: (step) => query(step, []),
    search: (step, words) => query(step, words.toLowerCase().split(" ")),
  };
}
