//! Passages in texts that were changed on their way: never a wrong place, and for each way to change a text a floor for
//! how many are found.

use std::fmt::Write as _;
use std::ops::Range;

use proptest::prelude::*;
use sidebyline_compare::anchor::{Outcome, anchor};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Anchor, Passage};
use sidebyline_dataset::text::Text;

mod anchoring {
    pub mod article;
    pub mod mutation;
    pub mod naive;
}

use anchoring::article::{Article, Dice, article};
use anchoring::mutation::{Mark, Mutation};
use anchoring::naive::{bare, is_made_of, occurrences, truth};

fn marks(text: &[char]) -> Vec<Mark> {
    text.iter().enumerate().map(|(at, &c)| Mark { c, origin: Some(at as u32), copy: false }).collect()
}

fn string(text: &[Mark], range: &Range<usize>) -> String {
    text[range.clone()].iter().map(|mark| mark.c).collect()
}

/// How a passage fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It stands in the text, and the outcome is its place.
    Right,
    /// It stands in the text, and no one place is named.
    Missed,
    /// Something else is named as its place: possible for a fuzzy one only.
    Wrong,
    /// It doesn't stand in the text, and none is named.
    RightlyNone,
}

/// Holds an outcome to what is known of the passage in the changed text.
fn judge(source: &[char], text: &[Mark], passage: &Passage, outcome: &Outcome) -> Result<Fate, String> {
    let length = passage.span.len();
    let truth = truth(source, text, &passage.span);
    // Of what was torn apart or mostly left out there is no right place.
    let standing = truth.as_ref().filter(|truth| truth.left > 0.5 && truth.place.len() < length * 3 + 400);
    let whole = truth.as_ref().filter(|truth| truth.left >= 1.0);
    let holds = |range: &Range<usize>| truth.as_ref().is_some_and(|truth| truth.holds(text, range, &passage.span));
    let words = match &passage.anchor {
        Anchor::Exact { exact, .. } => Some(exact.0.as_str()),
        Anchor::Edges { .. } => None,
    };
    let all: String = text.iter().map(|mark| mark.c).collect();
    if let Outcome::Exact(range) | Outcome::Normalised { range, .. } = outcome {
        let range = range.start as usize..range.end as usize;
        let stretch = string(text, &range);
        if let Some(words) = words {
            if matches!(outcome, Outcome::Exact(_)) && stretch != words {
                return Err(format!("`{stretch}` isn't exactly `{words}`"));
            }
            if bare(&stretch) != bare(words) {
                return Err(format!("`{stretch}` isn't `{words}` in another spelling"));
            }
        }
        // An edit may leave a word out beside the same word: then the passage stands as it did, one word further on. Where
        // it was torn, paragraphs may come together as they were.
        let original: String = source[passage.span.start as usize..passage.span.end as usize].iter().collect();
        let mended = whole.is_none() && is_made_of(source, text, &range, &passage.span);
        let in_place = bare(&stretch) == bare(&original) && (holds(&range) || mended);
        if !in_place && !whole.is_some_and(|truth| truth.is(text, &range)) {
            return Err(format!("`{stretch}` at {range:?}, and its place is {truth:?}"));
        }
    }
    // Where the words stand as they did, they are found or among the places.
    if let (Some(words), Some(truth)) = (words, whole)
        && bare(&string(text, &truth.place)) == bare(words)
    {
        let place = &truth.place;
        let named = outcome.places().iter().any(|range| truth.is(text, &(range.start as usize..range.end as usize)));
        if !named {
            return Err(format!("`{words}` stands at {place:?}, and {outcome:?} doesn't name it"));
        }
        let many = words.chars().count() >= 40 && words.split_whitespace().count() >= 6;
        if many && occurrences(&all, words) == 1 && outcome.range().is_none() {
            return Err(format!("`{words}` stands once, at {place:?}, and is {outcome:?}"));
        }
    }
    if words.is_some_and(|words| occurrences(&all, words) == 0)
        && matches!(outcome, Outcome::Exact(_) | Outcome::Normalised { .. })
    {
        return Err(format!("the words stand nowhere, and are {outcome:?}"));
    }
    Ok(match (standing, outcome.range()) {
        (_, Some(range)) if holds(&(range.start as usize..range.end as usize)) => Fate::Right,
        (_, Some(_)) => Fate::Wrong,
        (Some(_), None) => Fate::Missed,
        (None, None) => Fate::RightlyNone,
    })
}

