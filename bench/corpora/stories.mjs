// The corpus `quotes-b`: texts as newsrooms have them, and quotes that hang on events.
//
// What `quotes` leaves out on purpose stands here: capitals and punctuation, diacritics, composed and decomposed, Greek
// and Cyrillic, abbreviations, speakers of whom most speak once, quotes without speaker, topic or date, and dates that
// say how much is known. A source reports an event by mentions and quotes, and filters ask of the event.
import { datasetText, MISSING } from "./dataset.mjs";
import { DAYS, day, SOURCES, TOPICS } from "./quotes.mjs";
import { below, numbered, oneOf, random, zipf } from "./random.mjs";
import { plain, spelled, WORDS, Writer } from "./prose.mjs";
import { flatRecords } from "./stories-flat.mjs";

/**
 * @typedef {object} Step a whole state of the filters
 * @property {string[]} sources of these …
 * @property {number} least … so many at least have to report the event
 * @property {string[]} topics
 * @property {string[]} withoutTopics
 * @property {string[]} speakers
 * @property {string[]} kinds
 * @property {string} [from]
 * @property {string} [to]
 */

/**
 * @typedef {object} Term words that follow each other
 * @property {string} words
 * @property {boolean} whole whether the last word must end there
 * @property {boolean} excluded whether the event must not have them
 */

export const KINDS = ["direct", "mixed", "indirect"];
const STATUSES = ["occurred", "planned", "proposed", "cancelled", "claimed", "denied"];
const BASES = ["own", "official", "named", "anonymous", "unattributed"];
const CUES = ["say", "call on", "warn", "according to", "demand", "suggest"];
/** The first half of the topics are wider ones, each of one of the second half. */
const WIDER = TOPICS.length / 2;

const speakersOf = (size) => numbered("speaker-", Math.max(1, Math.floor(size / 20)), 1);

/**
 * The text of the file, in pieces.
 * @param {number} size
 */
export function storiesDataset(size) {
  const names = new Writer(random(5));
  const actors = speakersOf(size).map((id, number) => {
    const [first, last] = [names.name(), names.name()];
    // Part of a name, and not another spelling of it, which a search would have to find too.
    return { id, name: `${first} ${last}`, aliases: number % 3 ? [] : [last] };
  });
  const { events, quotes } = stories(size);
  return datasetText({ id: "quotes-b", sources: SOURCES, actors, topics: topics(), events, quotes: quotes() });
}

/**
 * The same as flat records.
 * @param {number} size
 */
export function storiesFlat(size) {
  const quotes = () => stories(size).quotes();
  return flatRecords({ topics: topics(), events: stories(size).events, quotes });
}

const topics = () => TOPICS.map((id, i) => ({ id, label: id, ...(i < WIDER ? {} : { parent: TOPICS[i - WIDER] }) }));

/** Events and quotes. The events are made first, since quotes hang on them; these can be drawn once. */
function stories(size) {
  const r = random(4242);
  const writer = new Writer(r);
  const [source, topic] = [zipf(40), zipf(60)];
  const speakers = speakersOf(size);
  const speaker = zipf(speakers.length);
  const some = (count, draw, values) => {
    const drawn = new Set();
    for (let i = 0; i < count; i++) drawn.add(values[draw(r)]);
    return [...drawn];
  };

  const events = [];
  const begins = [];
  for (let i = 0; i < Math.max(1, Math.floor(size / 20)); i++) {
    const begin = below(r, DAYS);
    const mentions = some(1 + below(r, 6), source, SOURCES).map((id, number) => ({
      id: `e${i}-${number}`,
      source: id,
      paraphrase: writer.sentence(6 + below(r, 8)),
      passages: r() < 0.5 ? [writer.passage(2 + below(r, 5))] : [],
      status: oneOf(r, STATUSES),
      actors: some(below(r, 3), speaker, speakers),
      basis: oneOf(r, BASES),
    }));
    begins.push(begin);
    events.push({
      id: `e${i}`,
      title: writer.sentence(3 + below(r, 4)),
      when: date(r, begin),
      topics: r() < 0.15 ? [] : some(1 + below(r, 3), topic, TOPICS),
      mentions,
    });
  }

  function* quotes() {
    for (let id = 0; id < size; id++) {
      const event = r() < 0.9 ? below(r, events.length) : null;
      const kind = KINDS[r() < 0.5 ? 0 : r() < 0.6 ? 1 : 2];
      const reporting = event !== null && r() < 0.7 ? oneOf(r, events[event].mentions).source : SOURCES[source(r)];
      const begin = event === null ? below(r, DAYS) : begins[event];
      const dated = r() < (event === null ? 0.67 : 0.5);
      const loose = event === null && r() < 0.85;
      yield {
        id: String(id),
        source: reporting,
        kind,
        speakers: some(r() < 0.12 ? 0 : r() < 0.9 ? 1 : 2, speaker, speakers),
        via: r() < 0.05 ? some(1, speaker, speakers) : [],
        cue: oneOf(r, CUES),
        content: writer.content(kind, 6 + below(r, 25)),
        ...(dated ? { when: date(r, Math.min(DAYS - 1, begin + below(r, 14))) } : {}),
        ...(event === null ? {} : { event: `e${event}` }),
        topics: loose || r() < 0.3 ? some(1 + below(r, 2), topic, TOPICS) : [],
      };
    }
  }
  return { events, quotes };
}

