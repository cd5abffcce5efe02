import { create, insertMultiple, search } from "@orama/orama";

export const packageName = "@orama/orama";

/** Orama compares numbers, not dates. */
const number = (/** @type {string} */ day) => Number(day.replaceAll("-", ""));

/** @type {import("../run/peer.mjs").Create} */
export default () => {
  let engine;
  // A facet of Orama's counts what is found. For what would be found without the facet's own selection, it is asked again.
  const query = async (step, term) => {
    const date = { between: [number(step.from), number(step.to)] };
    const source = { in: step.sources };
    const topics = { containsAny: step.topics };
    const options = { term, exact: Boolean(term), threshold: 0, sortBy: { property: "date", order: "ASC" } };
    const counting = { ...options, sortBy: undefined, preflight: true };
    const found = await search(engine, { ...options, where: { date, source, topics }, limit: 50, facets: { speaker: {}, kind: {} } });
    const forSource = await search(engine, { ...counting, where: { date, topics }, facets: { source: {} } });
    const forTopic = await search(engine, { ...counting, where: { date, source }, facets: { topics: {} } });
    return {
      total: found.count,
      rows: found.hits.map((hit) => hit.document),
      counts: {
        source: forSource.facets.source.values,
        topic: forTopic.facets.topics.values,
        speaker: found.facets.speaker.values,
        kind: found.facets.kind.values,
      },
    };
  };
  return {
    semantics: "exact, threshold 0 (all words required), then its own check for whole words",
    async index(records) {
      engine = create({
        schema: { source: "enum", speaker: "enum", topics: "enum[]", kind: "enum", date: "number", text: "string" },
        sort: { unsortableProperties: ["text", "source", "speaker", "kind"] },
        components: { tokenizer: { language: "english", stemming: false, stopWords: false } },
      });
      const documents = records.map((record) => ({ ...record, id: String(record.id), date: number(record.date) }));
      await insertMultiple(engine, documents, 5000);
    },
    filter: (step) => query(step, ""),
    search: query,
  };
};
