// <sidebyline-view>: a view of Sidebyline in another page, in a frame that is as high as its content.
//
//   <script async src="https://SITE/embed.js"></script>
//   <sidebyline-view view="view=compare&amp;source=a,b" height="600" style="display:block;min-height:600px">
//     What is shown until the view is there, and where it can't come.
//   </sidebyline-view>
//
// docs/embedding.md has the attributes, the property `view`, the event `view-change` and the messages.
{
  const script = document.currentScript;
  const home = script instanceof HTMLScriptElement ? new URL("./", script.src).href : "";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  class SidebylineView extends HTMLElement {
    static observedAttributes = ["src", "view", "theme", "height", "max-height", "title"];

    #frame = document.createElement("iframe");
    #fallback = document.createElement("slot");
    #ready = false; // whether the frame has said anything
    #view = ""; // what it shows, or is to show
    #said = false; // whether it has said what it shows
    #height = 0; // how high its content is
    #turned = -1000; // when the window last had another width
    #width = innerWidth;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).append(this.#fallback, this.#frame);
      this.#frame.loading = "lazy";
      this.#frame.style.cssText = "position: absolute; inset: 0; width: 100%; height: 100%; border: 0; visibility: hidden";
    }

    connectedCallback() {
      Object.assign(this.style, { display: "block", position: "relative", minHeight: "0", overflow: "auto" });
      addEventListener("message", this);
      addEventListener("resize", this);
      addEventListener("scroll", this, { capture: true, passive: true });
      dark.addEventListener("change", this);
      this.#load(this.getAttribute("view"));
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      removeEventListener("resize", this);
      removeEventListener("scroll", this, { capture: true });
      dark.removeEventListener("change", this);
    }

    /** @param {string} name @param {string | null} _ @param {string | null} value */
    attributeChangedCallback(name, _, value) {
      if (!this.isConnected) return;
      if (name === "src") this.#load(this.getAttribute("view"));
      else if (name === "view") this.view = value ?? "";
      else if (name === "theme") this.#relight();
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

    /** Lights the frame as asked for, or as the page round it: light letters are on dark paper. */
    #light() {
      let theme = this.getAttribute("theme") ?? "auto";
      const ink = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(this).color);
      if (theme === "auto" && ink) theme = Number(ink[1]) + Number(ink[2]) + Number(ink[3]) > 382 ? "dark" : "light";
      this.#frame.style.colorScheme = theme === "auto" ? "light dark" : theme;
      return theme;
    }

    /** Loads the frame. The view may also stand in `src`. @param {string | null} view */
    #load(view) {
      const src = this.getAttribute("src") || home;
      if (!src) return;
      const url = new URL(src, document.baseURI);
      if (!/^https?:$/.test(url.protocol)) return;
      this.#view = (view ?? url.search + url.hash).replace(/^\?/, "");
      const [query, target = ""] = this.#view.split("#");
      Object.assign(url, { search: query, hash: target });
      url.searchParams.set("embed", "1");
      url.searchParams.set("theme", this.#light());
      this.#ready = this.#said = false;
      this.#height = 0;
      this.#frame.title = this.#name;
      this.#frame.src = url.href;
      this.#fit(true);
    }

    #relight() {
      const theme = this.#light();
      if (this.#ready) this.#send({ theme });
      else this.#load(this.#view);
    }

    /** @param {{ view?: string, theme?: string }} message */
    #send(message) {
      this.#frame.contentWindow?.postMessage({ sidebyline: 1, ...message }, new URL(this.#frame.src).origin);
    }

    /**
     * Takes the height of the content, unless that moves what the reader sees: while the lower edge isn't below the
     * window, the frame scrolls inside instead. So it does where the view points to an item, which then is in sight.
     * @param {boolean} now
     */
    #fit(now) {
      const reserved = Number(this.getAttribute("height")) || 600;
      const limit = this.getAttribute("max-height");
      const most = limit === "none" ? Infinity : Number(limit) || 800; // nobody scrolls past a hundred events to read on
      const height = `${this.#view.includes("#") ? reserved : Math.min(this.#height || reserved, most)}px`;
      if (this.style.height === height) return;
      if (now || this.getBoundingClientRect().bottom >= innerHeight) this.style.height = height;
    }

    /** @param {Event} event */
    handleEvent(event) {
      // A telephone's address bar that comes and goes changes the height alone.
      if (event.type === "resize" && this.#width !== (this.#width = innerWidth)) this.#turned = event.timeStamp;
      if (event.type === "scroll") return this.#fit(false);
      if (event.type === "change") return this.#relight();
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
        this.#fit(data.pressed === true || event.timeStamp - this.#turned < 1000);
      }
    }
  }

  if (!customElements.get("sidebyline-view")) customElements.define("sidebyline-view", SidebylineView);
}
