// The corpus `quotes` as a file without faults: each quote names the passage that it stands in, as `check` wants it. For
// measuring the command; no peer reads it.
import { datasetText } from "./dataset.mjs";
import { records, SOURCES, SPEAKERS, TOPICS } from "./quotes.mjs";
import { flatQuotes } from "./quotes-dataset.mjs";

/** How long `datasetText` says that each source is, in code points. */
const LENGTH = 100000;

/**
 * The text of the file, in pieces.
 * @param {number} size
 */
export function checkedDataset(size) {
  return datasetText({
    id: "quotes",
    sources: SOURCES,
    actors: SPEAKERS.map((id) => ({ id, name: id })),
    topics: TOPICS.map((id) => ({ id, label: id })),
    events: [],
    quotes: quotes(size),
  });
}

function* quotes(size) {
  let number = 0;
  for (const quote of flatQuotes(records(size))) {
    yield { ...quote, passages: [passage(quote, (number++ * 97) % (LENGTH - 1000))] };
  }
}

/** Where a quote stands: its words, its fragment, or the edges of what carries it. */
function passage({ kind, content }, start) {
  if (kind === "indirect") {
    const words = content.split(" ");
    const edges = { head: words.slice(0, 3).join(" "), tail: words.slice(-3).join(" ") };
    return { start, end: start + content.length, ...edges, digest: `sha256:${"0".repeat(64)}` };
  }
  const exact = kind === "direct" ? content : content.slice(1, content.indexOf("”"));
  return { start, end: start + exact.length, exact };
}
