//! Where in a closed event the words are that a person looks for, if its title doesn't show them.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    ActorIdx, Content, DiscrepancyIdx, EventIdx, Mention, Paraphrase, Quote, Run, SourceIdx, Verbatim,
};
use sidebyline_query::Query;

use crate::components::badge::badge;
use crate::components::discrepancy::mark;
use crate::components::parts::{div, row, say, span};
use crate::components::words::{own_with, text, verbatim};
use crate::load::Story;
use crate::node::Node;
use crate::state::State;
use crate::strings;

/// How many bytes before the first hit are shown at most, so that a hit far on in a text is still in sight.
const LEAD: usize = 60;

/// A stretch of text, and whose it is.
type Stretch<'a> = (&'a str, Whose);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// A source's own.
    Theirs,
    /// Ours.
    Ours,
    /// A name that belongs to it.
    Name,
}

/// The first report and the first quote that have the words, or else a difference that has them; nothing if nobody
/// searches.
pub fn hits(story: &Story, state: State, index: EventIdx) -> Vec<Node> {
    state.answer(|answer| {
        let (query, view, matches) = (&answer.selection.query, &answer.selection.view, &answer.matches);
        let (dataset, event) = (&story.dataset, &story.dataset.events[index]);
        let wanted = view.text().split(' ').filter(|word| !word.starts_with('-')).count();
        let shown = !view.verbatim && query.marks(&event.title.0).len() >= wanted;
        if query.is_empty() || shown || !matches.has_event(index) {
            return Vec::new();
        }
        let look = |by: SourceIdx, all: &[Stretch]| hit(dataset, query, by, view.verbatim, all);
        let found = |anywhere: bool| -> Vec<Node> {
            let mut mentions = event.mentions.iter().filter(|&&at| anywhere || matches.has_mention(at));
            let mention = mentions.find_map(|&at| {
                let mention = &dataset.mentions[at];
                look(mention.source, &of_mention(dataset, mention))
            });
            let mut quotes = event.quotes.iter().filter(|&&at| anywhere || matches.has_quote(at));
            let quote = quotes.find_map(|&at| {
                let quote = &dataset.quotes[at];
                look(quote.source, &of_quote(dataset, quote))
            });
            let found: Vec<Node> = mention.into_iter().chain(quote).collect();
            if found.is_empty() && !view.verbatim {
                let mut differences = event.discrepancies.iter().filter(|&&at| anywhere || matches.has_discrepancy(at));
                return differences.find_map(|&at| in_discrepancy(dataset, query, at)).into_iter().collect();
            }
            found
        };
        // Several words may be found apart; then each of them is a hit.
        let together = found(false);
        if together.is_empty() { found(true) } else { together }
    })
}

fn of_mention<'a>(dataset: &'a Dataset, mention: &'a Mention) -> Vec<Stretch<'a>> {
    let mut all: Vec<Stretch> = mention.fragments().map(|words| (words.0.as_str(), Whose::Theirs)).collect();
    all.push((&mention.paraphrase.0, Whose::Ours));
    add_names(dataset, &mention.actors, &mut all);
    add_names(dataset, &mention.via, &mut all);
    all.extend(mention.places.iter().map(|&place| (dataset.places[place].name.as_str(), Whose::Name)));
    all
}

fn of_quote<'a>(dataset: &'a Dataset, quote: &'a Quote) -> Vec<Stretch<'a>> {
    let mut all: Vec<Stretch> = match &quote.content {
        Content::Direct(parts) => parts.iter().map(|words| (words.0.as_str(), Whose::Theirs)).collect(),
        Content::Mixed(runs) => runs.iter().map(of_run).collect(),
        Content::Indirect(words) => vec![(words.0.as_str(), Whose::Ours)],
    };
    add_names(dataset, &quote.speakers, &mut all);
    add_names(dataset, &quote.via, &mut all);
    add_names(dataset, quote.addressee.as_slice(), &mut all);
    all
}

fn of_run(run: &Run) -> Stretch<'_> {
    match run {
        Run::Quoted(words) => (&words.0, Whose::Theirs),
        Run::Own(words) => (&words.0, Whose::Ours),
    }
}

fn add_names<'a>(dataset: &'a Dataset, actors: &[ActorIdx], all: &mut Vec<Stretch<'a>>) {
    all.extend(actors.iter().map(|&actor| (dataset.actors[actor].name.as_str(), Whose::Name)));
}

/// The first of these stretches that has some of the words, from shortly before them on.
fn hit(dataset: &Dataset, query: &Query, source: SourceIdx, only_theirs: bool, all: &[Stretch]) -> Option<Node> {
    all.iter().filter(|(_, whose)| *whose == Whose::Theirs || !only_theirs).find_map(|&(words, whose)| {
        let first = query.marks(words).first()?.start;
        let start = beginning(words, first);
        let rest = words[start..].to_owned();
        let ours = |label, rest| own_with(label, text(&Paraphrase(rest), &dataset.about.language));
        let words = match whose {
            Whose::Theirs => verbatim(&Verbatim(rest), &dataset.sources[source].language),
            Whose::Ours => ours(strings::OUR_WORDS, rest),
            Whose::Name => ours(strings::timeline::NAMED, rest),
        };
        let gap = if start > 0 { "… " } else { "" };
        Some(div("hit", row([badge(dataset, source), say(" "), span("quote__gap", gap), words])))
    })
}

/// The question of a discrepancy, with the answer in which the words are.
fn in_discrepancy(dataset: &Dataset, query: &Query, index: DiscrepancyIdx) -> Option<Node> {
    let discrepancy = &dataset.discrepancies[index];
    let question = &discrepancy.question.0;
    let answers = discrepancy.answers.iter().map(|answer| &answer.value).chain(&discrepancy.note);
    let with_answer = answers.map(|answer| [question, " ", &answer.0].concat());
    let words = [question.clone()].into_iter().chain(with_answer).find(|words| !query.marks(words).is_empty())?;
    let words = text(&Paraphrase(words), &dataset.about.language);
    Some(div("hit", row([mark(), say(" "), span("findable", words)])))
}

/// Where to begin, so that what is at `first` is in sight: at a word, or at the start.
fn beginning(text: &str, first: usize) -> usize {
    let mut from = first.saturating_sub(LEAD);
    if from == 0 {
        return 0;
    }
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text[from..first].find(' ').map_or(from, |space| from + space + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, sought: &str, expected: &str) {
        let first = text.find(sought).expect("it is there");
        assert_eq!(&text[beginning(text, first)..], expected);
    }

    #[test]
    fn a_hit_near_the_start_is_shown_with_all_before_it() {
        check("The council keeps the crane.", "crane", "The council keeps the crane.");
    }

    #[test]
    fn a_hit_far_on_is_shown_from_a_word_shortly_before_it() {
        let far = "The council, which had met for hours, and for the third time in this week alone, keeps the crane.";
        check(far, "crane", "and for the third time in this week alone, keeps the crane.");
    }

    #[test]
    fn no_letter_is_cut_in_two() {
        let words = "é".repeat(50);
        check(&[&words, "crane"].concat(), "crane", &["é".repeat(30).as_str(), "crane"].concat());
        check(&[&words, "…crane"].concat(), "crane", &["é".repeat(28).as_str(), "…crane"].concat());
    }
}
