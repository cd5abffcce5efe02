//! A slow and plain reading of a file as JSON. It shares no code with what it checks.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::world::SOURCES;

/// A file, read again for each question.
pub struct Naive<'a>(pub &'a Value);

/// What a source says to a question.
#[derive(Debug, PartialEq)]
pub enum Said {
    Answers(Vec<(usize, Vec<String>)>),
    ReportsOnly,
    Silent,
    Nothing,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// Who speaks together, in whichever order they are named.
pub fn set(who: &[String]) -> Vec<String> {
    who.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

/// From which hour to which.
type Span = (Option<i64>, Option<i64>);

/// The hours of May 2031 that a date may speak of, counted from its first: the first, and the one after the last; none
/// where it is open.
fn hours(date: &str) -> Span {
    let day = |day: i64| 24 * (day - 1);
    match date {
        "2031-05-04" => (Some(day(4)), Some(day(5))),
        "2031-05-05" => (Some(day(5)), Some(day(6))),
        "[2031-05-04..2031-05-06]" => (Some(day(4)), Some(day(7))),
        "2031-05-06/2031-05-08" => (Some(day(6)), Some(day(9))),
        "[..2031-05-05]" => (None, Some(day(6))),
        "2031-05-07/.." => (Some(day(7)), None),
        "2031-05" => (Some(day(1)), Some(day(32))),
        _ => (None, None),
    }
}

impl Naive<'_> {
    fn source(&self, at: usize) -> String {
        text(&self.0["sources"][at]["id"])
    }

    fn all_mentions(&self) -> Vec<(usize, Value)> {
        let events = list(&self.0["events"]).into_iter().enumerate();
        events.flat_map(|(at, event)| list(&event["mentions"]).into_iter().map(move |mention| (at, mention))).collect()
    }

    pub fn quotes(&self, source: usize) -> Vec<Value> {
        list(&self.0["quotes"]).into_iter().filter(|quote| text(&quote["source"]) == self.source(source)).collect()
    }

    fn event_of(&self, quote: &Value) -> Option<usize> {
        list(&self.0["events"]).iter().position(|event| !quote["event"].is_null() && event["id"] == quote["event"])
    }

    pub fn reported(&self, source: usize) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> = self.quotes(source).iter().filter_map(|quote| self.event_of(quote)).collect();
        for (event, mention) in self.all_mentions() {
            if text(&mention["source"]) == self.source(source) {
                found.insert(event);
            }
        }
        found
    }

    pub fn says(&self, discrepancy: usize, source: usize) -> Said {
        let asked = &self.0["discrepancies"][discrepancy];
        let mut answers = Vec::new();
        for (at, answer) in list(&asked["answers"]).into_iter().enumerate() {
            let mut places: Vec<String> = Vec::new();
            for proof in list(&answer["evidence"]) {
                let place = text(&proof["mention"]) + &text(&proof["quote"]);
                if text(&proof["source"]) == self.source(source) && !places.contains(&place) {
                    places.push(place);
                }
            }
            if !places.is_empty() {
                answers.push((at, places));
            }
        }
        if !answers.is_empty() {
            return Said::Answers(answers);
        }
        match self.event_of(asked) {
            None => Said::Nothing,
            Some(event) if self.reported(source).contains(&event) => Said::ReportsOnly,
            Some(_) => Said::Silent,
        }
    }

    fn answers_of(&self, discrepancy: usize, source: usize) -> Vec<usize> {
        match self.says(discrepancy, source) {
            Said::Answers(answers) => answers.into_iter().map(|(at, _)| at).collect(),
            _ => Vec::new(),
        }
    }

    /// The pairs of sources that answer differently: in the order in which they came out if that is certain.
    pub fn pairs(&self, discrepancy: usize, chosen: &[usize]) -> Vec<(usize, usize, bool)> {
        let mut pairs = Vec::new();
        for &one in chosen {
            for &other in chosen {
                let (a, b) = (self.answers_of(discrepancy, one), self.answers_of(discrepancy, other));
                if one == other || !a.iter().any(|a| b.iter().any(|b| a != b)) {
                    continue;
                }
                let out = |source: usize| hours(&text(&self.0["sources"][source]["published"]));
                let before = |one: usize, other: usize| matches!((out(one).1, out(other).0), (Some(end), Some(start)) if end <= start);
                if before(one, other) {
                    pairs.push((one, other, true));
                } else if !before(other, one) && one < other {
                    pairs.push((one, other, false));
                }
            }
        }
        pairs.sort_unstable();
        pairs
    }

