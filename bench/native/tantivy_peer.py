"""tantivy, as a program of this machine."""

import json
import time

import measure
import tantivy
from tantivy import Occur, Query


def number(day):
    return int(day.replace("-", ""))


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, fast=True)
    for field in ("source", "speaker", "topics", "kind"):
        builder.add_text_field(field, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("date", stored=True, indexed=True, fast=True)
    builder.add_text_field("text", stored=True, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def fill(index, data):
    with open(data, encoding="utf-8") as file:
        records = json.load(file)
    records.sort(key=lambda record: (record["date"], record["id"]))
    writer = index.writer(heap_size=1_500_000_000, num_threads=1)
    for record in records:
        fields = {field: record[field] for field in ("id", "source", "speaker", "topics", "kind", "text")}
        writer.add_document(tantivy.Document(date=number(record["date"]), **fields))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()


def engine(data):
    fields = schema()
    index = tantivy.Index(fields)
    start = time.perf_counter()
    fill(index, data)
    loaded = (time.perf_counter() - start) * 1e3
    searcher = index.searcher()

    def terms(field, size):
        return {"terms": {"field": field, "size": size, "segment_size": size}}

    def buckets(result):
        return {bucket["key"]: bucket["doc_count"] for bucket in result["buckets"]}

    def every(parts):
        return Query.const_score_query(Query.boolean_query(parts), 1.0)

    def row(address):
        document = searcher.doc(address).to_dict()
        day = str(document["date"][0])
        return document["id"][0], f"{day[:4]}-{day[4:6]}-{day[6:]}", document

    def answer(step, query):
        integer = tantivy.FieldType.Integer
        days = Query.range_query(fields, "date", integer, number(step["from"]), number(step["to"]), True, True)
        base = [(Occur.Must, days)]
        for word in query.split() if query else []:
            base.append((Occur.Must, Query.term_query(fields, "text", word, "basic")))
        of_source = (Occur.Must, Query.term_set_query(fields, "source", step["sources"]))
        of_topic = (Occur.Must, Query.term_set_query(fields, "topics", step["topics"]))
        full = every([*base, of_source, of_topic])
        found = searcher.search(full, 50, count=True, order_by_field="date", order=tantivy.Order.Asc)
        rows = [row(address) for _, address in found.hits]
        both = searcher.aggregate(full, {"speaker": terms("speaker", 2000), "kind": terms("kind", 3)})
        for_source = searcher.aggregate(every([*base, of_topic]), {"values": terms("source", 40)})
        for_topic = searcher.aggregate(every([*base, of_source]), {"values": terms("topics", 60)})
        counts = {
            "source": buckets(for_source["values"]),
            "speaker": buckets(both["speaker"]),
            "topic": buckets(for_topic["values"]),
            "kind": buckets(both["kind"]),
        }
        return found.count, rows, counts

    semantics = "split at spaces, all words required, one segment; loading makes an object of Python of each record"
    return answer, loaded, f"{tantivy.__version__} ({searcher.num_segments} segments)", semantics


measure.run(engine)
