//! How long it takes to find 100 passages in an article of 10,000 words, beside a search by the whole table of edit
//! distances in the same run: `cargo bench -p sidebyline-compare`.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use sidebyline_compare::anchor::anchor;
use sidebyline_dataset::model::Passage;
use sidebyline_dataset::text::Text;

#[path = "article.rs"]
mod article;
#[path = "mutation.rs"]
#[expect(dead_code, reason = "some changes are for tests only")]
mod mutation;

use article::{Dice, article};
use mutation::{Mark, Mutation};

/// The median of several runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut took: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    took.sort();
    took[runs / 2]
}

/// The least distance of `words` in `text`, cell by cell (Sellers 1980).
fn naive(words: &[char], text: &[char]) -> Option<usize> {
    let mut above = vec![0; text.len() + 1];
    for (row, word) in words.iter().enumerate() {
        let mut current = Vec::with_capacity(text.len() + 1);
        current.push(row + 1);
        for (at, c) in text.iter().enumerate() {
            current.push((above[at] + usize::from(word != c)).min(above[at + 1] + 1).min(current[at] + 1));
        }
        above = current;
    }
    above.into_iter().min()
}

fn main() {
    let article = article(1, 10_000);
    let every = |test: fn(&Passage) -> bool, count: usize| {
        let all: Vec<&Passage> = article.passages.iter().filter(|passage| test(passage)).collect();
        let step = all.len() / count;
        all.into_iter().step_by(step).take(count)
    };
    let passages: Vec<&Passage> =
        every(|passage| passage.exact().is_some(), 50).chain(every(|passage| passage.exact().is_none(), 50)).collect();
    let marks = || article.text.iter().map(|&c| Mark { c, origin: None, copy: false }).collect::<Vec<_>>();
    let changed = |mutations: &[Mutation]| {
        let mut dice = Dice::new(1);
        let marks = mutations.iter().fold(marks(), |text, mutation| mutation.apply(text, &mut dice));
        marks.iter().map(|mark| mark.c).collect::<String>()
    };
    let other = "Nothing of it stands here, nor would it. ".repeat(125_000);
    let cases = [
        ("the article as it is", changed(&[])),
        ("a browser's copy", changed(&[Mutation::Browser])),
        ("half of the sentences edited", changed(&[Mutation::Edited])),
        ("another text of that length", changed(&[Mutation::Other])),
        ("another text of 5 MB", other.clone()),
        ("the article within 5 MB", changed(&[Mutation::Edited]) + &other),
    ];
    for (name, text) in cases {
        let text = Text::new(text);
        let took = median(5, || drop(black_box(anchor(black_box(&text), &passages, None))));
        let anchoring = anchor(&text, &passages, None);
        println!(
            "{name:30} {:9.1} ms, {} of {} placed{}",
            took.as_secs_f64() * 1000.0,
            anchoring.placed(),
            passages.len(),
            if anchoring.bounded { ", bounded" } else { "" }
        );
    }
    let words = passages.iter().filter_map(|passage| passage.exact());
    let words: Vec<Vec<char>> = words.map(|words| words.0.chars().collect()).collect();
    let took = median(1, || {
        for words in &words {
            black_box(naive(words, &article.text));
        }
    });
    println!(
        "{:30} {:9.1} ms for the {} whose words are known",
        "baseline: the whole table",
        took.as_secs_f64() * 1000.0,
        words.len()
    );
}
