//! What a page is about, in the few words that a search result or a preview has room for.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, SourceIdx};
use sidebyline_words::{dates, phrases};

/// About as many code points as are shown of a description.
const SHOWN: usize = 200;

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What it shows.
    pub name: String,
    /// Of what that is a part; empty for the whole.
    pub whole: String,
    /// What there is to it.
    pub description: String,
}

impl Summary {
    /// The page's title, on the site called `site`.
    pub fn title(&self, site: &str) -> String {
        let whole = if self.whole.is_empty() { site } else { &self.whole };
        [&self.name, " – ", whole].concat()
    }
}

/// What the whole is about.
pub fn of_dataset(dataset: &Dataset) -> Summary {
    let about = &dataset.about;
    let description = match about.description.trim() {
        "" => [phrases::NAME, ": ", phrases::TAGLINE].concat(),
        description => cut(description),
    };
    Summary { name: about.title.clone(), whole: String::new(), description }
}

/// What an event is about: when it was, who reports it, and how they put it.
pub fn of_event(dataset: &Dataset, index: EventIdx) -> Summary {
    let event = &dataset.events[index];
    let label = |source: SourceIdx| dataset.sources[source].label.as_str();
    let mentions = || event.mentions.iter().map(|&mention| &dataset.mentions[mention]);
    let reporters = dataset.sources.indices().filter(|&source| mentions().any(|mention| mention.source == source));
    let reporters: Vec<&str> = reporters.map(label).collect();
    let when = event.when.as_ref().map_or_else(|| phrases::UNKNOWN_DATE.into(), dates::words);
    let mut facts = vec![phrases::reported_by(&reporters)];
    facts.extend((!event.discrepancies.is_empty()).then(|| phrases::differences(event.discrepancies.len())));
    facts.extend((!event.quotes.is_empty()).then(|| phrases::quotes(event.quotes.len())));
    let reports = mentions().map(|mention| [label(mention.source), ": ", &mention.paraphrase.0].concat());
    let description = std::iter::once(sentence(&[&when, ". ", &facts.join("; ")].concat())).chain(reports);
    let description = cut(&description.collect::<Vec<String>>().join(" "));
    Summary { name: event.title.0.clone(), whole: dataset.about.title.clone(), description }
}

/// What a discrepancy is about: the answers, and who gives each.
pub fn of_discrepancy(dataset: &Dataset, index: DiscrepancyIdx) -> Summary {
    let discrepancy = &dataset.discrepancies[index];
    let answers = discrepancy.answers.iter().map(|answer| {
        let is_given_by = |source: &SourceIdx| answer.evidence.iter().any(|evidence| evidence.source == *source);
        let who = dataset.sources.indices().filter(is_given_by).map(|source| dataset.sources[source].label.as_str());
        let who: Vec<&str> = who.collect();
        sentence(&[&who.join(", "), ": ", &answer.value.0].concat())
    });
    let description = cut(&answers.collect::<Vec<String>>().join(" "));
    Summary { name: discrepancy.question.0.clone(), whole: dataset.about.title.clone(), description }
}

fn sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?', '”']) { words.into() } else { [words, "."].concat() }
}

/// The words that there is room for.
fn cut(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(SHOWN) else { return words.into() };
    let room = words.get(..end).unwrap_or_default();
    let whole = room.rsplit_once(char::is_whitespace).map_or(room, |(whole, _)| whole);
    [whole.trim_end_matches([',', ';', ':', '–', ' ']), " …"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_ends_with_a_whole_word() {
        assert_eq!(cut("short"), "short");
        let long = "words, ".repeat(40);
        let cut = cut(&long);
        assert!(cut.ends_with("words …") && cut.chars().count() <= SHOWN + 2, "{cut}");
    }
}
