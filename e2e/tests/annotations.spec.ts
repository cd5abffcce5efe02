// Exported annotations are read by a JSON-LD processor, to the last key.
import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";
import jsonld from "jsonld";

import { ADDRESS, OA_ANNOTATION, OA_EXACT, OA_SELECTOR, OA_SOURCE, OA_TARGET, TERMS } from "./annotation-terms";

// No page is needed, so one size is enough.
test.skip(({ isMobile }) => isMobile);

const file = new URL("../../tests/fixtures/harbour-annotations.jsonld", import.meta.url);
const collection = JSON.parse(readFileSync(file, "utf8"));

// In the safe mode, what would be lost on the way is an error: an unknown key or class, an address that is none.
// The types don't know the mode.
const options = {
  safe: true,
  documentLoader: async (url: string) => {
    if (url !== ADDRESS) throw new Error(`${url} is asked for`);
    return { contextUrl: undefined, documentUrl: url, document: TERMS };
  },
} as object;

test("nothing of an annotation is lost on the way to RDF", async () => {
  const triples = (await jsonld.toRDF(collection, options)) as {
    subject: { value: string };
    predicate: { value: string };
    object: { value: string; termType: string };
  }[];
  const withPredicate = (predicate: string) => triples.filter((triple) => triple.predicate.value === predicate);
  const annotations = triples.filter((triple) => triple.object.value === OA_ANNOTATION).map((triple) => triple.subject.value);
  expect(annotations).toHaveLength(collection.total);
  expect(new Set(annotations).size).toBe(collection.total);
  const targets = withPredicate(OA_TARGET);
  for (const annotation of annotations) {
    expect(targets.filter((triple) => triple.subject.value === annotation).length, annotation).toBeGreaterThan(0);
  }
  for (const source of withPredicate(OA_SOURCE)) expect(source.object.termType).toBe("NamedNode");
  expect(withPredicate(OA_SELECTOR).length).toBeGreaterThan(collection.total);
  expect(withPredicate(OA_EXACT).map((triple) => triple.object.value)).toContain("A crane is not a monument.");
});

test("a key that means nothing would be noticed", async () => {
  const wrong = { ...collection, colour: "red" };
  await expect(jsonld.expand(wrong, options)).rejects.toThrow();
});
