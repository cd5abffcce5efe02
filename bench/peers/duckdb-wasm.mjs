// DuckDB as WebAssembly, by its blocking glue for Node.js: the program is that of the browser, without the way to a worker.
import { createRequire } from "node:module";
import * as quotes from "./sql.mjs";
import * as stories from "./sql-stories.mjs";

export const packageName = "@duckdb/duckdb-wasm";
export const nodeOnly = true;
export const reads = { quotes: "records", "quotes-b": "records" };

const FACETS = ["source", "speaker", "topic", "kind"];

/**
 * DuckDB with values as text, or as enumerations and with the table sorted by date.
 * @param {string} corpus
 * @param {boolean} tuned
 * @returns {import("../run/peer.mjs").Peer}
 */
export function create(corpus, tuned) {
  const { countsSql, record, rowsSql, tableSql, TOTAL } = corpus === "quotes" ? quotes : stories;
  const require = createRequire(import.meta.url);
  let database, connection;
  const query = (step, text) => {
    const found = connection.query(rowsSql(step, text, tuned)).toArray();
    const rows = found.map(record);
    const table = connection.query(countsSql(step, text, tuned));
    const [facets, values, numbers] = [0, 1, 2].map((column) => table.getChildAt(column));
    const counts = { source: new Map(), speaker: new Map(), topic: new Map(), kind: new Map() };
    let total = 0;
    for (let i = 0; i < table.numRows; i++) {
      const facet = FACETS[facets.get(i)];
      if (facet) counts[facet].set(values.get(i), numbers.get(i));
      if (facets.get(i) === TOTAL) total += numbers.get(i);
    }
    return { total, rows, counts };
  };
  return {
    // Its index of words, and its reader of JSON, are extensions that it would download.
    semantics: "no index of words: a scan for whole words, all required; JSON by way of Arrow",
    takes: "bytes",
    async init() {
      const duckdb = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
      const program = require.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
      const bundle = { mainModule: program, mainWorker: "" };
      database = await duckdb.createDuckDB({ mvp: bundle, eh: bundle }, { log() {} }, duckdb.NODE_RUNTIME);
      await database.instantiate();
      database.open({});
      connection = database.connect();
    },
    index(bytes) {
      connection.query("SET autoinstall_known_extensions=false; SET autoload_known_extensions=false;");
      database.registerFileBuffer("q.json", bytes);
      connection.insertJSONFromPath("q.json", { name: "q0", schema: "main" });
      for (const statement of tableSql("q0", tuned)) connection.query(statement);
      connection.query("DROP TABLE q0");
      database.dropFile("q.json");
    },
    filter: (step) => query(step),
    search: corpus === "quotes" ? query : null,
    wasmBytes: () => database.mod.HEAPU8.length,
  };
}

export default (/** @type {string} */ corpus) => create(corpus, false);
