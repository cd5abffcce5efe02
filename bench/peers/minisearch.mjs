import MiniSearch from "minisearch";
import { facetHits } from "../run/records.mjs";

/** @type {import("../run/peer.mjs").Create} */
export default () => {
  let engine, rows;
  return {
    semantics: "whole words, all required; its order by relevance is not used; facets by a pass over the hits",
    index(records) {
      rows = records;
      engine = new MiniSearch({ fields: ["text"], searchOptions: { combineWith: "AND" } });
      engine.addAll(rows);
    },
    filter: null,
    search: (step, query) => facetHits(engine.search(query).map((hit) => rows[hit.id]), step),
  };
};
