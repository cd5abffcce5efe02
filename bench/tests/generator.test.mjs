// What is drawn by chance stays what it was.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { operationsText, recordsText } from "../corpora/make.mjs";
import { operations, records } from "../corpora/quotes.mjs";

const sha256 = (/** @type {Iterable<string>} */ pieces) => {
  const digest = createHash("sha256");
  for (const piece of pieces) digest.update(piece);
  return digest.digest("hex");
};

test("the records of quotes are those of the first measuring", () => {
  assert.equal(sha256(recordsText(records(10000))), "7267c0191e4a8898d1bea1078ebef063682a41bf3d884481f1e190e60c8261d8");
});

test("the steps and queries of quotes are those of the first measuring", () => {
  assert.equal(sha256([operationsText(operations())]), "9bfef96d65c990159d1ce17e8bfc748be69b0233965cdfadf6d55f172fa705a8");
});
