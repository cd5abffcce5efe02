// Finishes a released page. Called by Trunk after each build, on the staged files; a development build only loses
// the note of its policy.
//
// - The meta element `content-policy-when-released` becomes a Content-Security-Policy. It stays out where Trunk serves
//   the page itself, since its live reload is an inline script.
// - The program is made small, see program.mjs.
// - Comments are taken out, but for the marks between which `sidebyline prerender` writes.
// - What is loaded later, or only in frames, gets a name that says what is in it, as all else has it from Trunk; and so
//   do the program and its glue, anew.
// - Scripts and styles are shrunk by esbuild, where it is on PATH (`cargo xtask` puts it there).
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";

import { run, shrinkProgram } from "./program.mjs";

const { TRUNK_PROFILE: profile, TRUNK_SOURCE_DIR: source, TRUNK_STAGING_DIR: staging } = process.env;
const targets = process.env.CARGO_TARGET_DIR ?? join(source, "target");
const linked = join(targets, "wasm32-unknown-unknown", "release", "sidebyline-app.wasm");
const page = join(staging, "index.html");
const note = /<meta\b[^>]*\bname="content-policy-when-released"[^>]*>/;

const named = (end) => readdirSync(staging).filter((name) => name.endsWith(end)).map((name) => join(staging, name));

function finishPage() {
  const html = readFileSync(page, "utf8");
  if (!note.test(html)) throw new Error(`${page} has no meta element named content-policy-when-released`);
  if (profile !== "release") return writeFileSync(page, html.replace(note, ""));
  const reloads = /<script(?![^>]*\bsrc=)[^>]*>/.test(html);
  const stated = html.replace(note, (found) =>
    reloads ? "" : found.replace('name="content-policy-when-released"', 'http-equiv="Content-Security-Policy"'));
  const small = reloads ? stated : stated.replace(/<!--(?!\/?prerender:)[^]*?-->/g, "").replace(/\n\s+/g, "\n");
  writeFileSync(page, small);
}

/** Names the file that a meta element of the page names after what is in it. */
function nameByContent(meta, stem) {
  const html = readFileSync(page, "utf8");
  const found = new RegExp(`<meta name="${meta}" content="([^"]+)">`).exec(html);
  if (!found) throw new Error(`${page} has no meta element named ${meta}`);
  const digest = createHash("sha256").update(readFileSync(join(staging, found[1]))).digest("hex").slice(0, 16);
  const name = `${stem}-${digest}${extname(found[1])}`;
  renameSync(join(staging, found[1]), join(staging, name));
  writeFileSync(page, html.replace(found[0], found[0].replace(found[1], name)));
}

/**
 * Gives the glue and the program one name by what is in both of them now. Trunk has named them by what they were, and the
 * tools that have changed them since don't fit them together in the same way in each version.
 */
function nameTogether(files) {
  const digest = createHash("sha256");
  for (const file of files) digest.update(readFileSync(file));
  const old = basename(files[0], ".js");
  const name = old.replace(/[0-9a-f]+$/, digest.digest("hex").slice(0, 16));
  for (const file of [files[0], page]) writeFileSync(file, readFileSync(file, "utf8").replaceAll(old, name));
  for (const file of files) renameSync(file, join(staging, basename(file).replace(old, name)));
}

/** Has the names of all files with a digest begin alike, so that a host that knows no other patterns can tell them. */
function nameAlike() {
  let html = readFileSync(page, "utf8");
  for (const old of readdirSync(staging).filter((name) => /^(?!sidebyline-).*-[0-9a-f]{16}\.(js|css)$/.test(name))) {
    renameSync(join(staging, old), join(staging, `sidebyline-${old}`));
    html = html.replaceAll(old, `sidebyline-${old}`);
  }
  writeFileSync(page, html);
}

function shrink(files) {
  const args = ["--minify", "--target=es2022", "--allow-overwrite", `--outdir=${staging}`, "--log-level=warning"];
  if (!run("esbuild", [...files, ...args])) console.log("Scripts and styles are left as they are, since esbuild is not on PATH.");
}

try {
  finishPage();
  if (profile === "release") {
    const glue = named(".js").find((name) => readFileSync(name, "utf8").includes("__wbg_init"));
    const [program] = named(".wasm");
    if (glue && program) shrinkProgram({ glue, program, linked, staging });
    shrink([...named(".js"), ...named(".css")]);
    nameByContent("later-styles", "sidebyline-later");
    nameByContent("frame", "sidebyline-frame");
    nameByContent("reader", "sidebyline-reader");
    if (glue && program) nameTogether([glue, program]);
    nameAlike();
  }
} catch (error) {
  console.error(`The release could not be finished. ${error.message}`);
  process.exitCode = 1;
}
