//! The bars, for the eye and in words.

use sidebyline_dataset::model::SourceIdx;
use sidebyline_dataset::table::Idx;
use sidebyline_query::histogram::Bar;

use super::Scale;
use crate::components::badge::hue;
use crate::components::parts::{div, li, ul};
use crate::intl::number;
use crate::node::{Node, live, svg};
use crate::state::State;
use crate::strings;

/// The width of a bar with the gap to the next, and of the bar alone, in units of the drawing.
const STEP: usize = 10;
const WIDTH: &str = "8";

/// The drawing, with a list of the same for who doesn't see it.
pub fn bars(scale: Scale, state: State) -> Node {
    let words = live(move || state.answer(|answer| words(scale, &answer.histogram.bars)));
    [div("histogram__bars", drawing(scale, state)), ul("visually-hidden", words)].into()
}

/// There are two paths for each source: what is certain is filled, what isn't is hollow.
fn drawing(scale: Scale, state: State) -> Node {
    let most = scale.most;
    let bar = |source: SourceIdx, sure: bool| {
        let class = if sure { "histogram__bar " } else { "histogram__bar histogram__bar--hollow " };
        svg("path")
            .class([class, hue(source)].concat())
            .attr("vector-effect", "non-scaling-stroke")
            .live("d", move || state.answer(|answer| path(&answer.histogram.bars, source.position(), sure, most)))
    };
    let bars = scale.story.dataset.sources.indices().flat_map(|source| [bar(source, true), bar(source, false)]);
    svg("svg")
        .attr("viewBox", ["0 0 ", &(scale.bars * STEP).to_string(), " ", &scale.most.to_string()].concat())
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(bars.collect::<Vec<Node>>())
}

/// The stretch of one source in every bar: above what is certain of it stands what isn't, and both above the sources
/// before it.
fn path(bars: &[Bar], source: usize, sure: bool, most: usize) -> String {
    let mut path = String::new();
    for (at, bar) in bars.iter().enumerate() {
        let (certain, uncertain) = bar.reports[source];
        let below: usize = bar.reports[..source].iter().map(|(certain, uncertain)| certain + uncertain).sum();
        let (height, below) = if sure { (certain, below) } else { (uncertain, below + certain) };
        if height > 0 {
            let (left, foot, height) =
                ((at * STEP + 1).to_string(), most.saturating_sub(below).to_string(), height.to_string());
            for piece in ["M", &left, " ", &foot, "h", WIDTH, "v-", &height, "h-", WIDTH, "z"] {
                path.push_str(piece);
            }
        }
    }
    path
}

/// What the bars say, leaving out days without a report.
fn words(scale: Scale, bars: &[Bar]) -> Vec<Node> {
    let some = bars.iter().enumerate().filter(|(_, bar)| bar.events > 0);
    some.map(|(at, bar)| li("histogram__words", bar_in_words(scale, at, bar))).collect()
}

/// One bar in words.
pub fn bar_in_words(scale: Scale, at: usize, bar: &Bar) -> String {
    let sources = scale.story.dataset.sources.iter().zip(&bar.reports);
    let reports = sources.filter(|(_, (certain, uncertain))| certain + uncertain > 0);
    let reports: Vec<String> = reports
        .map(|((_, source), (certain, uncertain))| [&source.label, " ", &number(certain + uncertain)].concat())
        .collect();
    strings::timeline::bar(&scale.name(at), bar.events, &reports)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_on_those_of_the_sources_before_and_what_is_uncertain_above_what_is_certain() {
        let bars = [Bar { events: 3, reports: vec![(1, 1), (2, 0)] }, Bar { events: 1, reports: vec![(0, 0), (0, 1)] }];
        assert_eq!(path(&bars, 0, true, 4), "M1 4h8v-1h-8z");
        assert_eq!(path(&bars, 0, false, 4), "M1 3h8v-1h-8z");
        assert_eq!(path(&bars, 1, true, 4), "M1 2h8v-2h-8z");
        assert_eq!(path(&bars, 1, false, 4), "M11 4h8v-1h-8z");
    }
}
