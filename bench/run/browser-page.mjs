// What runs inside of the browser: `browser.mjs` bundles it with a peer.
import { load, measure } from "./loop.mjs";

const MEGABYTE = 1048576;
const bytesOf = async (/** @type {string} */ path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
/** Lets the browser do what it has to do between two steps. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Measures a peer, and sends the report home.
 * @param {import("./peer.mjs").PeerModule} module
 * @param {{ corpus: string, passes: number, budget: number }} options
 */
export async function report(module, { corpus, passes, budget }) {
  const send = (/** @type {object} */ body) => fetch("/done", { method: "POST", body: JSON.stringify(body) });
  try {
    const peer = module.default(corpus);
    const operations = await (await fetch("/operations")).json();
    await peer.init?.((path) => bytesOf(`/made/${path}`));
    const report = { engine: navigator.userAgent, semantics: peer.semantics };
    report.load = await load(peer, await bytesOf("/data"));
    const limits = { passes, budget, pause };
    report.F = await measure(peer.filter, operations, limits);
    report.S = await measure(peer.search, operations, limits);
    report.mem = {
      js_retained_mb: Math.round((performance.memory?.usedJSHeapSize ?? NaN) / MEGABYTE),
      wasm_mb: peer.wasmBytes && Math.round(peer.wasmBytes() / MEGABYTE),
    };
    await send(report);
  } catch (error) {
    await send({ error: String(error) });
  }
}
