//! Reports by day, stacked by source, with a choice of days: by dragging over the bars, by two handles, or by two
//! dates.

#![expect(
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "bars are few, and what may be out of bounds is put within them first"
)]

mod bars;
mod brush;
mod days;

use sidebyline_query::{Filter, Histogram, Selection, View};

use crate::components::parts::{p, row, say, span};
use crate::dates::{self, Unit};
use crate::intl;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, use_state, use_story};
use crate::strings;

/// About how many days are named below the bars.
const NAMED: usize = 7;
const DAY: i64 = 86_400;

/// What never changes about the histogram.
#[derive(Clone, Copy)]
struct Scale {
    story: &'static Story,
    /// The first day, how many days a bar stands for, and how many bars there are.
    first: i64,
    days: i64,
    bars: usize,
    /// The most reports that a bar can have.
    most: usize,
}

impl Scale {
    /// The first and the last day of the bar at `at`.
    fn days_of(&self, at: usize) -> (i64, i64) {
        let first = self.first + self.days * at as i64;
        (first, first + self.days - 1)
    }

    /// The bar that a day is in, or that is nearest to it.
    fn bar_of(&self, day: i64) -> usize {
        ((day - self.first).div_euclid(self.days).max(0) as usize).min(self.bars - 1)
    }

    /// The first and the last bar that are chosen.
    fn chosen(&self, state: State) -> (usize, usize) {
        let (from, to) = state.view(View::range);
        (from.map_or(0, |day| self.bar_of(day)), to.map_or(self.bars - 1, |day| self.bar_of(day)))
    }

    /// The days of a bar in words.
    fn name(&self, at: usize) -> String {
        let (first, last) = self.days_of(at);
        strings::timeline::days(&day(first), &day(last))
    }
}

/// The histogram; nothing where no event has a known day.
pub fn date_histogram() -> Node {
    let (story, state) = (use_story(), use_state());
    let (everything, _) = Selection::of(&View::default(), &story.dataset, &story.index);
    let unfiltered = Histogram::new(&story.dataset, &story.timeline, &story.index, &everything);
    if unfiltered.bars.is_empty() {
        return ().into();
    }
    let reports = |bar: &sidebyline_query::histogram::Bar| bar.reports.iter().map(|(sure, unsure)| sure + unsure).sum();
    let scale = Scale {
        first: unfiltered.first,
        days: unfiltered.days,
        bars: unfiltered.bars.len(),
        most: unfiltered.bars.iter().map(reports).max().unwrap_or(1).max(1),
        story,
    };
    let outside = live(move || strings::timeline::not_drawn(state.answer(|answer| answer.histogram.outside)));
    let key = |class, words: &'static str| span("histogram__key", row([span(class, ()), say(words)]));
    let legend = row([
        key("histogram__swatch", strings::timeline::CERTAIN),
        key("histogram__swatch histogram__swatch--hollow", strings::timeline::UNCERTAIN),
        span("histogram__outside", outside),
    ]);
    let title = strings::timeline::by_day(unfiltered.days as usize);
    let mut children = vec![el("figcaption").class("histogram__title").child(title)];
    children.extend(days::days(state));
    children.push(brush::brush(scale, state, bars::bars(scale, state)));
    children.push(axis(scale));
    children.push(p("histogram__legend", legend));
    el("figure").class("histogram").child(children)
}

/// Some of the days by name, each in the middle below its bar.
fn axis(scale: Scale) -> Node {
    let every = scale.bars.div_ceil(NAMED);
    let year = |day: i64| intl::unit(Unit::Year, day * DAY);
    let same_year = year(scale.first) == year(scale.days_of(scale.bars - 1).1);
    let unit = if same_year { Unit::ShortDay } else { Unit::Month };
    let name = |at: usize| {
        let name = intl::unit(unit, scale.days_of(at).0 * DAY);
        el("span").class("histogram__day").style("grid-column", move || (at + 1).to_string()).child(name)
    };
    // A name is as wide as its bars: at either end, half of them have to be there.
    let names: Vec<Node> = (every / 2..scale.bars - every / 2).step_by(every).map(name).collect();
    let bars = scale.bars;
    el("div")
        .class("histogram__axis")
        .attr("aria-hidden", "true")
        .style("--bars", move || bars.to_string())
        .child(names)
}

fn day(day: i64) -> String {
    intl::unit(dates::Unit::Day, day * DAY)
}

/// Chooses days live, while a person drags or types.
fn choose(state: State, from: Option<i64>, to: Option<i64>) {
    state.type_in(|view| view.with_range(from, to));
}

/// Whether days are chosen.
fn is_chosen(state: State) -> bool {
    state.view(|view| view.has(Filter::Range))
}