/// Changes an article and judges what becomes of its passages.
fn run(article: &Article, mutations: &[Mutation], dice: &mut Dice) -> Result<Vec<(Fate, Outcome)>, String> {
    let changed = mutations.iter().fold(marks(&article.text), |text, mutation| mutation.apply(text, dice));
    let text = Text::new(changed.iter().map(|mark| mark.c).collect::<String>());
    let passages: Vec<&Passage> = article.passages.iter().collect();
    let anchoring = anchor(&text, &passages, None);
    let judged = passages.iter().zip(anchoring.outcomes).map(|(passage, outcome)| {
        let fate = judge(&article.text, &changed, passage, &outcome)
            .map_err(|wrong| format!("{mutations:?}: {passage:?}: {wrong}"))?;
        Ok((fate, outcome))
    });
    judged.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_passage_is_ever_put_in_a_wrong_place(
        seed: u64, length in 20_usize..400, mutations in prop::collection::vec(prop::sample::select(&Mutation::ALL[..]), 0..3),
    ) {
        let article = article(seed, length);
        let fates = run(&article, &mutations, &mut Dice::new(!seed));
        prop_assert!(fates.is_ok(), "{}", fates.err().unwrap_or_default());
    }

    #[test]
    fn nothing_pasted_makes_it_panic(text in "(\\PC|[ab“”’ –\n\r\u{ad}]){0,80}", exact in "\\PC{0,9}", prefix in "\\PC{0,3}", start in 0_u32..90, length in 0_u32..90) {
        let words = Passage { span: start..start + length, anchor: Anchor::Exact { exact: sidebyline_dataset::model::Verbatim(exact.clone()), prefix, suffix: String::new() } };
        let edges = Passage { span: start..start + length, anchor: Anchor::Edges { head: sidebyline_dataset::model::Verbatim("a".into()), tail: sidebyline_dataset::model::Verbatim(exact), digest: String::new() } };
        let text = Text::new(text);
        for outcome in anchor(&text, &[&words, &edges], None).outcomes {
            prop_assert!(outcome.places().iter().all(|place| place.start < place.end && place.end <= text.len()));
        }
    }
}

/// How the passages of one kind fared under one mutation.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// They stand in the text, or most of them does.
    standing: usize,
    right: usize,
    /// Of the right ones, those that are only nearly there.
    fuzzy: usize,
    /// They don't.
    gone: usize,
    wrong: usize,
}

impl Tally {
    fn add(&mut self, fate: Fate, outcome: &Outcome) {
        self.fuzzy += usize::from(fate == Fate::Right && matches!(outcome, Outcome::Fuzzy { .. }));
        self.standing += usize::from(matches!(fate, Fate::Right | Fate::Missed));
        self.right += usize::from(fate == Fate::Right);
        self.gone += usize::from(matches!(fate, Fate::Wrong | Fate::RightlyNone));
        self.wrong += usize::from(fate == Fate::Wrong);
    }

    fn recall(self) -> f64 {
        self.right as f64 / self.standing.max(1) as f64
    }

    fn share(self) -> String {
        match self.standing {
            0 => "–".into(),
            _ => format!("{:.1} % ({})", self.recall() * 100.0, self.fuzzy),
        }
    }
}

/// How the passages of `articles` fare under `mutation`: those whose words are known, and those that are known by their edges.
fn tally(articles: &[Article], mutation: Option<Mutation>) -> (Tally, Tally) {
    let (mut words, mut edges) = (Tally::default(), Tally::default());
    for (at, article) in articles.iter().enumerate() {
        let fates = run(article, mutation.as_slice(), &mut Dice::new(1000 + at as u64)).expect("no place is wrong");
        for (passage, (fate, outcome)) in article.passages.iter().zip(fates) {
            if passage.exact().is_some() { &mut words } else { &mut edges }.add(fate, &outcome);
        }
    }
    (words, edges)
}

/// The row of the documents' table.
fn row(mutation: Option<Mutation>, (words, edges): (Tally, Tally)) -> String {
    let name = mutation.map_or("none: the text as it is", Mutation::name);
    let gone = words.gone + edges.gone;
    let wrong = if gone == 0 { "–".into() } else { format!("{} of {gone}", words.wrong + edges.wrong) };
    format!("| {name} | {} | {} | {wrong} |", words.share(), edges.share())
}

