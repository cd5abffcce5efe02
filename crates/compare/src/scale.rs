//! A common scale for the answers to one question: where each lies between two ends.
//!
//! Only answers that can be compared get one: numbers of the same unit, and dates. A scale is there to show how far
//! answers lie apart, so there is none for fewer than two of them, and none where all lie at the same place.
//!
//! | what | ends | position |
//! | --- | --- | --- |
//! | numbers | from 0 to the one farthest from it; from the least to the greatest if some lie on either side of 0 | linear |
//! | numbers above 0, the greatest at least [`LOG_FROM`] times the least | the least and the greatest | by logarithm, base 10 |
//! | dates | the first and the last known end of any of them | linear in time |
//!
//! A linear scale begins at 0 because the figures of news are counts, lengths and shares: three years lie near four, and
//! would not seem to if they made up the two ends.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::{Edtf, Extent};
use sidebyline_dataset::model::{Answer, DiscrepancyIdx, SourceIdx};

/// How many times the least the greatest has to be for a scale by logarithm: three orders of magnitude, from where on the
/// least could no longer be told from 0.
pub const LOG_FROM: f64 = 1_000.0;

/// Where things lie between two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// What it measures, and how.
    pub axis: Axis,
    /// Its first and its last value: in the unit of the answers, or in seconds since 1970-01-01T00:00:00Z.
    pub ends: (f64, f64),
    /// What lies on it, in the order in which it was given.
    pub marks: Vec<Mark>,
}

/// What a scale measures, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Numbers of one unit, linear.
    Number,
    /// Numbers of one unit, by logarithm.
    Logarithm,
    /// Time, linear.
    Time,
}

/// One thing on a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Which: the position of the answer in its discrepancy, or of the source among those that were given.
    pub of: usize,
    /// Where it begins, from 0 to 1.
    pub from: f64,
    /// Where it ends, from 0 to 1; not before it begins. For a number, the same place.
    pub to: f64,
    /// Whether it may begin before the scale does: its start isn't known, or there is none.
    pub open_start: bool,
    /// Whether it may end after the scale does.
    pub open_end: bool,
}

/// Some answers as numbers of one unit, each with its position.
type Numbers = Vec<(usize, f64)>;

/// The scales of the answers that some of `sources` give to the question of `discrepancy`: one for each unit in which
/// two or more of them are numbers, in the order in which the units first occur, then one for the dates.
pub fn scales(dataset: &Dataset, discrepancy: DiscrepancyIdx, sources: &[SourceIdx]) -> Vec<Scale> {
    let given = |answer: &&(usize, &Answer)| answer.1.evidence.iter().any(|proof| sources.contains(&proof.source));
    let answers: Vec<(usize, &Answer)> = dataset.discrepancies[discrepancy].answers.iter().enumerate().collect();
    let answers: Vec<&(usize, &Answer)> = answers.iter().filter(given).collect();
    let mut units: Vec<(Option<&str>, Numbers)> = Vec::new();
    let mut dates: Vec<(usize, Extent)> = Vec::new();
    for (at, answer) in answers {
        if let Some(number) = answer.number.filter(|number| number.is_finite()) {
            let unit = answer.unit.as_deref();
            match units.iter_mut().find(|(known, _)| *known == unit) {
                Some((_, numbers)) => numbers.push((*at, number)),
                None => units.push((unit, vec![(*at, number)])),
            }
        }
        dates.extend(answer.date.as_ref().map(|date| (*at, date.extent())));
    }
    let numbers = units.iter().filter_map(|(_, numbers)| of_numbers(numbers));
    numbers.chain(of_time(&dates)).collect()
}

/// When each of `sources` was published, as far as is known; the marks are of their positions in `sources`.
pub fn publications(dataset: &Dataset, sources: &[SourceIdx]) -> Option<Scale> {
    let published = |source: SourceIdx| dataset.sources[source].published.as_ref().map(Edtf::extent);
    let known = sources.iter().enumerate().filter_map(|(at, &source)| Some((at, published(source)?)));
    of_time(&known.collect::<Vec<_>>())
}

/// The scale of some finite numbers.
fn of_numbers(numbers: &[(usize, f64)]) -> Option<Scale> {
    let values = || numbers.iter().map(|(_, number)| *number);
    let (least, greatest) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if numbers.len() < 2 || least >= greatest {
        return None;
    }
    let logarithm = least > 0.0 && greatest / least >= LOG_FROM;
    let (axis, ends) = if logarithm {
        (Axis::Logarithm, (least, greatest))
    } else {
        (Axis::Number, (least.min(0.0), greatest.max(0.0)))
    };
    let mark = |&(of, number): &(usize, f64)| {
        let at = match axis {
            Axis::Logarithm => part(least.log10(), number.log10(), greatest.log10()),
            _ => part(ends.0, number, ends.1),
        };
        Mark { of, from: at, to: at, open_start: false, open_end: false }
    };
    Some(Scale { axis, ends, marks: numbers.iter().map(mark).collect() })
}

/// Which part of the way from `first` to `last` lies before `value`. The ends may lie as far apart as numbers can.
fn part(first: f64, value: f64, last: f64) -> f64 {
    let whole = last - first;
    let part = if whole.is_finite() {
        (value - first) / whole
    } else {
        (value / 2.0 - first / 2.0) / (last / 2.0 - first / 2.0)
    };
    part.clamp(0.0, 1.0)
}

/// The scale of some dates. One that is known at neither end has no place on it.
fn of_time(dates: &[(usize, Extent)]) -> Option<Scale> {
    // The last second belongs to it: it ends where the next begins.
    let spans = dates.iter().map(|&(of, date)| {
        let (first, last) = (date.earliest(), date.latest());
        (of, (first != i64::MIN).then_some(first), (last != i64::MAX).then(|| last.saturating_add(1)))
    });
    let spans: Vec<(usize, Option<i64>, Option<i64>)> =
        spans.filter(|(_, first, end)| first.is_some() || end.is_some()).collect();
    let known = || spans.iter().flat_map(|(_, first, end)| [*first, *end]).flatten();
    let (first, last) = (known().min()?, known().max()?);
    let alike = spans.iter().all(|(_, start, end)| spans.first().is_some_and(|one| (one.1, one.2) == (*start, *end)));
    if alike || first == last {
        return None;
    }
    let whole = i128::from(last) - i128::from(first);
    let at = |second: i64| (i128::from(second) - i128::from(first)) as f64 / whole as f64;
    let mark = |&(of, start, end): &(usize, Option<i64>, Option<i64>)| Mark {
        of,
        from: start.map_or(0.0, at),
        to: end.map_or(1.0, at),
        open_start: start.is_none(),
        open_end: end.is_none(),
    };
    Some(Scale { axis: Axis::Time, ends: (first as f64, last as f64), marks: spans.iter().map(mark).collect() })
}

#[cfg(test)]
mod tests;
