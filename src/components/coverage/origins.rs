//! Who may draw on whom, in sentences: for one event, and for all of the data.

use leptos::prelude::*;
use sidebyline_compare::origin::{Edge, Reason, Tie, parts};
use sidebyline_dataset::model::{ActorKind, EventIdx, Evidence, EvidencePlace, Origin, SourceIdx, Verbatim};
use sidebyline_query::Page;

use crate::components::badge::badge;
use crate::components::compare::cell::place;
use crate::components::coverage::table::HUES;
use crate::components::parts::{div, li, maybe, p, place_link, row, say, ul};
use crate::components::words::{text, verbatim};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::State;
use crate::strings;
use crate::strings::coverage as words;

/// With more pairs than this, they are folded.
const FEW: usize = 20;

/// What the reports of one event may come down to, and why.
pub fn of_event(story: &Story, state: State, event: EventIdx, sources: &[SourceIdx]) -> Node {
    let origins = story.grounds().origins(&story.dataset, event, sources);
    if !origins.may_be_fewer() {
        return div("draws", p("draws__why", words::NO_TIE_WHY));
    }
    let groups: Vec<String> = origins.groups.iter().map(|group| labels(story, group)).collect();
    let ties: Vec<Node> = origins.ties.iter().map(|tie| li("draws__tie", of_tie(story, state, tie))).collect();
    div(
        "draws",
        row([
            p("draws__why", words::may_come_down(origins.reports(), &groups)),
            p("draws__why", words::TIES),
            ul("draws__ties", ties),
        ]),
    )
}

/// All pairs of sources that may not be independent, and what sources draw on elsewhere.
pub fn overview(story: &'static Story, state: State) -> Node {
    let edges = story.grounds().edges(&story.dataset);
    let elsewhere: Vec<Node> = story.dataset.sources.indices().flat_map(|source| elsewhere(story, source)).collect();
    let title = el("h2").class("draws__title").attr("id", "_draws").child(words::DRAWS);
    let hint = p("draws__why", words::DRAWS_HINT);
    let list = if edges.is_empty() && elsewhere.is_empty() {
        p("draws__why", words::NO_DRAWS)
    } else if edges.len() > FEW {
        // They are many: they are put together once somebody wants to see them.
        let open = RwSignal::new(false);
        let summary = el("summary").child(words::pairs(edges.len()));
        let items = live(move || maybe(open.get().then(|| pairs(story, state, &edges))));
        let folded = el("details").class("draws__folded").on("toggle", move |_| open.set(true)).child([summary, items]);
        row([ul("draws__pairs", elsewhere), folded]).into()
    } else {
        row([ul("draws__pairs", elsewhere), pairs(story, state, &edges)]).into()
    };
    let many = story.dataset.sources.len() > HUES;
    let class = if many { "draws draws--all draws--plain" } else { "draws draws--all" };
    el("section").class(class).attr("aria-labelledby", "_draws").child([title, hint, list])
}

fn pairs(story: &Story, state: State, edges: &[Edge]) -> Node {
    ul("draws__pairs", edges.iter().map(|edge| li("draws__pair", pair(story, state, edge))).collect::<Vec<Node>>())
}

/// Two sources, and all that may tie them.
fn pair(story: &Story, state: State, edge: &Edge) -> Vec<Node> {
    let [one, other] = edge.sources;
    let dataset = &story.dataset;
    let mut children = vec![div("draws__who", row([badge(dataset, one), say(" "), badge(dataset, other)]))];
    let mut told: Vec<Node> = Vec::new();
    for tie in edge.declared.iter().chain(&edge.words) {
        told.push(div("draws__tie", of_tie(story, state, tie)));
    }
    if !edge.events.is_empty() {
        let said = [words::SAME_VOICES, &strings::events(edge.events.len()), ":"].concat();
        let event = |&index: &EventIdx| {
            let event = &dataset.events[index];
            let link = place_link(state, &event.id, |view| view.bare(Page::Coverage));
            li("draws__event", link.child(text(&event.title, &dataset.about.language)))
        };
        told.push(p("draws__tie", said));
        told.push(ul("draws__events", edge.events.iter().map(event).collect::<Vec<Node>>()));
    }
    children.push(div("draws__told", told));
    children
}

/// What a source draws on that is no source here.
fn elsewhere(story: &Story, index: SourceIdx) -> Vec<Node> {
    let source = &story.dataset.sources[index];
    let link = |origin: &Origin| match origin {
        Origin::Source(_) => None,
        Origin::Elsewhere(link) => {
            let address = el("a").attr("href", link.as_str().to_owned()).attr("rel", "noreferrer");
            let said = words::draw_on_link(&source.label, false);
            Some(li("draws__tie", row([say(said), address.child(link.as_str().to_owned())])))
        }
    };
    source.derived_from.iter().filter_map(link).collect()
}

/// A tie in a sentence, with where it stands.
fn of_tie(story: &Story, state: State, tie: &Tie) -> Vec<Node> {
    let dataset = &story.dataset;
    let who = labels(story, &tie.sources);
    let mut children = match &tie.reason {
        Reason::DrawsOn => {
            let label = |at: usize| tie.sources.get(at).map_or("", |&source| dataset.sources[source].label.as_str());
            vec![say(words::draws_on(label(0), label(1)))]
        }
        Reason::SameLink(source, at) => {
            let mut children = vec![say(words::draw_on_link(&who, true))];
            if let Some(Origin::Elsewhere(link)) = dataset.sources[*source].derived_from.get(*at) {
                let address = el("a").attr("href", link.as_str().to_owned()).attr("rel", "noreferrer");
                children.push(address.child(link.as_str().to_owned()));
            }
            children
        }
        Reason::From(actor) => {
            let actor = &dataset.actors[*actor];
            vec![say(words::have_it_from(&who, &actor.name, actor.kind == ActorKind::Anonymous))]
        }
        Reason::Unnamed => vec![say(words::have_it_unnamed(&who))],
        Reason::Words(count, places) => {
            let shared = tie.evidence.first().and_then(|evidence| {
                let words = parts(dataset, evidence.place).into_iter().nth(places[0].part)?;
                let span = &places[0].span;
                let shared: String = words.0.chars().skip(span.start as usize).take(span.len()).collect();
                Some(verbatim(&Verbatim(shared), &dataset.sources[evidence.source].language))
            });
            row([say(words::share_words(&who, *count)), maybe(shared)])
        }
    };
    if !tie.evidence.is_empty() {
        children.push(say(" "));
        children.push(say(words::WHERE));
        for (at, &evidence) in tie.evidence.iter().enumerate() {
            children.push(say(if at == 0 { "" } else { " · " }));
            children.push(link_to(story, state, evidence));
        }
    }
    children
}

/// A link to the report or quote in the comparison.
fn link_to(story: &Story, state: State, evidence: Evidence) -> Node {
    let dataset = &story.dataset;
    let label = &dataset.sources[evidence.source].label;
    let (id, what) = match evidence.place {
        EvidencePlace::Mention(mention) => (place(story, mention), strings::compare::ITS_REPORT),
        EvidencePlace::Quote(quote) => (dataset.quotes.id(quote).to_owned(), strings::compare::ITS_QUOTE),
    };
    place_link(state, &id, |view| view.bare(Page::Compare)).child([label, ": ", what].concat())
}

fn labels(story: &Story, sources: &[SourceIdx]) -> String {
    let labels: Vec<&str> = sources.iter().map(|&source| story.dataset.sources[source].label.as_str()).collect();
    labels.join(", ")
}