/** A day in EDTF, as precisely as somebody may know it. */
function date(r, number) {
  const [first, later] = [day(number), day(Math.min(DAYS - 1, number + 1 + below(r, 20)))];
  const share = r();
  if (share < 0.6) return first;
  if (share < 0.7) return first.slice(0, 7);
  if (share < 0.75) return first.slice(0, 4);
  if (share < 0.83) return `${first}/${later}`;
  if (share < 0.9) return `[${first}..${later}]`;
  if (share < 0.93) return `${first}~`;
  if (share < 0.95) return `${first.slice(0, 7)}?`;
  if (share < 0.97) return `${first}/..`;
  return `[..${first}]`;
}

/**
 * What is asked: 60 steps in 12 scenes of five, and 60 searches, of which the one at i is asked with the step at i.
 * @param {number} size
 * @returns {{ about: string, values: Record<string, string[]>, limit: number, steps: Step[], queries: Term[][] }}
 */
export function operations(size) {
  const r = random(77);
  const speakers = speakersOf(size);
  return {
    about: "as in bench/corpora/stories.mjs",
    values: {
      source: SOURCES,
      speaker: [...speakers, MISSING],
      topic: [...TOPICS, MISSING],
      kind: KINDS,
    },
    limit: 50,
    steps: scenes(r, speakers),
    queries: Array.from({ length: 60 }, (_, i) => terms(r, i % 6)),
  };
}

/** A scene begins with a fresh selection; each of its other steps changes one thing. */
function scenes(r, speakers) {
  const source = zipf(40, 0.6);
  const topic = zipf(60, 0.6);
  const speaker = zipf(Math.min(30, speakers.length));
  const others = (count, draw, values, taken = []) => {
    const drawn = [];
    while (drawn.length < count) {
      const value = values[draw(r)];
      if (!drawn.includes(value) && !taken.includes(value)) drawn.push(value);
    }
    return drawn;
  };
  const range = () => {
    const length = 60 + below(r, 700);
    const first = below(r, DAYS - length);
    return { from: day(first), to: day(first + length) };
  };
  /** What a scene asks beside sources, topics and days. */
  const special = [
    () => ({}),
    () => ({ least: 2 }),
    ({ topics }) => ({ withoutTopics: others(2, topic, TOPICS, topics) }),
    () => ({ speakers: [...others(6, speaker, speakers), MISSING], topics: [] }),
    () => ({ kinds: ["direct", "mixed"] }),
    ({ topics }) => ({ topics: [topics[0], MISSING], to: undefined }),
  ];
  const steps = [];
  for (let scene = 0; scene < 12; scene++) {
    const plainStep = {
      sources: others(3, source, SOURCES),
      least: 1,
      topics: others(2, topic, TOPICS),
      withoutTopics: [],
      speakers: [],
      kinds: [],
      ...range(),
    };
    let step = { ...plainStep, ...special[scene % 6](plainStep) };
    steps.push(step);
    for (let change = 1; change < 5; change++) {
      if (change === 2 && step.topics.length) {
        step = { ...step, topics: [...others(1, topic, TOPICS, [...step.topics, ...step.withoutTopics]), step.topics[1]] };
      } else if (change === 3) step = { ...step, ...range() };
      else step = { ...step, sources: [...others(1, source, SOURCES, step.sources), ...step.sources.slice(0, 2)] };
      steps.push(step);
    }
  }
  return steps;
}

/** What is looked for, in one of six ways. */
function terms(r, way) {
  const frequent = zipf(600, 0.7);
  const word = (limit) => {
    let drawn;
    do drawn = frequent(r);
    while (drawn >= limit);
    return drawn;
  };
  const whole = (words) => ({ words, whole: true, excluded: false });
  switch (way) {
    case 0: // without the diacritics that the text has
      return [whole(plain(word(600)))];
    case 1: // as the text has it, in capitals, and unfinished at its end
      return [{ words: spelled(word(300)).toUpperCase(), whole: false, excluded: false }];
    case 2: // two words that follow each other
      return [whole(`${spelled(word(25))} ${spelled(word(25))}`)];
    case 3:
      return [whole(spelled(word(80))), whole(plain(word(80)))];
    case 4:
      return [whole(spelled(word(40))), { words: spelled(word(200)), whole: true, excluded: true }];
    default: // a beginning
      return [whole(spelled(word(60))), { words: WORDS[word(600)].slice(0, 2), whole: false, excluded: false }];
  }
}
