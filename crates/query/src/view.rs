//! The view: everything that the address says, and nothing else.
//!
//! | in the address | means |
//! | --- | --- |
//! | nothing | the timeline, with everything in it |
//! | `view=compare`, `coverage`, `quotes`, `variants`, `discrepancies`, `source` | another page |
//! | `source=a,d` | what source `a` or source `d` reports; on the page *compare* they are the columns |
//! | `match=all`, `none`, `only`, `2` | … what all of them report, none of them, nobody else, two of them at least |
//! | `topic=crimea,-nato` | with one of the topics that are named, and without those after a minus; see [`Facet`] |
//! | `speaker=_none` | where the data do not say |
//! | `from=2025-04-21&to=2025-04-25` | what may have happened in these days |
//! | `q=truce+"direct+talks"+-london` | with these words; see [`search`](crate::search) |
//! | `in=verbatim` | … in the sources' own words |
//! | `count=mentions`, `quotes` | what is counted, if not events |
//! | `rows=differences`, `shared`, `only.a` | which events are compared |
//! | `rows=reported.a`, `discrepancy.a`, `silent.a`, `could-not.a`, `unknown.a` | … by what source `a` has on them, see [`Stand`] |
//! | `order=reports`, `disagreement` | the order of the rows of *coverage*, if not by date |
//! | `order=fit` | *quotes* that fit best what is searched for come first, if words are; see [`Index::ranked`](crate::Index::ranked) |
//! | `columns=d,a` | the first columns of *coverage*, in this order |
//! | `group=outlet` | … where the sources of an outlet stand together |
//! | `article=d` | the source of the page *source* |
//! | `items=e-deal,d-deal` | the quotes or mentions whose words are compared |
//! | `form=table` | … as a table, for experts |
//! | `marks=all` | … with differences of case, space and quotation marks |
//! | `part=3` | the third part of a list that is too long to be shown as a whole; see [`part`](crate::part) |
//! | `data=demo`, `https%3A%2F%2F…`, `_local` | another dataset: one of this site, the one at an address, a file that the reader opened; see [`Data`] |
//! | `v=1.0.0` | the version of the data that the link was made with |
//! | `embed=1` | inside another page |
//! | `theme=light`, `dark` | … which is light or dark, whatever the reader's system has |
//!
//! A view is canonical by construction: values sorted and each once, text without needless space. So printing it
//! and reading it back gives the same view, and two addresses with the same meaning print alike.

mod data;
mod read;
mod write;

use sidebyline_dataset::check::is_id;

use crate::facet::Facet;
pub use crate::view::data::{Data, DataKind, MAX_ADDRESS};
pub use crate::view::write::iso;

/// The longest text that is searched for, in characters.
pub const MAX_TEXT: usize = 100;
/// The longest query part of an address, in bytes. What would not fit is refused.
pub const MAX_QUERY: usize = 1_900;
/// What is kept free of it for all that has a length of its own: page, mode, days, options, and the keys of text and
/// version. So these can be set whatever is chosen.
const RESERVE: usize = 450;
/// How many quotes or mentions are compared at once.
pub const MAX_ITEMS: usize = 12;
/// How many single things that can't be done are told of.
const MAX_WARNINGS: usize = 8;

/// Everything that the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the address")]
pub struct View {
    /// The page.
    pub page: Page,
    /// How the chosen sources have to report.
    pub mode: SourceMode,
    /// Whether only the sources' own words are searched.
    pub verbatim: bool,
    /// What is counted.
    pub unit: Unit,
    /// Which events are compared.
    pub rows: Rows,
    /// The order of the rows.
    pub order: Order,
    /// Whether the sources of an outlet stand together.
    pub by_outlet: bool,
    /// Whether words are compared in a table.
    pub table: bool,
    /// Whether differences are shown that are none to most readers: of case, space and quotation marks.
    pub all_marks: bool,
    /// Which part of a long list is shown, counted from 0. What changes the list leads back to its beginning.
    pub part: usize,
    /// Whether it is shown inside another page.
    pub embed: bool,
    /// How it is lit.
    pub theme: Theme,
    pub(crate) columns: Vec<String>,
    pub(crate) items: Vec<String>,
    pub(crate) article: String,
    choices: [Vec<Choice>; Facet::ALL.len()],
    from: Option<i64>,
    to: Option<i64>,
    text: String,
    version: String,
    data: Data,
}

