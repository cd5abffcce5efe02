// The corpus `quotes-b` as flat records, for peers that know no events: each quote has what is asked of its event, and
// its place in the order of time. How that comes about is not timed, which is to the peers' advantage. The words are
// left out: what has to stand nowhere in an event can't be asked of a record.
import { MISSING } from "./dataset.mjs";
import { momentsOf } from "./moments.mjs";

/**
 * @typedef {object} Flat
 * @property {number} id
 * @property {string} source
 * @property {string[]} reporters the sources that report the event
 * @property {string[]} speakers
 * @property {string[]} topics those of the event, with wider ones
 * @property {string} kind
 * @property {number} begins when the event may begin, in milliseconds since 1970
 * @property {number} ends when it may end
 * @property {number} place in the order of time
 * @property {string} date
 */

/**
 * The records of a dataset, in its order.
 * @param {{ topics: any[], events: any[], quotes: () => Iterable<any> }} dataset `quotes` gives them as often as it is asked
 * @returns {Generator<Flat>}
 */
export function* flatRecords({ topics, events, quotes }) {
  const parents = new Map(topics.map(({ id, parent }) => [id, parent]));
  const all = new Map(events.map((event) => [event.id, about(event, parents)]));
  const order = [];
  for (const quote of quotes()) {
    const event = all.get(quote.event);
    if (event) add(event, quote, parents);
    const { earliest, latest } = momentsOf(quote.when ?? event?.when);
    order.push({ id: order.length, earliest, latest });
  }
  order.sort((a, b) => a.earliest - b.earliest || a.latest - b.latest || a.id - b.id);
  const places = new Uint32Array(order.length);
  order.forEach(({ id }, place) => (places[id] = place));
  for (const quote of quotes()) {
    const event = all.get(quote.event) ?? add(about({ when: quote.when, topics: [], mentions: [] }, parents), quote, parents);
    yield {
      id: Number(quote.id),
      source: quote.source,
      reporters: [...event.reporters],
      speakers: quote.speakers.length ? quote.speakers : [MISSING],
      topics: event.topics.size ? [...event.topics] : [MISSING],
      kind: quote.kind,
      begins: Math.max(0, event.first), // nothing is as early, and some readers of JSON take a column for unsigned
      ends: event.last,
      place: places[quote.id],
      date: quote.when ?? event.when ?? "",
    };
  }
}

function about({ when, topics, mentions }, parents) {
  const reporters = new Set(mentions.map(({ source }) => source));
  return { when, ...momentsOf(when), reporters, topics: new Set(topics.flatMap((topic) => withWider(topic, parents))) };
}

/** An event has what its quotes have. */
function add(event, quote, parents) {
  event.reporters.add(quote.source);
  for (const topic of quote.topics) for (const wider of withWider(topic, parents)) event.topics.add(wider);
  return event;
}

/** A topic, and each that is wider. */
function withWider(/** @type {string} */ topic, /** @type {Map<string, string | undefined>} */ parents) {
  const all = [];
  for (let next = topic; next; next = parents.get(next)) all.push(next);
  return all;
}
