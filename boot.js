// Starts the program. It does what Trunk's inline loader would do, from a file of its own, so that the page
// passes a content policy without inline scripts. Trunk names both files in the head, with their hashes.
// A page that is one file (crates/cli/src/single.rs) carries its program and its data, and has `carried` to start them.
// `<html data-program="running|failed">` tells styles and tests how it went.
const root = document.documentElement;

// A stored theme (src/theme.rs) holds from the start and not only from the program's; storage may be out of reach.
try {
  const theme = localStorage.getItem("sidebyline-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {}

// The data is asked for at once, rather than when the program has started; src/loader.rs asks for the same file. An address is
// not: whether it may be asked for is for the program to decide. Nor can a reader's own file be had again.
const asked = new URLSearchParams(location.search).get("data") ?? "";
if (!globalThis.carried && !/^(https?:|_local$)/i.test(asked.trim())) {
  const dataset = /^[a-z0-9][a-z0-9_-]*$/.test(asked) ? asked : document.head.querySelector('meta[name="dataset"]').content;
  const early = { rel: "preload", as: "fetch", type: "application/json", crossOrigin: "", href: `data/${dataset}.json` };
  document.head.append(Object.assign(document.createElement("link"), early));
}

const link = (selector) => document.head.querySelector(selector).href;

try {
  if (globalThis.carried) await carried();
  else {
    const { default: start } = await import(link('link[rel="modulepreload"]'));
    await start({ module_or_path: link('link[rel="preload"][type="application/wasm"]') });
  }
  root.dataset.program = "running";
} catch (error) {
  root.dataset.program = "failed";
  document.getElementById("boot-failure")?.removeAttribute("hidden");
  throw error;
}
