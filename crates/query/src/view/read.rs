//! Reading a view from an address: total, and nothing dropped without a word.

use std::ops::Range;

use sidebyline_dataset::check::is_id;
use sidebyline_dataset::edtf::{Edtf, Precision, Shape};

use super::{Choice, Page, Rows, SourceMode, Unit, View, Warning, canonical, canonical_whole};
use crate::facet::{Facet, MISSING};
use crate::{fold, percent};

/// Parameters that other sites append to links to follow people. They say nothing to us and nothing about the view.
const TRACKING: [&str; 5] = ["fbclid", "gclid", "mc_cid", "mc_eid", "ref"];
/// The days of the years 0 to 9999, counted from 1970-01-01.
pub(super) const DAYS: Range<i64> = -719_528..2_932_897;
/// The longest value, in characters: as long as an id may be.
const MAX_VALUE: usize = 64;
const SECONDS: i64 = 86_400;

/// Reads the query part of an address.
pub(super) fn read(query: &str) -> (View, Vec<Warning>) {
    let mut reader = Reader { view: View::default(), warnings: Vec::new(), text: String::new() };
    for part in query.strip_prefix('?').unwrap_or(query).split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        reader.parameter(&percent::decode(key), value);
    }
    let Reader { mut view, mut warnings, text } = reader;
    let (from, to) = view.range();
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        warnings.push(Warning::RangeReversed);
        view = view.with_range(from, to);
    }
    view = view.with_text(&text);
    if view.text() != canonical_whole(&text) {
        warnings.push(Warning::TextCut);
    }
    (view, warnings)
}

struct Reader {
    view: View,
    warnings: Vec<Warning>,
    text: String,
}

impl Reader {
    fn parameter(&mut self, key: &str, encoded: &str) {
        let value = percent::decode(encoded);
        let value = value.trim();
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key) {
            // Some programs escape the commas of a list, so it is taken apart before and after.
            return encoded.split(',').for_each(|part| self.choices(facet, &percent::decode(part)));
        }
        match key {
            "view" => {
                let page = option(&Page::ALL, value);
                self.set("view", value, page, |view, page| view.page = page);
            }
            "match" => self.set("match", value, mode(value), |view, mode| view.mode = mode),
            "from" => self.set("from", value, days(value), |view, (first, _)| view.from = Some(first)),
            "to" => self.set("to", value, days(value), |view, (_, last)| view.to = Some(last)),
            "q" => {
                self.text.push(' ');
                self.text.push_str(value);
            }
            "in" => self.set("in", value, (value == "verbatim").then_some(true), |view, only| view.verbatim = only),
            "count" => {
                let unit = option(&Unit::ALL, value);
                self.set("count", value, unit, |view, unit| view.unit = unit);
            }
            "rows" => self.set("rows", value, rows(value), |view, rows| view.rows = rows),
            "v" => self.set("v", value, version(value), |view, version| view.version = version),
            key if key.is_empty() || TRACKING.contains(&key) || key.starts_with("utm_") => {}
            key => self.warn(Warning::UnknownParameter(shown(key))),
        }
    }

    /// Sets what has one value. Nothing written means nothing; of several, the last counts.
    fn set<T>(&mut self, key: &'static str, written: &str, value: Option<T>, set: impl FnOnce(&mut View, T)) {
        match value {
            Some(value) => {
                let before = self.view.clone();
                set(&mut self.view, value);
                self.keep_if_it_fits(before);
            }
            None if written.is_empty() => {}
            None => self.warn(Warning::NotAValue(key, shown(written))),
        }
    }

    fn choices(&mut self, facet: Facet, list: &str) {
        for written in list.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            if self.warnings.contains(&Warning::TooLong) {
                return;
            }
            let excluded = written.strip_prefix('-');
            let Some(value) = token(facet, excluded.unwrap_or(written)) else {
                self.warn(Warning::NotAValue(facet.key(), shown(written)));
                continue;
            };
            let choice = Choice { value, excluded: excluded.is_some() };
            let known = self.view.choices[facet as usize].iter_mut().find(|known| known.value == choice.value);
            match known {
                Some(known) if known.excluded != choice.excluded => {
                    known.excluded = true;
                    self.warn(Warning::Contradiction(facet, choice.value));
                }
                Some(_) => {}
                None => {
                    let before = self.view.clone();
                    self.view.insert(facet, choice);
                    self.keep_if_it_fits(before);
                }
            }
        }
    }

    fn keep_if_it_fits(&mut self, before: View) {
        if !self.view.fits() {
            self.view = before;
            self.warn(Warning::TooLong);
        }
    }

    /// Notes a warning, once, and not without end.
    fn warn(&mut self, warning: Warning) {
        if self.warnings.len() < 8 && !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }
}

/// The canonical form of a facet's value, if it can be one.
pub(super) fn token(facet: Facet, written: &str) -> Option<String> {
    if written == MISSING {
        return Some(MISSING.into());
    }
    if facet == Facet::Cue {
        return Some(fold::token(written, MAX_VALUE)).filter(|token| !token.is_empty());
    }
    Some(written.to_ascii_lowercase()).filter(|id| is_id(id))
}

fn option<T: Copy>(all: &[(T, &'static str)], written: &str) -> Option<T> {
    all.iter().find(|(_, spelling)| *spelling == written).map(|(option, _)| *option)
}

fn mode(written: &str) -> Option<SourceMode> {
    match written {
        "any" | "1" => Some(SourceMode::Any),
        "all" => Some(SourceMode::All),
        "none" => Some(SourceMode::None),
        "only" => Some(SourceMode::Only),
        number => number.parse().ok().filter(|&number| number > 1).map(SourceMode::AtLeast),
    }
}

fn rows(written: &str) -> Option<Rows> {
    match written {
        "all" => Some(Rows::All),
        "differences" => Some(Rows::Differences),
        "shared" => Some(Rows::Shared),
        only => Some(only.strip_prefix("only.")?.to_ascii_lowercase()).filter(|id| is_id(id)).map(Rows::Only),
    }
}

fn version(written: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    (!written.is_empty() && written.len() <= MAX_VALUE && written.chars().all(plain)).then(|| written.into())
}

/// The first and the last day of a day, month or year that is written without any doubt.
pub(super) fn days(written: &str) -> Option<(i64, i64)> {
    let Shape::Date(date) = written.parse::<Edtf>().ok()?.shape() else { return None };
    let plain = !date.uncertain && !date.approximate;
    let whole = matches!(date.precision, Precision::Day | Precision::Month | Precision::Year);
    let days = (date.first.div_euclid(SECONDS), date.last.div_euclid(SECONDS));
    (plain && whole && DAYS.contains(&days.0) && DAYS.contains(&days.1)).then_some(days)
}

/// As much of a stranger's text as a message may carry.
fn shown(text: &str) -> String {
    let short = canonical(text);
    let mut shown: String = short.chars().take(40).collect();
    if shown.len() < text.trim().len() {
        shown.push('…');
    }
    shown
}
