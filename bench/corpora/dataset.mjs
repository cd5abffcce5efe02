// Files of the format `sidebyline/1`, written piece by piece: one of a million quotes is longer than a string may be.
// docs/dataset.md says what stands in them.

/** What stands for a value that the data don't give. */
export const MISSING = "_none";

/**
 * @typedef {object} Quote
 * @property {string} id
 * @property {string} source
 * @property {"direct" | "mixed" | "indirect"} kind
 * @property {string[]} speakers
 * @property {string[]} [via]
 * @property {string} cue
 * @property {string} content
 * @property {string} [when]
 * @property {string} [event]
 * @property {string[]} topics
 */

/**
 * @typedef {object} Parts
 * @property {string} id
 * @property {string[]} sources their ids
 * @property {{ id: string, name: string, aliases?: string[] }[]} actors
 * @property {{ id: string, label: string, parent?: string }[]} topics
 * @property {Iterable<object>} events
 * @property {Iterable<Quote>} quotes
 */

/**
 * The text of a file, in pieces.
 * @param {Parts} parts
 * @returns {Generator<string>}
 */
export function* datasetText({ id, sources, actors, topics, events, quotes }) {
  const head = {
    format: "sidebyline/1",
    id,
    version: "1",
    title: "Invented quotes",
    description: "Made for measuring.",
    language: "en",
    updated: "2025-01-01",
    license: "CC0-1.0",
    method: "Drawn by chance.",
    sources: sources.map(source),
    actors: actors.map((actor) => ({ ...actor, kind: "person" })),
    topics,
  };
  yield JSON.stringify(head).slice(0, -1);
  yield* list("events", events);
  yield* list("quotes", quotes);
  yield "}\n";
}

function* list(key, values) {
  yield `,\n"${key}":[`;
  let separator = "\n";
  for (const value of values) {
    yield separator + JSON.stringify(value);
    separator = ",\n";
  }
  yield "]";
}

/** A source without a text: nothing that is measured looks into it. */
function source(id, number) {
  const digest = `sha256:${"0".repeat(64)}`;
  return {
    id,
    label: `S${number}`,
    title: `Article ${number}`,
    published: "2025-01-01",
    published_basis: "Drawn by chance.",
    language: "en",
    digest: { raw: digest, canonical: digest },
    length: 100000,
    coded: "full",
  };
}
