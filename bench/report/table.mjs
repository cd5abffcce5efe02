// Results as tables and lines of text.
import { PARTS } from "../run/digest.mjs";
import { isRight } from "../run/results.mjs";

/** @typedef {import("../run/results.mjs").Entry} Entry */

const NOTHING = "–";

/** A number with two or three telling digits. */
export function figure(/** @type {number | undefined} */ number) {
  if (number === undefined) return NOTHING;
  if (number > 0 && number < 1) return String(Number(number.toPrecision(2)));
  if (number >= 100) return Math.round(number).toLocaleString("en");
  return number.toFixed(number >= 10 ? 1 : 2);
}

/**
 * The same in few columns, without what can't be compared.
 * @param {Entry[]} entries
 */
export function inShort(entries) {
  const seconds = ({ load }) => load && figure(load.total_ms / 1000);
  return drawn(["peer", "load, s", "filter, ms", "search, ms", "memory kept, MB", "results as the baseline"], quickest(entries).map((entry) => [
    named(entry),
    seconds(entry) ?? NOTHING,
    figure(entry.F?.median_ms),
    figure(entry.S?.median_ms),
    entry.mem?.js_retained_mb === undefined ? figure(entry.mem?.rss_mb) + " (process)" : String(entry.mem.js_retained_mb),
    entry.skipped ?? entry.error ?? ([entry.F, entry.S].every((operation) => !operation || isRight(operation)) ? "all" : "not all"),
  ]));
}

const named = ({ peer }) => (peer === "ours" ? "**ours**" : peer);

function quickest(/** @type {Entry[]} */ entries) {
  const speed = (entry) => entry.F?.median_ms ?? entry.S?.median_ms ?? Infinity;
  return [...entries].sort((a, b) => speed(a) - speed(b));
}

/** A table of which all columns but the first and the last are numbers. */
function drawn(/** @type {string[]} */ head, /** @type {string[][]} */ rows) {
  const cells = (/** @type {string[]} */ row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [cells(head), cells(head.map((_, i) => (i && i < head.length - 1 ? "--:" : "---"))), ...rows.map(cells)].join("\n");
}

/**
 * The table of some entries that were measured under the same conditions, quickest first. Each time has beside it how
 * many times as long it is as ours.
 * @param {Entry[]} entries
 */
export function table(entries) {
  const ours = entries.find(({ peer }) => peer === "ours");
  const time = (entry, of) => {
    const [theirs, mine] = [of(entry), ours && of(ours)];
    const ratio = theirs && mine && entry !== ours ? ` (×${figure(theirs / mine)})` : "";
    return figure(theirs) + ratio;
  };
  const head = ["peer", "L", "F, first", "F, median", "F, p99", "S, median", "S, p99", "M, kept", "M, process", "as the baseline"];
  const rows = quickest(entries).map((entry) => [
    named(entry),
    time(entry, ({ load }) => load?.total_ms),
    time(entry, ({ F }) => F?.first_ms),
    time(entry, ({ F }) => F?.median_ms) + few(entry.F),
    time(entry, ({ F }) => F?.p99_ms),
    time(entry, ({ S }) => S?.median_ms) + few(entry.S),
    time(entry, ({ S }) => S?.p99_ms),
    kept(entry),
    processMemory(entry),
    entry.skipped ?? entry.error ?? `${right(entry.F)} / ${right(entry.S)}`,
  ]);
  return drawn(head, rows);
}

/** Says so where fewer than three passes of 60 were timed. */
const few = (operation) => (operation && operation.n < 180 ? `, of ${operation.n}` : "");

function kept({ mem }) {
  if (mem?.js_retained_mb === undefined && mem?.wasm_mb === undefined) return NOTHING;
  return `${mem.js_retained_mb ?? NOTHING}${mem.wasm_mb ? ` (${mem.wasm_mb} wasm)` : ""}`;
}

const processMemory = ({ mem }) => (mem?.rss_mb === undefined ? NOTHING : `${mem.rss_mb}, ${mem.peak_rss_mb ?? NOTHING}`);

/** In how many steps the result was the baseline's, and in which parts it wasn't in how many. */
function right(operation) {
  if (!operation) return NOTHING;
  const { steps, same } = operation.verified;
  if (isRight(operation)) return `all ${steps}`;
  return PARTS.filter((part) => same[part] < steps).map((part) => `${part} ${same[part]} of ${steps}`).join(", ");
}

/** An entry as a line for who waits. */
export function line(/** @type {Entry} */ entry) {
  const { peer, corpus, size, browser, load, F, S, mem } = entry;
  const operation = (of) => (of ? `${figure(of.median_ms)} ms, p99 ${figure(of.p99_ms)} (${right(of)})` : NOTHING);
  const end = entry.skipped ?? entry.error;
  const parts = [
    `${corpus} ${size} ${peer}${browser ? " in Chromium" : ""}${end ? `: ${end}` : ""}`,
    `L ${figure(load?.total_ms)} ms`,
    `F ${operation(F)}`,
    `S ${operation(S)}`,
    `M ${kept({ mem })} MB`,
  ];
  return parts.join("  ");
}
