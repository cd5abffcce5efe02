//! One quote with its attribution, as text that can be pasted anywhere.
//!
//! A source's words stand in quotation marks; what we say in our own words is marked as ours.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Content, Paraphrase, QuoteIdx, Run, SourceIdx, Title, Verbatim};

use crate::Origin;
use crate::dates::date_words;

/// A quote as text: what is said; who says it, to whom and by way of whom, with the reporting word; the source with its
/// outlet, title and date; the permalink, where there is one that leads somewhere by itself.
pub fn quote_text(dataset: &Dataset, quote: QuoteIdx, origin: &Origin) -> String {
    let Some(quote) = dataset.quotes.get(quote) else { return String::new() };
    let names = |actors: &[ActorIdx]| -> String {
        actors.iter().map(|&actor| dataset.actors[actor].name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let said = match &quote.content {
        Content::Direct(parts) => parts.iter().map(in_marks).collect::<Vec<_>>().join(" … "),
        Content::Mixed(words) => [&runs(words), " (partly in our words)"].concat(),
        Content::Indirect(words) => [&words.0, " (in our words)"].concat(),
    };
    let speakers = if quote.speakers.is_empty() { "nobody named".into() } else { names(&quote.speakers) };
    let mut by = ["— ", &speakers].concat();
    if let Some(to) = quote.addressee {
        by.extend([" to ", dataset.actors[to].name.as_str()]);
    }
    if !quote.via.is_empty() {
        by.extend([", relayed by ", &names(&quote.via)]);
    }
    if !quote.cue.is_empty() {
        by.extend([" (reporting word: ", &quote.cue, ")"]);
    }
    let mut lines = vec![said, by, source_words(dataset, quote.source)];
    let link = origin.quote(&quote.id);
    lines.extend(crate::origin::absolute(&link).map(str::to_owned));
    lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n") + "\n"
}

/// A source in a line: its badge, outlet, title, date and address. A headline is its own and stands in quotation marks, a
/// description is ours and stands in brackets.
fn source_words(dataset: &Dataset, source: SourceIdx) -> String {
    let source = &dataset.sources[source];
    let title = match &source.title {
        Title::Headline(words) => in_marks(words),
        Title::Description(Paraphrase(words)) => ["[", words, "]"].concat(),
    };
    let mut words = ["Article ", &source.label, ": "].concat();
    if let Some(outlet) = source.outlet {
        words.extend([dataset.outlets[outlet].name.as_str(), ", "]);
    }
    words.push_str(&title);
    if let Some(published) = &source.published {
        words.extend([", published ", &date_words(published)]);
    }
    if let Some(url) = &source.url {
        words.extend([", ", url.as_str()]);
    }
    words
}

fn in_marks(words: &Verbatim) -> String {
    ["“", &words.0, "”"].concat()
}

/// A paraphrase with the source's words in it, in quotation marks.
pub(crate) fn runs(runs: &[Run]) -> String {
    let words = runs.iter().map(|run| match run {
        Run::Quoted(words) => in_marks(words),
        Run::Own(Paraphrase(words)) => words.clone(),
    });
    words.collect()
}

/// The text without line breaks, which have no meaning in any of its parts.
fn one_line(text: &str) -> String {
    text.split(['\r', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{bundled, harbour};

    #[track_caller]
    fn check(id: &str, expected: &str) {
        let story = harbour();
        let quote = story.dataset.quotes.find(id).expect("it is there");
        assert_eq!(quote_text(&story.dataset, quote, &story.origin(&sidebyline_query::View::default())), expected);
    }

    #[test]
    fn words_of_the_source_stand_in_marks_and_ours_are_called_ours() {
        check(
            "a-okafor-not-a-monument",
            "“A crane is not a monument.” … “It is a neighbour.”
— Ines Okafor (reporting word: say)
Article A: [The old crane: an opinion from the quay], published between 5 and 6 May 2031
https://example.org/story/?view=quotes#a-okafor-not-a-monument
",
        );
        check(
            "herald-okafor-relief",
            "“We have bought ourselves two years, and I intend to use every week of them.”
— Ines Okafor to Friends of the Crane, relayed by Westhaven Town Council (reporting word: say)
Article B: Westhaven Herald, “Westhaven votes to keep its crane, for now”, published 7 May 2031, https://herald.example/crane
https://example.org/story/?view=quotes#herald-okafor-relief
",
        );
        check(
            "a-lind-rust",
            "The jib would “hold for another winter, perhaps two”, but nobody should stand below it. (partly in our words)
— Per Lind (reporting word: warn)
Article A: [The old crane: an opinion from the quay], published between 5 and 6 May 2031
https://example.org/story/?view=quotes#a-lind-rust
",
        );
        check(
            "a-unknown",
            "Nothing on this coast stays where it was built. (in our words)
— nobody named (reporting word: rumour)
Article A: [The old crane: an opinion from the quay], published between 5 and 6 May 2031
https://example.org/story/?view=quotes#a-unknown
",
        );
    }

    #[test]
    fn every_quote_names_its_article_and_its_permalink() {
        let story = bundled();
        let origin = story.origin(&sidebyline_query::View::default());
        for (index, quote) in story.dataset.quotes.iter() {
            let text = quote_text(&story.dataset, index, &origin);
            let ours = text.lines().next().is_some_and(|said| said.ends_with("in our words)"));
            assert_eq!(ours, !matches!(quote.content, Content::Direct(_)), "{text}");
            assert!(
                text.contains(&["\nArticle ", &story.dataset.sources[quote.source].label, ": "].concat()),
                "{text}"
            );
            assert!(text.ends_with(&[&origin.quote(&quote.id), "\n"].concat()), "{text}");
            assert_eq!(text.lines().count(), 4, "{text}");
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_by_itself_is_left_out() {
        let story = harbour();
        let quote = story.dataset.quotes.indices().next().expect("there is one");
        assert_eq!(quote_text(&story.dataset, quote, &Origin::default()).lines().count(), 3);
    }
}
