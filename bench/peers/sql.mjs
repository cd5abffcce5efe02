// The statements for DuckDB; `bench/native/duckdb_peer.py` has the same. `tuned` stands for enumerations and a sorted table.

const list = (/** @type {string[]} */ values) => values.map((value) => `'${value}'`).join(",");

/** Statements that make the table `q` of what has been read into `from`. */
export function tableSql(/** @type {string} */ from, /** @type {boolean} */ tuned) {
  const padded = "' '||text||' ' AS ptext";
  const date = "CAST(date AS DATE) AS date";
  if (!tuned) return [`CREATE TABLE q AS SELECT id, source, speaker, topics, kind, ${date}, event, text, ${padded} FROM ${from}`];
  const types = ["source", "speaker", "kind"].map(
    (column) => `CREATE TYPE ${column}_t AS ENUM (SELECT DISTINCT ${column} FROM ${from} ORDER BY 1)`,
  );
  return [
    ...types,
    `CREATE TYPE topics_t AS ENUM (SELECT DISTINCT unnest(topics) AS t FROM ${from} ORDER BY 1)`,
    `CREATE TABLE q AS SELECT id, source::source_t AS source, speaker::speaker_t AS speaker, topics::topics_t[] AS topics, ` +
      `kind::kind_t AS kind, ${date}, event, text, ${padded} FROM ${from} ORDER BY date, id`,
  ];
}

const base = (step, query) =>
  `date BETWEEN DATE '${step.from}' AND DATE '${step.to}'` +
  (query ? query.split(" ").map((word) => ` AND contains(ptext, ' ${word} ')`).join("") : "");

const ofTopic = (step, tuned) => `list_has_any(topics, [${list(step.topics)}]${tuned ? "::topics_t[]" : ""})`;

/** The first 50 records. */
export function rowsSql(step, query, tuned) {
  return (
    "SELECT id, source::VARCHAR AS source, speaker::VARCHAR AS speaker, topics::VARCHAR[] AS topics, kind::VARCHAR AS kind, " +
    `date, event, text FROM q WHERE ${base(step, query)} AND source IN (${list(step.sources)}) AND ${ofTopic(step, tuned)} ` +
    "ORDER BY q.date, q.id LIMIT 50"
  );
}

/** A row as JavaScript has it. */
export function record({ id, source, speaker, topics, kind, date, event, text }) {
  return { id: Number(id), source, speaker, topics, kind, date: Number(date), event, text };
}

/** The facet whose counts add up to the total: each quote has one kind. */
export const TOTAL = 3;

/** The counts of all facets: the facet's number, the value, how many. */
export function countsSql(step, query, tuned) {
  return `WITH b AS MATERIALIZED (SELECT source, speaker, topics, kind, source IN (${list(step.sources)}) AS s,
    ${ofTopic(step, tuned)} AS t FROM q WHERE ${base(step, query)})
SELECT 0 AS f, source::VARCHAR AS v, count(*)::INT AS n FROM b WHERE t GROUP BY source
UNION ALL SELECT 1, speaker::VARCHAR, count(*)::INT FROM b WHERE s AND t GROUP BY speaker
UNION ALL SELECT 2, x::VARCHAR, count(*)::INT FROM (SELECT unnest(topics) AS x FROM b WHERE s) GROUP BY x
UNION ALL SELECT 3, kind::VARCHAR, count(*)::INT FROM b WHERE s AND t GROUP BY kind`;
}
