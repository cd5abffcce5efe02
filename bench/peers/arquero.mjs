import * as aq from "arquero";
import { stories } from "./arquero-stories.mjs";

export const reads = { quotes: "records", "quotes-b": "records" };

/** @type {import("../run/peer.mjs").Create} */
export default (corpus) => (corpus === "quotes" ? quotes() : stories(tally));

function tally(of, column) {
  const groups = of.groupby(column).count();
  return new Map(groups.array(column).map((value, i) => [value, groups.get("count", i)]));
}

/** @returns {import("../run/peer.mjs").Peer} */
function quotes() {
  let table;
  const query = (step, patterns) => {
    const [sources, topics] = [new Set(step.sources), new Set(step.topics)];
    const ofTopic = aq.escape((row) => row.topics.some((topic) => topics.has(topic)));
    let base = table.filter(aq.escape((row) => row.date >= step.from && row.date <= step.to));
    if (patterns) base = base.filter(aq.escape((row) => patterns.every((pattern) => row._text.includes(pattern))));
    const forTopic = base.filter(aq.escape((row) => sources.has(row.source)));
    const forSource = base.filter(ofTopic);
    const found = forTopic.filter(ofTopic);
    return {
      total: found.numRows(),
      rows: found.orderby("date", "id").slice(0, 50).objects(),
      counts: {
        source: tally(forSource, "source"),
        topic: tally(forTopic.select("topics").unroll("topics"), "topics"),
        speaker: tally(found, "speaker"),
        kind: tally(found, "kind"),
      },
    };
  };
  return {
    semantics: "it has no text search: a scan for whole words, all required",
    index(records) {
      for (const record of records) record._text = ` ${record.text} `;
      table = aq.from(records).reify();
    },
    filter: (step) => query(step, null),
    search: (step, text) => query(step, text.split(" ").map((word) => ` ${word} `)),
  };
}
