//! One question that the sources answer differently, with each source's answer. No verdict who is right.

use leptos::prelude::*;
use sidebyline_dataset::model::{Answer, DiscrepancyIdx, SourceIdx};

use crate::components::badge::badge;
use crate::components::parts::{li, maybe, p, row, say, span, ul};
use crate::components::words::text;
use crate::load::Story;
use crate::strings;

/// The discrepancy at `index`.
pub fn discrepancy(story: &Story, index: DiscrepancyIdx) -> AnyView {
    let discrepancy = &story.dataset.discrepancies[index];
    let ours = &story.dataset.about.language;
    let kind = [strings::dimension(discrepancy.dimension), strings::nature(discrepancy.nature)].join(" · ");
    let answers: Vec<AnyView> = discrepancy.answers.iter().map(|given| answer(story, given)).collect();
    let children = row([
        p("discrepancy__question", row([mark(), say(" "), text(&discrepancy.question, ours)])),
        p("discrepancy__kind", kind),
        ul("discrepancy__answers", answers),
        maybe(discrepancy.note.as_ref().map(|note| p("discrepancy__note", text(note, ours)))),
    ]);
    view! { <div class="discrepancy" id=discrepancy.id.clone()>{children}</div> }.into_any()
}

fn mark() -> AnyView {
    view! { <span class="discrepancy__mark" aria-hidden="true">{strings::DIFFERENCE_MARK}</span> }.into_any()
}

fn answer(story: &Story, answer: &Answer) -> AnyView {
    // In the order of the sources, each once.
    let gives = |source: &SourceIdx| answer.evidence.iter().any(|evidence| evidence.source == *source);
    let badges: Vec<AnyView> =
        story.dataset.sources.indices().filter(gives).map(|source| badge(&story.dataset, source)).collect();
    let value = text(&answer.value, &story.dataset.about.language);
    li("discrepancy__answer", row([span("discrepancy__who", badges), say(" "), value]))
}
