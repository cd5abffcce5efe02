// The few numbers that many measured times become.

const ascending = (/** @type {number[]} */ numbers) => [...numbers].sort((a, b) => a - b);

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = ascending(numbers);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The smallest number that at least this share of all isn't above.
 * @param {number[]} numbers
 * @param {number} share
 */
export function percentile(numbers, share) {
  return ascending(numbers)[Math.max(0, Math.ceil(share * numbers.length) - 1)];
}
