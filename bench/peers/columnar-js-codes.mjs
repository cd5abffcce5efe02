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

/** Counts by code as counts by value, without a map: as two columns. */
export const named = (/** @type {Codes} */ { names }, /** @type {Uint32Array} */ counts) => ({ names, counts });
