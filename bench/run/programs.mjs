// Peers that are programs of this machine. README.md says what such a program prints.
import { here } from "../places.mjs";

/** What a program is given: paths, the size, and the limits. */
/** @typedef {import("../corpora/files.mjs").Files & { size: number, passes: number, budget: number }} Given */

/**
 * @typedef {object} Program
 * @property {string[]} corpora
 * @property {(given: Given) => string[]} command
 */

/** Our own, as `cargo xtask bench --native` builds it. */
const ours = here("../target/speed/ours-native");

/**
 * The programs, by their names.
 * @param {string} python a Python that has the packages of requirements.txt
 * @returns {Record<string, Program>}
 */
export function programs(python) {
  const byPython = (/** @type {string} */ script, /** @type {string[]} */ ...options) => ({
    corpora: ["quotes"],
    command: ({ records, operations, size, passes, budget }) => {
      const numbers = [size, passes, budget].map(String);
      return [python, "-B", here(`native/${script}.py`), records, operations, ...numbers, ...options];
    },
  });
  return {
    "ours-native": {
      corpora: ["quotes", "quotes-b"],
      command: ({ dataset, views, size, passes, budget }) => [ours, dataset, views, ...[size, passes, budget].map(String)],
    },
    "duckdb-native-1t": byPython("duckdb_peer", "1"),
    "duckdb-native-2t": byPython("duckdb_peer", "2"),
    "duckdb-native-enum-1t": byPython("duckdb_peer", "1", "enum"),
    "tantivy-native": byPython("tantivy_peer"),
  };
}
