use proptest::prelude::*;
use sidebyline_dataset::model::{Content, QuoteIdx, Run, Verbatim};

use super::difference::Trivial;
use super::segment::{Cell, Gap};
use super::*;
use crate::testing::{Said, quotes, said};

fn compared(said: &[Said<'_>]) -> (Dataset, Comparison) {
    let dataset = quotes(said);
    let items: Vec<Item> = dataset.quotes.indices().map(Item::Quote).collect();
    let comparison = compare(&dataset, &items);
    (dataset, comparison)
}

fn parts(dataset: &Dataset, item: Item) -> Vec<&Verbatim> {
    let Item::Quote(quote) = item else { return Vec::new() };
    match &dataset.quotes[quote].content {
        Content::Direct(parts) => parts.iter().collect(),
        Content::Mixed(runs) => {
            runs.iter().filter_map(|run| if let Run::Quoted(words) = run { Some(words) } else { None }).collect()
        }
        Content::Indirect(_) => Vec::new(),
    }
}

/// Each difference that matters: its kind, whom it is of, and what is read.
fn told(said: &[Said<'_>]) -> Vec<String> {
    let (dataset, comparison) = compared(said);
    tell(&dataset, &comparison, |kind| !kind.is_trivial())
}

fn tell(dataset: &Dataset, comparison: &Comparison, which: impl Fn(Kind) -> bool) -> Vec<String> {
    let letters = |who: &[usize]| who.iter().map(|&at| char::from(b'A' + at as u8)).collect::<String>();
    let read = |reading: &Reading| {
        let parts = parts(dataset, comparison.items[reading.witnesses[0]]);
        let stretch = |(part, span): &(usize, std::ops::Range<u32>)| {
            let chars: Vec<char> = parts[*part].0.chars().collect();
            chars[span.start as usize..span.end as usize].iter().collect::<String>()
        };
        let words: Vec<String> = reading.words.iter().map(stretch).collect();
        format!("{}={}", letters(&reading.witnesses), words.join("|"))
    };
    let one = |difference: &Difference| {
        let readings: Vec<String> = difference.readings.iter().map(read).collect();
        format!("{:?} {}: {}", difference.kind, letters(&difference.who), readings.join(" / "))
    };
    comparison.differences.iter().filter(|difference| which(difference.kind)).map(one).collect()
}

#[track_caller]
fn check(words: &[&str], expected: &[&str]) {
    let said: Vec<Said<'_>> = words.iter().enumerate().map(|(at, words)| said(at, words)).collect();
    assert_eq!(told(&said), expected);
}

/// That these differ in typography only, and in what of it.
#[track_caller]
fn check_trivial(a: &str, b: &str, expected: &[Trivial]) {
    let (dataset, comparison) = compared(&[said(0, a), said(1, b)]);
    assert_eq!(tell(&dataset, &comparison, |kind| !kind.is_trivial()), [""; 0], "{a} / {b}");
    let mut kinds: Vec<Kind> = comparison.differences.iter().map(|difference| difference.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, expected.iter().copied().map(Kind::Trivial).collect::<Vec<_>>(), "{a} / {b}");
    assert!(comparison.segments.iter().all(|segment| segment.agrees() || segment.trivial), "{a} / {b}");
}

#[test]
fn a_changed_word_is_told_with_both_readings() {
    check(&["We have a deal today.", "We have an agreement today."], &["ChangedWords AB: A=a deal / B=an agreement"]);
    check(&["It opens in May.", "It opens in June.", "It opens in May."], &["ChangedWords ACB: AC=May / B=June"]);
    check(&["Is it open?", "Is it open."], &["ChangedWords AB: A=? / B=."]);
    check(&["at 10-15 metres", "at 1015 metres"], &["ChangedWords AB: A=10-15 / B=1015"]);
    check(&["at -5 degrees", "at 5 degrees"], &["ChangedWords AB: A=-5 / B=5"]);
    check(&["It's dear", "Its dear"], &["ChangedWords AB: A=It's / B=Its"]);
}

#[test]
fn words_that_are_left_out_are_told_with_their_place() {
    check(&["We wait, and we hope.", "We wait."], &["Shortened(End) B: A=and we hope"]);
    check(&["Frankly, we will not wait.", "We will not wait."], &["Shortened(Start) B: A=Frankly"]);
    check(&["We will very soon open.", "We will open."], &["Shortened(Middle) B: A=very soon"]);
}

#[test]
fn a_mark_of_an_omission_makes_it_an_ellipsis() {
    check(&["We will very soon open.", "We will … open."], &["Ellipsis B: A=very soon"]);
    check(
        &["We will very soon open.", "We will [...] open.", "We will open."],
        &["Shortened(Middle) C: A=very soon", "Ellipsis B: A=very soon"],
    );
    check(&["Frankly, we wait.", "… we wait."], &["Ellipsis B: A=Frankly"]);
    check(&["We wait and hope.", "We wait …"], &["Ellipsis B: A=and hope"]);
    check(&["We … wait.", "We wait."], &["Ellipsis A: "]);
}

#[test]
fn brackets_are_an_insertion() {
    check(&["It stays.", "[The bridge] stays."], &["Insertion B: A=It / B=[The bridge]"]);
    check(&["We keep it.", "We [the council] keep it."], &["Insertion B: B=[the council]"]);
    check(&["We keep the bridge.", "We keep [the] bridge."], &["Insertion B: A=the / B=[the]"]);
    check(&["A treaty.", "A treaty (sic)."], &["Insertion B: B=(sic)"]);
}

#[test]
fn words_that_few_have_are_added() {
    check(&["We will open.", "We will soon open.", "We will open."], &["AddedWords B: B=soon"]);
    check(
        &["We will open it in the spring, and not before.", "We will truly open it."],
        &["AddedWords B: B=truly", "Shortened(End) B: A=in the spring, and not before"],
    );
}

#[test]
fn fragments_are_partial_beside_a_whole_quote_and_miss_nothing() {
    let whole = said(0, "The repair was far too slow and much too dear for a town like ours.");
    let mixed = Said { kind: "mixed", words: "He calls it “far too slow” and “too dear”.", ..said(1, "") };
    assert_eq!(told(&[whole.clone(), mixed.clone()]), ["PartialQuote B: "]);
    let other = Said { kind: "mixed", words: "It was “far too late”.", ..said(2, "") };
    assert_eq!(told(&[mixed, other]), ["ChangedWords AB: A=slow / B=late"]);
    let inside = Said { kind: "mixed", words: "He says it was “far too slow and dear”.", ..said(1, "") };
    assert_eq!(told(&[whole, inside]), ["PartialQuote B: ", "Shortened(Middle) B: A=much too"]);
}

#[test]
fn another_speaker_is_told_first() {
    let other = Said { speaker: "b", ..said(1, "We wait.") };
    assert_eq!(told(&[said(0, "We wait."), other, said(2, "We wait.")]), ["OtherSpeaker ACB: AC= / B="]);
}

#[test]
fn typography_is_no_changed_word() {
    check_trivial("We WAIT.", "we wait.", &[Trivial::Case]);
    check_trivial("[T]he bridge", "the bridge", &[Trivial::Case]);
    check_trivial("It’s over", "It's over", &[Trivial::QuotationMarks]);
    check_trivial("the ‘old’ bridge", "the old bridge", &[Trivial::QuotationMarks]);
    check_trivial("the “old” bridge", "the 'old' bridge", &[Trivial::QuotationMarks]);
    check_trivial("a  bridge", "a bridge", &[Trivial::Space]);
    check_trivial("a\u{a0}bridge", "a bridge", &[Trivial::Space]);
    check_trivial("a cease fire", "a ceasefire", &[Trivial::Space]);
    check_trivial("a cease-fire now", "a ceasefire now", &[Trivial::Dashes]);
    check_trivial("a cease-fire now", "a cease fire now", &[Trivial::Dashes]);
    check_trivial("we wait – now", "we wait — now", &[Trivial::Dashes]);
    check_trivial("we wait – now", "we wait, now", &[Trivial::Punctuation]);
    check_trivial("We wait,", "We wait.", &[Trivial::Punctuation]);
    check_trivial("We wait", "We wait.", &[Trivial::Punctuation]);
    check_trivial("cafe\u{301}", "café", &[Trivial::Characters]);
    check_trivial("now … then", "now ... then", &[Trivial::Punctuation]);
    check_trivial("We wait.|And hope.", "We wait. And hope.", &[]);
}

#[test]
fn what_agrees_is_one_stretch() {
    let (_, comparison) = compared(&[said(0, "We will, I hope, open in May."), said(1, "We will open in June.")]);
    let shape: Vec<(bool, usize)> =
        comparison.segments.iter().map(|segment| (segment.agrees(), segment.columns.len())).collect();
    assert_eq!(shape, [(true, 3), (false, 3), (true, 2), (false, 1), (true, 1)]);
    assert_eq!(comparison.segments[1].cells[1], Cell::Gap(Gap::Middle));
    assert_eq!(comparison.shared, 4);
}

#[test]
fn paraphrases_have_nothing_to_compare() {
    let indirect = Said { kind: "indirect", words: "The bridge opens soon.", ..said(1, "") };
    let (_, comparison) = compared(&[said(0, "The bridge opens soon."), indirect]);
    assert_eq!(comparison.wordless, [Item::Quote(QuoteIdx(1))]);
    assert_eq!((comparison.items.len(), comparison.differences.len()), (1, 0));
}

#[test]
fn ids_that_name_nothing_are_told() {
    use crate::item::{Missing, items};
    let dataset = crate::testing::harbour();
    let quote = dataset.quotes.iter().find(|(index, _)| Item::Quote(*index).words(&dataset).is_none());
    let (index, wordless) = quote.expect("some quote is indirect");
    let mention = dataset.mentions.iter().next().expect("there is one");
    let (found, missing) = items(&dataset, [wordless.id.as_str(), "nothing", mention.1.id.as_str(), &wordless.id]);
    assert_eq!(found, [Item::Quote(index), Item::Mention(mention.0)]);
    assert!(missing.contains(&Missing::Unknown("nothing".into())));
    assert!(missing.contains(&Missing::NoWords(Item::Quote(index))));
}

/// The merged line: readings parted by `/`, each with its witnesses; an omission in braces, with who leaves it out.
#[track_caller]
fn check_line(said: &[Said<'_>], close: bool, expected: &str) {
    use super::line::{Glue, line};
    let (dataset, comparison) = compared(said);
    let letters = |who: &[usize]| who.iter().map(|&at| char::from(b'A' + at as u8)).collect::<String>();
    let mut written = String::new();
    for piece in line(&comparison, close) {
        written.push_str(match piece.glue {
            Glue::Nothing => "",
            Glue::Space => " ",
            Glue::Unquoted => " ... ",
        });
        let read = |reading: &Reading| {
            let words = comparison.items[reading.witnesses[0]].words(&dataset).expect("a witness has words");
            let words: Vec<&str> = reading.words.iter().map(|(part, span)| words.text(*part, span)).collect();
            (words.join(" ... "), letters(&reading.witnesses))
        };
        let readings: Vec<(String, String)> = piece.readings.iter().map(read).collect();
        written.push_str(&"{".repeat(piece.opens.len()));
        if piece.change.is_some() {
            let readings: Vec<String> = readings.iter().map(|(words, who)| format!("{words} {who}")).collect();
            written.extend(["<", &readings.join("/"), ">"]);
        } else {
            written.extend(readings.first().map(|(words, _)| words.as_str()));
        }
        if piece.only && piece.change.is_none() {
            let who: Vec<&str> = readings.iter().map(|(_, who)| who.as_str()).collect();
            written.extend([" (", &who.concat(), " only)"]);
        }
        for &number in &piece.closes {
            written.extend([" -", &letters(&comparison.differences[number].who), "}"]);
        }
    }
    assert_eq!(written, expected);
}

#[test]
fn a_reader_gets_one_line() {
    let whole = said(0, "We carried eleven thousand books, by hand, in one night.");
    let other = said(1, "We carried twelve thousand books in one night.");
    let mixed = Said { kind: "mixed", words: "They were carried “by hand” and “in one night”.", ..said(2, "") };
    let line = "We carried <eleven A/twelve B> thousand books, {by hand, -B} in one night.";
    check_line(&[whole.clone(), other, mixed.clone()], false, line);
    check_line(&[whole, mixed.clone()], false, "We carried eleven thousand books, by hand, in one night.");
    let again = Said { kind: "mixed", words: "“by foot” and then “in one night”", ..said(3, "") };
    check_line(&[mixed.clone(), again], false, "by <hand A/foot B> ... in one night");
    let more = Said { kind: "mixed", words: "“she was there by hand”", ..said(3, "") };
    check_line(&[mixed, more], false, "she was there (B only) by hand ... in one night (A only)");
    let long = said(0, "It will open again in May, and it will open dry.");
    let other = said(1, "It will open again in May, and it will be dry.");
    let short = said(2, "It will open again in May.");
    let cut = said(3, "It will … be dry.");
    let line = "It will {open again in May, {and it will -D} <open A/be BD> dry -C}.";
    check_line(&[long, other, short, cut], false, line);
    check_line(&[said(0, "It’s OVER."), said(1, "it's over")], false, "It’s OVER.");
    check_line(&[said(0, "It’s OVER."), said(1, "it's over")], true, "<It’s OVER. A/it's over B>");
}

#[test]
fn wordings_with_hardly_a_word_in_common_are_no_line() {
    let reads = |a: &str, b: &str| compared(&[said(0, a), said(1, b)]).1.reads_as_one();
    assert!(reads("We will move on.", "They say that we will move."));
    assert!(reads("Too late.", "Late."));
    assert!(!reads("move on within days", "a few days feasible in the short term"));
    assert!(!reads("We wait.", "Nobody came."));
    assert!(!compared(&[said(0, "We wait.")]).1.reads_as_one());
}

#[test]
fn groups_are_the_datasets_and_then_those_that_are_alike() {
    let mut dataset = quotes(&[
        said(0, "The ferry stays in the harbour."),
        said(1, "The ferry stays in the harbour."),
        said(0, "Nobody has asked the islanders."),
        said(1, "Nobody has asked the islanders."),
        Said { kind: "indirect", words: "The ferry stays.", ..said(2, "") },
    ]);
    let variant =
        sidebyline_dataset::model::Variant { id: "ferry".into(), quotes: vec![QuoteIdx(4), QuoteIdx(0)], note: None };
    dataset.variants = sidebyline_dataset::table::Table::new(vec![variant]);
    let (groups, broken_off) = groups(&dataset);
    let told: Vec<_> =
        groups.iter().map(|group| (group.quotes.iter().map(|q| q.0).collect::<Vec<_>>(), group.comparable)).collect();
    assert_eq!(told, [(vec![0, 4], false), (vec![0, 1], true), (vec![2, 3], true)]);
    assert!(!broken_off && matches!(groups[0].origin, Origin::Dataset(_)));
}

fn statements() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "bridge",
        "bridges",
        "stays",
        "in",
        "May,",
        "…",
        "[the]",
        "it’s",
        "5",
        "well-kept",
        "open?",
        "slow.",
    ]);
    prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "))
}

