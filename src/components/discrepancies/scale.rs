//! A small scale: a line for each answer, on which a mark shows where it lies. The text beside it says the same.

use sidebyline_compare::Question;
use sidebyline_compare::scale::{Axis, Mark, Scale};
use sidebyline_dataset::model::{DiscrepancyIdx, SourceIdx};

use crate::components::badge::{badge, hue};
use crate::components::parts::{div, for_the_eye, maybe, p, row, say, span, unseen};
use crate::components::words::text;
use crate::dates::{self, Unit};
use crate::intl;
use crate::load::Story;
use crate::node::{Node, el};
use crate::strings;
use crate::strings::discrepancies as words;

/// The answers to the question at `index` that can be compared.
pub fn of_answers(story: &Story, index: DiscrepancyIdx, scale: &Scale, question: &Question) -> Node {
    let dataset = &story.dataset;
    let answers = &dataset.discrepancies[index].answers;
    let by = question.by_answer();
    let line = |mark: &Mark| {
        let givers = by.iter().find(|(answer, _)| *answer == mark.of).map_or(&[][..], |(_, givers)| givers);
        let mut who: Vec<Node> = Vec::new();
        for &source in givers {
            who.extend([for_the_eye(badge(dataset, source)), unseen(dataset.sources[source].label.clone()), say(" ")]);
        }
        let answer = &answers[mark.of];
        who.push(text(&answer.value, &dataset.about.language));
        if let Some(date) = answer.date.as_ref().filter(|_| scale.axis == Axis::Time) {
            who.push(span("scale__exact", words::as_date(&dates::words(date))));
        }
        laid(mark, givers.first().copied(), who)
    };
    let unit = scale.marks.first().and_then(|mark| answers[mark.of].unit.as_deref()).unwrap_or_default();
    let given = by.len();
    figure(scale, words::scale(scale.axis, unit), scale.marks.iter().map(line).collect(), scale.marks.len(), given)
}

/// When `sources` came out.
pub fn of_publications(story: &Story, sources: &[SourceIdx], scale: &Scale) -> Node {
    let dataset = &story.dataset;
    let line = |mark: &Mark| {
        let source = sources.get(mark.of).copied()?;
        let label = dataset.sources[source].label.clone();
        let published = dataset.sources[source].published.as_ref().map(dates::words).unwrap_or_default();
        let who = row([for_the_eye(badge(dataset, source)), unseen(label), say(" "), say(published)]);
        Some(laid(mark, Some(source), who))
    };
    let lines = scale.marks.iter().filter_map(line).collect();
    figure(scale, words::PUBLICATIONS.into(), lines, scale.marks.len(), sources.len())
}

/// What is laid on a scale: who, and where.
fn laid(mark: &Mark, source: Option<SourceIdx>, who: Vec<Node>) -> Node {
    let Mark { from, to, open_start, open_end, .. } = *mark;
    let point = from >= to;
    let mut class = String::from(if point { "scale__mark scale__mark--point" } else { "scale__mark" });
    for (is, open) in [(open_start, " scale__mark--open-start"), (open_end, " scale__mark--open-end")] {
        class.push_str(if is { open } else { "" });
    }
    let mark = el("span")
        .class(class)
        .style("inset-inline-start", move || percent(from))
        .style("inline-size", move || percent(to - from));
    let hue = source.map_or("", hue);
    let track = for_the_eye(mark).class("scale__track");
    el("li").class(["scale__line ", hue].concat()).child(row([span("scale__who", who), track]))
}

fn figure(scale: &Scale, title: String, lines: Vec<Node>, laid: usize, of: usize) -> Node {
    let day = |second: f64| intl::unit(Unit::Day, second as i64);
    let (first, last) = match scale.axis {
        // The last second that belongs to it is the one before its end.
        Axis::Time => (day(scale.ends.0), day(scale.ends.1 - 1.0)),
        _ => (intl::decimal(scale.ends.0), intl::decimal(scale.ends.1)),
    };
    let caption = row([
        say(title),
        say(if scale.axis == Axis::Logarithm { words::LOGARITHM } else { "" }),
        maybe((laid < of).then(|| say(words::on_scale(laid, of)))),
    ]);
    let ends = row([say(first), say(last)].map(|end| span("scale__end", end)));
    let children = row([
        el("figcaption").class("scale__title").child(caption),
        el("ul").class("scale__lines").child(lines),
        div("scale__ends", p("scale__axis", ends)),
    ]);
    el("figure").class("scale").attr("aria-label", strings::discrepancies::SCALE).child(children)
}

/// A part as a percentage, to hundredths; without the code that writes floating-point numbers.
pub fn percent(part: f64) -> String {
    #[expect(clippy::cast_sign_loss, reason = "a part lies between 0 and 1")]
    let hundredths = (part.clamp(0.0, 1.0) * 10_000.0).round() as u32;
    let digit = |digit: u32| char::from_digit(digit % 10, 10).unwrap_or('0');
    let mut written = (hundredths / 100).to_string();
    written.extend(['.', digit(hundredths / 10), digit(hundredths), '%']);
    written
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_part_is_written_to_hundredths_of_a_percent() {
        assert_eq!([0.0, 1.0 / 3.0, 0.5, 1.0].map(percent), ["0.00%", "33.33%", "50.00%", "100.00%"]);
        assert_eq!([-1.0, 2.0, f64::NAN].map(percent), ["0.00%", "100.00%", "0.00%"]);
    }
}
