// Serves the published page the way a plain static host does, on this machine only: below a sub-path, compressed by
// brotli, with the strict content policy, readable from any origin (a sandboxed frame has none).
//   node server.mjs [--dist DIR] [--base /some/sub/path/] [--port 0] [--own-origin] [--measured FILE]
// It prints `Serving http://127.0.0.1:PORT/some/sub/path/` when it is ready. Port 0 is any free one.
// With --measured there is a data/measured.json besides: that file, uncompressed, since it may be large.
// With --own-origin the policy names the server's own origin beside 'self', as docs/hosting.md advises for some WebKits.
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

import { contentPolicy } from "./harness/policy.mjs";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const alreadyCompressed = new Set([".png", ".woff2", ".ico", ".sidebyline"]);

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
    base: { type: "string", default: "/some/sub/path/" },
    port: { type: "string", default: "0" },
    "own-origin": { type: "boolean", default: false },
    measured: { type: "string" },
  },
});
const dist = resolve(options.dist);
const measured = options.measured ? { path: join(dist, "data/measured.json"), body: await readFile(options.measured) } : undefined;

/** Compressed bodies, by path; an entry holds for the file's bytes that it was made from.
 * @type {Map<string, { raw: Buffer, body: Buffer }>} */
const compressed = new Map();

/** @param {string} path @param {Buffer} raw */
function compress(path, raw) {
  const known = compressed.get(path);
  if (known?.raw.equals(raw)) return known.body;
  const body = brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });
  compressed.set(path, { raw, body });
  return body;
}

/** @param {string} text A policy, or a page that states one. @param {string | undefined} host */
const withOrigin = (text, host) => (options["own-origin"] ? text.replaceAll("'self'", `'self' http://${host}`) : text);

const server = createServer(async (request, response) => {
  /** @type {Record<string, string | number>} */
  const headers = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-cache",
    "Content-Security-Policy": withOrigin(contentPolicy, request.headers.host),
    "X-Content-Type-Options": "nosniff",
  };
  /** @param {number} status @param {string | Buffer} body */
  const answer = (status, body) => {
    response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
    response.end(request.method === "HEAD" ? undefined : body);
  };

  if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "Only GET and HEAD.");
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (!pathname.startsWith(options.base)) return answer(404, "Outside the page's path.");
  let below;
  try {
    below = decodeURIComponent(pathname.slice(options.base.length));
  } catch {
    return answer(400, "Not a path.");
  }
  const file = join(dist, normalize(below === "" || below.endsWith("/") ? `${below}index.html` : below));
  if (!file.startsWith(dist + sep)) return answer(404, "Outside the page's files.");

  if (file === measured?.path) return answer(200, measured.body);
  let raw;
  try {
    raw = await readFile(file);
  } catch {
    return answer(404, "No such file.");
  }
  const extension = extname(file).toLowerCase();
  if (extension === ".html") raw = Buffer.from(withOrigin(raw.toString(), request.headers.host));
  headers["Content-Type"] = types[extension] ?? "application/octet-stream";
  headers["Vary"] = "Accept-Encoding";
  const accepted = String(request.headers["accept-encoding"] ?? "").split(/\s*,\s*/);
  if (accepted.includes("br") && !alreadyCompressed.has(extension)) {
    headers["Content-Encoding"] = "br";
    return answer(200, compress(file, raw));
  }
  return answer(200, raw);
});

// What takes long to compress is ready before the first page asks for it, or that page would start late.
for (const name of await readdir(dist).catch(() => [])) {
  if (extname(name) === ".wasm") compress(join(dist, name), await readFile(join(dist, name)));
}

server.listen(Number(options.port), "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to listen on");
  console.log(`Serving http://127.0.0.1:${address.port}${options.base}`);
});
