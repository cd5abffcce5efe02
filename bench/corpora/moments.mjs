// The dates of `quotes-b` as moments, for whoever knows no EDTF. It reads only what the corpus has.

const SECOND = 1000;
/** What is never: unlike Infinity, it can be subtracted from itself, and is a whole number in JSON. */
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * @typedef {object} Moments in milliseconds since 1970
 * @property {number} first when it may begin
 * @property {number} last when it may end
 * @property {number} earliest by which it is put in order
 * @property {number} latest by which it is, where several begin at once
 */

/**
 * The moments of a date. One that isn't known may be at any time, and is later than all else in order; what has no known
 * start is put at its end. A date that is doubted may lie a unit of its own to either side.
 * @param {string | undefined} written
 * @returns {Moments}
 */
export function momentsOf(written) {
  if (!written) return { first: -NEVER, last: NEVER, earliest: NEVER, latest: NEVER };
  const [from, to = from] = written.replace(/[[\]]/g, "").split(/\/|(?<!\/)\.\./).map(unit);
  const latest = to.last ?? NEVER;
  return {
    first: from.first === undefined ? -NEVER : from.first - from.reach,
    last: to.last === undefined ? NEVER : to.last + to.reach,
    earliest: from.first ?? latest,
    latest,
  };
}

/** The first and the last moment of a range of days, of which either may be left open. */
export function rangeOf({ from, to }) {
  return [from ? unit(from).first : -NEVER, to ? unit(to).last : NEVER];
}

/** The first and the last second of a day, month or year; of an open end, neither. */
function unit(written) {
  const [date, doubted] = [written.replace(/[~?]/, ""), /[~?]/.test(written)];
  if (!date || date === "..") return { reach: 0 };
  const [year, month, day] = date.split("-").map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const next = day ? Date.UTC(year, month - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return { first, last: next - SECOND, reach: doubted ? next - first : 0 };
}
