// The corpus `quotes` as a file of Sidebyline's own format: each record one quote that belongs to no event.
import { datasetText } from "./dataset.mjs";
import { records, SOURCES, SPEAKERS, TOPICS } from "./quotes.mjs";

/** What Sidebyline calls a quote of which only fragments stand in quotation marks. */
export const KIND = { direct: "direct", partial: "mixed", indirect: "indirect" };

/**
 * The text of the file, in pieces.
 * @param {number} size
 */
export function quotesDataset(size) {
  return datasetText({
    id: "quotes",
    sources: SOURCES,
    actors: SPEAKERS.map((id) => ({ id, name: id })),
    topics: TOPICS.map((id) => ({ id, label: id })),
    events: [],
    quotes: flatQuotes(records(size)),
  });
}

/** Records of the corpus as quotes of the format. */
export function* flatQuotes(records) {
  for (const { id, source, speaker, topics, kind, date, text } of records) {
    yield {
      id: String(id),
      source,
      kind: KIND[kind],
      speakers: [speaker],
      cue: "say", // no query finds it: no word of the corpus has a y
      content: kind === "partial" ? withMarks(text) : text,
      when: date,
      topics,
    };
  }
}

/** Puts the first half of the words in quotation marks; the words stay what they are. */
function withMarks(text) {
  const words = text.split(" ");
  const quoted = words.splice(0, words.length >> 1);
  return `“${quoted.join(" ")}” ${words.join(" ")}`;
}
