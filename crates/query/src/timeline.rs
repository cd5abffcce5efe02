//! The order in which things are shown: days, background, voices. It is the same whatever is selected.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::{Edtf, Shape};
use sidebyline_dataset::model::{ActorIdx, EventIdx, QuoteIdx};
use sidebyline_dataset::table::{Idx, in_order};
use sidebyline_rows::Bits;
use sidebyline_rows::order::sorted;

use crate::DAY;
use crate::facet::Level;
use crate::index::Index;
use crate::index::order::Orders;
use crate::matches::Matches;
use crate::part::{Part, WHOLE, range};
use crate::view::Unit;

/// All events in the order of time, and the quotes that belong to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The weeks that the story is about; last, what can't be put on a day.
    pub days: Vec<Day>,
    /// The story's past.
    pub background: Vec<Day>,
    /// Quotes that belong to no event, in the order of time: each by its own date.
    pub loose: Vec<QuoteIdx>,
}

impl Voice {
    /// All quotes of `dataset`, whose index this is, by speaker.
    pub fn all(dataset: &Dataset, index: &Index) -> Vec<Self> {
        let all = Bits::all(dataset.quotes.len());
        voices(dataset, &mut index.orders.quotes_at(index.orders.in_time(&all)))
    }

    /// The part of the found quotes of all `voices`, which are those of the dataset, that has `wanted`, or else this one;
    /// with those whose quotes they are. It goes no further than to the part.
    pub fn part(
        voices: &[Self],
        matches: &Matches,
        wanted: Option<QuoteIdx>,
        number: usize,
    ) -> (Vec<Self>, Part<QuoteIdx>) {
        let len = matches.total(Unit::Quotes);
        let place =
            wanted.filter(|&wanted| matches.has_quote(wanted)).and_then(|wanted| place(voices, matches, wanted));
        let mut part = Part { items: Vec::new(), range: range(len, place, number), len };
        let (mut here, mut before) = (Vec::new(), 0);
        for voice in voices {
            if part.items.len() == part.range.len() {
                break;
            }
            let number = matches.number_of(&voice.quotes);
            if number > 0 && before + number > part.range.start {
                let found = voice.quotes.iter().copied().filter(|&quote| matches.has_quote(quote));
                let left = part.range.len() - part.items.len();
                let quotes: Vec<_> = found.skip(part.range.start.saturating_sub(before)).take(left).collect();
                part.items.extend(&quotes);
                here.push(Self { speaker: voice.speaker, quotes });
            }
            before += number;
        }
        (here, part)
    }
}

/// How many of the found quotes of `voices` come before one of them.
fn place(voices: &[Voice], matches: &Matches, wanted: QuoteIdx) -> Option<usize> {
    let mut before = 0;
    for Voice { quotes, .. } in voices {
        if let Some(at) = quotes.iter().position(|&quote| quote == wanted) {
            return Some(before + matches.number_of(&quotes[..at]));
        }
        before += matches.number_of(quotes);
    }
    None
}

/// The quotes of one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The speaker; none where the data name none.
    pub speaker: Option<ActorIdx>,
    /// The quotes, in the order of time.
    pub quotes: Vec<QuoteIdx>,
}

/// What a list has at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// An event.
    Event(EventIdx),
    /// A quote that belongs to none.
    Quote(QuoteIdx),
}

/// The events of one day, or those whose day isn't known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub when: When,
    /// Its events: those that may begin earlier first, then those that end earlier.
    pub events: Vec<EventIdx>,
}

/// What a group of events has in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// They begin on this day: the day's first second.
    Day(i64),
    /// They begin on this day or within [`NEAR`] from it on, or it is doubtful that they do.
    Around(i64),
    /// It isn't known on which day they begin, nor nearly so.
    Unsure,
}

/// How far the first and the last moment at which an event may begin can lie apart for it to be put among the days:
/// two weeks, in seconds.
pub const NEAR: i64 = 14 * DAY;

