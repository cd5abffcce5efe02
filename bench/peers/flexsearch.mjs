import FlexSearch from "flexsearch";
import { facetHits } from "../run/records.mjs";

/** @type {import("../run/peer.mjs").Create} */
export default () => {
  let engine, rows;
  return {
    semantics: "tokenize strict (whole words), all required, its usual encoder; facets by a pass over the hits",
    index(records) {
      rows = records;
      engine = new FlexSearch.Index({ tokenize: "strict" });
      for (const row of rows) engine.add(row.id, row.text);
    },
    filter: null,
    search: (step, query) => facetHits(engine.search(query, { limit: rows.length }).map((id) => rows[id]), step),
  };
};
