// The corpora, and where the files are that are made of them.
import { made } from "../places.mjs";

/**
 * @typedef {object} Files
 * @property {string} records flat records, for peers that have a form of their own
 * @property {string} dataset the same in Sidebyline's format
 * @property {string} operations what is asked
 * @property {string} views the same as addresses, for programs that are not JavaScript
 * @property {string} expected the digests of the naive baseline
 */

/** The names of all corpora. */
export const CORPORA = ["quotes", "quotes-b"];

/**
 * The files of a corpus at a size. They need not be there.
 * @param {string} corpus
 * @param {number} size
 * @returns {Files}
 */
export function filesOf(corpus, size) {
  const file = (/** @type {string} */ end) => made(`data/${corpus}-${size}${end}.json`);
  return {
    records: file(""),
    dataset: file(".sidebyline"),
    operations: file(".operations"),
    views: file(".views"),
    expected: file(".expected"),
  };
}
