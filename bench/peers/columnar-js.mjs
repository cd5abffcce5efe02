// What JavaScript can do by hand: columns in typed arrays, sorted by date; codes for values; one pass for everything;
// an inverted index of the words. It knows that there are fewer than 64 topics.
import { byDate } from "../run/records.mjs";
import { Codes, named } from "./columnar-js-codes.mjs";
import { stories } from "./columnar-js-stories.mjs";

export const reads = { quotes: "records", "quotes-b": "records" };

/** @type {import("../run/peer.mjs").Create} */
export default (corpus) => (corpus === "quotes" ? quotes() : stories());

/** @returns {import("../run/peer.mjs").Peer} */
function quotes() {
  const codes = { source: new Codes(), speaker: new Codes(), topic: new Codes(), kind: new Codes() };
  let rows, size, dates;
  let source, speaker, kind;
  // The topics of a row: a stretch of all topics, and the same as a set of 64 bits in two halves.
  let topicsFrom, topics, topicsLow, topicsHigh;
  /** @type {Map<string, Uint32Array>} the rows of each word */
  let rowsOf;

  const firstFrom = (date) => {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dates[middle] < date) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const run = (step, hits) => {
    const sources = new Uint8Array(codes.source.names.length);
    for (const value of step.sources) {
      const code = codes.source.known(value);
      if (code !== undefined) sources[code] = 1;
    }
    let [low, high] = [0, 0];
    for (const value of step.topics) {
      const code = codes.topic.known(value);
      if (code < 32) low |= 1 << code;
      else high |= 1 << (code - 32);
    }
    const [from, to] = [firstFrom(step.from), firstFrom(`${step.to}~`)]; // the sign stands after all digits
    const bySource = new Uint32Array(codes.source.names.length);
    const bySpeaker = new Uint32Array(codes.speaker.names.length);
    const byTopic = new Uint32Array(codes.topic.names.length);
    const byKind = new Uint32Array(4);
    const listed = [];
    let total = 0;
    const one = (i) => {
      const ofSource = sources[source[i]];
      const ofTopic = ((topicsLow[i] & low) | (topicsHigh[i] & high)) !== 0;
      if (ofTopic) bySource[source[i]]++;
      if (!ofSource) return;
      for (let k = topicsFrom[i], end = topicsFrom[i + 1]; k < end; k++) byTopic[topics[k]]++;
      if (!ofTopic) return;
      bySpeaker[speaker[i]]++;
      byKind[kind[i]]++;
      if (total++ < 50) listed.push(rows[i]);
    };
    if (hits) {
      for (let k = 0; k < hits.length; k++) if (hits[k] >= from && hits[k] < to) one(hits[k]);
    } else {
      for (let i = from; i < to; i++) one(i);
    }
    const counts = {
      source: named(codes.source, bySource),
      speaker: named(codes.speaker, bySpeaker),
      topic: named(codes.topic, byTopic),
      kind: named(codes.kind, byKind),
    };
    return { total, rows: listed, counts };
  };

  return {
    version: "written by hand",
    semantics: "whole words, all required, by lists of rows (as the reference)",
    index(records) {
      rows = records.sort(byDate);
      size = rows.length;
      source = new Uint8Array(size);
      speaker = new Uint16Array(size);
      kind = new Uint8Array(size);
      topicsFrom = new Uint32Array(size + 1);
      topicsLow = new Uint32Array(size);
      topicsHigh = new Uint32Array(size);
      dates = new Array(size);
      let count = 0;
      for (const row of rows) count += row.topics.length;
      topics = new Uint8Array(count);
      count = 0;
      const numberOf = new Map();
      const lists = [];
      const last = [];
      for (let i = 0; i < size; i++) {
        const row = rows[i];
        source[i] = codes.source.code(row.source);
        speaker[i] = codes.speaker.code(row.speaker);
        kind[i] = codes.kind.code(row.kind);
        dates[i] = row.date;
        for (const topic of row.topics) {
          const code = codes.topic.code(topic);
          topics[count++] = code;
          if (code < 32) topicsLow[i] |= 1 << code;
          else topicsHigh[i] |= 1 << (code - 32);
        }
        topicsFrom[i + 1] = count;
        for (const word of row.text.toLowerCase().split(" ")) {
          let number = numberOf.get(word);
          if (number === undefined) {
            number = lists.length;
            numberOf.set(word, number);
            lists.push([]);
            last.push(-1);
          }
          if (last[number] !== i) {
            last[number] = i;
            lists[number].push(i);
          }
        }
      }
      rowsOf = new Map();
      for (const [word, number] of numberOf) {
        rowsOf.set(word, Uint32Array.from(lists[number]));
        lists[number] = null; // may be collected before the next one is copied
      }
    },
    filter: (step) => run(step, null),
    search(step, query) {
      const words = query.toLowerCase().split(" ");
      const lists = words.map((word) => rowsOf.get(word) ?? new Uint32Array(0)).sort((a, b) => a.length - b.length);
      return run(step, lists.reduce(intersection));
    },
  };
}

/** The rows that are in both lists, which ascend. */
function intersection(one, other) {
  const both = new Uint32Array(one.length);
  let [count, k] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    while (k < other.length && other[k] < one[i]) k++;
    if (k < other.length && other[k] === one[i]) both[count++] = one[i];
  }
  return both.subarray(0, count);
}
