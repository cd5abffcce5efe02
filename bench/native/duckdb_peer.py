"""DuckDB, as a program of this machine. Options: how many threads, and `enum` for enumerations and a sorted table."""

import sys
import time

import duckdb
import measure

THREADS = int(sys.argv[6])
TUNED = "enum" in sys.argv[7:]


def listed(values):
    return ",".join(f"'{value}'" for value in values)


def create(connection, data):
    source = f"read_json('{data}', format='array', maximum_object_size=100000000)"
    padded = "' '||text||' ' AS ptext"
    if not TUNED:
        connection.execute(
            f"CREATE TABLE q AS SELECT id, source, speaker, topics, kind, CAST(date AS DATE) AS date, event, text, {padded} FROM {source}"
        )
        return
    connection.execute(f"CREATE TABLE q0 AS SELECT * FROM {source}")
    for column in ("source", "speaker", "kind"):
        connection.execute(f"CREATE TYPE {column}_t AS ENUM (SELECT DISTINCT {column} FROM q0 ORDER BY 1)")
    connection.execute("CREATE TYPE topics_t AS ENUM (SELECT DISTINCT unnest(topics) AS t FROM q0 ORDER BY 1)")
    connection.execute(
        "CREATE TABLE q AS SELECT id, source::source_t AS source, speaker::speaker_t AS speaker, "
        "topics::topics_t[] AS topics, kind::kind_t AS kind, CAST(date AS DATE) AS date, event, text, "
        f"{padded} FROM q0 ORDER BY date, id"
    )
    connection.execute("DROP TABLE q0")


def engine(data):
    connection = duckdb.connect(config={"threads": THREADS})
    start = time.perf_counter()
    create(connection, data)
    loaded = (time.perf_counter() - start) * 1e3

    def answer(step, query):
        words = query.split() if query else []
        base = f"date BETWEEN DATE '{step['from']}' AND DATE '{step['to']}'"
        base += "".join(f" AND contains(ptext, ' {word} ')" for word in words)
        of_source = f"source IN ({listed(step['sources'])})"
        of_topic = f"list_has_any(topics, [{listed(step['topics'])}]{'::topics_t[]' if TUNED else ''})"
        rows = connection.execute(
            "SELECT id, date, source, speaker, topics, kind, event, text FROM q "
            f"WHERE {base} AND {of_source} AND {of_topic} ORDER BY date, id LIMIT 50"
        ).fetchall()
        counts = {facet: {} for facet in measure.FACETS}
        counted = connection.execute(
            f"""WITH b AS MATERIALIZED (SELECT source, speaker, topics, kind, {of_source} AS s, {of_topic} AS t FROM q WHERE {base})
SELECT 0 AS f, source::VARCHAR AS v, count(*) AS n FROM b WHERE t GROUP BY source
UNION ALL SELECT 1, speaker::VARCHAR, count(*) FROM b WHERE s AND t GROUP BY speaker
UNION ALL SELECT 2, x::VARCHAR, count(*) FROM (SELECT unnest(topics) AS x FROM b WHERE s) GROUP BY x
UNION ALL SELECT 3, kind::VARCHAR, count(*) FROM b WHERE s AND t GROUP BY kind"""
        ).fetchall()
        for facet, value, number in counted:
            counts[measure.FACETS[facet]][value] = number
        return sum(counts["kind"].values()), rows, counts

    return answer, loaded, duckdb.__version__, "no index of words: a scan for whole words, all required"


measure.run(engine)
