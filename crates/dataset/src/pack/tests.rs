//! What goes into a pack comes out of it; what was done to it on the way is told, and never trusted.

mod world;

use proptest::prelude::*;
use serde_json::Value;

use sidebyline_rows::checksum::checksum;

use super::column::{bytes, number};
use super::container::{MAGIC, as_it_is, join};
use super::deflate::deflated;
use super::open::COLUMNS;
use super::*;
use crate::Dataset;
use crate::text::digest;
use world::world;

const BUNDLED: [&str; 3] = [
    include_str!("../../../../public/data/ceasefire-talks-2025-04.json"),
    include_str!("../../../../public/data/demo-library-2031-03.json"),
    include_str!("../../../../tests/fixtures/harbour.json"),
];

fn packed(json: &str) -> Vec<u8> {
    pack(json.as_bytes()).unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// The pack of a dataset that is taken for a large one.
fn packed_as_large(json: &str) -> Vec<u8> {
    let mut packing = Packing::of(json.as_bytes()).unwrap_or_else(|findings| panic!("{findings:?}"));
    packing.large = 0;
    packing.finish(json.len() as u64, &digest(json.as_bytes()), None).unwrap_or_else(|findings| panic!("{findings:?}"))
}

fn opened(pack: &[u8]) -> Result<Opened, Fault> {
    super::opened(pack)
}

#[track_caller]
fn check(json: &str) -> Unpacked {
    let large = check_pack(json, &packed_as_large(json));
    let unpacked = check_pack(json, &packed(json));
    assert_eq!(large, unpacked);
    unpacked
}

#[track_caller]
fn check_pack(json: &str, pack: &[u8]) -> Unpacked {
    let opened = opened(pack).expect("it was packed just now");
    let (dataset, findings) = Dataset::from_wire(crate::parse(json.as_bytes()).expect("it is a dataset"));
    assert_eq!(findings, []);
    assert_eq!(opened.dataset, dataset);
    assert_eq!((opened.digest, opened.length), (digest(json.as_bytes()), json.len() as u64));
    let unpacked = unpack(pack).expect("it was packed just now");
    let values = [json, &unpacked.json].map(|json| serde_json::from_str::<Value>(json).expect("it is JSON"));
    assert_eq!(values[0], values[1]);
    assert_eq!(unpacked.is_exact, unpacked.json == json);
    unpacked
}

/// The same JSON with the shared tables first, then events, then quotes.
fn in_format_order(json: &str) -> String {
    let Ok(Value::Object(mut object)) = serde_json::from_str(json) else { panic!("it is an object") };
    let lists = ["events", "quotes"].map(|key| object.remove_entry(key).expect("it is there"));
    let entries = object.into_iter().chain(lists).map(|(key, value)| format!("\"{key}\": {value}"));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

/// The pack with other sections, whose checksums and lengths are right.
fn with_sections(pack: &[u8], change: impl FnOnce(&mut Vec<(Kind, Vec<u8>)>)) -> Vec<u8> {
    let of = |kind| inflated(pack, kind).expect("it is whole").into_iter().map(move |section| (kind, section));
    let mut sections: Vec<_> = of(Kind::Columns).chain(of(Kind::Rest)).chain(of(Kind::Runs)).collect();
    change(&mut sections);
    let form = |kind, bytes: Vec<u8>| if kind == Kind::Runs { as_it_is(bytes) } else { deflated(&[&bytes]) };
    let sections: Vec<_> = sections.into_iter().map(|(kind, bytes)| (kind, form(kind, bytes))).collect();
    join(&sections).expect("it is short")
}

/// The pack with one of its columns changed.
fn with_column(pack: &[u8], column: usize, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    with_sections(pack, |sections| {
        let mut change = Some(change);
        for (_, section) in sections.iter_mut().filter(|(kind, _)| *kind == Kind::Columns) {
            let (mut rest, mut changed) = (section.as_slice(), Vec::new());
            while !rest.is_empty() {
                let at = number(&mut rest).expect("it is whole");
                let length = number(&mut rest).expect("it is whole");
                let mut content = bytes(&mut rest, length).expect("it is whole").to_vec();
                if let Some(change) = change.take_if(|_| at == column as u64) {
                    change(&mut content);
                }
                let mut entry = column::Writer::new(1);
                entry.number(0, at);
                entry.number(0, content.len() as u64);
                entry.bytes(0, &content);
                changed.append(&mut entry.columns[0]);
            }
            *section = changed;
        }
    })
}

#[test]
fn what_is_built_comes_back_to_the_byte() {
    for json in &BUNDLED[..2] {
        assert!(check(json).is_exact);
    }
    // This one was written by hand.
    assert!(!check(BUNDLED[2]).is_exact);
}

#[test]
fn the_same_file_gives_the_same_pack_and_a_smaller_one_than_gzip() {
    for json in BUNDLED {
        let pack = packed(json);
        assert_eq!(pack, packed(json));
        let gzipped = deflated(&[json.as_bytes()]).stored.len() + 18;
        assert!(pack.len() < gzipped, "{} of {gzipped} bytes", pack.len());
    }
}

/// The files were written by versions 1.0 and 2.0. Should this fail, something that is out in the world can't be read any more.
#[test]
fn what_the_first_versions_wrote_is_read_for_ever() {
    let first = include_bytes!("../../../../tests/fixtures/harbour.sidebyline");
    let now = packed(BUNDLED[2]);
    assert_eq!(opened(first), opened(&now));
    assert_eq!(inflated(first, Kind::Columns), inflated(&now, Kind::Columns));
    let stored = include_bytes!("../../../../tests/fixtures/harbour-stored.sidebyline");
    assert_eq!(opened(stored), opened(&now));
    assert_eq!(inflated(stored, Kind::Runs), inflated(&packed_as_large(BUNDLED[2]), Kind::Runs));
}

#[test]
fn an_index_goes_along_and_changes_nothing_else() {
    let (json, index) = (BUNDLED[1], b"looked up".to_vec());
    let with = pack_with(json.as_bytes(), &|_| index.clone()).expect("there is nothing wrong with it");
    assert_eq!(inflated(&with, Kind::Index), Ok(vec![index]));
    let without = packed(json);
    assert_eq!(inflated(&without, Kind::Index), Ok(vec![]));
    assert_eq!((opened(&with), unpack(&with)), (opened(&without), unpack(&without)));
}

#[test]
fn what_the_page_has_no_use_for_is_kept() {
    let mut json = crate::fixture::json();
    json["colour"] = serde_json::json!({"deep": [1.0, 18_446_744_073_709_551_615_u64, null]});
    json["publisher"] = Value::Null;
    json["corrections"] = serde_json::json!([{"date": "2025-04-25", "note": "A name", "by": "us"}]);
    json["excerpt"] = serde_json::json!({"filter": "one", "taken": "2025-04-25"});
    json["sources"][0]["title"] = "Ours".into();
    json["sources"][0]["headline"] = "Theirs".into();
    json["sources"][0]["digest"]["raw"] = "unknown".into();
    json["quotes"][2]["content"] = "It’s done … We sail.".into();
    json["quotes"][2]["passages"][0]["prefix"] = "".into();
    json["quotes"][2]["passages"][0]["note"] = "odd".into();
    assert!(!check(&serde_json::to_string(&json).expect("it is JSON")).json.is_empty());
}

#[test]
fn a_dataset_of_which_something_was_left_out_is_not_packed() {
    let json = crate::fixture::json().to_string().replace("\"source\":\"b\"", "\"source\":\"z\"");
    let findings = pack(json.as_bytes()).expect_err("a source is missing");
    assert!(findings.iter().any(|finding| finding.found.contains("no source `z`")), "{findings:?}");
    assert!(pack(b"{").is_err() && pack(b"").is_err());
}

#[test]
fn a_part_of_a_pack_is_told_as_that() {
    let pack = packed(BUNDLED[2]);
    for length in (MAGIC.len()..pack.len()).step_by(97).chain([8, 9, 10, 15, 16]) {
        assert_eq!(opened(&pack[..length]), Err(Fault::CutOff(length)));
    }
    let told = Fault::CutOff(12).finding().to_string();
    assert!(told.starts_with("error: after 12 bytes: the file ends in the middle."), "{told}");
}

#[test]
fn a_newer_version_is_told_apart_from_damage() {
    let mut pack = packed(BUNDLED[2]);
    pack[8] = 3;
    assert_eq!(opened(&pack), Err(Fault::Newer(3)));
    assert_eq!(opened(&pack[..12]), Err(Fault::Newer(3)));
    assert_eq!(opened(b"{}"), Err(Fault::Damaged));
    pack[8] = 0;
    assert_eq!(opened(&pack), Err(Fault::Damaged));
}

#[test]
fn a_newer_minor_version_with_more_sections_and_columns_is_read() {
    let pack = packed(BUNDLED[2]);
    let mut newer = with_sections(&pack, |sections| {
        let mut more = column::Writer::new(1);
        for number in [COLUMNS as u64, 3] {
            more.number(0, number);
        }
        more.bytes(0, b"new");
        sections[0].1.append(&mut more.columns[0]);
        sections.push((Kind::Rest, b"an index".to_vec()));
    });
    // The kind of the last section is one that this version doesn't know; the minor version is newer.
    let count = newer[16] as usize;
    newer[20 + (count - 1) * 20] = 77;
    newer[10] = 9;
    let end = 20 + count * 20;
    let sum = checksum(&newer[..end]).to_le_bytes();
    newer[end..end + 4].copy_from_slice(&sum);
    assert_eq!(opened(&newer), opened(&pack));
    assert_eq!(unpack(&newer), unpack(&pack));
}

#[test]
fn no_count_makes_room_for_what_is_not_there() {
    let pack = packed(BUNDLED[2]);
    for at in 0..COLUMNS {
        for count in [u64::MAX, u64::from(u32::MAX), 1 << 31, 1 << 24, 70_000] {
            let hostile = with_column(&pack, at, |column| {
                let mut entry = column::Writer::new(1);
                entry.number(0, count);
                let rest = column.iter().position(|byte| byte & 128 == 0).map_or(0, |end| end + 1);
                *column = [&entry.columns[0], &column[rest..]].concat();
            });
            if let Ok(opened) = opened(&hostile) {
                assert!(opened.dataset.quotes.len() < 100);
            }
        }
    }
}

#[test]
fn a_section_that_says_it_is_longer_or_shorter_than_it_is_is_damaged() {
    let pack = packed(BUNDLED[2]);
    for length in [0, 1, 1 << 12, 1 << 20, u32::MAX] {
        let mut hostile = pack.clone();
        hostile[32..36].copy_from_slice(&length.to_le_bytes());
        let end = 20 + hostile[16] as usize * 20;
        let sum = checksum(&hostile[..end]).to_le_bytes();
        hostile[end..end + 4].copy_from_slice(&sum);
        assert_eq!(opened(&hostile), Err(Fault::Damaged));
    }
}

#[test]
fn sections_that_lie_over_each_other_are_damage() {
    let pack = packed(BUNDLED[2]);
    let (count, table) = (usize::from(pack[16]), 20 + usize::from(pack[16]) * 20);
    let mut hostile = pack[..16].to_vec();
    hostile.extend(1_000_u32.to_le_bytes());
    let mut first = pack[20..40].to_vec();
    let offset = u32::from_le_bytes([first[4], first[5], first[6], first[7]]) + (1_000 - count as u32) * 20;
    first[4..8].copy_from_slice(&offset.to_le_bytes());
    (0..1_000).for_each(|_| hostile.extend(&first));
    let length = (pack.len() + (1_000 - count) * 20) as u32;
    hostile[12..16].copy_from_slice(&length.to_le_bytes());
    hostile.extend(checksum(&hostile).to_le_bytes());
    hostile.extend(&pack[table + 4..]);
    assert_eq!(opened(&hostile), Err(Fault::Damaged));
}

#[test]
fn a_link_of_a_pack_is_http_or_https() {
    let json = BUNDLED[0];
    let hostile = with_sections(&packed(json), |sections| {
        for (_, section) in sections {
            let places: Vec<usize> =
                (0..section.len().saturating_sub(8)).filter(|&at| section[at..].starts_with(b"https://")).collect();
            for at in places {
                section[at..at + 8].copy_from_slice(b"script:/");
            }
        }
    });
    assert_eq!(opened(&hostile), Err(Fault::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_file_says_comes_back_in_whatever_order_it_is_read(seed: u64) {
        let json = world(seed).to_string();
        let in_order = in_format_order(&json);
        let is_streamed = |json: &str| Packing::read(&mut serde_json::Deserializer::from_str(json)).is_some();
        prop_assert!(is_streamed(&in_order) && !is_streamed(&json));
        let (one, other) = (check(&json), check(&in_order));
        let values = [&one.json, &other.json].map(|json| serde_json::from_str::<Value>(json).expect("it is JSON"));
        prop_assert_eq!(&values[0], &values[1]);
    }

    #[test]
    fn a_dataset_is_handed_over_as_it_is(seed: u64) {
        let wire = crate::parse(world(seed).to_string().as_bytes()).expect("it is a dataset");
        let (dataset, _) = Dataset::from_wire(wire);
        let index = vec![1, 2, 3];
        let pack = handed_over(dataset.clone(), index.clone()).expect("it is small");
        prop_assert_eq!(inflated(&pack, Kind::Index), Ok(vec![index]));
        prop_assert_eq!(opened(&pack).map(|opened| opened.dataset), Ok(dataset));
    }

    #[test]
    fn what_is_changed_besides_the_columns_is_told_or_says_itself_the_same(seed: u64, at: prop::sample::Index) {
        let pack = packed(&world(seed).to_string());
        let other = world(seed.wrapping_add(1));
        let parts: Vec<&Value> = other.as_object().into_iter().flatten().map(|(_, value)| value).collect();
        let part = (*at.get(&parts)).clone();
        let keys = ["events", "quotes", "sources", "title", "variants"];
        let key = *at.get(&keys);
        for patch in [
            serde_json::json!({"o": {key: {"=": part}}, "-": []}),
            serde_json::json!({"o": {key: {"l": [[at.index(5), {"=": part}]]}}, "-": []}),
            serde_json::json!({"o": {}, "-": [key]}),
            part,
        ] {
            let hostile = with_sections(&pack, |sections| {
                sections.retain(|(kind, _)| *kind != Kind::Rest);
                sections.push((Kind::Rest, patch.to_string().into_bytes()));
            });
            if let Ok(unpacked) = unpack(&hostile) {
                let wire = crate::parse(unpacked.json.as_bytes()).expect("it is a dataset");
                prop_assert_eq!(Dataset::from_wire(wire), (opened(&hostile).expect("it is whole").dataset, vec![]));
            }
        }
    }

    #[test]
    fn stored_rows_that_are_made_up_never_panic_whatever_their_checksums_say(
        seed in 0u64..8, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut: bool
    ) {
        let pack = packed_as_large(&world(seed).to_string());
        let hostile = with_sections(&pack, |sections| {
            for (_, runs) in sections.iter_mut().filter(|(kind, runs)| *kind == Kind::Runs && !runs.is_empty()) {
                for (place, value) in &changes {
                    let place = place.index(runs.len());
                    runs[place] = *value;
                    if cut {
                        runs.truncate(place.max(1));
                    }
                }
            }
        });
        if let Ok(Opened { dataset, .. }) = opened(&hostile) {
            // It may say something else; what it says holds together.
            for (index, quote) in dataset.quotes.iter() {
                let head = dataset.quotes.head(index);
                prop_assert_eq!((dataset.quotes.id(index), head.source, head.event), (quote.id.as_str(), quote.source, quote.event));
                prop_assert!(dataset.sources.get(quote.source).is_some());
                prop_assert!(quote.event.is_none_or(|event| dataset.events.get(event).is_some()));
                prop_assert!(quote.speakers.iter().all(|&speaker| dataset.actors.get(speaker).is_some()));
                prop_assert!(quote.content != crate::model::Content::Direct(Vec::new()));
            }
            for (_, mention) in dataset.mentions.iter() {
                prop_assert!(dataset.events.get(mention.event).is_some() && dataset.sources.get(mention.source).is_some());
                prop_assert!(mention.places.iter().all(|&place| dataset.places.get(place).is_some()));
            }
        }
        let _ = unpack(&hostile);
    }

    #[test]
    fn a_changed_byte_is_told(seed: u64, at: prop::sample::Index, bit in 0u8..8, large: bool) {
        let json = world(seed).to_string();
        let pack = if large { packed_as_large(&json) } else { packed(&json) };
        let mut damaged = pack.clone();
        let at = at.index(damaged.len());
        damaged[at] ^= 1 << bit;
        // What nobody reads may have changed: the minor version, and what is no column.
        if let Ok(opened) = opened(&damaged) {
            prop_assert_eq!(Ok(opened), self::opened(&pack));
        }
    }

    #[test]
    fn the_checksums_of_a_pack_that_comes_in_pieces_are_those_that_it_has_at_once(
        seed: u64, large: bool, changed: Option<prop::sample::Index>, length in 1..3_000_usize
    ) {
        let json = world(seed).to_string();
        let mut pack = if large { packed_as_large(&json) } else { packed(&json) };
        if let Some(at) = changed {
            let at = at.index(pack.len());
            pack[at] ^= 1;
        }
        let mut sums = Sums::default();
        for come in (0..pack.len()).step_by(length) {
            sums.see(&pack[..come]);
        }
        sums.see(&pack);
        for kind in [Kind::Columns, Kind::Rest, Kind::Runs, Kind::Index] {
            let sections = |sums| {
                let sections = Container::parse(&pack, sums)?.sections(kind)?;
                Ok(sections.iter().map(|section| (section.offset, section.stored.to_vec())).collect::<Vec<_>>())
            };
            prop_assert_eq!(sections(sums.clone()), sections(Sums::default()) as Result<_, Fault>);
        }
    }

    #[test]
    fn bytes_that_are_made_up_never_panic(junk: Vec<u8>, version in 0u8..4) {
        let _ = opened(&junk);
        let _ = stores(junk.clone(), 0..junk.len());
        let mut pack = MAGIC.to_vec();
        pack.extend([version, 0, 0, 0]);
        pack.extend(((16 + junk.len()) as u32).to_le_bytes());
        pack.extend(&junk);
        let _ = opened(&pack);
        let _ = Dataset::from_pack(&[junk], None);
    }

    #[test]
    fn columns_that_are_made_up_never_panic_whatever_their_checksums_say(
        seed in 0u64..8, at in 0..COLUMNS, place: prop::sample::Index, value: u8, cut: bool
    ) {
        let pack = packed(&world(seed).to_string());
        let hostile = with_column(&pack, at, |column| if !column.is_empty() {
            let place = place.index(column.len());
            column[place] = value;
            if cut {
                column.truncate(place);
            }
        });
        if let Ok(opened) = opened(&hostile) {
            // It may say something else; what it says holds together.
            for (_, source) in opened.dataset.sources.iter() {
                prop_assert!(source.outlet.is_none_or(|outlet| opened.dataset.outlets.get(outlet).is_some()));
            }
            for (_, mention) in opened.dataset.mentions.iter() {
                let _ = mention.when.as_ref().map(crate::edtf::Edtf::extent);
            }
        }
        let _ = unpack(&hostile);
    }
}
