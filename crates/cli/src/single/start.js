// Starts the program of a page that is one file. It does what boot.js does on a site; what the program asks for stands in
// the page itself, since a page that is opened from a disk may fetch nothing. `START` is put in front of this.
const root = document.documentElement;

// A stored theme holds from the start; storage may be out of reach.
try {
  const theme = localStorage.getItem("sidebyline-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {}

const home = new URL(".", document.baseURI).href;

/** The file of this name, which the page carries; null if it carries none. */
function carried(name) {
  const element = Array.from(document.querySelectorAll("script[data-file]")).find(({ dataset }) => dataset.file === name);
  return element && Uint8Array.from(atob(element.textContent), (byte) => byte.charCodeAt(0));
}

// The program fetches as it does on a site, and gets what the page carries. Nothing is ever asked of anybody.
globalThis.fetch = async (asked) => {
  const { href } = new URL(asked.url ?? asked, home);
  if (!href.startsWith(home)) throw new TypeError(`${href} is not in this file`);
  const name = decodeURIComponent(href.slice(home.length).replace(/[?#].*$/, ""));
  const bytes = carried(name);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/json";
  return bytes ? new Response(bytes, { headers: { "Content-Type": type } }) : new Response(null, { status: 404 });
};

try {
  await start({ module_or_path: fetch(PROGRAM) });
  root.dataset.program = "running";
} catch (error) {
  root.dataset.program = "failed";
  const failure = document.getElementById("boot-failure");
  if (failure) {
    failure.textContent = "Sidebyline could not start. It needs a browser with WebAssembly.";
    failure.hidden = false;
  }
  throw error;
}
