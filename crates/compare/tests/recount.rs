//! Questions and profiles, held against a naive reading of the file.

#[path = "recount/naive.rs"]
mod naive;
#[path = "recount/world.rs"]
mod world;

use naive::{Naive, Said};
use proptest::prelude::*;
use serde_json::Value;
use sidebyline_compare::profile::{CueRow, Item, Voice, cues};
use sidebyline_compare::question::{Given, Says};
use sidebyline_compare::{Silence, profile, question};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EvidencePlace, SourceIdx};
use sidebyline_dataset::table::Idx;
use world::{SOURCES, worlds};

fn dataset(file: &Value) -> Dataset {
    Dataset::from_wire(sidebyline_dataset::parse(file.to_string().as_bytes()).expect("the world is a dataset")).0
}

fn place(dataset: &Dataset, place: EvidencePlace) -> String {
    match place {
        EvidencePlace::Mention(mention) => dataset.mentions[mention].id.clone(),
        EvidencePlace::Quote(quote) => dataset.quotes[quote].id.clone(),
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_question_is_what_a_naive_reading_of_the_file_gives(
        file in worlds(),
        chosen in proptest::sample::subsequence((0..SOURCES).collect::<Vec<_>>(), 0..=SOURCES).prop_shuffle(),
    ) {
        let (dataset, naive) = (dataset(&file), Naive(&file));
        let sources: Vec<SourceIdx> = chosen.iter().map(|&at| SourceIdx::new(at)).collect();
        for (at, (index, _)) in dataset.discrepancies.iter().enumerate() {
            let found = question(&dataset, index, &sources);
            for (part, &source) in found.parts.iter().zip(&chosen) {
                prop_assert_eq!(part.source.position(), source);
                match (&part.says, naive.says(at, source)) {
                    (Says::Answers(given), Said::Answers(expected)) => {
                        let places = |given: &Given| given.proofs.iter().map(|proof| place(&dataset, proof.place)).collect();
                        let given: Vec<(usize, Vec<String>)> = given.iter().map(|given| (given.answer, places(given))).collect();
                        prop_assert_eq!(given, expected);
                    }
                    (Says::ReportsOnly, Said::ReportsOnly) | (Says::Nothing, Said::Nothing) => {}
                    (Says::Silent(kind), Said::Silent) => {
                        let event = dataset.discrepancies[index].event.expect("silence is about an event");
                        prop_assert_eq!(*kind, sidebyline_compare::silence(&dataset, event, part.source));
                    }
                    (found, expected) => prop_assert!(false, "{:?} for {:?}", found, expected),
                }
            }
            let pair = |(a, b): &(SourceIdx, SourceIdx)| (a.position(), b.position());
            let apart = found.timing.apart.iter().map(pair).map(|(a, b)| (a, b, true));
            let open = found.timing.open.iter().map(pair).map(|(a, b)| (a.min(b), a.max(b), false));
            let mut pairs: Vec<(usize, usize, bool)> = apart.chain(open).collect();
            pairs.sort_unstable();
            prop_assert_eq!(pairs, naive.pairs(at, &chosen));
            let scales: Vec<Vec<(usize, f64, f64)>> = found.scales.iter()
                .map(|scale| scale.marks.iter().map(|mark| (mark.of, mark.from, mark.to)).collect())
                .collect();
            let expected = naive.scales(at, &chosen);
            let alike = scales.len() == expected.len() && scales.iter().zip(&expected).all(|(a, b)| {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && close(a.1, b.1) && close(a.2, b.2))
            });
            prop_assert!(alike, "{:?} for {:?}", scales, expected);
        }
    }

    #[test]
    fn a_profile_is_what_a_naive_reading_of_the_file_gives(file in worlds()) {
        let (dataset, naive) = (dataset(&file), Naive(&file));
        let silence = |event: usize, source: usize| {
            sidebyline_compare::silence(&dataset, Idx::new(event), SourceIdx::new(source))
        };
        for source in 0..SOURCES {
            let found = profile(&dataset, SourceIdx::new(source));
            let course: Vec<(Option<usize>, String)> = found.course.iter()
                .flat_map(|step| step.items.iter().map(|&item| (step.event.map(Idx::position), match item {
                    Item::Mention(mention) => dataset.mentions[mention].id.clone(),
                    Item::Quote(quote) => dataset.quotes[quote].id.clone(),
                })))
                .collect();
            prop_assert_eq!(&course, &naive.course(source));
            let joined = found.course.windows(2).all(|two| two[0].event != two[1].event);
            prop_assert!(joined && found.course.iter().all(|step| !step.items.is_empty()));
            prop_assert_eq!(found.events, naive.reported(source).len());

            let only: Vec<usize> = found.only.iter().map(|only| only.event.position()).collect();
            prop_assert_eq!(only, naive.only(source));
            for only in &found.only {
                let others: Vec<usize> = (0..SOURCES).filter(|&other| other != source).collect();
                prop_assert_eq!(only.others.iter().map(|(other, _)| other.position()).collect::<Vec<_>>(), others);
                let event = only.event.position();
                prop_assert!(only.others.iter().all(|(other, kind)| *kind == silence(event, other.position())));
            }

            let left_out: Vec<(usize, Vec<usize>)> = found.left_out.iter()
                .map(|left| (left.event.position(), left.reporters.iter().map(|other| other.position()).collect()))
                .collect();
            let could_not = |event, other| silence(event, other) == Silence::CouldNot;
            prop_assert_eq!(left_out, naive.left_out(source, &could_not));
            for left in &found.left_out {
                prop_assert_eq!(left.silence, silence(left.event.position(), source));
                prop_assert_eq!(left.could_not.len() + left.reporters.len(), SOURCES - 1);
            }

            let voices: Vec<(Vec<String>, Vec<String>)> = found.voices.iter()
                .map(|voice| (
                    voice.speakers.iter().map(|&speaker| dataset.actors[speaker].id.clone()).collect(),
                    voice.quotes.iter().map(|&quote| dataset.quotes[quote].id.clone()).collect(),
                ))
                .collect();
            let mut sorted: Vec<_> = voices.iter().map(|(who, quotes)| (naive::set(who), quotes.clone())).collect();
            sorted.sort();
            prop_assert_eq!(sorted, naive.voices(source));
            let most_first = found.voices.windows(2).all(|two| {
                let much = |voice: &Voice| (!voice.speakers.is_empty(), voice.quotes.len(), voice.words);
                much(&two[0]) >= much(&two[1])
            });
            prop_assert!(most_first);
            prop_assert_eq!(found.quotes(), naive.quotes(source).len());
            prop_assert_eq!(found.words(), naive.words(source));
        }
    }

    #[test]
    fn reporting_words_are_counted_as_a_naive_reading_counts_them(file in worlds()) {
        let (dataset, naive) = (dataset(&file), Naive(&file));
        let cues = cues(&dataset, &str::to_lowercase);
        for source in 0..SOURCES {
            let index = SourceIdx::new(source);
            let counts = |row: &&CueRow| {
                (dataset.quotes[row.first].cue.to_lowercase(), row.counts.clone())
            };
            let (used, others) = (cues.used_by(index), cues.only_others(index));
            prop_assert!(used.iter().map(|row| usize::MAX - row.of(index)).is_sorted());
            prop_assert!(others.iter().all(|row| row.of(index) == 0));
            let mut all: Vec<(String, Vec<usize>)> = used.iter().chain(&others).map(counts).collect();
            all.sort();
            prop_assert_eq!(all, naive.cues());
            prop_assert_eq!(cues.quotes(index), naive.quotes(source).len());
        }
    }
}