/// The least part of the standing passages that has to be found under a mutation: of those whose words are known, and of
/// those that are known by their edges.
fn floor(mutation: Mutation) -> (f64, f64) {
    match mutation {
        Mutation::Other => (0.0, 0.0),
        Mutation::LookAlikes => (0.9, 0.85),
        Mutation::Edited => (0.92, 0.96),
        Mutation::Duplicated => (0.97, 0.96),
        _ => (0.99, 0.99),
    }
}

/// Whether a mutation changes no word.
fn is_spelling(mutation: Mutation) -> bool {
    use Mutation::{Browser, Dashes, Decomposed, Invisible, LineBreaks, QuotationMarks, Spaces};
    [QuotationMarks, Dashes, Spaces, LineBreaks, Decomposed, Invisible, Browser].contains(&mutation)
}

#[test]
fn for_each_way_to_change_a_text_enough_is_found_and_the_architecture_tells_how_much() {
    let articles: Vec<Article> = (0..8).map(|seed| article(seed, 500)).collect();
    let mut table = String::new();
    for mutation in Mutation::ALL {
        let (words, edges) = tally(&articles, Some(mutation));
        let (of_words, of_edges) = floor(mutation);
        assert!(words.standing == 0 || words.recall() >= of_words, "{mutation:?}: {words:?}");
        assert!(edges.standing == 0 || edges.recall() >= of_edges, "{mutation:?}: {edges:?}");
        // Another spelling is no other wording.
        assert!(!is_spelling(mutation) || words.fuzzy * 50 <= words.right, "{mutation:?}: {words:?}");
        // Something like a passage that is gone may be called fuzzy, and seldom is.
        assert!((words.wrong + edges.wrong) * 10 <= words.gone + edges.gone, "{mutation:?}: {words:?} {edges:?}");
        let _ = writeln!(table, "{}", row(Some(mutation), (words, edges)));
    }
    let architecture = include_str!("../../../docs/ARCHITECTURE.md");
    assert!(
        architecture.contains(&table),
        "the section *Anchoring* of docs/ARCHITECTURE.md is out of date; its table is now\n{table}"
    );
}

/// The same for real articles: `SIDEBYLINE_TEXTS=dir cargo test -p sidebyline-compare --test anchoring -- --ignored
/// --nocapture` prints a row for each mutation of the bundled dataset's texts, which are not part of the repository.
#[test]
#[expect(clippy::print_stderr, reason = "what it finds out is for the documents")]
#[ignore = "it needs the bundled dataset's texts"]
fn on_real_articles() {
    let dir = std::env::var("SIDEBYLINE_TEXTS").expect("SIDEBYLINE_TEXTS names the folder of the texts");
    let texts: Vec<Text> = std::fs::read_dir(dir)
        .expect("the folder can be read")
        .filter_map(|entry| Text::from_bytes(std::fs::read(entry.ok()?.path()).ok()?).ok())
        .collect();
    let json = include_bytes!("../../../public/data/ceasefire-talks-2025-04.json");
    let (dataset, _) = Dataset::from_wire(sidebyline_dataset::parse(json).expect("it is a dataset"));
    let mut articles = Vec::new();
    for (source, about) in dataset.sources.iter() {
        let text = texts.iter().find(|text| text.raw_digest() == about.digest.raw).expect("the text is there");
        let mentions = dataset.mentions.iter().filter(|(_, mention)| mention.source == source);
        let quotes = dataset.quotes.iter().filter(|(_, quote)| quote.source == source);
        let passages = mentions.flat_map(|(_, mention)| &mention.passages);
        let passages: Vec<Passage> = passages.chain(quotes.flat_map(|(_, quote)| &quote.passages)).cloned().collect();
        let known = anchor(text, &passages.iter().collect::<Vec<_>>(), Some(&about.digest));
        assert!(
            known
                .outcomes
                .iter()
                .zip(&passages)
                .all(|(outcome, passage)| *outcome == Outcome::Exact(passage.span.clone()))
        );
        articles.push(Article { text: text.chars().to_vec(), passages });
    }
    eprintln!("{}", row(None, tally(&articles, None)));
    for mutation in Mutation::ALL {
        eprintln!("{}", row(Some(mutation), tally(&articles, Some(mutation))));
    }
}
