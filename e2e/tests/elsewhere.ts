// Other servers: one that offers datasets at another origin, and one that serves the page itself in its own way.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

import { type Page } from "@playwright/test";

import { expect, pageAddress, test as base } from "../harness/fixtures";
import { contentPolicy } from "../harness/policy.mjs";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A small invented dataset, as it lies on a server. */
export const harbourFile = readFileSync(fileURLToPath(new URL("../../tests/fixtures/harbour.json", import.meta.url)), "utf8");

/** A server at an origin of its own. */
export class Site {
  #server!: Server;
  origin = "";
  /** What was asked of it. */
  asked: string[] = [];
  /** What it answers, by path; all else is passed on to the server of the page, if it stands before that. */
  answers: Record<string, Answer> = {};
  /** What the content policy of what is passed on lets the page ask. */
  connect = "'self'";

  async open(before: boolean): Promise<this> {
    const home = new URL(pageAddress()).origin;
    this.#server = createServer(async (request, response) => {
      const path = request.url ?? "/";
      this.asked.push(path);
      const answer = this.answers[path.split("?")[0] ?? ""];
      if (answer) return answer(response, request);
      if (!before) return void response.writeHead(404, { "Access-Control-Allow-Origin": "*" }).end();
      const from = await fetch(home + path, { headers: { "accept-encoding": "identity" } });
      const type = from.headers.get("content-type") ?? "text/plain";
      const policy = (text: string) => text.replace("connect-src 'self'", `connect-src ${this.connect}`);
      response.writeHead(from.status, { "Content-Type": type, "Content-Security-Policy": policy(contentPolicy) });
      // A released page states the policy itself, too.
      response.end(type.startsWith("text/html") ? policy(await from.text()) : Buffer.from(await from.arrayBuffer()));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Sends this body; readable by any page. */
export function send(body: string, headers: Record<string, string> = {}, status = 200): Answer {
  return (response) => response.writeHead(status, { "Access-Control-Allow-Origin": "*", "Content-Type": "application/json", ...headers }).end(body);
}

interface Sites {
  /** Another site, at an origin of its own. */
  other: Site;
  /** The site of the page, on a server that can be told to answer in another way. */
  host: Site;
}

export const test = base.extend<Sites>({
  other: async ({ faults }, use) => {
    const site = await new Site().open(false);
    faults.allow(new RegExp(`^third party: ${site.origin}`));
    await use(site);
    site.close();
  },
  host: async ({ faults }, use) => {
    const site = await new Site().open(true);
    faults.allow(new RegExp(`^third party: ${site.origin}`));
    await use(site);
    site.close();
  },
});

/** The path of the page on its server. */
export const path = () => new URL(pageAddress()).pathname;

/** Lets `host` show the data of these origins, by its settings and by its policy. */
export function allow(host: Site, ...origins: string[]) {
  host.answers[`${path()}config.json`] = send(JSON.stringify({ datasets: { origins } }));
  host.connect = ["'self'", ...origins].join(" ");
}

/** Opens the page of `host` with the data at `address`. */
export function ask(page: Page, host: Site, address: string, more = "") {
  return page.goto(`${host.origin}${path()}?data=${encodeURIComponent(address)}${more}`);
}

/** Expects a page that says what went wrong, in these words. */
export async function expectProblem(page: Page, what: string, ...says: (string | RegExp)[]) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(what, { timeout: 30_000 }); // 300 MB may have to come before
  for (const words of says) await expect(page.getByRole("main")).toContainText(words);
  await expect(page.locator("#_skeleton")).toBeHidden();
  await expect(page.locator("article.event")).toHaveCount(0);
}

export { expect };
