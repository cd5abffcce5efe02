// Records as bench/engine/src/handover.rs hands them over, as objects.

/** What the numbers stand for: sources, speakers, topics, kinds. */
/** @typedef {[string[], string[], string[], string[]]} Names */

/**
 * All records that these numbers and this text hold.
 * @param {Names} names
 * @param {Uint32Array} numbers
 * @param {string} text
 */
export function records([sources, actors, subjects, kinds], numbers, text) {
  const rows = [];
  let [at, from] = [0, 0];
  const list = (/** @type {string[]} */ names) => {
    const some = new Array(numbers[at++]);
    for (let i = 0; i < some.length; i++) some[i] = names[numbers[at++]];
    return some;
  };
  const part = (/** @type {number} */ length) => text.slice(from, (from += length));
  while (at < numbers.length) {
    const [source, kind] = [sources[numbers[at++]], kinds[numbers[at++]]];
    const [speakers, topics] = [list(actors), list(subjects)];
    const [id, date, cue, content] = [part(numbers[at++]), part(numbers[at++]), part(numbers[at++]), part(numbers[at++])];
    const event = numbers[at++];
    rows.push({ id, source, speakers, topics, kind, date, event: event ? part(event - 1) : null, cue, text: content });
  }
  return rows;
}
