// What is asked, as an address of Sidebyline says it. crates/query/src/view.rs has the table of all parameters.
import { KIND } from "./quotes-dataset.mjs";

/**
 * The address of a step of `quotes`, with a query or without.
 * @param {import("./quotes.mjs").Step} step
 * @param {string} [query]
 */
function quotesAddress(step, query) {
  // Without quotation marks, the last word would be the beginning of one.
  const text = query?.split(" ").map((word) => `"${word}"`).join(" ");
  return address({ source: step.sources, topic: step.topics, from: step.from, to: step.to, q: text });
}

/**
 * The address of a step of `quotes-b`, with what is looked for or without.
 * @param {import("./stories.mjs").Step} step
 * @param {import("./stories.mjs").Term[]} [terms]
 */
function storiesAddress(step, terms) {
  return address({
    source: step.sources,
    match: step.least > 1 ? String(step.least) : undefined,
    topic: [...step.topics, ...step.withoutTopics.map((topic) => `-${topic}`)],
    speaker: step.speakers,
    kind: step.kinds,
    from: step.from,
    to: step.to,
    q: terms?.map(({ words, whole, excluded }) => (excluded ? "-" : "") + (whole ? `"${words}"` : words)).join(" "),
  });
}

/**
 * The address that asks Sidebyline for a step of a corpus, with what is looked for or without.
 * @param {string} corpus
 */
export const addressOf = (corpus) => (corpus === "quotes" ? quotesAddress : storiesAddress);

/** What Sidebyline calls the values whose counts a digest takes. */
export function quotesValues(/** @type {Record<string, string[]>} */ values) {
  return { ...values, kind: values.kind.map((kind) => KIND[kind]) };
}

function address(/** @type {Record<string, string | string[] | undefined>} */ parameters) {
  const query = new URLSearchParams({ count: "quotes" });
  for (const [key, value] of Object.entries(parameters)) {
    if (value?.length) query.set(key, String(value));
  }
  return query.toString();
}
