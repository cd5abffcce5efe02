// Where the benchmarks keep what they make. None of it is part of the repository.
import { fileURLToPath } from "node:url";

/** A path below `target/bench/`, by its parts joined with `/`. */
export const made = (/** @type {string} */ below) => fileURLToPath(new URL(`../target/bench/${below}`, import.meta.url));

/** A path below `bench/`. */
export const here = (/** @type {string} */ below) => fileURLToPath(new URL(below, import.meta.url));
