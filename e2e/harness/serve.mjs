// The published page, served for tests that Playwright doesn't run.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../server.mjs", import.meta.url));

/** @typedef {{ address: string, stop: () => void }} Served */

/** Starts the server of the tests, and says where its page is.
 * @param {string[]} options @returns {Promise<Served>} */
export async function serve(options = []) {
  const server = spawn(process.execPath, [program, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(/** @type {import("node:stream").Readable} */ (server.stdout), "data");
  const address = String(said).match(/http:\S+/)?.[0];
  if (!address) throw new Error(`the server has no address: ${said}`);
  return { address, stop: () => server.kill() };
}
