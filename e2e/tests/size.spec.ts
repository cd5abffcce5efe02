// What a reader's browser fetches to show the page, on the wire: one real load, each request once, compressed by
// brotli. The report goes to test-results/size.txt, which `cargo xtask size` prints.
import { mkdirSync, writeFileSync } from "node:fs";

import { expect, test } from "../harness/fixtures";

// 1 KB is 1,000 bytes.
const budgets = {
  code: { limit: 150_000, aim: 116_000, types: ["wasm", "js", "css"] },
  content: { limit: 90_000, aim: 90_000, types: ["html", "json", "sidebyline"] },
};

test("the first load stays within its budgets", async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const urls = new Map<string, string>();
  const fetched: { url: string; wire: number }[] = [];
  session.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url?.startsWith("http")) fetched.push({ url, wire: encodedDataLength });
  });

  await page.goto("./");
  await page.waitForLoadState("networkidle");
  const first = fetched.length;
  // What comes with the other pages is told, and belongs to no first view.
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("group", { name: "Which events" })).toBeVisible();
  await page.waitForLoadState("networkidle");

  const measured = await Promise.all(fetched.map(async ({ url, wire }) => {
    const length = async (encoding: string) => {
      const answer = await context.request.get(url, { headers: { "accept-encoding": encoding } });
      return Number(answer.headers()["content-length"]);
    };
    const name = decodeURIComponent(new URL(url).pathname.split("/").pop() || "index.html");
    return { name, kind: name.split(".").pop() ?? "", wire, raw: await length("identity"), brotli: await length("br") };
  }));
  const [files, later] = [measured.slice(0, first), measured.slice(first)];
  for (const { name, wire, brotli } of measured) {
    // Chromium counts a response's headers with its body. The budgets are for bodies.
    expect(wire, `${name} came compressed`).toBeGreaterThanOrEqual(brotli);
    expect(wire, `${name} came compressed`).toBeLessThan(brotli + 1_000);
  }
  files.sort((a, b) => b.brotli - a.brotli);

  const number = (bytes: number) => bytes.toLocaleString("en-GB").padStart(9);
  const lines = [`${"file".padEnd(48)}${"raw".padStart(9)}${"brotli".padStart(9)}`];
  for (const file of files) lines.push(`${file.name.padEnd(48)}${number(file.raw)}${number(file.brotli)}`);
  const totals = Object.entries(budgets).map(([name, { limit, aim, types }]) => {
    const counted = files.filter((file) => types.includes(file.kind));
    const total = counted.reduce((sum, file) => sum + file.brotli, 0);
    const raw = counted.reduce((sum, file) => sum + file.raw, 0);
    const verdict = total > limit ? "OVER BUDGET" : total > aim ? `over the aim of ${aim / 1000} KB` : "within budget";
    lines.push(`${`${name} (${types.join(", ")})`.padEnd(48)}${number(raw)}${number(total)}  of ${limit / 1000} KB: ${verdict}`);
    return { name, total, limit };
  });
  const sum = (of: "raw" | "brotli") => number(later.reduce((sum, file) => sum + file[of], 0));
  lines.push(`${"later, with the page Compare".padEnd(48)}${sum("raw")}${sum("brotli")}`);
  mkdirSync("test-results", { recursive: true });
  writeFileSync("test-results/size.txt", lines.map((line) => `   ${line}\n`).join(""));

  expect(files.map((file) => file.kind)).toEqual(expect.arrayContaining(["wasm", "js", "html"]));
  for (const { name, total, limit } of totals) {
    expect.soft(total, `${name}, in bytes of brotli`).toBeLessThanOrEqual(limit);
  }
});
