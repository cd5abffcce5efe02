//! Figures of a source, each a link to just what it counts.

use sidebyline_compare::Profile;
use sidebyline_dataset::model::{ActorIdx, QuoteIdx, SourceIdx};
use sidebyline_query::facet::MISSING;
use sidebyline_query::{Facet, Page, Sign, SourceMode, View};

use crate::components::parts::view_link;
use crate::load::Story;
use crate::node::Node;
use crate::state::{State, altered};

/// What leads to the view that shows what is counted.
pub type There = Box<dyn Fn(&View) -> View>;

/// A link to what is counted; the words are the figure.
pub fn counted(state: State, there: There, words: String) -> Node {
    view_link(state, there).class("tally").child(words)
}

fn of(view: &View, page: Page, source: &str) -> View {
    view.bare(page).with(Facet::Source, source, Sign::Include)
}

/// The events that `source` reports.
pub fn events(story: &'static Story, source: SourceIdx) -> There {
    let id = &story.dataset.sources[source].id;
    Box::new(move |view| of(view, Page::Timeline, id))
}

/// The events that it alone reports.
pub fn only(story: &'static Story, source: SourceIdx) -> There {
    let id = &story.dataset.sources[source].id;
    Box::new(move |view| altered(&of(view, Page::Timeline, id), |view| view.mode = SourceMode::Only))
}

/// The events that all others report and it doesn't; none where the address can't hold that.
pub fn left_out(story: &'static Story, source: SourceIdx) -> Option<There> {
    let of_others = move |view: &View| {
        let mut view = view.bare(Page::Timeline);
        view.mode = SourceMode::All;
        for (other, row) in story.dataset.sources.iter() {
            view = view.with(Facet::Source, &row.id, if other == source { Sign::Exclude } else { Sign::Include });
        }
        view
    };
    let all = story.dataset.sources.len();
    (of_others(&View::default()).choices(Facet::Source).len() == all).then(|| Box::new(of_others) as There)
}

/// Its quotes.
pub fn quotes(story: &'static Story, source: SourceIdx) -> There {
    let id = &story.dataset.sources[source].id;
    Box::new(move |view| of(view, Page::Quotes, id))
}

/// Its quotes in which something is verbatim.
pub fn verbatim(story: &'static Story, source: SourceIdx) -> There {
    let id = &story.dataset.sources[source].id;
    Box::new(move |view| {
        let view = of(view, Page::Quotes, id).with(Facet::Kind, "direct", Sign::Include);
        view.with(Facet::Kind, "mixed", Sign::Include)
    })
}

/// Its quotes with a reporting word.
pub fn cue(story: &'static Story, source: SourceIdx, cue: String) -> There {
    let id = &story.dataset.sources[source].id;
    Box::new(move |view| of(view, Page::Quotes, id).with(Facet::Cue, &cue, Sign::Include))
}

/// The quotes in which just these people speak; none where no choice of speakers finds them and no others.
pub fn voice(story: &'static Story, profile: &Profile, quotes: &[QuoteIdx], speakers: &[ActorIdx]) -> Option<There> {
    let dataset = &story.dataset;
    let id = &dataset.sources[profile.source].id;
    let with = |actor: ActorIdx| {
        let all = profile.voices.iter().filter(move |voice| voice.speakers.contains(&actor));
        all.map(|voice| voice.quotes.len()).sum::<usize>()
    };
    let mut signs: Vec<(&'static str, Sign)> = Vec::new();
    match speakers {
        [] => signs.push((MISSING, Sign::Include)),
        [one] => {
            signs.push((&dataset.actors[*one].id, Sign::Include));
            for voice in profile.voices.iter().filter(|voice| voice.speakers.contains(one)) {
                for other in voice.speakers.iter().filter(|other| *other != one) {
                    signs.push((&dataset.actors[*other].id, Sign::Exclude));
                }
            }
        }
        several => {
            let telling = several.iter().find(|&&actor| with(actor) == quotes.len())?;
            signs.push((&dataset.actors[*telling].id, Sign::Include));
        }
    }
    Some(Box::new(move |view| {
        signs.iter().fold(of(view, Page::Quotes, id), |view, (actor, sign)| view.with(Facet::Speaker, actor, *sign))
    }))
}
