"""The loop that is measured, for peers that are used by way of Python: the same as bench/run/child.mjs.

    python duckdb_peer.py DATA OPERATIONS SIZE PASSES BUDGET [OPTIONS]
"""

import json
import resource
import sys
import time

FACETS = ["source", "speaker", "topic", "kind"]


def fnv(text):
    """FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def digest(values, total, rows, counts):
    """The same numbers as bench/run/digest.mjs; a row begins with its id and its date."""
    ids = ",".join(str(row[0]) for row in rows)
    dates = ",".join(str(row[1]) for row in rows)
    counted = [",".join(str(counts[facet].get(value, 0)) for value in values[facet]) for facet in FACETS]
    return [total] + [fnv(text) for text in [ids, dates, *counted]]


def run(engine):
    """Measures an engine: a function that takes the data's path, and gives how long it took to load in milliseconds,
    its version, what is to be known of its search, and a function that answers a step with or without a query."""
    data, operations, size, passes, budget = sys.argv[1:6]
    with open(operations, encoding="utf-8") as file:
        asked = json.load(file)
    answer, loaded, version, semantics = engine(data)
    report = {
        "version": version,
        "size": int(size),
        "semantics": semantics,
        "load": {"parse_ms": 0, "index_ms": loaded, "total_ms": loaded},
        "mem": {"rss_mb": resident()},
    }
    say(report)
    for operation in "FS":
        report[operation] = measure(answer, asked, operation == "S", int(passes), float(budget))
    report["mem"]["peak_rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    say(report)


def measure(answer, asked, searching, passes, budget):
    times, digests, end = [], [], time.time() + budget
    for turn in range(passes):
        for step, query in zip(asked["steps"], asked["queries"]):
            if time.time() > end:
                break
            start = time.perf_counter()
            result = answer(step, query if searching else None)
            times.append(round((time.perf_counter() - start) * 1e3, 3))
            if turn == 0:
                digests.append(digest(asked["values"], *result))
    return {"ms": times, "digests": digests}


def resident():
    """What Linux says of this program's memory, in megabytes."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() >> 20


def say(report):
    """The last line counts, so that a process which is ended has said what it knew."""
    print("\x01" + json.dumps(report), flush=True)
