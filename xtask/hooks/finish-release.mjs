// Finishes a released page. Called by Trunk after each build, on the staged files; a development build only loses
// the note of its policy.
//
// - The meta element `content-policy-when-released` becomes a Content-Security-Policy. It stays out where Trunk serves
//   the page itself, since its live reload is an inline script.
// - Scripts and styles are shrunk by esbuild, where it is on PATH (`cargo xtask` puts it there).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_PROFILE: profile, TRUNK_STAGING_DIR: staging } = process.env;
const note = /<meta\b[^>]*\bname="content-policy-when-released"[^>]*>/;

function finishPage(path) {
  const html = readFileSync(path, "utf8");
  if (!note.test(html)) throw new Error(`${path} has no meta element named content-policy-when-released`);
  if (profile !== "release") return writeFileSync(path, html.replace(note, ""));
  const reloads = /<script(?![^>]*\bsrc=)[^>]*>/.test(html);
  const stated = html.replace(note, (found) =>
    reloads ? "" : found.replace('name="content-policy-when-released"', 'http-equiv="Content-Security-Policy"'));
  const small = reloads ? stated : stated.replace(/<!--[^]*?-->/g, "").replace(/\n\s+/g, "\n");
  writeFileSync(path, small);
}

function shrink(files) {
  const { error, status } = spawnSync(
    "esbuild",
    [...files, "--minify", "--target=es2022", "--allow-overwrite", `--outdir=${staging}`, "--log-level=warning"],
    { stdio: "inherit", shell: process.platform === "win32" },
  );
  if (error?.code === "ENOENT") console.log("Scripts and styles are left as they are, since esbuild is not on PATH.");
  else if (error || status !== 0) throw new Error(`esbuild could not shrink ${files.join(", ")}`);
}

try {
  finishPage(join(staging, "index.html"));
  if (profile === "release") {
    shrink(readdirSync(staging).filter((name) => /\.(js|css)$/.test(name)).map((name) => join(staging, name)));
  }
} catch (error) {
  console.error(`The release could not be finished. ${error.message}`);
  process.exitCode = 1;
}
