// Makes the files of the corpora.
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { here, made } from "../places.mjs";
import { addressOf, quotesValues } from "./address.mjs";
import { filesOf } from "./files.mjs";
import { operations as quotesOperations, records } from "./quotes.mjs";
import { quotesDataset } from "./quotes-dataset.mjs";
import { operations as storiesOperations, storiesDataset, storiesFlat } from "./stories.mjs";

/**
 * Makes the files of a corpus at a size, unless they are there already and made by these programs.
 * @param {string} corpus
 * @param {number} size
 */
export function make(corpus, size) {
  const stamp = made(`data/${corpus}-${size}.made-by`);
  const by = digestOfPrograms();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === by) return;
  mkdirSync(made("data"), { recursive: true });
  const files = filesOf(corpus, size);
  if (corpus === "quotes") {
    writePieces(files.records, recordsText(records(size)));
    writePieces(files.dataset, quotesDataset(size));
    writeOperations(corpus, files, quotesOperations(), quotesValues);
  } else {
    writePieces(files.records, recordsText(storiesFlat(size)));
    writePieces(files.dataset, storiesDataset(size));
    writeOperations(corpus, files, storiesOperations(size), (values) => values);
  }
  writeFileSync(stamp, by);
}

/** The text of the operations of `quotes`, as it has always been. */
export const operationsText = (/** @type {object} */ operations) => JSON.stringify(operations).replace(/\},\{/g, "},\n{");

/** The text of records, in pieces; of those of `quotes`, as it has always been. */
export function* recordsText(/** @type {Iterable<object>} */ all) {
  let separator = "[";
  for (const record of all) {
    yield separator + JSON.stringify(record);
    separator = ",\n";
  }
  yield "]";
}

function writeOperations(corpus, files, operations, values) {
  const address = addressOf(corpus);
  writeFileSync(files.operations, operationsText(operations));
  const views = {
    values: values(operations.values),
    filter: operations.steps.map((step) => address(step)),
    search: operations.steps.map((step, i) => address(step, operations.queries[i])),
  };
  writeFileSync(files.views, JSON.stringify(views, null, 1));
}

/** Writes pieces of text in chunks that are worth a call each. */
function writePieces(path, pieces) {
  const file = openSync(path, "w");
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length > 1 << 22) {
      writeSync(file, chunk);
      chunk = "";
    }
  }
  writeSync(file, chunk);
  closeSync(file);
}

function digestOfPrograms() {
  const digest = createHash("sha256");
  for (const name of readdirSync(here("corpora")).sort()) digest.update(readFileSync(here(`corpora/${name}`)));
  return digest.digest("hex");
}
