//! Datasets at random: whatever a file may say that can be resolved, with keys that nobody knows.

use serde_json::{Map, Value, json};

/// Numbers from a seed (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) % sides as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }

    fn text(&mut self) -> String {
        const WORDS: [&str; 9] = ["", "truce", "“now”", "Kyjiv’s", "ё", "\n", "\u{1F54A}", "a “b", " … "];
        (0..self.roll(5)).map(|_| self.of(&WORDS)).collect::<Vec<_>>().join(" ")
    }

    fn date(&mut self) -> &'static str {
        self.of(&[
            "2025-04-22",
            "2025-04",
            "2014",
            "2025-04-22T18:30:00Z",
            "202X",
            "-0044",
            "Y-9999999999",
            "2025-21~",
            "2025-04-22%",
            "2025-04-22/2025-04-24?",
            "2022/..",
            "/2014",
            "[2025-04-23..2025-04-25]",
            "[..2014]",
            "1XXX",
        ])
    }

    /// Some of the ids that begin with `kind`, of which there are `count`.
    fn ids(&mut self, kind: &str, count: usize) -> Vec<String> {
        if count == 0 { Vec::new() } else { (0..self.roll(4)).map(|_| format!("{kind}{}", self.roll(count))).collect() }
    }

    fn digest(&mut self) -> String {
        match self.roll(5) {
            0 => self.text(),
            1 => format!("sha256:{}", "F".repeat(64)),
            _ => format!("sha256:{:064x}", self.roll(usize::MAX)),
        }
    }

    fn passages(&mut self) -> Vec<Value> {
        (0..self.roll(4)).map(|_| self.passage()).collect()
    }

    fn passage(&mut self) -> Value {
        let start = self.roll(100_000);
        let end = start + 1 + self.roll(500);
        if self.roll(2) == 0 {
            let passage = json!({"start": start, "end": end, "exact": self.text()});
            self.with(passage, &["prefix", "suffix"], &[])
        } else {
            let (head, tail, digest) = (self.text(), self.text(), self.digest());
            let passage = json!({"start": start, "end": end, "head": head, "tail": tail, "digest": digest});
            self.with(passage, &[], &[])
        }
    }

    /// The record, with some of these texts and dates, and perhaps with what nobody knows.
    fn with(&mut self, record: Value, texts: &[&str], dates: &[&str]) -> Value {
        let Value::Object(mut record) = record else { return record };
        for key in texts {
            match self.roll(4) {
                0 => drop(record.insert((*key).into(), self.text().into())),
                1 => drop(record.insert((*key).into(), Value::Null)),
                _ => {}
            }
        }
        for key in dates {
            if self.roll(2) == 0 {
                record.insert((*key).into(), self.date().into());
            }
        }
        if self.roll(6) == 0 {
            let value = [json!(1.0), json!(-0.5), json!({"=": []}), json!(u64::MAX), Value::Null][self.roll(5)].clone();
            record.insert(self.of(&["colour", "o", "=", "-"]).into(), value);
        }
        record.into()
    }

    /// One of `ids` under `key`, or none.
    fn one(&mut self, record: &mut Value, key: &str, ids: &str, count: usize) {
        if count > 0 && self.roll(2) == 0 {
            record[key] = format!("{ids}{}", self.roll(count)).into();
        }
    }
}

