// Makes the released program small, and takes it apart where it was built with the feature `split`: what the first view
// needs, and what only later pages need (src/components/later.rs).
//
// - wasm-split-cli takes apart what the compiler linked, guided by its relocations; the glue is then written anew for
//   the first part, and loads the others.
// - The program and its glue call each other by short names, see names.mjs.
// - What the page never calls is taken out: Leptos brings classes for streaming to servers, which wasm-bindgen exports,
//   and which no optimizer may remove for that.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { shortenNames } from "./names.mjs";

// What Rust's compiler uses of WebAssembly, so that nothing else gets in.
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"]
  .map((name) => `--enable-${name}`);
// Functions that are called alike stand side by side, as they are alike: that takes a kilobyte off what is compressed. Flattened and looped anew, the code has a form in which more of it repeats. Functions that are called from one place stay apart: they compress better so. A second pass finds what the first has left.
export const smallest = ["--reorder-functions-by-name", "--flatten", "--rereloop", "-Oz", "-Oz", "--one-caller-inline-max-function-size=10", ...features, "--strip-producers", "--strip-target-features"];
const placeholder = "__wasm_split_placeholder__";
/** How the tool fetches a part. */
const fetching = /\(\) => \{\s*const src = fetch\(new URL\(("[^"]+"), import\.meta\.url\)\);\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);\s*\}/g;
/** The same, once for all parts. Some hosts serve WebAssembly as another type, which a streaming start refuses. */
const fetched = `
function fetching(part) {
  return () => {
    const src = fetch(new URL(part, import.meta.url));
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiate(await (await src).arrayBuffer(), imports);
  };
}`;

/** Runs a tool; whether it is there. */
export function run(tool, args) {
  const { error, status, stderr } = spawnSync(tool, args, { encoding: "utf8", shell: process.platform === "win32" });
  if (error?.code === "ENOENT") return false;
  if (error || status !== 0) throw new Error(`${tool} failed: ${error ?? stderr}`);
  return true;
}

/** Runs a tool that there is no doing without. */
export function need(tool, args) {
  if (!run(tool, args)) throw new Error(`${tool} is not on PATH. \`cargo xtask build\` puts it there.`);
}

/**
 * Makes `program` and its `glue` as small as they get. `linked` is what the compiler linked, before wasm-bindgen.
 * Where the tools are not on PATH, a program in one part stays as it is.
 */
export function shrinkProgram({ glue, program, linked, staging }) {
  const aside = mkdtempSync(join(staging, "program-"));
  try {
    const later = readFileSync(glue, "utf8").includes(placeholder) ? split({ glue, program, linked, aside }) : [];
    const asked = later.flatMap(importsOf);
    if (dropUncalled({ glue, program, asked, aside })) run("wasm-opt", [program, ...smallest, "-o", program]);
    shortenNames({ glue, program });
    // One digest for all of them: they only fit together, and a name that repeats costs the glue next to nothing.
    const digest = createHash("sha256");
    for (const part of later) {
      need("wasm-opt", [part, ...smallest, "-o", part]);
      digest.update(readFileSync(part));
    }
    const name = `sidebyline-later-${digest.digest("hex").slice(0, 16)}`;
    later.forEach((part, at) => {
      writeFileSync(join(staging, `${name}-${at}.wasm`), readFileSync(part));
      replaceAll(glue, basename(part), `${name}-${at}.wasm`);
    });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Takes the linked program apart: puts the first part and its glue in place, and gives the others. */
function split({ glue, program, linked, aside }) {
  const name = basename(program).replace(/_bg\.wasm$/, "");
  need("wasm-split-cli", [linked, aside, "--out-name", name]);
  const out = join(aside, "glue");
  need("wasm-bindgen", [join(aside, `${name}.wasm`), "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", out]);
  writeFileSync(program, readFileSync(join(out, `${name}_bg.wasm`)));
  writeFileSync(glue, readFileSync(join(out, `${name}.js`)));
  const link = join(aside, "__wasm_split.js");
  const js = readFileSync(link, "utf8").replace(fetching, "fetching($1)");
  if (js.includes("instantiateStreaming")) throw new Error(`${link} fetches parts in a way that isn't known here`);
  writeFileSync(link, js + fetched);
  // The page says itself what doesn't come; a page that is left says nothing.
  replaceAll(link, "console.error(e);", "");
  return readdirSync(aside).filter((file) => file.endsWith(".wasm") && file !== `${name}.wasm`).map((file) => join(aside, file));
}

/** The names by which a part asks for what the first one has. */
const importsOf = (path) => WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(path))).map(({ name }) => name);

/** Takes the exported classes out of the glue, and then what the glue no longer asks for out of the program. */
function dropUncalled({ glue, program, asked, aside }) {
  const js = readFileSync(glue, "utf8")
    .replace(/^if \(Symbol\.dispose\).*$/gm, "")
    .replace(/new FinalizationRegistry/g, "/* @__PURE__ */ new FinalizationRegistry");
  const [whole, entry, graph] = [basename(glue), "entry.mjs", "graph.json"].map((name) => join(aside, name));
  writeFileSync(whole, js);
  writeFileSync(entry, `export { default } from "./${basename(glue)}";`);
  if (!run("esbuild", [entry, "--bundle", "--format=esm", "--target=es2022", "--allow-overwrite", `--outfile=${glue}`, "--log-level=warning"])) return false;
  const called = Array.from(readFileSync(glue, "utf8").matchAll(/\bwasm\d*\.([A-Za-z_]\w*)/g), ([, name]) => name);
  const roots = [...new Set([...called, ...asked])];
  writeFileSync(graph, JSON.stringify(roots.map((name) => ({ name, export: name, root: true }))));
  return run("wasm-metadce", [program, ...features, "--debuginfo", "--graph-file", graph, "-o", program]); // names are needed once more
}

function replaceAll(path, found, wanted) {
  const text = readFileSync(path, "utf8");
  if (!text.includes(found)) throw new Error(`${path} does not have ${found}`);
  writeFileSync(path, text.replaceAll(found, () => wanted));
}