impl Timeline {
    /// The timeline of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        Self::in_order(dataset, &Index::orders(dataset))
    }

    /// The timeline of `dataset`, whose index this is, which has most of it.
    pub fn of(dataset: &Dataset, index: &Index) -> Self {
        Self::in_order(dataset, &index.orders)
    }

    fn in_order(dataset: &Dataset, orders: &Orders) -> Self {
        // Where the dates don't decide, the dataset's order does.
        let of_events = &orders.levels[Level::Event as usize];
        let rows =
            dataset.events.indices().map(|event| (i64::from(of_events.row(event.position()) as u32), 0, event.0));
        let (background, recent): (Vec<_>, Vec<_>) =
            sorted(rows.collect()).into_iter().map(EventIdx).partition(|&event| dataset.events[event].background);
        let loose = orders.quotes_at(orders.loose.iter()).collect();
        Self { days: days(dataset, recent), background: days(dataset, background), loose }
    }
}

impl Timeline {
    /// Whether it is short enough to be shown as a whole.
    pub fn is_whole(&self) -> bool {
        let days = self.background.iter().chain(&self.days);
        days.map(|day| day.events.len()).sum::<usize>() + self.loose.len() <= WHOLE
    }

    /// The part of what is found that has `wanted`, or else this one; see [`Part::of`]. It goes over the events that come
    /// before it, but not over quotes.
    pub fn part(&self, matches: &Matches, wanted: Option<Item>, number: usize) -> Part<Item> {
        let (events, quotes) = (matches.total(Unit::Events), matches.loose_rows());
        let mut place = None;
        match wanted {
            Some(Item::Event(event)) if matches.has_event(event) => self.each(matches, &mut |at, other| {
                if other == event {
                    place = Some(at);
                }
                place.is_none()
            }),
            Some(Item::Quote(quote)) => {
                let row = matches.row_of(quote);
                place = quotes.contains(row).then(|| events + quotes.count_in(0..row));
            }
            _ => {}
        }
        let len = events + quotes.count();
        let range = range(len, place, number);
        let mut items = Vec::new();
        if range.start < events {
            self.each(matches, &mut |at, event| {
                if at >= range.start {
                    items.push(Item::Event(event));
                }
                at + 1 < range.end
            });
        }
        // What is left of it are quotes.
        let mut next = quotes.nth((range.start + items.len()).saturating_sub(events));
        while items.len() < range.len()
            && let Some(row) = next
        {
            items.push(Item::Quote(QuoteIdx::new(matches.quote_at(row))));
            next = quotes.next(row + 1);
        }
        Part { items, range, len }
    }

    /// The past, the days and the loose quotes that a part has.
    pub fn sections(&self, part: &Part<Item>) -> (Vec<Day>, Vec<Day>, Vec<QuoteIdx>) {
        let mut rest = part.items.as_slice();
        let (background, days) = (begin_of(&mut rest, &self.background), begin_of(&mut rest, &self.days));
        let quotes = rest.iter().filter_map(|item| if let Item::Quote(quote) = item { Some(*quote) } else { None });
        (background, days, quotes.collect())
    }

    /// Gives each event that is found, with how many come before it in the order in which they are shown, as long as `more`
    /// are wanted.
    fn each(&self, matches: &Matches, more: &mut dyn FnMut(usize, EventIdx) -> bool) {
        let mut at = 0;
        for day in self.background.iter().chain(&self.days) {
            for &event in day.events.iter().filter(|&&event| matches.has_event(event)) {
                if !more(at, event) {
                    return;
                }
                at += 1;
            }
        }
    }
}

/// Takes the events of `days` from the beginning of a list that is in their order.
fn begin_of(list: &mut &[Item], days: &[Day]) -> Vec<Day> {
    let mut begin = Vec::new();
    for day in days {
        let events = list.iter().map_while(|item| match item {
            Item::Event(event) if day.events.contains(event) => Some(*event),
            _ => None,
        });
        let events: Vec<EventIdx> = events.collect();
        *list = &list[events.len()..];
        if !events.is_empty() {
            begin.push(Day { when: day.when, events });
        }
    }
    begin
}

