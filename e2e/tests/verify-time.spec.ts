// How long it takes in this browser to find 100 passages in an article of 10,000 words. The time is printed and kept as an
// annotation; nothing is judged by it.
import { createHash } from "node:crypto";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { paste } from "./library";
import { open } from "./reader";

const syllables = "ba de ki lo mu ra se ti no pa ge vi".split(" ");
const common = "the of to a in and that for on with as by from at has".split(" ");

/** An invented article: sentences of common and uncommon words, the same every time. */
function article(words: number): string {
  let seed = 7;
  const roll = (sides: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * sides);
  };
  const word = () => (roll(5) < 2 ? common[roll(common.length)] : Array.from({ length: 2 + roll(3) }, () => syllables[roll(syllables.length)]).join(""));
  const sentences: string[] = [];
  for (let written = 0; written < words; ) {
    const count = 8 + roll(18);
    written += count;
    sentences.push(`${Array.from({ length: count }, word).join(" ")}.`);
  }
  return sentences.map((sentence, at) => sentence + (at % 4 === 3 ? "\n" : " ")).join("").trimEnd();
}

const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

test("100 passages in 10,000 words", async ({ page }) => {
  const text = article(10_000);
  const sentences = text.split(/(?<=\.)\s/);
  const chosen = Array.from({ length: 100 }, (_, at) => sentences[Math.floor((at * sentences.length) / 100)] ?? "");
  const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const quote = (words: string, at: number) => ({
    id: `q${at}`, source: "s", kind: "direct", speakers: [], cue: "say", content: words, passages: [{ ...place(words), exact: words }],
  });
  const report = (words: string, at: number) => {
    const parts = words.split(" ");
    const edges = { head: parts[0], tail: parts.at(-1), digest: digest(words) };
    return { id: `m${at}`, source: "s", paraphrase: "It is so.", status: "occurred", basis: "own", passages: [{ ...place(words), ...edges }] };
  };
  const dataset = {
    format: "sidebyline/1", id: "long", version: "1", title: "A long article", description: "", language: "en",
    updated: "2031-05-12", license: "CC0-1.0", method: "",
    sources: [{
      id: "s", label: "S", title: "A long article", published: "2031-05-01", published_basis: "", language: "en",
      digest: { raw: digest(text), canonical: digest(text) }, length: text.length, coded: "full",
    }],
    events: [{ id: "e", title: "It is so", when: "2031-05-01", mentions: chosen.filter((_, at) => at % 2).map(report) }],
    quotes: chosen.filter((_, at) => at % 2 === 0).map(quote),
  };
  await serveData(page, { body: JSON.stringify(dataset) });
  await open(page, "?view=source&article=s");
  let edits = 0;
  const copies: [string, string][] = [
    ["the article in another spelling", text.replaceAll("\n", "\r\n\r\n").replaceAll(" the ", "\u00a0the ")],
    ["every third sentence edited", sentences.map((sentence) => (edits++ % 3 ? sentence : sentence.replace(/ \w+ \w+\.$/, " on Monday."))).join(" ")],
    ["another text", article(20_000).slice(text.length)],
  ];
  for (const [name, copy] of copies) {
    // Several times, since other work on the machine only ever makes it slower.
    const took: number[] = [];
    let summary = "";
    for (let run = 0; run < 5; run += 1) {
      await paste(page, copy);
      await expect(page.locator(".verify__summary")).toHaveText(/of 100 passages/, { timeout: 60_000 });
      took.push(await page.evaluate(() => performance.getEntriesByName("anchoring").at(-1)?.duration ?? Number.NaN));
      summary = (await page.locator(".verify__summary").textContent()) ?? "";
      await page.getByRole("button", { name: "Forget this text" }).click();
    }
    const said = `${name}: ${Math.min(...took).toFixed(0)} ms at best of ${took.length}; ${summary}`;
    test.info().annotations.push({ type: "anchoring", description: said });
    console.log(said);
  }
});