/// A page of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// All events in the order of time.
    #[default]
    Timeline,
    /// Sources side by side.
    Compare,
    /// All events, and what each source has on them.
    Coverage,
    /// All quotes, by speaker.
    Quotes,
    /// The same statement in several sources, word by word.
    Variants,
    /// Each question that the sources answer differently.
    Discrepancies,
    /// One source.
    Source,
}

/// How the page is lit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// The order of events across sources, or of quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// As they happened.
    #[default]
    Date,
    /// What most sources report, first.
    Reports,
    /// What they disagree on most, first.
    Disagreement,
    /// What fits best what is searched for, first.
    Fit,
}

/// What one source has on an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// It reports the event.
    Reported,
    /// It reports the event, and answers a question about it differently from another source.
    Discrepancy,
    /// It has nothing, and could have.
    Silent,
    /// It could not have anything.
    CouldNot,
    /// It has nothing, and what that means isn't known.
    Unknown,
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Events.
    #[default]
    Events,
    /// Mentions.
    Mentions,
    /// Quotes.
    Quotes,
}

/// How the chosen sources have to report an event. Where none is chosen, all of them are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceMode {
    /// One of them at least.
    #[default]
    Any,
    /// Every one.
    All,
    /// Not one.
    None,
    /// One of them at least, and nobody else.
    Only,
    /// So many at least; 2 or more, because 1 is [`SourceMode::Any`].
    AtLeast(u8),
}

/// Which events are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rows {
    /// All that match.
    #[default]
    All,
    /// Those on which the compared sources answer a question differently.
    Differences,
    /// Those that all of them report.
    Shared,
    /// Those that only the source of this id reports, of those compared.
    Only(String),
    /// Those on which the source of this id has this.
    Where(Stand, String),
}

/// A facet value that is chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The value.
    pub value: String,
    /// Whether it must not be, rather than may be.
    pub excluded: bool,
}

/// Whether a facet value is chosen, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// It isn't.
    #[default]
    Off,
    /// It, or another that is included, has to hold.
    Include,
    /// It must not hold.
    Exclude,
}

/// A part of the view that narrows what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// All choices in a facet.
    Facet(Facet),
    /// The days.
    Range,
    /// The words that must occur.
    Text,
}

/// Something that an address says and that can't be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A parameter of this name means nothing here.
    UnknownParameter(String),
    /// This parameter can't have this value.
    NotAValue(&'static str, String),
    /// The dataset has nothing of this id for the facet.
    UnknownValue(Facet, String),
    /// The dataset has no quote and no mention of this id.
    UnknownItem(String),
    /// The old id is now called by the new one.
    Renamed(String, String),
    /// This value is both asked for and excluded; it is excluded.
    Contradiction(Facet, String),
    /// The first day is after the last: they are exchanged.
    RangeReversed,
    /// Only the beginning of the text is searched for: [`MAX_TEXT`] characters, or what the address has room for.
    TextCut,
    /// The address is too long; some of it is left out.
    TooLong,
    /// The words weren't looked for, since what does that did not come.
    Unsearched,
    /// The link was made with this version of the data, and the data have another now.
    OtherVersion(String),
}

impl View {
    /// Reads the query part of an address, with or without its `?`. It understands any input as well as it can, and
    /// says what it could not.
    pub fn parse(query: &str) -> (Self, Vec<Warning>) {
        read::read(query)
    }

    /// The choices in a facet, in the order of their values.
    pub fn choices(&self, facet: Facet) -> &[Choice] {
        &self.choices[facet as usize]
    }

    /// Whether a value of a facet is chosen, and how.
    pub fn sign(&self, facet: Facet, value: &str) -> Sign {
        let choices = self.choices(facet);
        match choices.binary_search_by(|choice| choice.value.as_str().cmp(value)) {
            Err(_) => Sign::Off,
            Ok(at) if choices[at].excluded => Sign::Exclude,
            Ok(_) => Sign::Include,
        }
    }

    /// The included values of a facet, in order.
    pub fn included(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.choices(facet).iter().filter(|choice| !choice.excluded).map(|choice| choice.value.as_str())
    }

    /// The first and the last day, counted from 1970-01-01, where there are limits.
    pub fn range(&self) -> (Option<i64>, Option<i64>) {
        (self.from, self.to)
    }

    /// The text to search for, in canonical form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The version of the data that the link was made with; empty if it doesn't say.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The ids of the sources whose columns come first, in this order.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The ids of the quotes and mentions whose words are compared.
    pub fn items(&self) -> &[String] {
        &self.items
    }