fn days(dataset: &Dataset, events: Vec<EventIdx>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for event in events {
        let when = group(dataset.events[event].when.as_ref());
        let place = days.partition_point(|day| day.when.order() < when.order());
        match days.get_mut(place) {
            Some(day) if day.when == when => day.events.push(event),
            _ => days.insert(place, Day { when, events: vec![event] }),
        }
    }
    days
}

impl When {
    /// Certain days before those that are merely near, and what is on no known day last.
    fn order(self) -> (i64, bool) {
        match self {
            Self::Day(first) => (first, false),
            Self::Around(first) => (first, true),
            Self::Unsure => (i64::MAX, true),
        }
    }
}

fn group(when: Option<&Edtf>) -> When {
    let start = when.and_then(|when| match when.shape() {
        Shape::Date(date) => Some((date, date)),
        Shape::Lasting(from, _) => from.date().map(|date| (date, date)),
        Shape::OneOf(from, to) => Some((from.date()?, to.date()?)),
    });
    let Some((from, to)) = start else { return When::Unsure };
    let day = from.first - from.first.rem_euclid(DAY);
    let doubtful = [from, to].iter().any(|date| date.approximate || date.uncertain);
    match to.last - day {
        span if span < DAY && !doubtful => When::Day(day),
        span if span < NEAR => When::Around(day),
        _ => When::Unsure,
    }
}

/// `quotes`, which are in the order of time, by speaker: whoever speaks most first, then by name; each quote once, with the
/// first of its speakers. Last come those of nobody who is named.
fn voices(dataset: &Dataset, quotes: &mut dyn Iterator<Item = QuoteIdx>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    // Where the voice of each actor is, and last that of nobody who is named.
    let mut places: Vec<Option<usize>> = vec![None; dataset.actors.len() + 1];
    // They are asked for in the dataset's own order, in which that is quicker.
    let speakers: Vec<Option<ActorIdx>> = speakers(dataset).collect();
    for quote in quotes {
        let speaker = speakers[quote.position()];
        let place = &mut places[speaker.map_or(dataset.actors.len(), ActorIdx::position)];
        let at = *place.get_or_insert(voices.len());
        if at == voices.len() {
            voices.push(Voice { speaker, quotes: Vec::new() });
        }
        voices[at].quotes.push(quote);
    }
    let name = |voice: &Voice| voice.speaker.map_or("", |speaker| dataset.actors[speaker].name.as_str());
    // Of two of one name, who speaks first comes first.
    let mut keys = Vec::with_capacity(voices.len());
    for (at, place) in in_order(voices.iter().map(name).collect()).into_iter().zip(0..) {
        let voice = &voices[at as usize];
        keys.push((if voice.speaker.is_none() { 1 } else { -i64::from(voice.quotes.len() as u32) }, place, at));
    }
    let mut taken = |at: u32| {
        let voice = &mut voices[at as usize];
        Voice { speaker: voice.speaker, quotes: std::mem::take(&mut voice.quotes) }
    };
    sorted(keys).into_iter().map(&mut taken).collect()
}

/// The first speaker of each quote, in the order of the dataset.
fn speakers(dataset: &Dataset) -> impl Iterator<Item = Option<ActorIdx>> {
    dataset.quotes.indices().map(|quote| dataset.quotes.head(quote).speaker)
}

/// When a quote was said: its own date, or else its event's.
pub fn said(dataset: &Dataset, quote: QuoteIdx) -> Option<&Edtf> {
    let quote = dataset.quotes.head(quote);
    quote.when.or_else(|| dataset.events[quote.event?].when.as_ref())
}

#[cfg(test)]
mod tests;
