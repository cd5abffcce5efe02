//! Reading a view from an address: total, and nothing dropped without a word.

use std::ops::Range;

use sidebyline_dataset::check::{is_id, is_version};
use sidebyline_dataset::edtf::{Day, civil_from_days, days_from_civil};

use super::{
    Data, MAX_ITEMS, Order, Page, Rows, Sign, SourceMode, Stand, Theme, Unit, View, Warning, canonical_whole, note,
};
use crate::facet::{Facet, MISSING};
use crate::{fold, percent};

/// Parameters that others append, and that say nothing about the view: sites to follow people, and Pym in the page that
/// holds this one in a frame (`boot.js` reads them).
const FOREIGN: [&str; 9] =
    ["fbclid", "gclid", "mc_cid", "mc_eid", "ref", "initialWidth", "childId", "parentTitle", "parentUrl"];
/// The days of the years 0 to 9999, counted from 1970-01-01.
pub(super) const DAYS: Range<i64> = -719_528..2_932_897;
/// The last part of a list that can be asked for, counted from 0: no list has more.
pub(super) const LAST_PART: usize = 999_998;
/// The longest value, in characters: as long as an id may be.
const MAX_VALUE: usize = 64;

/// Reads the query part of an address.
pub(super) fn read(query: &str) -> (View, Vec<Warning>) {
    let mut reader = Reader::default();
    let parts = query.strip_prefix('?').unwrap_or(query).split('&').filter(|part| !part.is_empty());
    let parts = parts.map(|part| part.split_once('=').unwrap_or((part, "")));
    // Of a link that is too long, this must not be what is left out: all else means something only in its dataset.
    for (_, value) in parts.clone().filter(|(key, value)| percent::decode(key) == "data" && !value.is_empty()) {
        if let Some(data) = Data::parse(percent::decode(value).trim()) {
            reader.view.data = data;
        }
    }
    for (key, value) in parts {
        reader.parameter(&percent::decode(key), value);
    }
    reader.finish()
}

/// What has been read so far. Each value costs no more than printing a view that fits, however many there are.
#[derive(Default)]
struct Reader {
    view: View,
    warnings: Vec<Warning>,
    from: Option<(i64, i64)>,
    to: Option<(i64, i64)>,
    text: String,
    version: String,
    too_long: bool,
}

impl Reader {
    fn parameter(&mut self, key: &str, encoded: &str) {
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key) {
            // Some programs escape the commas of a list, so it is taken apart before and after.
            return encoded.split(',').for_each(|part| self.choices(facet, &percent::decode(part)));
        }
        let value = percent::decode(encoded);
        let value = value.trim();
        match key {
            "columns" => return self.ids("columns", value, usize::MAX, |view| &mut view.columns),
            "items" => return self.ids("items", value, MAX_ITEMS, |view| &mut view.items),
            _ => {}
        }
        // Of several values the last one counts.
        let (key, set) = match key {
            "view" => ("view", option(&Page::ALL, value).map(|page| self.view.page = page)),
            "match" => ("match", mode(value).map(|mode| self.view.mode = mode)),
            "from" => ("from", days(value).map(|days| self.from = Some(days))),
            "to" => ("to", days(value).map(|days| self.to = Some(days))),
            "q" => {
                self.text.push(' ');
                self.text.push_str(value);
                return;
            }
            "in" => ("in", (value == "verbatim").then(|| self.view.verbatim = true)),
            "count" => ("count", option(&Unit::ALL, value).map(|unit| self.view.unit = unit)),
            "rows" => ("rows", rows(value).map(|rows| self.view.rows = rows)),
            "order" => ("order", option(&Order::ALL, value).map(|order| self.view.order = order)),
            "group" => ("group", (value == "outlet").then(|| self.view.by_outlet = true)),
            "article" => ("article", id(value).map(|id| self.view.article = id)),
            "form" => ("form", (value == "table").then(|| self.view.table = true)),
            "marks" => ("marks", (value == "all").then(|| self.view.all_marks = true)),
            "part" => ("part", part(value).map(|part| self.view.part = part)),
            "data" => ("data", Data::parse(value).map(|_| ())), // it has been read
            "embed" => ("embed", (value == "1").then(|| self.view.embed = true)),
            "theme" => ("theme", option(&Theme::ALL, value).map(|theme| self.view.theme = theme)),
            "v" => ("v", version(value).map(|version| self.version = version)),
            key if key.is_empty() || FOREIGN.contains(&key) || key.starts_with("utm_") => return,
            key => return self.warn(Warning::UnknownParameter(shown(key))),
        };
        // Nothing written means nothing.
        if set.is_none() && !value.is_empty() {
            self.warn(Warning::NotAValue(key, shown(value)));
        }
    }

    /// Reads a list of ids, in its order.
    fn ids(&mut self, key: &'static str, written: &str, most: usize, of: fn(&mut View) -> &mut Vec<String>) {
        for part in written.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let Some(id) = id(part) else {
                self.warn(Warning::NotAValue(key, shown(part)));
                continue;
            };
            let list = of(&mut self.view);
            if self.too_long || list.contains(&id) {
                continue;
            }
            list.push(id);
            if list.len() > most || !self.view.fits() {
                of(&mut self.view).pop();
                self.too_long = true;
            }
        }
    }

    fn choices(&mut self, facet: Facet, list: &str) {
        for written in list.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (excluded, value) = written.strip_prefix('-').map_or((false, written), |value| (true, value));
            let Some(value) = token(facet, value) else {
                self.warn(Warning::NotAValue(facet.key(), shown(written)));
                continue;
            };
            let sign = if excluded { Sign::Exclude } else { Sign::Include };
            let known = self.view.sign(facet, &value);
            // Once something had no room, nothing else gets it: what is left out is the end of the list.
            if known == sign || (known == Sign::Off && self.too_long) {
                continue;
            }
            if known != Sign::Exclude {
                let sign = if known == Sign::Off { sign } else { Sign::Exclude };
                self.view.choose(facet, value.clone(), sign);
                if !self.view.fits() {
                    self.view.choose(facet, value.clone(), Sign::Off);
                    self.too_long = true;
                }
            }
            if known != Sign::Off {
                self.warn(Warning::Contradiction(facet, value));
            }
        }
    }

    /// The view, with what can only be put into it together.
    fn finish(self) -> (View, Vec<Warning>) {
        let Self { mut view, mut warnings, from, to, text, version, mut too_long } = self;
        let reversed = from.zip(to).is_some_and(|(from, to)| from.0 > to.1);
        let (from, to) = if reversed { (to, from) } else { (from, to) };
        view.from = from.map(|(first, _)| first);
        view.to = to.map(|(_, last)| last);
        view.version = version;
        if !view.fits() {
            view.version = String::new();
            too_long = true;
        }
        view = view.with_text(&text).at_part(view.part);
        let cut = view.text() != canonical_whole(&text);
        let last = [(reversed, Warning::RangeReversed), (cut, Warning::TextCut), (too_long, Warning::TooLong)];
        warnings.extend(last.into_iter().filter(|(so, _)| *so).map(|(_, warning)| warning));
        (view, warnings)
    }

    fn warn(&mut self, warning: Warning) {
        note(&mut self.warnings, warning);
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
    id(written)
}

