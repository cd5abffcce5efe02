//! Which sources stand side by side, and which events.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_dataset::model::SourceIdx;
use sidebyline_dataset::table::Idx;
use sidebyline_export::excerpt::kind;
use sidebyline_query::{Facet, Rows, Sign, View};

use crate::components::badge::badge;
use crate::components::compare::rows::{Shown, Side};
use crate::components::compare::with_rows;
use crate::components::parts::{div, for_the_eye, maybe, p, row, say, span, unseen};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::reveal::to_the_events;
use crate::state::State;
use crate::strings;

/// A button for each source. At least two stay chosen, so where there are no more, there is nothing to choose.
pub fn sources(story: &'static Story, state: State, chosen: Memo<Vec<usize>>) -> Node {
    if story.dataset.sources.len() < 3 {
        return ().into();
    }
    let buttons: Vec<Node> =
        story.dataset.sources.indices().map(|source| button(story, state, chosen, source)).collect();
    let children = row([
        el("p").attr("id", "_columns").class("columns__label").child(strings::compare::COLUMNS),
        div("columns__buttons", buttons),
        el("p").attr("id", "_columns-hint").class("columns__hint").child(strings::compare::COLUMNS_HINT),
    ]);
    el("div")
        .class("columns")
        .attr("role", "group")
        .attr("aria-labelledby", "_columns")
        .attr("aria-describedby", "_columns-hint")
        .child(children)
}

fn button(story: &'static Story, state: State, chosen: Memo<Vec<usize>>, index: SourceIdx) -> Node {
    let source = &story.dataset.sources[index];
    let name = strings::source_name(&source.label, source.title.as_str());
    let is_chosen = move || chosen.with(|chosen| chosen.contains(&index.position()));
    let stays = move || is_chosen() && chosen.with(|chosen| chosen.len() < 3);
    let children = row([span("columns__mark", ()), for_the_eye(badge(&story.dataset, index)), unseen(name.clone())]);
    let toggle = move |_| {
        if !stays() {
            state.choose(|view| toggled(story, view, chosen.get_untracked(), index.position()));
        }
    };
    el("button")
        .attr("type", "button")
        .class("columns__button")
        .attr("title", name)
        .live("aria-pressed", move || if is_chosen() { "true" } else { "false" })
        .live("aria-disabled", move || stays().then_some("true"))
        .on("click", toggle)
        .child(children)
}

/// The view with `source` beside the others, or no longer. All of them together are no choice.
fn toggled(story: &Story, view: &View, mut chosen: Vec<usize>, source: usize) -> View {
    match chosen.iter().position(|&other| other == source) {
        Some(at) => drop(chosen.remove(at)),
        None => chosen.push(source),
    }
    let all = chosen.len() == story.dataset.sources.len();
    let mut view = view.clone();
    for (index, source) in story.dataset.sources.iter() {
        let sign = if !all && chosen.contains(&index.position()) { Sign::Include } else { Sign::Off };
        view = view.with(Facet::Source, &source.id, sign);
    }
    let gone = |id: &str| story.dataset.sources.find(id).is_none_or(|only| !chosen.contains(&only.position()));
    if matches!(&view.rows, Rows::Only(id) | Rows::Where(_, id) if gone(id)) {
        view.rows = Rows::All;
    }
    view
}

/// A choice of which events, each with how many there are.
pub fn rows(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>) -> Node {
    let mut options: Vec<Node> = (0..side.choices.len()).map(|at| option(story, state, side, shown, at)).collect();
    let only = options.split_off(3);
    let label = for_the_eye(strings::compare::ONLY);
    let only = (only.len() > 1).then(|| div("rows__only", row([label, only.into()])));
    let legend = el("legend").class("visually-hidden").child(strings::compare::ROWS);
    el("fieldset").class("rows").child(row([legend, options.into(), maybe(only)]))
}

fn option(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>, at: usize) -> Node {
    let choice = side.choices[at].clone();
    let name = match &choice {
        Rows::All => say(strings::compare::ALL),
        Rows::Differences => say(strings::compare::DIFFERENCES),
        Rows::Shared => say(strings::compare::SHARED),
        Rows::Only(_) | Rows::Where(..) => {
            let index = side.sources[at - 3];
            let label = &story.dataset.sources[index].label;
            row([for_the_eye(badge(&story.dataset, index)), unseen(strings::compare::only_in(label))]).into()
        }
    };
    let same = choice.clone();
    let choose = move |_| state.choose(|view| with_rows(view, choice.clone()));
    let count = move || shown.with(|shown| number(shown.counts.get(at).copied().unwrap_or_default()));
    let input = el("input")
        .attr("type", "radio")
        .attr("name", "_rows")
        .prop("checked", move || state.view(|view| view.rows == same))
        .on("change", choose);
    el("label").class("rows__option").child([input, name, span("rows__count", live(count))])
}

/// What the choice of rows means, where that isn't told by its name alone.
pub fn said_of(story: &Story, rows: &Rows, count: usize) -> Option<Node> {
    let label = |id: &str| Some(story.dataset.sources[story.dataset.sources.find(id)?].label.as_str());
    let said = match rows {
        Rows::Only(id) => strings::compare::chosen_alone(label(id)?, count),
        Rows::Where(stand, id) => strings::compare::chosen(kind(*stand), label(id)?, count),
        Rows::Differences => return Some(p("rows__hint", strings::compare::DIFFERENCES_HINT)),
        Rows::All | Rows::Shared => return None,
    };
    Some(p("rows__chosen", said))
}

/// What is said where the choice of rows leaves nothing.
pub fn emptied(state: State, why: &'static str) -> Node {
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| to_the_events(|| state.choose(|view| with_rows(view, Rows::All))))
        .child(strings::compare::SHOW_ALL);
    let title = el("h2").class("empty__title").child(strings::compare::NO_ROW);
    div("empty", row([title, p("empty__why", why), p("empty__ways", button)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{harbour, view};

    #[track_caller]
    fn check(query: &str, chosen: &[usize], pressed: usize, expected: &str) {
        assert_eq!(toggled(harbour(), &view(query), chosen.to_vec(), pressed).to_string(), expected);
    }

    #[test]
    fn a_source_is_added_and_taken_away() {
        check("source=a,c", &[0, 2], 1, "source=a,c,herald");
        check("source=a,c,herald", &[0, 1, 2], 1, "source=a,c");
    }

    #[test]
    fn all_sources_together_are_no_choice() {
        check("source=a,herald,c,d", &[0, 1, 2, 3], 4, "");
        check("", &[0, 1, 2, 3, 4], 0, "source=c,d,e,herald");
    }

    #[test]
    fn only_in_a_source_ends_with_the_source() {
        check("source=a,c,herald&rows=only.a", &[0, 1, 2], 0, "source=c,herald");
        check("source=a,c,herald&rows=only.a", &[0, 1, 2], 1, "source=a,c&rows=only.a");
    }
}
