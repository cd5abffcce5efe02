//! The bars, for the eye and in words.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_dataset::table::Idx;
use sidebyline_query::histogram::Bar;
use wasm_bindgen::JsValue;

use super::Scale;
use crate::components::badge::hue;
use crate::components::live::{Live, changing, live};
use crate::components::parts::{li, row, ul};
use crate::intl::number;
use crate::state::State;
use crate::strings;

/// The width of a bar with the gap to the next, and of the bar alone, in units of the drawing.
const STEP: usize = 10;
const WIDTH: &str = "8";
const SVG: &str = "http://www.w3.org/2000/svg";

/// The drawing, with a list of the same for who doesn't see it.
pub fn bars(scale: &Arc<Scale>, state: State) -> AnyView {
    let (drawn, told) = (Arc::clone(scale), Arc::clone(scale));
    let words = changing(move || state.answer(|answer| words(&told, &answer.histogram.bars)));
    let drawing = live("div", "histogram__bars", (), move |place| drop(draw(place, &drawn, state)));
    row([drawing, ul("visually-hidden", words)]).into_any()
}

/// Draws the bars into `place`. There are two paths for each source: what is certain is filled, what isn't is hollow.
fn draw(place: &Live, scale: &Scale, state: State) -> Result<(), JsValue> {
    let drawing = document().create_element_ns(Some(SVG), "svg")?;
    let size = ["0 0 ", &(scale.bars * STEP).to_string(), " ", &scale.most.to_string()].concat();
    let _ = drawing.set_attribute("viewBox", &size);
    let _ = drawing.set_attribute("preserveAspectRatio", "none");
    let _ = drawing.set_attribute("aria-hidden", "true");
    place.0.append_child(&drawing)?;
    let most = scale.most;
    for source in scale.story.dataset.sources.indices() {
        for (sure, class) in [(true, "histogram__bar "), (false, "histogram__bar histogram__bar--hollow ")] {
            let bar = Live(document().create_element_ns(Some(SVG), "path")?);
            drawing.append_child(&bar.0)?;
            bar.has("class", &[class, hue(source)].concat())
                .has("vector-effect", "non-scaling-stroke")
                .says("d", move || state.answer(|answer| path(&answer.histogram.bars, source.position(), sure, most)));
        }
    }
    Ok(())
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
fn words(scale: &Scale, bars: &[Bar]) -> Vec<AnyView> {
    let some = bars.iter().enumerate().filter(|(_, bar)| bar.events > 0);
    some.map(|(at, bar)| li("histogram__words", bar_in_words(scale, at, bar))).collect()
}

/// One bar in words.
pub fn bar_in_words(scale: &Scale, at: usize, bar: &Bar) -> String {
    let sources = scale.story.dataset.sources.iter().zip(&bar.reports);
    let reports = sources.filter(|(_, (certain, uncertain))| certain + uncertain > 0);
    let reports: Vec<String> = reports
        .map(|((_, source), (certain, uncertain))| [&source.label, " ", &number(certain + uncertain)].concat())
        .collect();
    strings::timeline::bar(&scale.name(at), bar.events, &reports)
}
