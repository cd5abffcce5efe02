//! The rules as the documentation tells them, read over the wire types, one thing after the other.
//!
//! It shares no code with the engine: no index, no folding, no dates. Its words are those that white space parts, and
//! its days are numbers.

use std::collections::{BTreeMap, BTreeSet};

use sidebyline_dataset::wire;
use sidebyline_query::facet::Level;
use sidebyline_query::{Facet, Filter, SourceMode, Unit};

use crate::ask::{Ask, Term};
use crate::world::{self, DAYS};

/// When something was: on one day between two, or on all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub from: i64,
    pub to: i64,
    /// Whether it lasted.
    pub lasting: bool,
}

/// What is filtered, or belongs to it: an event, a mention, a quote, a discrepancy.
#[derive(Clone, Debug, Default)]
pub struct Thing {
    /// Its id; empty for what stands in for an event.
    pub id: String,
    /// The position of its event, or of what stands in for one.
    pub subject: usize,
    pub sources: BTreeSet<String>,
    pub values: BTreeMap<Facet, Vec<String>>,
    pub texts: Vec<String>,
    pub verbatim: Vec<String>,
    /// Of a quote, what it says, without verb and names.
    pub said: Vec<String>,
    pub when: Option<When>,
}

/// A file, ready to be asked.
pub struct Story<'a> {
    pub file: &'a wire::Dataset,
    pub sources: Vec<String>,
    /// The values that occur, of each facet; every source does.
    pub values: BTreeMap<Facet, BTreeSet<String>>,
    things: [Vec<Thing>; 4],
}

/// What is found: ids, in the file's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub events: Vec<String>,
    pub mentions: Vec<String>,
    pub quotes: Vec<String>,
    pub discrepancies: Vec<String>,
}

impl Found {
    pub fn total(&self, unit: Unit) -> usize {
        match unit {
            Unit::Events => self.events.len(),
            Unit::Mentions => self.mentions.len(),
            Unit::Quotes => self.quotes.len(),
        }
    }
}

/// The day that is written so.
fn number(written: &str) -> Option<i64> {
    (0..DAYS).find(|&day| world::day(day) == written)
}

/// When something is said to have been.
pub fn when(written: &str) -> Option<When> {
    if let Some((from, to)) = written.split_once('/') {
        return Some(When { from: number(from)?, to: number(to)?, lasting: true });
    }
    let (from, to) = match written.strip_prefix('[') {
        Some(inner) => inner.trim_end_matches(']').split_once("..")?,
        None => (written, written),
    };
    Some(When { from: number(from)?, to: number(to)?, lasting: false })
}

/// A date as the timeline sorts it: what isn't known comes last.
pub fn order(when: Option<When>) -> (i64, i64) {
    when.map_or((i64::MAX, i64::MAX), |when| (when.from, when.to))
}

fn or_none(mut values: Vec<String>) -> Vec<String> {
    values.sort();
    values.dedup();
    if values.is_empty() { vec!["_none".into()] } else { values }
}

