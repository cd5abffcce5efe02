// The numbers that results and times become.
import assert from "node:assert/strict";
import { test } from "node:test";
import { differing, digest, fnv } from "../run/digest.mjs";
import { median, percentile } from "../run/statistics.mjs";

const VALUES = { source: ["a", "b"], speaker: [], topic: [], kind: [] };
const result = (/** @type {object} */ part) => {
  const counts = { source: {}, speaker: {}, topic: {}, kind: {} };
  return { total: 1, rows: [{ id: 7, date: "2025-01-31" }], counts, ...part };
};

test("the hash is the published one", () => {
  assert.equal(fnv(""), 0x811c9dc5);
  assert.equal(fnv("foobar"), 0xbf9cf968);
});

test("counts are taken from maps, objects and columns alike, and one that isn't there is 0", () => {
  const counts = (/** @type {any} */ source) => digest(result({ counts: { ...result({}).counts, source } }), VALUES)[3];
  assert.equal(counts(new Map([["b", 2]])), fnv("0,2"));
  assert.equal(counts({ a: 0, b: 2 }), fnv("0,2"));
  assert.equal(counts({ names: ["b", "c"], counts: Uint32Array.of(2, 7) }), fnv("0,2"));
});

test("a date is the same day in whichever form a peer has it", () => {
  for (const date of ["2025-01-31", 20250131, Date.UTC(2025, 0, 31), new Date("2025-01-31")]) {
    assert.equal(digest(result({ rows: [{ id: 7, date }] }), VALUES)[2], fnv("2025-01-31"));
  }
});

test("what differs is named", () => {
  const one = digest(result({}), VALUES);
  assert.deepEqual(differing(one, digest(result({ total: 2 }), VALUES)), ["total"]);
  assert.deepEqual(differing(one, one), []);
});

test("a median stands in the middle, a percentile at the nearest rank", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(percentile([1, 2, 3, 4], 0.5), 2);
  assert.equal(percentile([5], 0.99), 5);
});
