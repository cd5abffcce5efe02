// The loop that is measured, the same in Node.js and in Chromium.
import { digest } from "./digest.mjs";

/**
 * @typedef {object} Measured
 * @property {number[]} ms how long each step took
 * @property {import("./digest.mjs").Digest[]} digests what each step of the first pass found
 */

const now = () => performance.now();

/**
 * Loads: from the file's bytes in memory to the answer to the first question.
 * @param {import("./peer.mjs").Peer} peer
 * @param {Uint8Array} bytes
 */
export async function load(peer, bytes) {
  const start = now();
  const data = peer.takes === "bytes" ? bytes : JSON.parse(new TextDecoder().decode(bytes));
  const parsed = peer.takes === "bytes" ? start : now();
  await peer.index(data);
  const end = now();
  return { parse_ms: parsed - start, index_ms: end - parsed, total_ms: end - start };
}

/**
 * Asks all steps up to `passes` times, for `budget` seconds at most; null if the peer can't. Everything until the result
 * is there as JavaScript's own values is timed; digests are not. The reference always comes to the end of its first pass,
 * since others are held to what it finds.
 * @param {import("./peer.mjs").Peer["filter"] | import("./peer.mjs").Peer["search"]} ask
 * @param {{ values: Record<string, string[]>, steps: any[], queries: any[] }} operations
 * @param {{ passes: number, budget: number, isReference?: boolean, pause?: () => Promise<void> }} limits `pause` comes before each step
 * @returns {Promise<Measured | null>}
 */
export async function measure(ask, operations, { passes, budget, isReference, pause }) {
  if (!ask) return null;
  const [ms, digests] = [[], []];
  const end = now() + budget * 1000;
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < operations.steps.length; i++) {
      if (now() > end && !(isReference && pass === 0)) break;
      if (pause) await pause();
      const start = now();
      let result = ask(operations.steps[i], operations.queries[i]);
      if (result instanceof Promise) result = await result;
      ms.push(Number((now() - start).toFixed(3)));
      if (pass === 0) digests.push(digest(result, operations.values));
    }
  }
  return { ms, digests };
}
