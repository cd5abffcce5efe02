// The statements for DuckDB on the records of `quotes-b`; they have no words. There is no tuned form.
import { rangeOf } from "../corpora/moments.mjs";

const list = (/** @type {string[]} */ values) => values.map((value) => `'${value}'`).join(",");
const any = (/** @type {string} */ column, /** @type {string[]} */ values) => `list_has_any(${column}, [${list(values)}])`;

/** Statements that make the table `q` of what has been read into `from`. */
export const tableSql = (/** @type {string} */ from) => [`CREATE TABLE q AS SELECT * FROM ${from}`];

/** What each facet asks. */
function conditions(/** @type {import("../corpora/stories.mjs").Step} */ step) {
  const reporting = step.least > 1 ? ` AND len(list_intersect(reporters, [${list(step.sources)}])) >= ${step.least}` : "";
  const wanted = step.topics.length ? any("topics", step.topics) : "true";
  return {
    source: `source IN (${list(step.sources)})${reporting}`,
    topic: step.withoutTopics.length ? `${wanted} AND NOT ${any("topics", step.withoutTopics)}` : wanted,
    speaker: step.speakers.length ? any("speakers", step.speakers) : "true",
    kind: step.kinds.length ? `kind IN (${list(step.kinds)})` : "true",
  };
}

function range(step) {
  const [from, to] = rangeOf(step);
  return `begins <= ${to} AND ends >= ${from}`;
}

/** The first 50 records. */
export function rowsSql(step) {
  return `SELECT * FROM q WHERE ${[range(step), ...Object.values(conditions(step))].join(" AND ")} ORDER BY place LIMIT 50`;
}

/** A row as JavaScript has it. */
export function record({ id, source, reporters, speakers, topics, kind, date }) {
  return { id: Number(id), source, reporters, speakers, topics, kind, date };
}

/** The number of the total among the facets. */
export const TOTAL = 4;

/** The counts of all facets: the facet's number, the value, how many; and the total, with a number of its own. */
export function countsSql(step) {
  const { source, topic, speaker, kind } = conditions(step);
  return `WITH b AS MATERIALIZED (SELECT source, speakers, topics, kind, ${source} AS s, ${topic} AS t, ${speaker} AS p, ${kind} AS k
    FROM q WHERE ${range(step)})
SELECT 0 AS f, source AS v, count(*)::INT AS n FROM b WHERE t AND p AND k GROUP BY source
UNION ALL SELECT 1, x, count(*)::INT FROM (SELECT unnest(speakers) AS x FROM b WHERE s AND t AND k) GROUP BY x
UNION ALL SELECT 2, x, count(*)::INT FROM (SELECT unnest(topics) AS x FROM b WHERE s AND p AND k) GROUP BY x
UNION ALL SELECT 3, kind, count(*)::INT FROM b WHERE s AND t AND p GROUP BY kind
UNION ALL SELECT 4, '', count(*)::INT FROM b WHERE s AND t AND p AND k`;
}
