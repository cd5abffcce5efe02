// Starts the program. It does what Trunk's inline loader would do, from a file of its own, so that the page
// passes a content policy without inline scripts. Trunk names both files in the head, with their hashes.
// `<html data-program="running|failed">` tells styles and tests how it went.
const root = document.documentElement;

const query = new URLSearchParams(location.search);
const meta = (name) => document.head.querySelector(`meta[name="${name}"]`).content;

// The theme holds from the start and not only from the program's (src/theme.rs): the address's own, or what the reader
// has chosen on this site, which says nothing of other sites' pages. Storage may be out of reach.
const embed = query.get("embed") === "1";
const isTheme = (name) => name === "light" || name === "dark";
let theme = query.get("theme");
try {
  if (!embed && !isTheme(theme)) theme = localStorage.getItem("sidebyline-theme");
} catch {}
if (isTheme(theme)) root.dataset.theme = theme;
root.toggleAttribute("data-embed", embed);

// Inside another page there is somebody to talk to. Without that, the page works all the same.
if (window.parent !== window) {
  root.dataset.framed = "";
  import(new URL(meta("frame"), document.baseURI)).catch(() => {});
}

// The data is asked for at once, rather than when the program has started; src/loader.rs asks for the same file. An address is
// not: whether it may be asked for is for the program to decide. Nor can a reader's own file be had again.
const asked = query.get("data") ?? "";
if (!/^(https?:|_local$)/i.test(asked.trim())) {
  const dataset = /^[a-z0-9][a-z0-9_-]*$/.test(asked) ? asked : meta("dataset");
  const early = { rel: "preload", as: "fetch", type: "application/json", crossOrigin: "", href: `data/${dataset}.json` };
  document.head.append(Object.assign(document.createElement("link"), early));
}

const link = (selector) => document.head.querySelector(selector).href;

try {
  const { default: start } = await import(link('link[rel="modulepreload"]'));
  await start({ module_or_path: link('link[rel="preload"][type="application/wasm"]') });
  root.dataset.program = "running";
} catch (error) {
  root.dataset.program = "failed";
  document.getElementById("boot-failure")?.removeAttribute("hidden");
  throw error;
}
