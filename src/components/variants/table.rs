//! The table for experts: a witness a row, a stretch of agreement or difference a column.

use sidebyline_compare::variant::difference::Kind;
use sidebyline_compare::variant::segment::{Cell, Gap, Segment};

use crate::components::badge::{badge, hue};
use crate::components::parts::{for_the_eye, row, say, unseen};
use crate::components::variants::comparison::Wording;
use crate::components::variants::line::class;
use crate::node::{Node, el};
use crate::strings::variants as strings;

/// The table, in a box that scrolls sideways.
pub fn table(wording: &Wording, close: bool) -> Node {
    let comparison = &wording.comparison;
    let segments = if close { &comparison.close } else { &comparison.segments };
    let kinds_in = |segment: &Segment| {
        let mut kinds: Vec<Kind> = (comparison.differences_in(segment, close).into_iter())
            .filter_map(|number| comparison.differences.get(number))
            .map(|difference| difference.kind)
            .collect();
        kinds.dedup();
        kinds
    };
    let kinds: Vec<Vec<Kind>> = segments.iter().map(kinds_in).collect();
    let mut heads = vec![el("th").attr("scope", "col").child(unseen(strings::WITNESS))];
    for (at, kinds) in kinds.iter().enumerate() {
        let signs: Vec<&str> = kinds.iter().map(|&kind| strings::glyph(kind)).collect();
        let head = row([for_the_eye(signs.join(" ")), unseen(strings::stretch(at + 1, kinds))]);
        heads.push(el("th").attr("scope", "col").class("collation__mark").child(head));
    }
    let line = |(witness, item): (usize, &sidebyline_compare::Item)| {
        let source = item.source(&wording.story.dataset);
        let name = row([for_the_eye(badge(&wording.story.dataset, source)), unseen(wording.labels[witness].clone())]);
        let mut cells =
            vec![el("th").attr("scope", "row").class(["collation__witness ", hue(source)].concat()).child(name)];
        for (segment, kinds) in segments.iter().zip(&kinds) {
            cells.push(cell(wording, segment, kinds.last().copied(), witness));
        }
        el("tr").child(cells)
    };
    let lines: Vec<Node> = comparison.items.iter().enumerate().map(line).collect();
    let table = el("table").class("collation__table").child([
        el("caption").class("visually-hidden").child(strings::DIFFERENCES),
        el("thead").child(el("tr").child(heads)),
        el("tbody").child(lines),
    ]);
    el("div")
        .class("collation")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", strings::DIFFERENCES)
        .child(table)
}

fn cell(wording: &Wording, segment: &Segment, kind: Option<Kind>, witness: usize) -> Node {
    match segment.cells.get(witness) {
        Some(Cell::Words(words)) => {
            // What the first group reads is what the others are held against.
            let differs = segment.groups.first().is_some_and(|group| !group.contains(&witness));
            let text = wording.text(witness, words);
            el("td").child(match kind.filter(|_| differs) {
                Some(kind) => el("span").class(class(kind)).child(text),
                None => text,
            })
        }
        Some(Cell::Gap(gap)) => {
            let sign = if *gap == Gap::Outside { strings::OUTSIDE } else { strings::GAP };
            el("td").class("collation__gap").child(row([for_the_eye(say(sign)), unseen(strings::gap(*gap))]))
        }
        None => el("td"),
    }
}
