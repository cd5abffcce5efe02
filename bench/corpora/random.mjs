// Chance that is the same on every machine.

/** @typedef {() => number} Random gives numbers from 0 to below 1 */

/**
 * mulberry32: small, seeded, good enough to draw examples.
 * @param {number} seed
 * @returns {Random}
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number below `limit`. */
export const below = (/** @type {Random} */ r, /** @type {number} */ limit) => Math.floor(r() * limit);

/** One of `values`. */
export const oneOf = (/** @type {Random} */ r, /** @type {any} */ values) => values[below(r, values.length)];

/**
 * Draws numbers below `count` by Zipf's law: the first ones often, most of them hardly ever.
 * @param {number} count
 * @param {number} [exponent]
 * @returns {(r: Random) => number}
 */
export function zipf(count, exponent = 1) {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) upTo[i] = sum += 1 / Math.pow(i + 1, exponent);
  return (r) => {
    const drawn = r() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** `prefix` and a number of so many digits, for each number below `count`. */
export function numbered(/** @type {string} */ prefix, /** @type {number} */ count, /** @type {number} */ digits) {
  return Array.from({ length: count }, (_, i) => prefix + String(i).padStart(digits, "0"));
}

const VOWELS = "aeiou";
const CONSONANTS = "bcdfghjklmnprstvwz";

/**
 * 30,000 invented words of plain lower-case letters, each once, frequent ones short. Every tokenizer that has neither
 * stemmer nor stop words takes them alike.
 */
export function vocabulary() {
  const r = random(7);
  const seen = new Set();
  const words = [];
  for (let i = 0; i < 30000; i++) {
    const syllables = i < 60 ? 1 : i < 2000 ? 2 : i < 12000 ? 3 : 4;
    let word;
    do {
      word = "";
      for (let k = 0; k < syllables; k++) word += CONSONANTS[below(r, 18)] + VOWELS[below(r, 5)];
      if (r() < 0.5) word += CONSONANTS[below(r, 18)];
    } while (seen.has(word));
    seen.add(word);
    words.push(word);
  }
  return words;
}