fn id(written: &str) -> Option<String> {
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

/// Parts are counted from 1 in the address.
fn part(written: &str) -> Option<usize> {
    written.parse::<usize>().ok()?.checked_sub(1).filter(|part| *part <= LAST_PART)
}

fn rows(written: &str) -> Option<Rows> {
    match written {
        "all" => Some(Rows::All),
        "differences" => Some(Rows::Differences),
        "shared" => Some(Rows::Shared),
        of => {
            let (stand, source) = of.split_once('.')?;
            let source = id(source)?;
            if stand == "only" {
                return Some(Rows::Only(source));
            }
            Some(Rows::Where(option(&Stand::ALL, stand)?, source))
        }
    }
}

pub(super) fn version(written: &str) -> Option<String> {
    is_version(written).then(|| written.into())
}

/// The first and the last day of a day, month or year that is written without any doubt. It reads of EDTF just that: the
/// first view has no other date to read, and a reader of all of EDTF would be loaded for it.
pub(super) fn days(written: &str) -> Option<(i64, i64)> {
    let unsigned = written.strip_prefix('-');
    let mut parts = unsigned.unwrap_or(written).split('-');
    let year = digits(parts.next()?, 4).filter(|&year| unsigned.is_none() || year == 0).map(i64::from)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let known = |part: &&str| *part != "XX";
    let first = |year, month, day| days_from_civil(Day { year, month, day });
    match (month.filter(known), day.filter(known)) {
        (None, None) => Some((first(year, 1, 1), first(year + 1, 1, 1) - 1)),
        (None, Some(_)) => None,
        (Some(month), day) => {
            let month = digits(month, 2).filter(|month| (1..=12).contains(month))? as u8;
            let Some(day) = day else {
                let next = if month == 12 { first(year + 1, 1, 1) } else { first(year, month + 1, 1) };
                return Some((first(year, month, 1), next - 1));
            };
            let day = Day { year, month, day: digits(day, 2)? as u8 };
            let at = days_from_civil(day);
            // What isn't a day of its month is one of another.
            (civil_from_days(at) == day).then_some((at, at))
        }
    }
}

/// The number that just so many digits write.
fn digits(written: &str, length: usize) -> Option<u32> {
    let plain = written.len() == length && written.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| written.parse().ok())?
}

/// As much of a stranger's text as a message may carry. What can't be seen, or would turn what stands round it, is
/// shown as a sign of its own.
fn shown(text: &str) -> String {
    let mut chars = text.trim().chars();
    let unseen = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown: String = chars.by_ref().take(40).map(|c| if unseen(c) { '\u{fffd}' } else { c }).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}
