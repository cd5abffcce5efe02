// Values as numbers, for columns.

/** Numbers for values, in the order in which they come. */
export class Codes {
  /** @type {string[]} */
  names = [];
  #codes = new Map();

  code(/** @type {string} */ value) {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.names.length;
      this.#codes.set(value, code);
      this.names.push(value);
    }
    return code;
  }

  known(/** @type {string} */ value) {
    return this.#codes.get(value);
  }
}

/** Counts by code as counts by value. */
export function named(/** @type {Codes} */ { names }, /** @type {Uint32Array} */ counts) {
  const map = new Map();
  for (let i = 0; i < names.length; i++) map.set(names[i], counts[i]);
  return map;
}
