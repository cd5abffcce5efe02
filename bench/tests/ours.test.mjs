// The engine finds what the naive baseline finds: every step and every query of both corpora, each part of its result.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { CORPORA, filesOf } from "../corpora/files.mjs";
import { make } from "../corpora/make.mjs";
import { made } from "../places.mjs";
import * as ours from "../peers/ours.mjs";
import * as plainjs from "../peers/plainjs.mjs";
import { differing } from "../run/digest.mjs";
import { load, measure } from "../run/loop.mjs";
import { fileOf } from "../run/peer.mjs";

const SIZE = 10000;
const ONCE = { passes: 1, budget: Infinity };

/** What a peer finds in a corpus, by operation. */
async function found(/** @type {import("../run/peer.mjs").PeerModule} */ module, corpus, operations) {
  const peer = module.default(corpus);
  await peer.init?.((path) => readFile(made(path)));
  await load(peer, await readFile(filesOf(corpus, SIZE)[fileOf(module, corpus)]));
  const [filter, search] = [await measure(peer.filter, operations, ONCE), await measure(peer.search, operations, ONCE)];
  return { filter: filter?.digests ?? [], search: search?.digests ?? [] };
}

for (const corpus of CORPORA) {
  make(corpus, SIZE);
  const operations = JSON.parse(await readFile(filesOf(corpus, SIZE).operations, "utf8"));
  const expected = await found(plainjs, corpus, operations);
  const actual = await found(ours, corpus, operations);
  for (const operation of ["filter", "search"]) {
    operations.steps.forEach((step, i) => {
      const asked = operation === "search" ? { ...step, query: operations.queries[i] } : step;
      test(`${corpus}: ${operation} ${i} finds what the naive baseline finds`, () => {
        assert.deepEqual(differing(actual[operation][i], expected[operation][i]), [], JSON.stringify(asked));
      });
    });
  }

  test(`${corpus}: many steps find something, or nothing would be shown by this`, () => {
    const finding = (operation) => expected[operation].filter(([total]) => total > 0).length;
    assert.ok(finding("filter") > 50 && finding("search") > 10, `${finding("filter")}, ${finding("search")}`);
  });
}
