// The same on the records of `quotes-b`: columns in the order of time, and one pass. It knows that there are fewer than
// 64 sources and topics.
import { rangeOf } from "../corpora/moments.mjs";
import { Codes, named } from "./columnar-js-codes.mjs";

/** @returns {import("../run/peer.mjs").Peer} */
export function stories() {
  const codes = { source: new Codes(), speaker: new Codes(), topic: new Codes(), kind: new Codes() };
  let rows, begins, ends, source, kind, reporters, topics, speakers;

  const flags = (of, values) => {
    const flags = new Uint8Array(of.names.length);
    for (const value of values) if (of.known(value) !== undefined) flags[of.known(value)] = 1;
    return flags;
  };
  const filter = (step) => {
    const [from, to] = rangeOf(step);
    const sources = flags(codes.source, step.sources);
    const kinds = flags(codes.kind, step.kinds.length ? step.kinds : codes.kind.names);
    const chosenSpeakers = flags(codes.speaker, step.speakers.length ? step.speakers : codes.speaker.names);
    const [reporting, wanted, unwanted] = [new BitSet(), new BitSet(), new BitSet()];
    for (const value of step.sources) reporting.add(codes.source.known(value));
    for (const value of step.topics.length ? step.topics : codes.topic.names) wanted.add(codes.topic.known(value));
    for (const value of step.withoutTopics) unwanted.add(codes.topic.known(value));
    const counts = {
      source: new Uint32Array(codes.source.names.length),
      speaker: new Uint32Array(codes.speaker.names.length),
      topic: new Uint32Array(codes.topic.names.length),
      kind: new Uint32Array(codes.kind.names.length),
    };
    const listed = [];
    let total = 0;
    for (let i = 0; i < rows.length; i++) {
      if (begins[i] > to || ends[i] < from) continue;
      const ofSource = sources[source[i]] === 1 && (step.least < 2 || reporters.common(i, reporting) >= step.least);
      const ofTopic = topics.common(i, wanted) > 0 && topics.common(i, unwanted) === 0;
      const ofKind = kinds[kind[i]] === 1;
      const ofSpeaker = speakers.some(i, chosenSpeakers);
      if (ofTopic && ofKind && ofSpeaker) counts.source[source[i]]++;
      if (!ofSource) continue;
      if (ofKind && ofSpeaker) topics.count(i, counts.topic);
      if (ofTopic && ofSpeaker) counts.kind[kind[i]]++;
      if (!ofTopic || !ofKind) continue;
      speakers.count(i, counts.speaker);
      if (ofSpeaker && total++ < 50) listed.push(rows[i]);
    }
    const [bySource, bySpeaker, byTopic, byKind] = Object.keys(codes).map((facet) => named(codes[facet], counts[facet]));
    return { total, rows: listed, counts: { source: bySource, speaker: bySpeaker, topic: byTopic, kind: byKind } };
  };

  return {
    version: "written by hand",
    semantics: "no search here",
    index(records) {
      rows = records.sort((a, b) => a.place - b.place);
      const column = (of) => Float64Array.from(rows, of);
      begins = column((row) => row.begins);
      ends = column((row) => row.ends);
      source = Uint8Array.from(rows, (row) => codes.source.code(row.source));
      kind = Uint8Array.from(rows, (row) => codes.kind.code(row.kind));
      reporters = new Lists(rows.map((row) => row.reporters), codes.source);
      topics = new Lists(rows.map((row) => row.topics), codes.topic);
      speakers = new Lists(rows.map((row) => row.speakers), codes.speaker);
    },
    filter,
    search: null,
  };
}

/** A set of numbers below 64. */
class BitSet {
  low = 0;
  high = 0;

  add(number) {
    if (number === undefined) return;
    if (number < 32) this.low |= 1 << number;
    else this.high |= 1 << (number - 32);
  }
}

/** A list of values for each row, one after the other; if there are fewer than 64, also as sets. */
class Lists {
  constructor(lists, codes) {
    this.from = new Uint32Array(lists.length + 1);
    this.values = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    this.low = new Uint32Array(lists.length);
    this.high = new Uint32Array(lists.length);
    let at = 0;
    lists.forEach((list, i) => {
      const set = new BitSet();
      for (const value of list) {
        const code = codes.code(value);
        this.values[at++] = code;
        set.add(code < 64 ? code : undefined);
      }
      [this.low[i], this.high[i], this.from[i + 1]] = [set.low, set.high, at];
    });
  }

  /** How many values of a row are in a set. */
  common(i, set) {
    return ones(this.low[i] & set.low) + ones(this.high[i] & set.high);
  }

  /** Whether a value of a row has a flag. */
  some(i, flags) {
    for (let k = this.from[i]; k < this.from[i + 1]; k++) if (flags[this.values[k]]) return true;
    return false;
  }

  /** Counts the values of a row. */
  count(i, counts) {
    for (let k = this.from[i]; k < this.from[i + 1]; k++) counts[this.values[k]]++;
  }
}

function ones(bits) {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
