import itemsjs from "itemsjs";

/**
 * itemsjs with its own search, or without it and with the records of the range given as a list of ids.
 * @param {boolean} facetsOnly
 * @returns {import("../run/peer.mjs").Peer}
 */
export function create(facetsOnly) {
  let engine, rows;
  const facet = (size) => ({ size, conjunction: false, hide_zero_doc_count: true });
  const counts = (result, name) => new Map(result.data.aggregations[name].buckets.map(({ key, doc_count }) => [key, doc_count]));
  const within = (step) => (row) => row.date >= step.from && row.date <= step.to;
  const search = (step, more) => {
    const filters = { source: step.sources, topics: step.topics };
    const result = engine.search({ per_page: 50, sort: "date", filters, ...more });
    return {
      total: result.pagination.total,
      rows: result.data.items,
      counts: {
        source: counts(result, "source"),
        speaker: counts(result, "speaker"),
        topic: counts(result, "topics"),
        kind: counts(result, "kind"),
      },
    };
  };
  return {
    semantics: facetsOnly ? "no search" : "lunr 1 without stemmer and stop words: all words required, each may go on",
    index(records) {
      rows = records;
      engine = itemsjs(rows, {
        native_search_enabled: !facetsOnly,
        isExactSearch: true,
        searchableFields: ["text"],
        sortings: { date: { field: ["date", "id"], order: ["asc", "asc"] } },
        aggregations: { source: facet(40), speaker: facet(2000), topics: facet(60), kind: facet(3) },
      });
    },
    filter(step) {
      if (!facetsOnly) return search(step, { filter: within(step) });
      const isWithin = within(step);
      const ids = [];
      for (const row of rows) if (isWithin(row)) ids.push(row._id);
      return search(step, { _ids: ids });
    },
    search: facetsOnly ? null : (step, query) => search(step, { query, filter: within(step) }),
  };
}

export default () => create(false);