    /// The id of the source that has the page to itself; empty if none has.
    pub fn article(&self) -> &str {
        &self.article
    }

    /// Which dataset is shown.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The same page of another dataset. What is filtered is left behind, since its ids mean nothing there.
    #[must_use]
    pub fn with_data(&self, data: Data) -> Self {
        Self { data, ..self.bare(self.page) }
    }

    /// Another page with the same filters. What only the page at hand knows of is left behind.
    #[must_use]
    pub fn with_page(&self, page: Page) -> Self {
        let Self { mode, verbatim, unit, embed, theme, choices, from, to, text, version, data, .. } = self.clone();
        Self { page, mode, verbatim, unit, embed, theme, choices, from, to, text, version, data, ..Self::default() }
    }

    /// This page of the same dataset, and nothing else.
    #[must_use]
    pub fn bare(&self, page: Page) -> Self {
        let Self { embed, theme, .. } = *self;
        Self { page, embed, theme, data: self.data.clone(), ..Self::default() }
    }

    /// The same view on a page of its own, as it is shared.
    #[must_use]
    pub fn standalone(&self) -> Self {
        Self { embed: false, theme: Theme::Auto, ..self.clone() }
    }

    /// The same view of this version of the data; of whichever there is, if it is empty, or too long for the address.
    #[must_use]
    pub fn with_version(&self, version: &str) -> Self {
        let view = Self { version: read::version(version).unwrap_or_default(), ..self.clone() };
        if view.fits() { view } else { Self { version: String::new(), ..view } }
    }

    /// The page of the source called `id`, with the same filters. What can be no id changes nothing.
    #[must_use]
    pub fn with_article(&self, id: &str) -> Self {
        if !is_id(id) {
            return self.clone();
        }
        Self { article: id.into(), ..self.with_page(Page::Source) }
    }

    /// The same view with these columns first. Too many for the address change nothing.
    #[must_use]
    pub fn with_columns<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let view = Self { columns: list(ids, usize::MAX), ..self.clone() };
        if view.fits() { view } else { self.clone() }
    }

    /// The same view with these quotes and mentions compared; no more than [`MAX_ITEMS`], and no more than the address
    /// has room for.
    #[must_use]
    pub fn with_items<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let mut view = Self { items: list(ids, MAX_ITEMS), ..self.clone() };
        while !view.fits() && view.items.pop().is_some() {}
        view
    }

    /// The same view with a facet value chosen in this way. A value that the facet can't have, or that would make the
    /// address too long, changes nothing.
    #[must_use]
    pub fn with(&self, facet: Facet, value: &str, sign: Sign) -> Self {
        let mut view = self.from_the_start();
        if let Some(value) = read::token(facet, value) {
            view.choose(facet, value, sign);
        }
        if view.fits() { view } else { self.clone() }
    }

    /// The same view with these days; in the right order, and within the years 0 to 9999.
    #[must_use]
    pub fn with_range(&self, from: Option<i64>, to: Option<i64>) -> Self {
        let within = |day: &i64| read::DAYS.contains(day);
        let (from, to) = (from.filter(within), to.filter(within));
        let reversed = from.zip(to).is_some_and(|(from, to)| from > to);
        let (from, to) = if reversed { (to, from) } else { (from, to) };
        Self { from, to, ..self.from_the_start() }
    }

    /// The same view with this text, put into canonical form, and no more of it than the address can hold.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        let mut view = Self { text: canonical(text), ..self.from_the_start() };
        while !view.fits() && view.text.pop().is_some() {
            view.text.truncate(view.text.trim_end().len());
        }
        view
    }

    /// The same view without this filter.
    #[must_use]
    pub fn without(&self, filter: Filter) -> Self {
        let mut view = self.from_the_start();
        match filter {
            Filter::Facet(facet) => {
                view.choices[facet as usize].clear();
                if facet == Facet::Source {
                    view.mode = SourceMode::Any;
                }
            }
            Filter::Range => (view.from, view.to) = (None, None),
            Filter::Text => (view.text, view.verbatim) = (String::new(), false),
        }
        view
    }

    /// What is counted on this page: what the reader wants counted, and quotes where quotes are all that is listed.
    pub fn counted(&self) -> Unit {
        if matches!(self.page, Page::Quotes | Page::Variants) { Unit::Quotes } else { self.unit }
    }

    /// The same page without any filter; it goes on counting what it counted.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            mode: SourceMode::Any,
            verbatim: false,
            choices: Default::default(),
            from: None,
            to: None,
            text: String::new(),
            version: String::new(),
            ..self.from_the_start()
        }
    }

    /// The same view of another part of its list, counted from 0.
    #[must_use]
    pub fn at_part(&self, part: usize) -> Self {
        Self { part: part.min(read::LAST_PART), ..self.clone() }
    }

    /// The same view from the beginning of its list on.
    #[must_use]
    pub fn from_the_start(&self) -> Self {
        self.at_part(0)
    }

    /// The filters that are in force, in the order of the address.
    pub fn filters(&self) -> Vec<Filter> {
        let facets = Facet::ALL.into_iter().map(Filter::Facet);
        facets.chain([Filter::Range, Filter::Text]).filter(|&filter| self.has(filter)).collect()
    }

    /// Whether this filter narrows what is shown.
    pub fn has(&self, filter: Filter) -> bool {
        match filter {
            Filter::Facet(Facet::Source) => !self.choices(Facet::Source).is_empty() || self.mode != SourceMode::Any,
            Filter::Facet(facet) => !self.choices(facet).is_empty(),
            Filter::Range => self.from.is_some() || self.to.is_some(),
            Filter::Text => !self.text.is_empty(),
        }
    }

    /// Chooses a value, which is in canonical form, in this way.
    pub(crate) fn choose(&mut self, facet: Facet, value: String, sign: Sign) {
        let choices = &mut self.choices[facet as usize];
        let place = choices.binary_search_by(|choice| choice.value.cmp(&value));
        let excluded = sign == Sign::Exclude;
        match (place, sign) {
            (Ok(at), Sign::Off) => drop(choices.remove(at)),
            (Ok(at), _) => choices[at].excluded = excluded,
            (Err(_), Sign::Off) => {}
            (Err(at), _) => choices.insert(at, Choice { value, excluded }),
        }
    }
}

