// The corpus `quotes`: flat records in plain words, which every peer can hold.
//
// Its records, steps and queries are what they have been from the first measuring on, to the byte, so that figures of
// different years can be compared: a change here is another corpus, and needs another name.
import { below, numbered, random, vocabulary, zipf } from "./random.mjs";

/**
 * @typedef {object} Quote
 * @property {number} id
 * @property {string} source one of 40, by Zipf's law
 * @property {string} speaker one of 2000, by Zipf's law
 * @property {string[]} topics one to four of 60, each once
 * @property {string} kind
 * @property {string} date a day of three years
 * @property {number} event one of N/20
 * @property {string} text 8 to 40 words
 */

/**
 * @typedef {object} Step a whole state of the filters; both days belong to it
 * @property {string[]} sources
 * @property {string[]} topics
 * @property {string} from
 * @property {string} to
 */

export const SOURCES = numbered("source-", 40, 2);
export const SPEAKERS = numbered("speaker-", 2000, 4);
export const TOPICS = numbered("topic-", 60, 2);
export const KINDS = ["direct", "partial", "indirect"];

export const DAYS = 1096;
const MILLISECONDS = 864e5;
const FIRST_DAY = Date.UTC(2022, 0, 1);
/** The day with this number, as `YYYY-MM-DD`. */
export const day = (/** @type {number} */ number) => new Date(FIRST_DAY + number * MILLISECONDS).toISOString().slice(0, 10);

/**
 * The records, in the order of their ids.
 * @param {number} size
 * @returns {Generator<Quote>}
 */
export function* records(size) {
  const r = random(42);
  const words = vocabulary();
  const [source, speaker, topic, word] = [zipf(40), zipf(2000), zipf(60), zipf(30000)];
  const events = Math.max(1, Math.floor(size / 20));
  const begins = new Uint16Array(events);
  for (let i = 0; i < events; i++) begins[i] = below(r, DAYS);
  const days = Array.from({ length: DAYS }, (_, i) => day(i));
  for (let id = 0; id < size; id++) {
    const event = below(r, events);
    const share = r();
    const wanted = 1 + below(r, 4);
    const topics = [];
    while (topics.length < wanted) {
      const drawn = TOPICS[topic(r)];
      if (!topics.includes(drawn)) topics.push(drawn);
    }
    const length = 8 + below(r, 33);
    let text = "";
    for (let i = 0; i < length; i++) text += (i ? " " : "") + words[word(r)];
    yield {
      id,
      source: SOURCES[source(r)],
      speaker: SPEAKERS[speaker(r)],
      topics,
      kind: KINDS[share < 0.5 ? 0 : share < 0.8 ? 1 : 2],
      date: days[Math.min(DAYS - 1, begins[event] + Math.floor(r() * r() * 14))],
      event,
      text,
    };
  }
}

/**
 * What is asked: 60 steps in 12 scenes of five, and 60 queries, of which the one at i is asked with the step at i.
 * @returns {{ about: string, values: Record<string, string[]>, limit: number, steps: Step[], queries: string[] }}
 */
export function operations() {
  const r = random(99);
  const steps = scenes(r);
  const queries = queriesOf(r);
  return {
    about: "see README.md; steps[i] = full filter state; search i = queries[i] combined with steps[i]; from/to inclusive",
    values: { source: SOURCES, speaker: SPEAKERS, topic: TOPICS, kind: KINDS },
    limit: 50,
    steps,
    queries,
  };
}

/** A scene begins with a fresh selection; each of its other steps changes one thing, as somebody would who clicks. */
function scenes(r) {
  const [source, topic] = [zipf(40, 0.6), zipf(60, 0.6)];
  const another = (draw, taken) => {
    let drawn;
    do drawn = draw(r);
    while (taken.includes(drawn));
    return drawn;
  };
  const range = () => {
    const length = 60 + below(r, 700);
    const first = below(r, DAYS - length);
    return [first, first + length];
  };
  const steps = [];
  const seen = new Set();
  let before = { s: [], t: [], d: [0, 0] };
  while (steps.length < 60) {
    const place = steps.length % 5;
    const next = place === 0 ? { s: [], t: [], d: range() } : { s: [...before.s], t: [...before.t], d: [...before.d] };
    if (place === 0) {
      while (next.s.length < 3) next.s.push(another(source, next.s));
      while (next.t.length < 2) next.t.push(another(topic, next.t));
    } else if (place === 2) next.t[below(r, 2)] = another(topic, next.t);
    else if (place === 3) next.d = range();
    else next.s[below(r, 3)] = another(source, next.s);
    const key = JSON.stringify([[...next.s].sort(), [...next.t].sort(), next.d]);
    if (seen.has(key)) continue;
    seen.add(key);
    before = next;
    const [from, to] = next.d.map(day);
    steps.push({ sources: next.s.map((i) => SOURCES[i]), topics: next.t.map((i) => TOPICS[i]), from, to });
  }
  return steps;
}

/** 20 queries of one, two and three words each, in turn. The more words, the more frequent they have to be. */
function queriesOf(r) {
  const words = vocabulary();
  const word = zipf(30000, 0.7);
  const rarest = [8000, 600, 80];
  const queries = [];
  while (queries.length < 60) {
    const length = 1 + Math.floor(queries.length / 20);
    const drawn = [];
    while (drawn.length < length) {
      const i = word(r);
      if (i < rarest[length - 1] && !drawn.includes(words[i])) drawn.push(words[i]);
    }
    const query = drawn.join(" ");
    if (!queries.includes(query)) queries.push(query);
  }
  return Array.from({ length: 60 }, (_, i) => queries[Math.floor(i / 3) + 20 * (i % 3)]);
}
