// What docs/hosting.md has servers keep for ever is what has a name that changes with its content, and nothing else.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "../harness/fixtures";

const dist = process.env.SIDEBYLINE_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const guide = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");

/** The patterns that nginx, Caddy (what fits, and what doesn't) and Apache are given. */
const patterns = Array.from(guide.matchAll(/-\[0-9a-f\]\{16\}\S+?\$/g), ([pattern]) => pattern);

test("each server's pattern finds the files that are named by their content", () => {
  expect(patterns).toHaveLength(4);
  const files = readdirSync(dist, { recursive: true }).map((path) => basename(String(path)));
  const named = files.filter((name) => /-[0-9a-f]{16}(?![0-9a-f])/.test(name));
  for (const kind of [/_bg\.wasm$/, /-\d+\.wasm$/, /\.js$/, /\.css$/, /\.sidebyline$/]) expect(named.some((name) => kind.test(name))).toBe(true);
  for (const pattern of patterns) expect(files.filter((name) => new RegExp(pattern).test(name)), pattern).toEqual(named);
});

test("where a host knows no patterns, how a name begins is enough", () => {
  const named = readdirSync(dist).filter((name) => /[0-9a-f]{16}/.test(name));
  expect(named.filter((name) => !name.startsWith("sidebyline-"))).toEqual([]);
});
