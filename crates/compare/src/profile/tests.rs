use super::*;
use crate::testing::harbour;

fn of(id: &str) -> (Dataset, Profile) {
    let dataset = harbour();
    let source = dataset.sources.find(id).expect("the source is there");
    let profile = profile(&dataset, source);
    (dataset, profile)
}

#[test]
fn a_source_tells_in_its_own_order() {
    let (dataset, profile) = of("c");
    let id = |item: &Item| match *item {
        Item::Mention(mention) => dataset.mentions[mention].id.as_str(),
        Item::Quote(quote) => dataset.quotes[quote].id.as_str(),
    };
    let course: Vec<Vec<&str>> = profile.course.iter().map(|step| step.items.iter().map(id).collect()).collect();
    assert_eq!(
        course,
        [
            vec!["port-moves-c"],
            vec!["letter-c"],
            vec!["inspection-c"],
            vec!["vote-c", "vote-c-2"],
            vec!["repairs-c"],
            vec!["c-okafor-two-years"],
            vec!["c-lind-steam"],
        ]
    );
    assert_eq!(profile.course.last().map(|step| step.event), Some(None), "the last quote belongs to no event");
    assert_eq!((profile.events, profile.quotes()), (5, 2));
}

#[test]
fn what_has_no_place_comes_last() {
    let mut dataset = harbour();
    let mut rows: Vec<_> = dataset.mentions.iter().map(|(_, row)| row.clone()).collect();
    let first = dataset.mentions.find("port-moves-c").expect("it is there");
    rows[first.0 as usize].passages.clear();
    dataset.mentions = sidebyline_dataset::table::Table::new(rows);
    let c = dataset.sources.find("c").expect("it is there");
    let last = profile(&dataset, c).course.last().and_then(|step| step.items.last().copied());
    assert_eq!(last, Some(Item::Mention(first)));
}

#[test]
fn what_only_one_has_is_told_with_what_the_silence_of_the_others_means() {
    let (dataset, profile) = of("herald");
    let only: Vec<&str> = profile.only.iter().map(|only| dataset.events[only.event].id.as_str()).collect();
    assert_eq!(only, ["march"]);
    let others: Vec<&str> =
        profile.only[0].others.iter().map(|(source, _)| dataset.sources[*source].id.as_str()).collect();
    assert_eq!(others, ["a", "c", "d", "e"]);
    assert_eq!(profile.only[0].others[1].1, Silence::Unknown(crate::silence::Why::NoKnownFrom));
}

#[test]
fn each_quote_is_in_one_voice() {
    let (dataset, profile) = of("e");
    let voices: Vec<(Vec<&str>, usize, usize)> = (profile.voices.iter())
        .map(|voice| {
            let names = voice.speakers.iter().map(|&speaker| dataset.actors[speaker].id.as_str());
            (names.collect(), voice.quotes.len(), voice.words)
        })
        .collect();
    assert_eq!(voices, [(vec!["friends"], 1, 13), (vec!["insiders"], 1, 0)]);
    let (_, profile) = of("a");
    assert!(profile.voices.last().is_some_and(|voice| voice.speakers.is_empty()), "whom the data name not comes last");
    assert_eq!(profile.words(), 10 + 6);
}

#[test]
fn reporting_words_stand_beside_those_of_the_others() {
    let (dataset, profile) = of("a");
    let cues = cues(&dataset, &str::to_lowercase);
    let row = |row: &CueRow| (dataset.quotes[row.first].cue.as_str().to_owned(), row.counts.clone());
    let used: Vec<_> = cues.used_by(profile.source).into_iter().map(row).collect();
    assert_eq!(
        used,
        [
            ("say".to_owned(), vec![1, 1, 0, 1, 0]),
            ("warn".to_owned(), vec![1, 0, 0, 0, 0]),
            ("rumour".to_owned(), vec![1, 0, 0, 0, 0]),
        ]
    );
    assert_eq!(cues.only_others(profile.source).len(), 5);
    assert_eq!(cues.quotes(profile.source), 3);
}
