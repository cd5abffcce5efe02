//! Invented quotes in any number, with values and words as unevenly spread as they are in life.

#![expect(clippy::cast_sign_loss, reason = "shares are never negative")]

use sidebyline_dataset::wire;

/// A linear congruential generator's upper bits: the same quotes on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 up to 1.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.share() * limit as f64) as usize
    }
}

/// Numbers of which the first is twice as frequent as the second and three times as frequent as the third.
pub struct Zipf(Vec<f64>);

impl Zipf {
    pub fn new(number: usize, exponent: f64) -> Self {
        let mut sum = 0.0;
        let upto = (1..=number).map(|rank| {
            sum += 1.0 / (rank as f64).powf(exponent);
            sum
        });
        Self(upto.collect())
    }

    pub fn pick(&self, dice: &mut Dice) -> usize {
        let at = dice.share() * self.0.last().copied().unwrap_or_default();
        self.0.partition_point(|&upto| upto < at).min(self.0.len() - 1)
    }
}

pub const SOURCES: usize = 40;
pub const SPEAKERS: usize = 2_000;
pub const TOPICS: usize = 60;
pub const WORDS: usize = 30_000;
pub const DAYS: usize = 1_096;
const CUES: [&str; 12] =
    ["say", "tell", "write", "warn", "call for", "deny", "add", "ask", "announce", "claim", "insist", "predict"];

/// What a word is called: the more frequent ones are shorter.
pub fn word(number: usize) -> String {
    let mut rest = number;
    let mut word = String::new();
    loop {
        word.push(char::from(b"bcdfghjklmnprstvwz"[rest % 18]));
        word.push(char::from(b"aeiou"[rest / 18 % 5]));
        rest /= 90;
        if rest == 0 {
            return word;
        }
    }
}

/// What day a number means, from 1 January 2022 on.
pub fn day(number: usize) -> String {
    let mut rest = number;
    for year in 2022.. {
        let days = |month| match month {
            2 => 28 + usize::from(year % 4 == 0),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        for month in 1..=12 {
            if rest < days(month) {
                return format!("{year}-{month:02}-{:02}", rest + 1);
            }
            rest -= days(month);
        }
    }
    String::new()
}

fn source(number: usize) -> wire::Source {
    let digest = format!("sha256:{}", "0".repeat(64));
    wire::Source {
        id: format!("source-{number}"),
        label: "S".into(),
        title: String::new(),
        headline: None,
        outlet: None,
        url: None,
        published: "2025".into(),
        published_basis: String::new(),
        language: "en".into(),
        digest: wire::SourceDigest { raw: digest.clone(), canonical: digest, extra: wire::Extra::default() },
        length: 1_000,
        coded: wire::Coded::Full,
        derived_from: vec![],
        text: None,
        notes: vec![],
        skipped: vec![],
        extra: wire::Extra::default(),
    }
}

/// Quotes from 40 sources by 2,000 speakers on 60 topics, of 8 to 40 words out of 30,000, within three years. If
/// `events`, they are quotes about events, twenty about each, which a mention reports beside them.
pub fn dataset(quotes: usize, events: bool) -> wire::Dataset {
    let mut file = sidebyline_dataset::parse(
        br#"{"format": "sidebyline/1", "id": "bench", "version": "1", "title": "", "description": "", "language": "en",
        "updated": "2025-01-01", "license": "CC0-1.0", "method": "", "sources": [], "events": [], "quotes": []}"#,
    )
    .expect("it is a dataset");
    let mut dice = Dice::new(42);
    let (sources, speakers) = (Zipf::new(SOURCES, 1.0), Zipf::new(SPEAKERS, 1.0));
    let (topics, words) = (Zipf::new(TOPICS, 1.0), Zipf::new(WORDS, 1.0));
    let vocabulary: Vec<String> = (0..WORDS).map(word).collect();
    let days: Vec<String> = (0..DAYS).map(day).collect();
    file.sources = (0..SOURCES).map(source).collect();
    file.actors = (0..SPEAKERS)
        .map(|number| wire::Actor {
            id: format!("speaker-{number}"),
            name: format!("Speaker {}", word(number * 7)),
            aliases: vec![],
            kind: wire::ActorKind::Person,
            role: None,
            affiliation: None,
            extra: wire::Extra::default(),
        })
        .collect();
    file.topics = (0..TOPICS)
        .map(|number| wire::Topic {
            id: format!("topic-{number}"),
            label: String::new(),
            parent: None,
            extra: wire::Extra::default(),
        })
        .collect();
    let number = (quotes / 20).max(1);
    let days_of_events: Vec<usize> = (0..number).map(|_| dice.below(DAYS)).collect();
    if events {
        file.events = (0..number)
            .map(|number| wire::Event {
                id: format!("event-{number}"),
                title: format!("{} {}", vocabulary[words.pick(&mut dice)], vocabulary[words.pick(&mut dice)]),
                when: days[days_of_events[number]].clone(),
                known_from: None,
                background: false,
                topics: vec![format!("topic-{}", topics.pick(&mut dice))],
                mentions: vec![mention(number, sources.pick(&mut dice))],
                extra: wire::Extra::default(),
            })
            .collect();
    }
    file.quotes = (0..quotes)
        .map(|id| {
            let event = dice.below(number);
            let mut own: Vec<usize> = Vec::new();
            for _ in 0..=dice.below(4) {
                let topic = topics.pick(&mut dice);
                if !own.contains(&topic) {
                    own.push(topic);
                }
            }
            let length = 8 + dice.below(33);
            let mut content = String::new();
            for at in 0..length {
                if at > 0 {
                    content.push(' ');
                }
                content.push_str(&vocabulary[words.pick(&mut dice)]);
            }
            wire::Quote {
                id: format!("quote-{id}"),
                source: format!("source-{}", sources.pick(&mut dice)),
                kind: [wire::QuoteKind::Direct, wire::QuoteKind::Mixed, wire::QuoteKind::Indirect]
                    [(dice.share() * dice.share() * 3.0) as usize],
                speakers: vec![format!("speaker-{}", speakers.pick(&mut dice))],
                via: vec![],
                cue: CUES[dice.below(CUES.len())].into(),
                content,
                passages: vec![],
                when: (!events).then(|| days[(days_of_events[event] + dice.below(7)).min(DAYS - 1)].clone()),
                event: events.then(|| format!("event-{event}")),
                topics: own.into_iter().map(|topic| format!("topic-{topic}")).collect(),
                addressee: None,
                extra: wire::Extra::default(),
            }
        })
        .collect();
    file
}

