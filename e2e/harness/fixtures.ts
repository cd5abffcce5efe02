// What every browser test starts from: `import { expect, test } from "../harness/fixtures"`.
//
// The address of the page is the base of `page.goto("./?view=…")`. A test fails when the page writes a warning or an error
// to the console, throws, fails to load something, or asks any other host for anything; a test that provokes
// such a thing on purpose names it with `faults.allow(/pattern/)`.
import { expect, test as base, type BrowserContext } from "@playwright/test";

/** What went wrong on the pages of one test. */
export class Faults {
  #found: string[] = [];
  #allowed: RegExp[] = [];

  /** Lets pass what matches. */
  allow(pattern: RegExp) {
    this.#allowed.push(pattern);
  }

  /** What was found so far and is not allowed. */
  list(): string[] {
    return this.#found.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }

  /** Listens to all pages of a browser context, and to the frames in them. */
  watch(context: BrowserContext, home: string) {
    const origin = new URL(home).origin;
    context.on("console", (message) => {
      if (["warning", "error", "assert"].includes(message.type())) {
        this.#found.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on("weberror", (error) => {
      this.#found.push(`uncaught: ${error.error().stack ?? error.error()}`);
    });
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== origin) {
        this.#found.push(`third party: ${request.url()}`);
      }
    });
    context.on("requestfailed", (request) => {
      // A page that is left takes along what it was still waiting for.
      if (request.failure()?.errorText === "net::ERR_ABORTED") return;
      this.#found.push(`failed: ${request.url()} (${request.failure()?.errorText})`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) {
        this.#found.push(`status ${response.status()}: ${response.url()}`);
      }
    });
  }
}

/** Where the page is served. */
export function pageAddress(): string {
  const address = process.env.SIDEBYLINE_PAGE;
  if (!address) throw new Error("The server of the browser tests did not say where it is.");
  return address;
}

export const test = base.extend<{ faults: Faults }>({
  baseURL: async ({}, use) => {
    await use(pageAddress());
  },
  faults: [
    async ({ context }, use) => {
      const faults = new Faults();
      faults.watch(context, pageAddress());
      await use(faults);
      expect(faults.list(), "the page ran without a fault").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
