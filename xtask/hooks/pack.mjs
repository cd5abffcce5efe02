// Packs a folder into a zip, and prints the zip's checksum as `sha256sum` does. Called by `cargo xtask release`:
//   node pack.mjs PACKAGES FOLDER ZIP
// PACKAGES is the directory that `fflate` is installed in. The same files give the same bytes on any machine: names are sorted, times and
// rights are fixed, and what compresses is a package of one version.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const [packages, folder, zip] = process.argv.slice(2);
const { zipSync } = createRequire(join(packages, "x"))("fflate");

/** The oldest moment that the format knows; it is told in local time. */
const mtime = new Date(1980, 0, 1);
/** The rights of a file on Unix, in the upper half: everybody may read it, and start the command. */
const rights = (name) => ((/^sidebyline(\.exe)?$/.test(name) ? 0o100755 : 0o100644) << 16) >>> 0;
const unix = 3;

const files = {};
function add(path, below) {
  const entries = readdirSync(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [from, to] = [join(path, entry.name), `${below}/${entry.name}`];
    if (entry.isDirectory()) add(from, to);
    else files[to] = [readFileSync(from), { mtime, os: unix, attrs: rights(entry.name), level: 9 }];
  }
}

add(folder, basename(folder));
const bytes = zipSync(files);
writeFileSync(zip, bytes);
console.log(`${createHash("sha256").update(bytes).digest("hex")}  ${basename(zip)}`);