impl<'a> Story<'a> {
    pub fn of(file: &'a wire::Dataset) -> Self {
        let sources: Vec<String> = file.sources.iter().map(|source| source.id.clone()).collect();
        let mut story = Self { file, sources, values: BTreeMap::new(), things: Default::default() };
        for event in &file.events {
            story.event(event);
        }
        for quote in &file.quotes {
            story.quote(quote);
        }
        for discrepancy in &file.discrepancies {
            story.discrepancy(discrepancy);
        }
        // A source reports what it has a mention or quote of; of a question without an event, what it answers.
        for (level, thing) in story.all(&[Level::Mention, Level::Quote, Level::Discrepancy]) {
            let loose = story.things[0][thing.subject].id.is_empty();
            if level != Level::Discrepancy || loose {
                story.things[0][thing.subject].sources.extend(thing.sources);
            }
        }
        for (_, quote) in story.all(&[Level::Quote]) {
            let written = file.quotes.iter().find(|written| written.id == quote.id).expect("it is from there");
            let topics = story.with_wider(&written.topics);
            let subject = &mut story.things[0][quote.subject];
            subject.values.entry(Facet::Topic).or_default().extend(topics);
        }
        for subject in &mut story.things[0] {
            subject.values.insert(Facet::Reporters, vec![subject.sources.len().to_string()]);
            let topics = subject.values.remove(&Facet::Topic).unwrap_or_default();
            subject.values.insert(Facet::Topic, or_none(topics));
        }
        story.values.insert(Facet::Source, story.sources.iter().cloned().collect());
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Source) {
            let things = story.things[facet.level() as usize].iter();
            story.values.insert(facet, things.flat_map(|thing| thing.values[&facet].clone()).collect());
        }
        story
    }

    fn all(&self, levels: &[Level]) -> Vec<(Level, Thing)> {
        levels
            .iter()
            .flat_map(|&level| self.things[level as usize].iter().map(move |thing| (level, thing.clone())))
            .collect()
    }

    fn event(&mut self, event: &wire::Event) {
        let subject = self.things[0].len();
        let topics = self.with_wider(&event.topics);
        self.things[0].push(Thing {
            id: event.id.clone(),
            subject,
            texts: vec![event.title.clone()],
            values: BTreeMap::from([(Facet::Topic, topics)]),
            when: when(&event.when),
            ..Thing::default()
        });
        for mention in &event.mentions {
            // What nobody reports isn't there.
            if !self.sources.contains(&mention.source) {
                continue;
            }
            let verbatim: Vec<String> = mention.passages.iter().filter_map(|passage| passage.exact.clone()).collect();
            let known = |id: &String| self.file.places.iter().any(|place| place.id == *id);
            let places = mention.places.iter().filter(|id| known(id)).cloned().collect();
            let texts = [
                verbatim.clone(),
                vec![mention.paraphrase.clone()],
                self.names(&mention.actors),
                self.names(&mention.via),
                self.place_names(&mention.places),
            ];
            self.things[Level::Mention as usize].push(Thing {
                id: mention.id.clone(),
                subject,
                sources: BTreeSet::from([mention.source.clone()]),
                values: BTreeMap::from([
                    (Facet::Status, vec![mention.status.as_str().into()]),
                    (Facet::Basis, vec![mention.basis.as_str().into()]),
                    (Facet::Place, or_none(places)),
                ]),
                texts: texts.concat(),
                verbatim,
                ..Thing::default()
            });
        }
    }

    fn quote(&mut self, quote: &wire::Quote) {
        if !self.sources.contains(&quote.source) {
            return;
        }
        let subject = self.subject(quote.event.as_ref(), quote.when.as_ref());
        let parts: Vec<String> = quote.passages.iter().filter_map(|passage| passage.exact.clone()).collect();
        let (ours, verbatim) = match quote.kind.as_str() {
            "direct" if parts.is_empty() => (vec![], vec![quote.content.clone()]),
            "direct" => (vec![], parts),
            // Every second piece stands in the marks.
            "mixed" => {
                let pieces = quote.content.split(['“', '”']);
                (vec![quote.content.replace(['“', '”'], " ")], pieces.skip(1).step_by(2).map(String::from).collect())
            }
            _ => (vec![quote.content.clone()], vec![]),
        };
        let known = |id: &&String| self.file.actors.iter().any(|actor| actor.id == **id);
        let cue = if quote.cue == "—" { vec![] } else { vec![quote.cue.clone()] };
        let addressee: Vec<String> = quote.addressee.iter().cloned().collect();
        let shown = if quote.kind.as_str() == "direct" { verbatim.clone() } else { vec![] };
        let said = [ours, shown].concat();
        let texts = [
            said.clone(),
            vec![quote.cue.clone()],
            self.names(&quote.speakers),
            self.names(&quote.via),
            self.names(&addressee),
        ];
        let thing = Thing {
            id: quote.id.clone(),
            subject,
            sources: BTreeSet::from([quote.source.clone()]),
            values: BTreeMap::from([
                (Facet::Speaker, or_none(quote.speakers.iter().filter(known).cloned().collect())),
                (Facet::Affiliation, or_none(self.affiliations(&quote.speakers))),
                (Facet::Kind, vec![quote.kind.as_str().into()]),
                (Facet::Cue, or_none(cue)),
            ]),
            texts: texts.concat(),
            verbatim,
            said,
            when: None,
        };
        self.things[Level::Quote as usize].push(thing);
    }

    fn discrepancy(&mut self, discrepancy: &wire::Discrepancy) {
        let subject = self.subject(discrepancy.event.as_ref(), None);
        let evidence = discrepancy.answers.iter().flat_map(|answer| &answer.evidence);
        let mut texts = vec![discrepancy.question.clone()];
        texts.extend(discrepancy.note.clone());
        texts.extend(discrepancy.answers.iter().map(|answer| answer.value.clone()));
        let sources = evidence.map(|evidence| evidence.source.clone()).filter(|source| self.sources.contains(source));
        let thing = Thing {
            id: discrepancy.id.clone(),
            subject,
            sources: sources.collect(),
            values: BTreeMap::from([
                (Facet::Dimension, vec![discrepancy.dimension.as_str().into()]),
                (Facet::Nature, vec![discrepancy.nature.as_str().into()]),
            ]),
            texts,
            ..Thing::default()
        };
        self.things[Level::Discrepancy as usize].push(thing);
    }

    /// The position of an event; what has none is looked at as an event of its own.
    fn subject(&mut self, event: Option<&String>, said: Option<&String>) -> usize {
        let known = self.things[0].iter().position(|thing| !thing.id.is_empty() && Some(&thing.id) == event);
        known.unwrap_or_else(|| {
            let subject = self.things[0].len();
            let when = said.and_then(|written| when(written));
            self.things[0].push(Thing { subject, when, ..Thing::default() });
            subject
        })
    }

    fn names(&self, ids: &[String]) -> Vec<String> {
        let actors = ids.iter().filter_map(|id| self.file.actors.iter().find(|actor| actor.id == *id));
        actors.flat_map(|actor| [vec![actor.name.clone()], actor.aliases.clone()].concat()).collect()
    }

    fn place_names(&self, ids: &[String]) -> Vec<String> {
        let places = ids.iter().filter_map(|id| self.file.places.iter().find(|place| place.id == *id));
        places.flat_map(|place| [vec![place.name.clone()], place.aliases.clone()].concat()).collect()
    }

    /// Topics, and all that are wider.
    fn with_wider(&self, ids: &[String]) -> Vec<String> {
        let mut found: BTreeSet<String> = BTreeSet::new();
        for _ in 0..=self.file.topics.len() {
            for topic in &self.file.topics {
                let narrower = self.file.topics.iter().filter(|narrow| found.contains(&narrow.id));
                if ids.contains(&topic.id)
                    || narrower.into_iter().any(|narrow| narrow.parent.as_ref() == Some(&topic.id))
                {
                    found.insert(topic.id.clone());
                }
            }
        }
        found.into_iter().collect()
    }

    /// What actors belong to, directly or by way of something else.
    fn affiliations(&self, ids: &[String]) -> Vec<String> {
        let mut found: BTreeSet<String> = BTreeSet::new();
        for _ in 0..=self.file.actors.len() {
            for member in &self.file.actors {
                let Some(to) = self.file.actors.iter().find(|actor| Some(&actor.id) == member.affiliation.as_ref())
                else {
                    continue;
                };
                if ids.contains(&member.id) || found.contains(&member.id) {
                    found.insert(to.id.clone());
                }
            }
        }
        found.into_iter().collect()
    }

    /// What the file has of `ask`: what it lacks selects nothing and excludes nothing.
    pub fn known(&self, ask: &Ask) -> Ask {
        let mut known = ask.clone();
        known.choices.retain(|(facet, value), _| self.values[facet].contains(value));
        known
    }

    /// The filters that are in force.
    pub fn filters(&self, ask: &Ask) -> Vec<Filter> {
        let ask = self.known(ask);
        let mut filters = Vec::new();
        for facet in Facet::ALL {
            let moded = facet == Facet::Source && ask.mode != SourceMode::Any;
            if moded || ask.choices.keys().any(|(of, _)| *of == facet) {
                filters.push(Filter::Facet(facet));
            }
        }
        if (ask.from, ask.to) != (None, None) {
            filters.push(Filter::Range);
        }
        if !ask.terms.is_empty() {
            filters.push(Filter::Text);
        }
        filters
    }

    /// What is found.
    pub fn found(&self, ask: &Ask) -> Found {
        let ask = &self.known(ask);
        let subjects: Vec<bool> = (0..self.things[0].len()).map(|subject| self.finds(ask, subject)).collect();
        let ids = |level: Level| -> Vec<String> {
            let found = |thing: &&Thing| {
                let itself = level == Level::Event
                    || (holds(ask, level, thing) && self.is_of_chosen(ask, thing) && self.contains(ask, &[thing]));
                subjects[thing.subject] && itself && !thing.id.is_empty()
            };
            self.things[level as usize].iter().filter(found).map(|thing| thing.id.clone()).collect()
        };
        Found {
            events: ids(Level::Event),
            mentions: ids(Level::Mention),
            quotes: ids(Level::Quote),
            discrepancies: ids(Level::Discrepancy),
        }
    }

    /// The quotes that are found, in the order of time, with how well each fits what is looked for: by BM25, term by term,
    /// of what quotes say.
    pub fn fitting(&self, ask: &Ask) -> Vec<(String, f64)> {
        let found = self.found(ask).quotes;
        let all = &self.things[Level::Quote as usize];
        let split = |texts: &[String]| -> Vec<Vec<String>> {
            texts.iter().map(|text| text.split_whitespace().map(String::from).collect()).collect()
        };
        let length = |thing: &Thing| split(&thing.said).concat().len() as f64;
        let mean = all.iter().map(length).sum::<f64>() / all.len() as f64;
        let mut terms: Vec<&Term> = Vec::new();
        for term in ask.terms.iter().filter(|term| !term.excluded) {
            if !terms.iter().any(|known| known.words == term.words && known.open == term.open) {
                terms.push(term);
            }
        }
        let times = |thing: &Thing, term: &Term| -> f64 {
            let spellings = self.spellings(term);
            let texts = split(if ask.verbatim { &thing.verbatim } else { &thing.said });
            let begins = |text: &Vec<String>, at: usize| {
                spellings.iter().any(|words| {
                    let here: Vec<&str> = text[at..].iter().take(words.len()).map(String::as_str).collect();
                    occurs(words, term.open, &here)
                })
            };
            texts.iter().map(|text| (0..text.len()).filter(|&at| begins(text, at)).count()).sum::<usize>() as f64
        };
        let score = |thing: &Thing| -> f64 {
            let of_term = |term: &&Term| {
                let having = all.iter().filter(|other| times(other, term) > 0.0).count() as f64;
                let rare = (1.0 + (all.len() as f64 - having + 0.5) / (having + 0.5)).ln();
                let times = times(thing, term);
                rare * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length(thing) / mean))
            };
            // Nothing is said in a quote without a word, and nothing fits it.
            terms.iter().map(of_term).filter(|score| !score.is_nan()).sum()
        };
        let mut quotes: Vec<&wire::Quote> = self.file.quotes.iter().filter(|quote| found.contains(&quote.id)).collect();
        quotes.sort_by_key(|quote| self.said(quote));
        let thing = |quote: &wire::Quote| all.iter().find(|thing| thing.id == quote.id).expect("it is there");
        quotes.into_iter().map(|quote| (quote.id.clone(), score(thing(quote)))).collect()
    }

    /// When a quote was said, as what is put in the order of time.
    pub fn said(&self, quote: &wire::Quote) -> (i64, i64) {
        let own = quote.when.as_ref().and_then(|written| when(written));
        let event = || self.file.events.iter().find(|event| Some(&event.id) == quote.event.as_ref());
        order(own.or_else(|| when(&event()?.when)))
    }

    /// The events of which a source has something.
    pub fn reported_by(&self, source: &str) -> Vec<&str> {
        let reported = self.things[0].iter().filter(|thing| thing.sources.contains(source));
        reported.map(|thing| thing.id.as_str()).collect()
    }

    /// Of what is found, the events that need not have happened on the days that are asked for.
    pub fn unsure(&self, ask: &Ask) -> Vec<String> {
        let found = self.found(ask).events;
        let sure = |thing: &Thing| {
            let (from, to) = (ask.from.unwrap_or(i64::MIN), ask.to.unwrap_or(i64::MAX));
            thing.when.is_some_and(|when| {
                if when.lasting { when.from <= to && from <= when.to } else { from <= when.from && when.to <= to }
            })
        };
        let asked = (ask.from, ask.to) != (None, None);
        let unsure = self.things[0].iter().filter(|thing| asked && found.contains(&thing.id) && !sure(thing));
        unsure.map(|thing| thing.id.clone()).collect()
    }

    fn finds(&self, ask: &Ask, subject: usize) -> bool {
        let event = &self.things[0][subject];
        let of = |level: Level| self.things[level as usize].iter().filter(move |thing| thing.subject == subject);
        let levels = [Level::Mention, Level::Quote, Level::Discrepancy].into_iter().all(|level| {
            let included = ask.choices.iter().any(|((facet, _), excluded)| facet.level() == level && !excluded);
            if included {
                of(level).any(|thing| holds(ask, level, thing) && self.is_of_chosen(ask, thing))
            } else {
                of(level).count() == 0 || of(level).any(|thing| holds(ask, level, thing))
            }
        });
        let mut all = vec![event];
        for level in [Level::Mention, Level::Quote, Level::Discrepancy] {
            all.extend(of(level));
        }
        let may_be_then = event
            .when
            .is_none_or(|when| ask.to.is_none_or(|to| when.from <= to) && ask.from.is_none_or(|from| from <= when.to));
        holds(ask, Level::Event, event)
            && self.is_reported(ask, event)
            && levels
            && may_be_then
            && self.contains(ask, &all)
    }

    /// The sources that are chosen; all, if none is.
    fn chosen(&self, ask: &Ask) -> BTreeSet<String> {
        let included: BTreeSet<String> = ask.chosen(Facet::Source, false).into_iter().map(String::from).collect();
        if included.is_empty() { self.sources.iter().cloned().collect() } else { included }
    }

    fn is_reported(&self, ask: &Ask, event: &Thing) -> bool {
        let chosen = self.chosen(ask);
        let reporting = event.sources.intersection(&chosen).count();
        let as_asked = match ask.mode {
            SourceMode::Any => ask.chosen(Facet::Source, false).is_empty() || reporting > 0,
            SourceMode::All => chosen.is_subset(&event.sources),
            SourceMode::None => reporting == 0,
            SourceMode::Only => reporting > 0 && event.sources.is_subset(&chosen),
            SourceMode::AtLeast(least) => reporting >= usize::from(least),
        };
        as_asked && ask.chosen(Facet::Source, true).iter().all(|&source| !event.sources.contains(source))
    }

    fn is_of_chosen(&self, ask: &Ask, thing: &Thing) -> bool {
        let own = thing.sources.intersection(&self.chosen(ask)).count() > 0;
        let as_asked = match ask.mode {
            SourceMode::Any => ask.chosen(Facet::Source, false).is_empty() || own,
            SourceMode::None => !own,
            _ => own,
        };
        as_asked && ask.chosen(Facet::Source, true).iter().all(|&source| !thing.sources.contains(source))
    }

    fn contains(&self, ask: &Ask, things: &[&Thing]) -> bool {
        if ask.terms.is_empty() {
            return true;
        }
        let texts = things.iter().flat_map(|thing| if ask.verbatim { &thing.verbatim } else { &thing.texts });
        let texts: Vec<Vec<&str>> = texts.map(|text| text.split_whitespace().collect()).collect();
        ask.terms.iter().all(|term| {
            let occurs =
                self.spellings(term).iter().any(|words| texts.iter().any(|text| occurs(words, term.open, text)));
            occurs != term.excluded
        })
    }

    /// A term, and how else it may be spelt: one actor or place is called both.
    fn spellings(&self, term: &Term) -> Vec<Vec<String>> {
        let both = ["kiev", "kyiv"].map(String::from);
        let is_called = |name: &String, aliases: &[String]| both.iter().all(|one| one == name || aliases.contains(one));
        let same = self.file.actors.iter().any(|actor| is_called(&actor.name, &actor.aliases))
            || self.file.places.iter().any(|place| is_called(&place.name, &place.aliases));
        match &term.words[..] {
            [word] if same && both.contains(word) => both.map(|name| vec![name]).to_vec(),
            _ => vec![term.words.clone()],
        }
    }
}

/// Whether the words follow each other in `text`.
fn occurs(words: &[String], open: bool, text: &[&str]) -> bool {
    text.windows(words.len()).any(|found| {
        found.iter().zip(words).enumerate().all(|(at, (found, word))| {
            if open && at + 1 == words.len() { found.starts_with(word.as_str()) } else { found == word }
        })
    })
}

/// Whether the facets of a level hold of a thing; who reports is asked apart.
fn holds(ask: &Ask, level: Level, thing: &Thing) -> bool {
    let facets = Facet::ALL.into_iter().filter(|facet| facet.level() == level && *facet != Facet::Source);
    facets.into_iter().all(|facet| {
        let has = |value: &&str| thing.values[&facet].iter().any(|own| own == value);
        let included = ask.chosen(facet, false);
        (included.is_empty() || included.iter().any(has)) && !ask.chosen(facet, true).iter().any(has)
    })
}
