import crossfilter from "crossfilter2";

/** @type {import("../run/peer.mjs").Create} */
export default () => {
  let rows, mask, total;
  let bySource, byTopic, byDay, byId;
  let groups;
  const apply = (step) => {
    const [sources, topics] = [new Set(step.sources), new Set(step.topics)];
    bySource.filterFunction((value) => sources.has(value));
    byTopic.filterFunction((value) => topics.has(value));
    byDay.filterRange([step.from, `${step.to}~`]); // the sign stands after all digits
  };
  const result = () => {
    const counts = (facet) => new Map(groups[facet].all().map(({ key, value }) => [key, value]));
    return {
      total: total.value(),
      rows: byDay.bottom(50),
      counts: { source: counts("source"), speaker: counts("speaker"), topic: counts("topic"), kind: counts("kind") },
    };
  };
  return {
    semantics: "it has no text search: a scan for whole words, all required, gives what a filter on an id dimension keeps",
    index(records) {
      rows = records;
      for (const row of rows) row._text = ` ${row.text} `;
      mask = new Uint8Array(rows.length);
      const engine = crossfilter(rows);
      bySource = engine.dimension((row) => row.source);
      const bySpeaker = engine.dimension((row) => row.speaker);
      byTopic = engine.dimension((row) => row.topics, true);
      const byKind = engine.dimension((row) => row.kind);
      byDay = engine.dimension((row) => row.date);
      byId = engine.dimension((row) => row.id);
      groups = { source: bySource.group(), speaker: bySpeaker.group(), topic: byTopic.group(), kind: byKind.group() };
      total = engine.groupAll().reduceCount();
    },
    filter(step) {
      apply(step);
      return result();
    },
    search(step, query) {
      const patterns = query.split(" ").map((word) => ` ${word} `);
      for (let i = 0; i < rows.length; i++) mask[i] = patterns.every((pattern) => rows[i]._text.includes(pattern)) ? 1 : 0;
      byId.filterFunction((id) => mask[id] === 1);
      apply(step);
      return result();
    },
  };
};