    /// For each scale: which answer lies from where to where.
    pub fn scales(&self, discrepancy: usize, chosen: &[usize]) -> Vec<Vec<(usize, f64, f64)>> {
        let answers = list(&self.0["discrepancies"][discrepancy]["answers"]);
        let given: Vec<usize> = (0..answers.len())
            .filter(|at| chosen.iter().any(|&source| self.answers_of(discrepancy, source).contains(at)))
            .collect();
        let mut scales = Vec::new();
        let mut seen: Vec<Value> = Vec::new();
        for &first in given.iter().filter(|&&at| answers[at]["number"].is_number()) {
            let unit = answers[first]["unit"].clone();
            if seen.contains(&unit) {
                continue;
            }
            let alike: Vec<(usize, f64)> = (given.iter())
                .filter(|&&at| answers[at]["unit"] == unit)
                .filter_map(|&at| Some((at, answers[at]["number"].as_f64()?)))
                .collect();
            seen.push(unit);
            let distinct: BTreeSet<i64> = alike.iter().map(|(_, number)| *number as i64).collect();
            if distinct.len() < 2 {
                continue;
            }
            let low = alike.iter().map(|(_, number)| *number).fold(0.0, f64::min);
            let high = alike.iter().map(|(_, number)| *number).fold(0.0, f64::max);
            scales.push(
                alike
                    .iter()
                    .map(|&(at, number)| (at, (number - low) / (high - low), (number - low) / (high - low)))
                    .collect(),
            );
        }
        let dates: Vec<(usize, Span)> = (given.iter())
            .filter(|&&at| answers[at]["date"].is_string())
            .map(|&at| (at, hours(&text(&answers[at]["date"]))))
            .collect();
        let ends: BTreeSet<i64> = dates.iter().flat_map(|(_, (from, to))| [*from, *to]).flatten().collect();
        let distinct: BTreeSet<_> = dates.iter().map(|(_, span)| *span).collect();
        if let (Some(&low), Some(&high), true) = (ends.first(), ends.last(), distinct.len() > 1)
            && low < high
        {
            let at = |hour: Option<i64>, open: f64| hour.map_or(open, |hour| (hour - low) as f64 / (high - low) as f64);
            scales.push(dates.iter().map(|&(of, (from, to))| (of, at(from, 0.0), at(to, 1.0))).collect());
        }
        scales
    }

    pub fn course(&self, source: usize) -> Vec<(Option<usize>, String)> {
        let first = |row: &Value| list(&row["passages"]).iter().filter_map(|passage| passage["start"].as_u64()).min();
        let mut left: Vec<(Option<u64>, Option<usize>, String)> = Vec::new();
        for (event, mention) in self.all_mentions() {
            if text(&mention["source"]) == self.source(source) {
                left.push((first(&mention), Some(event), text(&mention["id"])));
            }
        }
        for quote in self.quotes(source) {
            left.push((first(&quote), self.event_of(&quote), text(&quote["id"])));
        }
        // The file's order is kept where the places are the same, and reports stand before quotes in it.
        let mut course = Vec::new();
        for at in 0..=39 {
            course.extend(left.iter().filter(|row| row.0 == Some(at)).map(|row| (row.1, row.2.clone())));
        }
        course.extend(left.iter().filter(|row| row.0.is_none()).map(|row| (row.1, row.2.clone())));
        course
    }

    pub fn only(&self, source: usize) -> Vec<usize> {
        let others: BTreeSet<usize> =
            (0..SOURCES).filter(|&other| other != source).flat_map(|other| self.reported(other)).collect();
        self.reported(source).difference(&others).copied().collect()
    }

    pub fn left_out(&self, source: usize, could_not: &dyn Fn(usize, usize) -> bool) -> Vec<(usize, Vec<usize>)> {
        let mut found = Vec::new();
        for event in 0..list(&self.0["events"]).len() {
            let others = (0..SOURCES).filter(|&other| other != source);
            let (with, without): (Vec<usize>, Vec<usize>) =
                others.partition(|&other| self.reported(other).contains(&event));
            let excused = without.iter().all(|&other| could_not(event, other));
            if !self.reported(source).contains(&event) && with.len() >= 2 && excused {
                found.push((event, with));
            }
        }
        found
    }

    pub fn voices(&self, source: usize) -> Vec<(Vec<String>, Vec<String>)> {
        let course: Vec<String> = self.course(source).into_iter().map(|(_, id)| id).collect();
        let mut voices: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
        let mut quotes = self.quotes(source);
        quotes.sort_by_key(|quote| course.iter().position(|id| *id == text(&quote["id"])));
        for quote in quotes {
            let who: Vec<String> = list(&quote["speakers"]).iter().map(text).collect();
            voices.entry(set(&who)).or_default().push(text(&quote["id"]));
        }
        voices.into_iter().collect()
    }

    pub fn words(&self, source: usize) -> usize {
        let verbatim = |quote: &Value| {
            let content = text(&quote["content"]);
            match quote["kind"].as_str() {
                Some("direct") => content,
                Some("mixed") => content.split(['“', '”']).nth(1).unwrap_or_default().to_owned(),
                _ => String::new(),
            }
        };
        self.quotes(source).iter().map(|quote| verbatim(quote).split_whitespace().count()).sum()
    }

    pub fn cues(&self) -> Vec<(String, Vec<usize>)> {
        let mut cues: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for source in 0..SOURCES {
            for quote in self.quotes(source) {
                let cue = text(&quote["cue"]).to_lowercase();
                if !cue.is_empty() {
                    cues.entry(cue).or_insert_with(|| vec![0; SOURCES])[source] += 1;
                }
            }
        }
        cues.into_iter().collect()
    }
}
