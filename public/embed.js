// <sidebyline-view>: a view of Sidebyline inside another page. It is a frame that takes the height of what is in it.
//
//   <script async src="https://SITE/embed.js"></script>
//   <sidebyline-view view="view=compare&amp;source=a,b" height="600" style="display:block;min-height:600px">
//     What is shown until the view is there, and where it can't come.
//   </sidebyline-view>
//
// Attributes, the property `view`, the event `view-change` and the messages are told in docs/embedding.md.
{
  const script = document.currentScript;
  const home = script instanceof HTMLScriptElement ? new URL("./", script.src).href : "";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  class SidebylineView extends HTMLElement {
    static observedAttributes = ["src", "view", "theme", "height", "max-height", "title"];

    #frame = document.createElement("iframe");
    #fallback = document.createElement("slot");
    #ready = false; // whether the frame has said anything
    #view = ""; // what it shows; what it was asked to show, as long as it hasn't said so
    #said = false; // whether it has said so
    #height = 0; // how high its content is
    #width = 0; // how wide this was when its height was last changed

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).append(this.#fallback, this.#frame);
      this.#frame.loading = "lazy";
      this.#frame.style.cssText = "position: absolute; inset: 0; width: 100%; height: 100%; border: 0; visibility: hidden";
    }

    connectedCallback() {
      Object.assign(this.style, { display: "block", position: "relative", minHeight: "0", overflow: "auto" });
      addEventListener("message", this);
      addEventListener("scroll", this, { capture: true, passive: true });
      dark.addEventListener("change", this);
      this.#load(this.getAttribute("view"));
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      removeEventListener("scroll", this, { capture: true });
      dark.removeEventListener("change", this);
    }

    /** @param {string} name @param {string | null} _ @param {string | null} value */
    attributeChangedCallback(name, _, value) {
      if (!this.isConnected) return;
      if (name === "src") this.#load(this.getAttribute("view"));
      else if (name === "view") this.view = value ?? "";
      else if (name === "theme") this.#light();
      else if (name === "title") this.#frame.title = this.#name;
      else this.#fit(true);
    }

    /** The view that is shown: the query of its address, with the `#` and the id that it points to, if any. */
    get view() {
      return this.#view;
    }

    set view(view) {
      if (this.#ready) this.#send({ view });
      else if (this.isConnected) this.#load(view);
      else this.setAttribute("view", view);
    }

    get #name() {
      return this.getAttribute("title") || "Sidebyline";
    }

    /** Light or dark, as asked for; by itself, as the page round it: light letters are on dark paper. */
    get #theme() {
      const asked = this.getAttribute("theme");
      if (asked === "light" || asked === "dark") return asked;
      const [red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(this).color)?.slice(1).map(Number) ?? [];
      return red === undefined ? "auto" : red + green + blue > 382 ? "dark" : "light";
    }

    /** Loads the frame. The view may also stand in `src`. @param {string | null} view */
    #load(view) {
      const src = this.getAttribute("src") || home;
      if (!src) return; // a module doesn't know where it comes from
      const url = new URL(src, document.baseURI);
      if (!/^https?:$/.test(url.protocol)) return;
      this.#view = (view ?? url.search + url.hash).replace(/^\?/, "");
      const [query, target = ""] = this.#view.split("#");
      const theme = this.#theme;
      url.search = [query, "embed=1", theme === "auto" ? "" : `theme=${theme}`].filter(Boolean).join("&");
      url.hash = target;
      this.#ready = this.#said = false;
      this.#height = 0;
      this.#frame.title = this.#name;
      this.#frame.style.colorScheme = theme === "auto" ? "light dark" : theme;
      this.#frame.src = url.href;
      this.#fit(true);
    }

    /** Tells the frame how it is lit. */
    #light() {
      const theme = this.#theme;
      this.#frame.style.colorScheme = theme === "auto" ? "light dark" : theme;
      if (this.#ready) this.#send({ theme });
      else this.#load(this.#view);
    }

    /** @param {{ view?: string, theme?: string }} message */
    #send(message) {
      this.#frame.contentWindow?.postMessage({ sidebyline: 1, ...message }, new URL(this.#frame.src).origin);
    }

    /**
     * Takes the height of what is in the frame, unless that would move what the reader sees: while the lower edge is in
     * sight or above it, the frame scrolls inside instead. A view that points to one item keeps its height for the same
     * reason: the item is in sight.
     * @param {boolean} now
     */
    #fit(now) {
      const reserved = Number(this.getAttribute("height")) || 600;
      const most = Number(this.getAttribute("max-height")) || Infinity;
      const height = `${this.#view.includes("#") ? reserved : Math.min(this.#height || reserved, most)}px`;
      if (this.style.height === height) return;
      const { bottom, width } = this.getBoundingClientRect();
      if (!now && bottom < innerHeight && width === this.#width) return;
      this.style.height = height;
      this.#width = width;
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "scroll") return this.#fit(false);
      if (event.type === "change") return this.#light();
      const { source, data } = /** @type {MessageEvent} */ (event);
      if (source !== this.#frame.contentWindow || data?.sidebyline !== 1) return;
      if (!this.#ready) {
        this.#ready = true;
        this.#fallback.remove();
        this.#frame.style.visibility = "";
        this.style.overflow = "hidden";
      }
      if (typeof data.view === "string") {
        const isOther = this.#said && data.view !== this.#view;
        this.#view = data.view;
        this.#said = true;
        if (isOther) this.dispatchEvent(new CustomEvent("view-change", { detail: data.view, bubbles: true }));
      }
      if (Number.isFinite(data.height)) {
        this.#height = Math.round(data.height);
        this.#fit(data.pressed === true);
      }
    }
  }

  if (!customElements.get("sidebyline-view")) customElements.define("sidebyline-view", SidebylineView);
}
