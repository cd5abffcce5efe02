// Optimizes the program of the benchmarks as the page's program is, so that both run at the same speed:
//   node finish-engine.mjs PROGRAM
import { need, smallest } from "./program.mjs";

const [program] = process.argv.slice(2);
try {
  need("wasm-opt", [program, ...smallest, "-o", program]);
} catch (error) {
  console.error(`The program could not be optimized. ${error.message}`);
  process.exitCode = 1;
}