fn mention(number: usize, source: usize) -> wire::Mention {
    wire::Mention {
        id: format!("mention-{number}"),
        source: format!("source-{source}"),
        paraphrase: "something has come about".into(),
        passages: vec![],
        status: wire::Status::ALL[number % 3],
        when: None,
        actors: vec![],
        places: vec![],
        basis: wire::Basis::ALL[number % 2],
        via: vec![],
        extra: wire::Extra::default(),
    }
}

/// What is asked, as an address: three sources, two topics and some months; and, where `words`, one to three words.
pub fn asked(words: bool) -> Vec<String> {
    let mut dice = Dice::new(99);
    let (sources, topics, vocabulary) = (Zipf::new(SOURCES, 0.6), Zipf::new(TOPICS, 0.6), Zipf::new(WORDS, 0.7));
    (0..60)
        .map(|at| {
            let mut some = |of: &Zipf, number: usize, limit: usize| {
                let mut found: Vec<usize> = Vec::new();
                while found.len() < number {
                    let next = of.pick(&mut dice);
                    if next < limit && !found.contains(&next) {
                        found.push(next);
                    }
                }
                found
            };
            let list = |key: &str, values: Vec<usize>| {
                values.into_iter().map(|value| format!("{key}-{value}")).collect::<Vec<_>>().join(",")
            };
            let (own, about) = (list("source", some(&sources, 3, SOURCES)), list("topic", some(&topics, 2, TOPICS)));
            let (number, limit) = [(1, 8_000), (2, 600), (3, 80)][at % 3];
            // In quotation marks a word is whole.
            let sought: Vec<String> =
                some(&vocabulary, number, limit).into_iter().map(|number| format!("\"{}\"", word(number))).collect();
            let length = 60 + dice.below(700);
            let from = dice.below(DAYS - length);
            let mut query = format!("source={own}&topic={about}&from={}&to={}", day(from), day(from + length));
            if words {
                query = format!("{query}&q={}", sought.join("+"));
            }
            query
        })
        .collect()
}
