// What a framed page and its host tell each other. boot.js brings it where there is a host; it works before the program
// does, and without it. docs/embedding.md has the messages. The program and this script meet at attributes of the root:
// `data-view` is the view that is shown, `data-wanted` the one that the host asks for.
const root = document.documentElement;
const host = window.parent;
const query = new URLSearchParams(location.search);
const child = query.get("childId"); // what Pym's host calls this frame
const name = location.search.slice(1) || location.pathname; // older hosts of Datawrapper's look for it in the frame's address
let theme = query.get("theme");
let told = 0;

/** @param {unknown} message */
const send = (message) => host.postMessage(message, "*");

/** Tells the height of the content, which depends on the frame's width and never on its height. @param {boolean} [anew] */
function tellHeight(anew) {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // Less than two pixels may come from rounding, and could go to and fro for ever.
  if (!anew && Math.abs(height - told) < 2) return;
  told = height;
  if (height === 0) return; // It isn't shown; its height will be another when it is.
  send({ sidebyline: 1, height, pressed: navigator.userActivation?.hasBeenActive === true });
  if (child) send(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
  send({ "datawrapper-height": { [name]: height } });
}

new ResizeObserver(() => tellHeight()).observe(document.body);
document.addEventListener("visibilitychange", () => tellHeight(true));
// A frame that is out of sight isn't laid out, and nothing observes its size. What changes in it is measured all the same.
let isWaiting = false;
const soon = () => {
  if (!isWaiting) setTimeout(() => tellHeight((isWaiting = false)), 50);
  isWaiting = true;
};
new MutationObserver(soon).observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
addEventListener("load", soon);
document.addEventListener("load", soon, true); // styles that come later

const tellView = () => send({ sidebyline: 1, view: root.dataset.view });
new MutationObserver(tellView).observe(root, { attributeFilter: ["data-view"] });
if (root.dataset.view !== undefined) tellView(); // the program was faster

addEventListener("message", ({ source, data }) => {
  if (source !== host) return;
  if (child && String(data).startsWith(`pymxPYMx${child}xPYMxwidthxPYMx`)) return tellHeight(true);
  if (data?.sidebyline !== 1) return;
  const [asked, lit] = [data.view, data.theme].map((value) => (typeof value === "string" ? value : undefined));
  if (lit !== undefined) theme = lit;
  if (asked !== undefined || lit !== undefined) show(asked ?? root.dataset.view ?? location.search + location.hash);
  else tellHeight(true);
});

// Who comes into the frame by the keyboard goes on from what the view points to, rather than from the first link.
addEventListener("focusin", ({ target }) => {
  const item = document.getElementById((root.dataset.view ?? "").split("#")[1] ?? "");
  if (item && target instanceof Element && target.matches(".skip-link")) item.focus({ preventScroll: true });
}, { once: true });

/** Goes to a view, and stays as embedded and lit as it is. @param {string} view */
function show(view) {
  const [asked, target] = view.split("#", 2);
  const wanted = new URLSearchParams(asked);
  const [data, embed] = [query.get("data"), query.get("embed")];
  if (data && !wanted.has("data")) wanted.set("data", data);
  if (embed) wanted.set("embed", embed);
  wanted.delete("theme");
  if (theme === "light" || theme === "dark") wanted.set("theme", theme);
  const address = target ? `${wanted}#${target}` : `${wanted}`;
  // Another dataset has to be loaded, and so has everything where there is no program to hear.
  if ((wanted.get("data") ?? "") !== (data ?? "") || root.dataset.program !== "running") return location.replace(`?${address}`);
  root.dataset.wanted = address;
  dispatchEvent(new Event("sidebyline-asked"));
}

// A link leads out of the frame, or changes its address without a step in the host's history. The program follows its
// own links before this hears of them.
addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || !link.href || event.defaultPrevented) return;
  const [page, target] = link.href.split("#", 2);
  if (target !== undefined && page === location.href.split("#", 1)[0]) {
    event.preventDefault();
    return location.replace(link.href);
  }
  link.target = "_blank";
  link.relList.add("noopener");
  // A sandbox may forbid it, and doesn't say so. Where nothing has opened the address is shown, to be taken along.
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (plain) setTimeout(() => document.hasFocus() && !document.hidden && showAddress(link), 400);
});

/** Shows where a link leads, selected, until the reader turns to something else. @param {HTMLAnchorElement} link */
function showAddress(link) {
  const field = Object.assign(document.createElement("input"), { readOnly: true, value: link.href, className: "address" });
  field.setAttribute("aria-label", link.textContent.trim());
  link.after(field);
  field.focus();
  field.select();
  field.onblur = () => field.remove();
}

export {}; // a module, which shares no names with other scripts