/// The statement with other capitals, marks and spaces.
fn disturbed(text: &str, choices: &[u8]) -> String {
    let change = |(at, c): (usize, char)| match (c, choices.get(at % choices.len().max(1)).copied().unwrap_or(0) % 4) {
        (' ', 1) => "  ".to_owned(),
        (' ', 2) => " “".to_owned(),
        (' ', 3) => "\u{a0}".to_owned(),
        ('’', 1..) => "'".to_owned(),
        (c, 1) => c.to_uppercase().collect(),
        (c, _) => c.to_string(),
    };
    text.chars().enumerate().map(change).collect()
}

proptest! {
    #[test]
    fn a_statement_does_not_differ_from_itself(text in statements()) {
        let (_, comparison) = compared(&[said(0, &text), said(1, &text)]);
        prop_assert_eq!(comparison.differences, []);
        prop_assert!(comparison.segments.iter().all(Segment::agrees));
    }

    #[test]
    fn trivial_changes_make_trivial_differences_only(text in statements(), choices in prop::collection::vec(0u8..8, 1..9)) {
        let (_, comparison) = compared(&[said(0, &text), said(1, &disturbed(&text, &choices))]);
        for difference in &comparison.differences {
            prop_assert!(difference.kind.is_trivial(), "{:?}", difference);
        }
    }

    #[test]
    fn segments_hold_every_column_once_and_every_witness_in_one_group(texts in prop::collection::vec(statements(), 2..5)) {
        let said: Vec<Said<'_>> = texts.iter().enumerate().map(|(at, text)| said(at, text)).collect();
        let (_, comparison) = compared(&said);
        for segments in [&comparison.segments, &comparison.close] {
            let columns: Vec<usize> = segments.iter().flat_map(|segment| segment.columns.clone()).collect();
            prop_assert_eq!(columns, (0..comparison.alignment.columns.len()).collect::<Vec<_>>());
            for segment in segments {
                let mut who: Vec<usize> = segment.groups.concat();
                who.sort_unstable();
                prop_assert_eq!(who, (0..texts.len()).collect::<Vec<_>>());
                prop_assert_eq!(segment.cells.len(), texts.len());
            }
        }
    }

    #[test]
    fn two_differ_alike_from_both_sides(a in statements(), b in statements()) {
        let kinds = |a: &str, b: &str| {
            let mut kinds: Vec<Kind> = compared(&[said(0, a), said(1, b)]).1.differences.iter().map(|d| d.kind).collect();
            kinds.sort_unstable();
            kinds
        };
        prop_assert_eq!(kinds(&a, &b), kinds(&b, &a));
    }
}
