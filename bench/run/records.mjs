// What several peers do with flat records.

/** The order of the rows. */
export const byDate = (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id - b.id);

/** Filters and counts for peers that only search: one plain pass over the records that they find. */
export function facetHits(hits, step) {
  const [sources, topics] = [new Set(step.sources), new Set(step.topics)];
  const counts = { source: new Map(), speaker: new Map(), topic: new Map(), kind: new Map() };
  const count = (facet, value) => counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  const found = [];
  for (const record of hits) {
    if (record.date < step.from || record.date > step.to) continue;
    const ofSource = sources.has(record.source);
    const ofTopic = record.topics.some((topic) => topics.has(topic));
    if (ofTopic) count("source", record.source);
    if (ofSource) for (const topic of record.topics) count("topic", topic);
    if (ofSource && ofTopic) {
      count("speaker", record.speaker);
      count("kind", record.kind);
      found.push(record);
    }
  }
  return { total: found.length, rows: found.sort(byDate).slice(0, 50), counts };
}
