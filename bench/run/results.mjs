// What has been measured, kept from one run to the next, so that one peer can be measured again beside the others.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { made } from "../places.mjs";
import { differing, PARTS } from "./digest.mjs";
import { median, percentile } from "./statistics.mjs";

/**
 * @typedef {object} Operation what became of the steps of one operation
 * @property {number} n how many were timed
 * @property {number} first_ms
 * @property {number} median_ms
 * @property {number} p99_ms
 * @property {number} max_ms
 * @property {{ steps: number, same: Record<string, number> }} verified in how many steps each part is what it should be
 */

/**
 * @typedef {object} Entry
 * @property {string} peer
 * @property {string} corpus
 * @property {number} size
 * @property {boolean} browser
 * @property {string} [version]
 * @property {string} [semantics]
 * @property {{ parse_ms: number, index_ms: number, total_ms: number }} [load]
 * @property {Record<string, number | undefined>} [mem]
 * @property {Operation | null} [F]
 * @property {Operation | null} [S]
 * @property {string} [skipped]
 * @property {string} [error]
 * @property {string} at the day
 */

const FILE = made("results.json");

/**
 * What has been measured on this machine.
 * @param {string} machine
 * @returns {Entry[]}
 */
export function known(machine) {
  if (!existsSync(FILE)) return [];
  const kept = JSON.parse(readFileSync(FILE, "utf8"));
  return kept.machine === machine ? kept.entries : [];
}

/** Puts an entry in place of what was measured of the same before, and keeps it all. */
export function keep(/** @type {string} */ machine, /** @type {Entry[]} */ entries, /** @type {Entry} */ entry) {
  const key = ({ peer, corpus, size, browser }) => [peer, corpus, size, browser].join("|");
  const rest = entries.filter((old) => key(old) !== key(entry));
  const all = [...rest, entry];
  writeFileSync(FILE, JSON.stringify({ machine, entries: all }, null, 1));
  return all;
}

/**
 * A report's times and digests, as the few numbers that are kept.
 * @param {import("./loop.mjs").Measured | null | undefined} measured
 * @param {import("./digest.mjs").Digest[]} expected
 * @returns {Operation | null}
 */
export function summary(measured, expected) {
  if (!measured?.ms.length) return null;
  const { ms, digests } = measured;
  // The baseline may have been ended before its first pass was over.
  const verified = digests.slice(0, expected.length);
  const differences = verified.map((found, i) => differing(found, expected[i]));
  const same = PARTS.map((part) => [part, differences.filter((parts) => !parts.includes(part)).length]);
  const rounded = (/** @type {number} */ number) => Number(number.toFixed(3));
  return {
    n: ms.length,
    first_ms: ms[0],
    median_ms: rounded(median(ms)),
    p99_ms: rounded(percentile(ms, 0.99)),
    max_ms: Math.max(...ms),
    verified: { steps: verified.length, same: Object.fromEntries(same) },
  };
}

/** Whether all that was verified is as it should be. */
export function isRight(/** @type {Operation} */ { verified: { steps, same } }) {
  return Object.values(same).every((count) => count === steps);
}
