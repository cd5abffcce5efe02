// A result in seven numbers, by which results of different programs are compared. `bench/engine/src/digest.rs` and
// `bench/native/measure.py` compute the same; it stays as it is.

const FACETS = ["source", "speaker", "topic", "kind"];

/** What each number of a digest is about. */
export const PARTS = ["total", "ids", "dates", ...FACETS];

/** @typedef {number[]} Digest one number for each of `PARTS` */

/** FNV-1a, 32 bits, over a text of ASCII. */
export function fnv(/** @type {string} */ text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The total, then the hashes of the listed ids, of their dates, and of the counts of each facet, joined by commas. Counts
 * are taken in the order of `values`, with 0 for what isn't there.
 * @param {import("./peer.mjs").Result} result
 * @param {Record<string, string[]>} values
 * @returns {Digest}
 */
export function digest({ total, rows, counts }, values) {
  const hash = (facet) => {
    const count = counter(counts[facet]);
    return fnv(values[facet].map((value) => count(value) ?? 0).join(","));
  };
  return [
    total,
    fnv(rows.map((row) => row.id).join(",")),
    fnv(rows.map((row) => isoDay(row.date)).join(",")),
    ...FACETS.map(hash),
  ];
}

/** What tells how much a value counts, whichever form the counts have. */
function counter(/** @type {import("./peer.mjs").Counts} */ counts) {
  if (Array.isArray(counts.names)) counts = new Map(counts.names.map((name, i) => [name, counts.counts[i]]));
  return (value) => (counts instanceof Map ? counts.get(value) : counts[value]);
}

/** The parts in which two digests differ. */
export function differing(/** @type {Digest} */ one, /** @type {Digest | undefined} */ other) {
  return PARTS.filter((_, i) => one[i] !== other?.[i]);
}

/** A date as `YYYY-MM-DD`: from text as it is, from a number like 20250131, from milliseconds. */
function isoDay(date) {
  if (typeof date === "string") return date;
  const isNumberOfDay = typeof date === "number" && date > 1e7 && date < 1e9;
  return isNumberOfDay ? String(date).replace(/(....)(..)(..)/, "$1-$2-$3") : new Date(date).toISOString().slice(0, 10);
}
