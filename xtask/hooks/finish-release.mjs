// Finishes a released page. Called by Trunk after each build, on the staged files; a development build only loses
// the note of its policy.
//
// - The meta element `content-policy-when-released` becomes a Content-Security-Policy. It stays out where Trunk serves
//   the page itself, since its live reload is an inline script.
// - What the page never calls is taken out of the program: Leptos brings classes for streaming to servers, which
//   wasm-bindgen exports, and which no optimizer may remove for that.
// - Scripts and styles are shrunk by esbuild, where it is on PATH (`cargo xtask` puts it there).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_PROFILE: profile, TRUNK_STAGING_DIR: staging } = process.env;
// What Rust's compiler uses of WebAssembly, so that nothing else gets in.
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"]
  .map((name) => `--enable-${name}`);
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

/** Runs a tool; whether it is there. */
function run(tool, args) {
  const { error, status, stderr } = spawnSync(tool, args, { encoding: "utf8", shell: process.platform === "win32" });
  if (error?.code === "ENOENT") return false;
  if (error || status !== 0) throw new Error(`${tool} failed: ${error ?? stderr}`);
  return true;
}

/** Takes the exported classes out of the glue, and then what the glue no longer asks for out of the program. */
function dropUncalled(glue, program) {
  const js = readFileSync(glue, "utf8")
    .replace(/^if \(Symbol\.dispose\).*$/gm, "")
    .replace(/new FinalizationRegistry/g, "/* @__PURE__ */ new FinalizationRegistry");
  const [whole, entry, graph] = ["whole.mjs", "entry.mjs", "graph.json"].map((name) => join(staging, name));
  try {
    writeFileSync(whole, js);
    writeFileSync(entry, 'export { default } from "./whole.mjs";');
    if (!run("esbuild", [entry, "--bundle", "--format=esm", "--target=es2022", "--allow-overwrite", `--outfile=${glue}`, "--log-level=warning"])) return;
    const called = new Set(Array.from(readFileSync(glue, "utf8").matchAll(/\bwasm\d*\.([A-Za-z_]\w*)/g), ([, name]) => name));
    writeFileSync(graph, JSON.stringify(Array.from(called, (name) => ({ name, export: name, root: true }))));
    run("wasm-metadce", [program, ...features, "--graph-file", graph, "-o", program])
      && run("wasm-opt", [program, "-Oz", "--one-caller-inline-max-function-size=10", ...features, "-o", program]);
  } finally {
    for (const file of [whole, entry, graph]) rmSync(file, { force: true });
  }
}

try {
  finishPage(join(staging, "index.html"));
  if (profile === "release") {
    const named = (end) => readdirSync(staging).filter((name) => name.endsWith(end)).map((name) => join(staging, name));
    const glue = named(".js").find((name) => readFileSync(name, "utf8").includes("__wbg_init"));
    const [program] = named(".wasm");
    if (glue && program) dropUncalled(glue, program);
    shrink(readdirSync(staging).filter((name) => /\.(js|css)$/.test(name)).map((name) => join(staging, name)));
  }
} catch (error) {
  console.error(`The release could not be finished. ${error.message}`);
  process.exitCode = 1;
}
