//! What facet values are called.

use sidebyline_dataset::model::Title;
use sidebyline_query::Facet;
use sidebyline_query::facet::Name;

use crate::components::badge::badge;
use crate::components::parts::{row, say, span};
use crate::components::words::verbatim;
use crate::load::Story;
use crate::node::Node;
use crate::strings;

/// The name in plain words.
pub fn plain(story: &Story, facet: Facet, name: &Name) -> String {
    let dataset = &story.dataset;
    match name {
        Name::Source(source) => dataset.sources[*source].label.clone(),
        Name::Reporters(count) => strings::filters::reporters(*count),
        Name::Topic(topic) => dataset.topics[*topic].label.clone(),
        Name::Status(status) => strings::filters::status(*status).into(),
        Name::Place(place) => dataset.places[*place].name.clone(),
        Name::Basis(basis) => strings::filters::basis(*basis).into(),
        Name::Actor(actor) => dataset.actors[*actor].name.clone(),
        Name::Kind(kind) => strings::filters::kind(*kind).into(),
        Name::Cue(cue) => cue.clone(),
        Name::Dimension(dimension) => strings::dimension(*dimension).into(),
        Name::Nature(nature) => strings::filters::nature(*nature).into(),
        Name::Missing => strings::filters::missing(facet).into(),
    }
}

/// The name as it is looked for: with all its spellings.
pub fn sought(story: &Story, facet: Facet, name: &Name) -> String {
    let others = match name {
        Name::Place(place) => story.dataset.places[*place].aliases.join(" "),
        Name::Actor(actor) => story.dataset.actors[*actor].aliases.join(" "),
        Name::Source(source) => match &story.dataset.sources[*source].title {
            Title::Headline(headline) => headline.0.clone(),
            Title::Description(words) => words.0.clone(),
        },
        _ => String::new(),
    };
    [&plain(story, facet, name), " ", &others].concat()
}

/// The name as it is shown: a source with its badge and title, a source's word as its own.
pub fn shown(story: &Story, facet: Facet, name: &Name) -> Node {
    match name {
        Name::Source(index) => {
            let source = &story.dataset.sources[*index];
            let title = match &source.title {
                Title::Headline(headline) => verbatim(headline, &source.language),
                Title::Description(words) => say(words.0.clone()),
            };
            let title = span("facet__title", title);
            span("facet__name facet__name--source", row([badge(&story.dataset, *index), say(" "), title]))
        }
        Name::Cue(cue) => span("facet__name facet__name--cue", cue.clone()),
        _ => span("facet__name", plain(story, facet, name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::harbour;

    #[track_caller]
    fn check(facet: Facet, token: &str, expected: &str, expected_sought: &str) {
        let story = harbour();
        let value = story.index.values(facet).iter().find(|value| value.token == token).expect("it is a value");
        assert_eq!(plain(story, facet, &value.name), expected);
        assert_eq!(sought(story, facet, &value.name).trim_end(), expected_sought);
    }

    #[test]
    fn a_source_is_called_by_its_letter_and_found_by_its_title_too() {
        check(Facet::Source, "c", "C", "C Report of the evening");
    }

    #[test]
    fn an_actor_is_found_by_every_spelling() {
        check(Facet::Speaker, "okafor", "Ines Okafor", "Ines Okafor Mayor Okafor Okáfor");
    }

    #[test]
    fn what_the_data_do_not_say_has_a_name_that_fits_the_facet() {
        check(Facet::Speaker, "_none", "nobody named", "nobody named");
        check(Facet::Topic, "_none", "no topic", "no topic");
    }
}
