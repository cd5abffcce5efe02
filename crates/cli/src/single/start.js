// Gives the program of a page that is one file what it would fetch on a site: it stands in the page itself, since a page that
// is opened from a disk may fetch nothing. `start`, which is put in front of this, is what starts the program; boot.js does.
const home = new URL(".", document.baseURI).href;

/** The file of this name, which the page carries; nothing if it carries none. */
function file(name) {
  const element = Array.from(document.querySelectorAll("script[data-file]")).find(({ dataset }) => dataset.file === name);
  return element && Uint8Array.from(atob(element.textContent), (byte) => byte.charCodeAt(0));
}

// The program fetches as it does on a site, and gets what the page carries. Nothing is ever asked of anybody.
globalThis.fetch = async (asked) => {
  const { href } = new URL(asked.url ?? asked, home);
  if (!href.startsWith(home)) throw new TypeError(`${href} is not in this file`);
  const name = decodeURIComponent(href.slice(home.length).replace(/[?#].*$/, ""));
  const bytes = file(name);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/json";
  return bytes ? new Response(bytes, { headers: { "Content-Type": type } }) : new Response(null, { status: 404 });
};

globalThis.carried = () => start({ module_or_path: fetch(PROGRAM) });
