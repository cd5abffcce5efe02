// What a peer is: a few functions over what it is compared with. README.md says how to add one.

/** @typedef {{ names: string[], counts: ArrayLike<number> }} Columns the names may be those of the answer before */
/** @typedef {Map<string, number> | Record<string, number> | Columns} Counts by value */

/**
 * @typedef {object} Result
 * @property {number} total
 * @property {{ id: string | number, date: string | number | Date }[]} rows the first 50, whole, by date and id
 * @property {Record<"source" | "speaker" | "topic" | "kind", Counts>} counts
 */

/**
 * @typedef {object} Peer
 * @property {string} [version] if it isn't that of the package of the peer's name
 * @property {string} semantics in what its search differs from the reference, if it does
 * @property {"bytes" | "records"} [takes] what `index` is given: the file's bytes, or its JSON, parsed (the default)
 * @property {(read: (path: string) => Promise<Uint8Array>) => Promise<void>} [init] what is done before the file is there
 * @property {(data: any) => void | Promise<void>} index
 * @property {((step: any) => Result | Promise<Result>) | null} filter
 * @property {((step: any, query: any) => Result | Promise<Result>) | null} search
 * @property {() => number} [wasmBytes] how much memory its WebAssembly has
 */

/** @typedef {(corpus: string) => Peer} Create the default export of a module of `peers/` */

/**
 * @typedef {object} PeerModule
 * @property {Create} default
 * @property {string} [packageName] the npm package, if it is called otherwise than the peer
 * @property {Record<string, "records" | "dataset">} [reads] the corpora that it can hold, and which file it reads of each;
 *   `quotes` as records, if it doesn't say
 * @property {boolean} [nodeOnly] whether it can't run in a browser
 */

/** The peers that are JavaScript; the reference comes first. */
export const PEERS = [
  "plainjs",
  "ours",
  "columnar-js",
  "crossfilter2",
  "itemsjs-facets",
  "itemsjs",
  "minisearch",
  "flexsearch",
  "orama",
  "arquero",
  "duckdb-wasm",
  "duckdb-wasm-enum",
];

/** Which file a peer reads of a corpus; none if it can't hold that. */
export function fileOf(/** @type {PeerModule} */ { reads = { quotes: "records" } }, /** @type {string} */ corpus) {
  return reads[corpus];
}

/** The peer that says what is right. */
export const REFERENCE = "plainjs";
