// The naive baseline on `quotes-b`: what crates/query/src/matches.rs says in words, in the plainest JavaScript.
//
// It shares nothing with the engine: it folds text by what Unicode knows of it rather than by tables, reads only those
// dates that the corpus has, and looks at each quote by itself. Of the rules, it follows those that the steps need:
//
// - Inside a facet, one of the included values has to hold and none of the excluded ones; across facets, all have to.
// - Topics and days are the event's: a quote has all topics of its event and of the event's other quotes, with the
//   wider ones; it is within a range if the event may have been. A quote without an event is one of its own.
// - A quote is found that is of a chosen source, if so many of them report its event as the step says.
// - Words have to stand in the quote; excluded ones must stand nowhere in the event.
// - A value's count is what would be found if it alone were chosen in its facet. Nothing here asks of mentions, so that
//   is a tally of what is found without the facet. A source that is chosen alone need not be one of several.
import { MISSING } from "../corpora/dataset.mjs";
import { momentsOf, rangeOf } from "../corpora/moments.mjs";

/** @returns {import("../run/peer.mjs").Peer} */
export function stories() {
  let quotes;
  return {
    version: `node ${process.version}`,
    semantics: "the rules of the query crate, by a scan (the reference)",
    index(dataset) {
      quotes = resolve(dataset);
    },
    filter: (step) => answer(quotes, step, []),
    search: (step, terms) => answer(quotes, step, terms),
  };
}

function answer(quotes, step, terms) {
  const chosen = {
    source: (quote) =>
      step.sources.includes(quote.source) && step.sources.filter((source) => quote.event.sources.has(source)).length >= step.least,
    topic: ({ event: { topics } }) =>
      (!step.topics.length || step.topics.some((topic) => topics.includes(topic))) &&
      !step.withoutTopics.some((topic) => topics.includes(topic)),
    speaker: (quote) => !step.speakers.length || step.speakers.some((speaker) => quote.speakers.includes(speaker)),
    kind: (quote) => !step.kinds.length || step.kinds.includes(quote.kind),
  };
  const [from, to] = rangeOf(step);
  const patterns = terms.map(({ words, whole, excluded }) => ({ pattern: folded(words).trimEnd() + (whole ? " " : ""), excluded }));
  const allowed = (quote) =>
    quote.event.first <= to &&
    quote.event.last >= from &&
    patterns.every(({ pattern, excluded }) => (excluded ? !quote.event.text.includes(pattern) : quote.text.includes(pattern)));

  const base = quotes.filter(allowed);
  const without = (facet) => base.filter((quote) => Object.keys(chosen).every((key) => key === facet || chosen[key](quote)));
  const found = without(null);
  return {
    total: found.length,
    rows: [...found].sort((a, b) => a.earliest - b.earliest || a.latest - b.latest || a.place - b.place).slice(0, 50),
    counts: {
      source: tally(without("source"), (quote) => [quote.source]),
      speaker: tally(without("speaker"), (quote) => quote.speakers),
      topic: tally(without("topic"), (quote) => quote.event.topics),
      kind: tally(without("kind"), (quote) => [quote.kind]),
    },
  };
}

function tally(list, valuesOf) {
  const counts = new Map();
  for (const row of list) for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The quotes, each with its event, and with what is asked of either. */
function resolve(dataset) {
  const names = new Map(dataset.actors.map(({ id, name, aliases }) => [id, [name, ...aliases]]));
  const parents = new Map(dataset.topics.map(({ id, parent }) => [id, parent]));
  const namesOf = (ids = []) => ids.flatMap((id) => names.get(id));
  const events = new Map();
  for (const { id, title, when, topics, mentions } of dataset.events) {
    const texts = mentions.flatMap((mention) => [
      ...mention.passages.map((passage) => passage.exact),
      mention.paraphrase,
      ...namesOf(mention.actors),
    ]);
    events.set(id, {
      sources: new Set(mentions.map((mention) => mention.source)),
      topics: withWider(topics, parents),
      ...momentsOf(when),
      when,
      text: foldedAll([title, ...texts]),
    });
  }
  const quotes = dataset.quotes.map((quote, place) => {
    const event = events.get(quote.event) ?? { sources: new Set(), topics: [], ...momentsOf(quote.when), text: "" };
    const text = foldedAll([quote.content, quote.cue, ...namesOf(quote.speakers), ...namesOf(quote.via)]);
    event.sources.add(quote.source);
    event.topics = [...new Set([...event.topics, ...withWider(quote.topics, parents)])];
    event.text += text;
    const date = quote.when ?? event.when ?? "";
    const { earliest, latest } = momentsOf(date);
    const speakers = quote.speakers.length ? quote.speakers : [MISSING];
    return { id: quote.id, date, earliest, latest, place, source: quote.source, speakers, kind: quote.kind, event, text, quote };
  });
  for (const { event } of quotes) if (!event.topics.length) event.topics = [MISSING];
  return quotes;
}

function withWider(topics, parents) {
  const all = new Set();
  for (let topic of topics) for (; topic; topic = parents.get(topic)) all.add(topic);
  return [...all];
}

const LETTERS = { ß: "ss", æ: "ae", ø: "o", đ: "d", ł: "l", ς: "σ" };

/** The words of a text, each with a space before it, and one after the last: without case, marks and punctuation. */
function folded(text) {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßæøđłς]/g, (letter) => LETTERS[letter]);
  // The full stops of an abbreviation, U.S., stand each between two single letters.
  const whole = letters.replace(/\.(?=\p{L})(?<=(?:^|[^\p{L}\p{N}.])(?:\p{L}\.)*\p{L}\.)/gu, "");
  return ` ${whole.match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? ""} `;
}

/** Nothing is found across the border of two texts. */
const foldedAll = (/** @type {string[]} */ texts) => texts.map(folded).join("\n") + "\n";
