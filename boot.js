// Starts the program. It does what Trunk's inline loader would do, from a file of its own, so that the page
// passes a content policy without inline scripts. Trunk names both files in the head, with their hashes.
// A page that is one file (crates/cli/src/single.rs) carries its program and its data, and has `carried` to start them.
// `<html data-program="running|failed">` tells styles and tests how it went.
const root = document.documentElement;
const find = (id) => document.getElementById(id);
const meta = (name) => document.head.querySelector(`meta[name="${name}"]`).content;

// Inside another page there is somebody to talk to. Without that, the page works all the same.
if (window.parent !== window && !globalThis.carried) import(new URL(meta("frame"), document.baseURI)).catch(() => {});

// The data is asked for at once, rather than when the program has started; src/loader.rs asks for the same file. An address is
// not: whether it may be asked for is for the program to decide. Nor can a reader's own file be had again.
const asked = new URLSearchParams(location.search).get("data") ?? "";
if (!globalThis.carried && !/^(https?:|_local$)/i.test(asked.trim())) {
  const named = /^[a-z0-9][a-z0-9_-]*$/.test(asked);
  const packed = !named && document.head.querySelector('meta[name="packed"]')?.content;
  const href = packed || `data/${named ? asked : meta("dataset")}.json`;
  const early = { rel: "preload", as: "fetch", crossOrigin: "", href };
  document.head.append(Object.assign(document.createElement("link"), early));
}

const link = (selector) => document.head.querySelector(selector).href;

// What is prerendered gives way to the program's page as soon as that is there, before it is painted. What the reader has
// opened stays open, what has the focus keeps it, and what she reads stays where it is.
const substance = find("_substance");
const takeOver = () => {
  const own = document.querySelector("body > .page");
  if (!own) {
    // The data can't be shown: what is there already can still be read, below the message, unless other data were asked for.
    const problem = document.querySelector("body > .problem");
    if (problem && asked) substance.remove();
    else if (problem && problem.nextSibling !== substance) {
      delete root.dataset.asked;
      problem.after(substance);
      // A page has one main part, and that is the message.
      const main = substance.querySelector("main");
      const part = document.createElement("div");
      Object.assign(part, { className: main.className, role: "region", ariaLabel: meta("description") });
      part.append(...main.childNodes);
      main.replaceWith(part);
    }
    return;
  }
  watch.disconnect();
  const focused = substance.contains(document.activeElement) && document.activeElement;
  const opened = [...substance.querySelectorAll("[open] > summary")];
  const at = (part) => document.elementFromPoint(innerWidth / 2, innerHeight * part)?.closest("#_substance [id]");
  const read = scrolled ? at(0.1) ?? at(0.3) ?? at(0.5) : null;
  const top = read?.getBoundingClientRect().top;
  substance.remove();
  // The same thing in the program's page: what can be pressed, by its words, in the item that it belongs to.
  const twin = (pressed) => {
    const { id } = pressed.closest("[id]");
    const place = id === substance.id ? document.body : find(id);
    const { textContent } = pressed.querySelector(".event__toggle") ?? pressed;
    return [...place?.querySelectorAll("a, button, summary") ?? []].find((one) => one.textContent === textContent) ?? place;
  };
  for (const summary of opened) {
    const same = twin(summary);
    if (same?.ariaExpanded === "false" || same?.parentNode.open === false) same.click();
  }
  // Once all that the program does in this frame is done, and before it is painted.
  new ResizeObserver((_, once) => {
    once.disconnect();
    if (read && find(read.id)) scrollBy(0, find(read.id).getBoundingClientRect().top - top);
    if (focused) twin(focused)?.focus({ preventScroll: true });
  }).observe(own);
};
const watch = new MutationObserver(takeOver);
// Where the reader is on the page is asked of it only if she has moved: with both pages in the document, the answer has the
// browser lay out both.
let scrolled = scrollY > 0;
addEventListener("scroll", () => { scrolled = true; }, { once: true });
if (substance) watch.observe(document.body, { childList: true });

try {
  // An older browser keeps what is prerendered.
  if (!CSS.supports("color", "light-dark(red, red)")) throw new Error("This browser is too old.");
  if (globalThis.carried) await carried();
  else {
    const { default: start } = await import(link('link[rel="modulepreload"]'));
    await start({ module_or_path: link('link[rel="preload"][type="application/wasm"]') });
  }
  root.dataset.program = "running";
} catch (error) {
  root.dataset.program = "failed";
  if (!asked) delete root.dataset.asked;
  find("boot-failure").hidden = false;
  throw error;
}
