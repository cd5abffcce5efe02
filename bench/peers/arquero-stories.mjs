// The same on the records of `quotes-b`.
import * as aq from "arquero";
import { rangeOf } from "../corpora/moments.mjs";

/**
 * @param {(of: any, column: string) => Map<string, number>} tally
 * @returns {import("../run/peer.mjs").Peer}
 */
export function stories(tally) {
  let table;
  const filter = (step) => {
    const [from, to] = rangeOf(step);
    const sources = new Set(step.sources);
    const [topics, without] = [new Set(step.topics), new Set(step.withoutTopics)];
    const [speakers, kinds] = [new Set(step.speakers), new Set(step.kinds)];
    const some = (values, set) => values.some((value) => set.has(value));
    const chosen = {
      source: (row) => sources.has(row.source) && row.reporters.filter((source) => sources.has(source)).length >= step.least,
      topic: (row) => (!topics.size || some(row.topics, topics)) && !some(row.topics, without),
      speaker: (row) => !speakers.size || some(row.speakers, speakers),
      kind: (row) => !kinds.size || kinds.has(row.kind),
    };
    const base = table.filter(aq.escape((row) => row.begins <= to && row.ends >= from));
    const leaving = (facet) => {
      const others = Object.keys(chosen).filter((other) => other !== facet);
      return base.filter(aq.escape((row) => others.every((other) => chosen[other](row))));
    };
    const unrolled = (of, column) => tally(of.select(column).unroll(column), column);
    const found = leaving(null);
    return {
      total: found.numRows(),
      rows: found.orderby("place").slice(0, 50).objects(),
      counts: {
        source: tally(leaving("source"), "source"),
        topic: unrolled(leaving("topic"), "topics"),
        speaker: unrolled(leaving("speaker"), "speakers"),
        kind: tally(leaving("kind"), "kind"),
      },
    };
  };
  return {
    semantics: "no search here",
    index(records) {
      table = aq.from(records).reify();
    },
    filter,
    search: null,
  };
}