/// Notes a warning, once, and not without end: nobody reads more.
pub(crate) fn note(warnings: &mut Vec<Warning>, warning: Warning) {
    if warnings.len() < MAX_WARNINGS && !warnings.contains(&warning) {
        warnings.push(warning);
    }
}

impl Page {
    /// All pages in the order in which they are offered, and how the address calls them.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Timeline, "timeline"),
        (Self::Compare, "compare"),
        (Self::Coverage, "coverage"),
        (Self::Quotes, "quotes"),
        (Self::Variants, "variants"),
        (Self::Discrepancies, "discrepancies"),
        (Self::Source, "source"),
    ];
}

impl Theme {
    /// All themes, and how the address and the styles call them.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Auto, "auto"), (Self::Light, "light"), (Self::Dark, "dark")];

    /// How the address and the styles call it.
    pub fn name(self) -> &'static str {
        write::spelling(&Self::ALL, &self)
    }
}

impl Order {
    const ALL: [(Self, &'static str); 4] =
        [(Self::Date, "date"), (Self::Reports, "reports"), (Self::Disagreement, "disagreement"), (Self::Fit, "fit")];
}

impl Stand {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Reported, "reported"),
        (Self::Discrepancy, "discrepancy"),
        (Self::Silent, "silent"),
        (Self::CouldNot, "could-not"),
        (Self::Unknown, "unknown"),
    ];
}

impl Rows {
    /// The source that the rows are chosen by.
    pub(crate) fn source(&mut self) -> Option<&mut String> {
        match self {
            Self::Only(source) | Self::Where(_, source) => Some(source),
            Self::All | Self::Differences | Self::Shared => None,
        }
    }
}

impl Unit {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Events, "events"), (Self::Mentions, "mentions"), (Self::Quotes, "quotes")];
}

/// The ids among these texts, each once, in their order.
fn list<'a>(ids: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for id in ids {
        if list.len() < most && is_id(id) && !list.iter().any(|known| known == id) {
            list.push(id.into());
        }
    }
    list
}

/// The day that `text` names, counted from 1970-01-01, if it is a day of the years 0 to 9999 as [`iso`] writes it.
pub fn from_iso(text: &str) -> Option<i64> {
    read::days(text).filter(|(first, last)| first == last).map(|(first, _)| first)
}

/// The form in which a text is searched for: single spaces, none at the ends, no control characters, not too long.
pub fn canonical(text: &str) -> String {
    let whole = canonical_whole(text);
    match whole.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => whole[..end].trim_end().into(),
        None => whole,
    }
}

fn canonical_whole(text: &str) -> String {
    let mut whole = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(word);
    }
    whole
}

#[cfg(test)]
mod tests;