/// A dataset as JSON.
pub(super) fn world(seed: u64) -> Value {
    let dice = &mut Dice(seed);
    let [outlets, sources, actors, places, topics, events] = [3, 5, 6, 3, 4, 6].map(|most| dice.roll(most));
    let list = |dice: &mut Dice, count: usize, make: &mut dyn FnMut(&mut Dice, usize) -> Value| -> Vec<Value> {
        (0..count).map(|at| make(dice, at)).collect()
    };
    let outlet_rows = list(dice, outlets, &mut |dice, at| {
        let mut row = json!({"id": format!("o{at}"), "name": dice.text()});
        if dice.roll(2) == 0 {
            row["url"] = "https://news.example/ä".into();
        }
        dice.with(row, &["country"], &[])
    });
    let source_rows = list(dice, sources, &mut |dice, at| {
        let mut row = json!({"id": format!("s{at}"), "label": "A", "title": dice.text(), "published": dice.date(),
            "published_basis": dice.text(), "language": "en", "length": dice.roll(1 << 32),
            "digest": {"raw": dice.digest(), "canonical": dice.digest()}, "coded": dice.of(&["full", "partial"]),
            "derived_from": dice.ids("s", sources), "notes": [{"kind": "error", "note": dice.text(), "passages": dice.passages()}],
            "skipped": [{"reason": "repeat", "passage": dice.passage()}]});
        dice.one(&mut row, "outlet", "o", outlets);
        if dice.roll(2) == 0 {
            row["derived_from"] = json!(["http://elsewhere.example/"]);
        }
        dice.with(row, &["headline", "text"], &[])
    });
    let actor_rows = list(dice, actors, &mut |dice, at| {
        let kind = dice.of(&["person", "organization", "group", "anonymous"]);
        let mut row = json!({"id": format!("a{at}"), "name": dice.text(), "kind": kind, "aliases": [dice.text()]});
        dice.one(&mut row, "affiliation", "a", actors);
        dice.with(row, &["role"], &[])
    });
    let place_rows = list(dice, places, &mut |dice, at| {
        let row = json!({"id": format!("p{at}"), "name": dice.text()});
        dice.with(row, &["country"], &[])
    });
    let topic_rows = list(dice, topics, &mut |dice, at| {
        let mut row = json!({"id": format!("t{at}"), "label": dice.text()});
        dice.one(&mut row, "parent", "t", topics);
        dice.with(row, &[], &[])
    });
    let mut mentions = 0;
    let event_rows = list(dice, events, &mut |dice, at| {
        let count = if sources == 0 { 0 } else { dice.roll(4) };
        let rows: Vec<Value> = (0..count)
            .map(|at| {
                let status = dice.of(&["occurred", "planned", "proposed", "cancelled", "claimed", "denied"]);
                let row = json!({"id": format!("m{}", mentions + at), "source": format!("s{}", dice.roll(sources)),
                    "paraphrase": dice.text(), "passages": dice.passages(), "status": status, "basis": "named",
                    "actors": dice.ids("a", actors), "places": dice.ids("p", places), "via": dice.ids("a", actors)});
                dice.with(row, &[], &["when"])
            })
            .collect();
        mentions += count;
        let row = json!({"id": format!("e{at}"), "title": dice.text(), "when": dice.date(), "mentions": rows,
            "background": dice.roll(2) == 0, "topics": dice.ids("t", topics)});
        dice.with(row, &[], &["known_from"])
    });
    let quotes = if sources == 0 { 0 } else { dice.roll(9) };
    let quote_rows = list(dice, quotes, &mut |dice, at| {
        let kind = dice.of(&["direct", "mixed", "indirect"]);
        let mut row = json!({"id": format!("q{at}"), "source": format!("s{}", dice.roll(sources)), "kind": kind,
            "speakers": dice.ids("a", actors), "via": dice.ids("a", actors), "cue": dice.text(), "content": dice.text(),
            "passages": dice.passages(), "topics": dice.ids("t", topics)});
        dice.one(&mut row, "event", "e", events);
        dice.one(&mut row, "addressee", "a", actors);
        dice.with(row, &[], &["when"])
    });
    let variant_rows = list(dice, quotes.min(2), &mut |dice, at| {
        let row = json!({"id": format!("v{at}"), "quotes": ["q0", format!("q{}", dice.roll(quotes))]});
        dice.with(row, &["note"], &[])
    });
    let source_of = |row: &Value| row["source"].clone();
    let mention_rows: Vec<&Value> =
        event_rows.iter().filter_map(|event| event["mentions"].as_array()).flatten().collect();
    let discrepancy_rows = list(dice, 2, &mut |dice, at| {
        let mut evidence = Vec::new();
        if let Some(row) = mention_rows.first() {
            evidence.push(json!({"source": source_of(row), "mention": row["id"]}));
        }
        if let Some(row) = quote_rows.last() {
            evidence.push(json!({"source": source_of(row), "quote": row["id"]}));
        }
        let answer = json!({"value": dice.text(), "evidence": evidence, "number": dice.roll(9) as f64 / 4.0});
        let answer = dice.with(answer, &["unit"], &["date"]);
        let mut row = json!({"id": format!("d{at}"), "dimension": "number", "nature": "moment", "question": dice.text(),
            "answers": [answer]});
        dice.one(&mut row, "event", "e", events);
        dice.with(row, &["note"], &[])
    });
    let mut renamed = Map::new();
    for at in 0..dice.roll(4) {
        renamed.insert(format!("old{at}"), dice.text().into());
    }
    let corrections = json!([{"date": "2025-04-25", "note": dice.text()}]);
    let creators: Vec<String> = (0..dice.roll(3)).map(|_| dice.text()).collect();
    let dataset = json!({"format": "sidebyline/1", "id": "x", "version": "1", "title": dice.text(), "description": "", "language": "en",
        "updated": "2025-04-25", "license": "", "method": dice.text(), "creators": creators, "corrections": corrections,
        "renamed": renamed, "outlets": outlet_rows, "sources": source_rows, "actors": actor_rows, "places": place_rows,
        "topics": topic_rows, "events": event_rows, "quotes": quote_rows, "variants": variant_rows,
        "discrepancies": discrepancy_rows});
    dice.with(dataset, &["publisher", "contact"], &[])
}
