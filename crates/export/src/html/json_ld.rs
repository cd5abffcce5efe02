//! What a dataset is, for machines: schema.org in JSON-LD, as a block of data that no browser runs.
//!
//! A `Dataset` is based on its articles, and its parts are the quotes. Only a source's own words are the text of a
//! `Quotation`; what we report in ours isn't one.

use serde_json::{Map, Value, json};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorKind, Content, QuoteIdx, Run, Source, SourceIdx, Title, Verbatim};
use sidebyline_words::dates;

use super::write::{Html, data_block};

/// The dataset with all its articles and quotes.
pub fn dataset(dataset: &Dataset, root: Option<&str>) -> Html {
    let about = &dataset.about;
    let articles: Vec<Value> = dataset.sources.indices().map(|source| article(dataset, source)).collect();
    let quotes: Vec<QuoteIdx> = dataset.quotes.indices().collect();
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": about.title,
        "description": about.description,
        "inLanguage": about.language,
        "version": about.version,
        "dateModified": about.updated,
        "license": license(&about.license),
        "creator": about.creators.iter().map(|name| json!({"@type": "Organization", "name": name})).collect::<Vec<_>>(),
        "isAccessibleForFree": true,
        "isBasedOn": articles,
        "hasPart": quotations(dataset, &quotes),
    });
    if let (Some(root), Some(fields)) = (root, value.as_object_mut()) {
        fields.insert("url".into(), root.into());
    }
    data_block(&value)
}

/// These quotes, as parts of the dataset; nothing where none of them has a source's own words.
pub fn quotes(dataset: &Dataset, quotes: &[QuoteIdx], root: Option<&str>) -> Html {
    let parts = quotations(dataset, quotes);
    if parts.is_empty() {
        return Html::default();
    }
    let mut sources: Vec<SourceIdx> = quotes.iter().map(|&quote| dataset.quotes.head(quote).source).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut whole = json!({"@type": "Dataset", "name": dataset.about.title});
    if let (Some(root), Some(fields)) = (root, whole.as_object_mut()) {
        fields.insert("url".into(), root.into());
    }
    let articles = sources.into_iter().map(|source| article(dataset, source));
    let graph: Vec<Value> = articles.chain(parts).collect();
    data_block(&json!({"@context": "https://schema.org", "@type": "Collection", "isPartOf": whole, "hasPart": graph}))
}

fn quotations(dataset: &Dataset, quotes: &[QuoteIdx]) -> Vec<Value> {
    quotes.iter().filter_map(|&quote| quotation(dataset, quote)).collect()
}

fn quotation(dataset: &Dataset, index: QuoteIdx) -> Option<Value> {
    let quote = &dataset.quotes[index];
    let words = words(&quote.content)?;
    let speakers: Vec<Value> = quote
        .speakers
        .iter()
        .map(|&speaker| {
            let actor = &dataset.actors[speaker];
            let kind = if actor.kind == ActorKind::Person { "Person" } else { "Organization" };
            json!({"@type": kind, "name": actor.name})
        })
        .collect();
    let source = &dataset.sources[quote.source];
    let mut fields = Map::new();
    fields.insert("@type".into(), "Quotation".into());
    fields.insert("@id".into(), ["#", &quote.id].concat().into());
    fields.insert("text".into(), words.into());
    fields.insert("inLanguage".into(), source.language.as_str().into());
    if !speakers.is_empty() {
        fields.insert("spokenByCharacter".into(), speakers.into());
    }
    fields.insert("isBasedOn".into(), json!({"@id": id_of(source)}));
    Some(fields.into())
}

/// The source's own words, if there are any, with an ellipsis where something else stands between them.
fn words(content: &Content) -> Option<String> {
    let parts: Vec<&str> = match content {
        Content::Direct(parts) => parts.iter().map(|Verbatim(words)| words.as_str()).collect(),
        Content::Mixed(runs) => runs
            .iter()
            .filter_map(|run| match run {
                Run::Quoted(Verbatim(words)) => Some(words.as_str()),
                Run::Own(_) => None,
            })
            .collect(),
        Content::Indirect(_) => Vec::new(),
    };
    (!parts.is_empty()).then(|| parts.join(" … "))
}

fn article(dataset: &Dataset, index: SourceIdx) -> Value {
    let source = &dataset.sources[index];
    let mut fields = Map::new();
    fields.insert("@type".into(), "Article".into());
    fields.insert("@id".into(), id_of(source).into());
    match &source.title {
        Title::Headline(words) => fields.insert("headline".into(), words.0.as_str().into()),
        Title::Description(words) => fields.insert("description".into(), words.0.as_str().into()),
    };
    fields.insert("inLanguage".into(), source.language.as_str().into());
    if let Some(date) = source.published.as_ref().and_then(dates::machine) {
        fields.insert("datePublished".into(), date.into());
    }
    if let Some(outlet) = source.outlet {
        let publisher = json!({"@type": "Organization", "name": dataset.outlets[outlet].name});
        fields.insert("publisher".into(), publisher);
    }
    if let Some(url) = &source.url {
        fields.insert("url".into(), url.as_str().into());
    }
    fields.into()
}

/// No id of a dataset has a dot, so that an article is no quote of the same id.
fn id_of(source: &Source) -> String {
    ["#article.", &source.id].concat()
}

/// A licence by its address, where it is one of Creative Commons as SPDX calls it.
fn license(name: &str) -> String {
    let by = |kind: &str, version: &str| format!("https://creativecommons.org/{kind}/{version}/");
    if name == "CC0-1.0" {
        return by("publicdomain/zero", "1.0");
    }
    let parts = name.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-'));
    match parts {
        Some((kind, version))
            if version.parse::<f32>().is_ok() && kind.bytes().all(|c| c.is_ascii_uppercase() || c == b'-') =>
        {
            by(&["licenses/", &kind.to_ascii_lowercase()].concat(), version)
        }
        _ => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::license;

    #[test]
    fn a_licence_of_creative_commons_is_told_by_its_address() {
        assert_eq!(license("CC-BY-4.0"), "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(license("CC-BY-NC-SA-4.0"), "https://creativecommons.org/licenses/by-nc-sa/4.0/");
        assert_eq!(license("CC0-1.0"), "https://creativecommons.org/publicdomain/zero/1.0/");
        assert_eq!(license("All rights reserved"), "All rights reserved");
    }
}
