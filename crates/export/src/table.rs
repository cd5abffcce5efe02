//! Events, mentions, quotes and discrepancies as rows and columns.
//!
//! Codes and labels stand beside each other: what a person reads and what a program joins by. A source's words and ours
//! have columns of their own. Lists are written with ` | ` between their items, as in the sheets; dates are EDTF.

mod cells;

use sidebyline_dataset::Dataset;
use sidebyline_query::Page;

use crate::table::cells::Cells;
use crate::{Excerpt, Origin};

/// Of what a table has rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// The events.
    #[default]
    Events,
    /// What each source reports of them.
    Mentions,
    /// The quotes.
    Quotes,
    /// Who answers what to each question that the sources answer differently: one row for each answer of each source.
    Discrepancies,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Something to read, in our words or in nobody's.
    Plain,
    /// A source's own words.
    Verbatim,
    /// Something for programs, of which the label stands in another column.
    Code,
    /// An address.
    Link,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
}

/// A table, filled in. Each row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, in the order of the excerpt.
    pub rows: Vec<Vec<String>>,
}

const fn plain(name: &'static str) -> Column {
    Column { name, holds: Holds::Plain }
}

const fn verbatim(name: &'static str) -> Column {
    Column { name, holds: Holds::Verbatim }
}

const fn code(name: &'static str) -> Column {
    Column { name, holds: Holds::Code }
}

const PERMALINK: Column = Column { name: "permalink", holds: Holds::Link };

const EVENTS: &[Column] = &[
    code("event"),
    plain("title"),
    plain("when"),
    code("known_from"),
    code("background"),
    code("topics"),
    plain("topic_labels"),
    code("sources"),
    plain("source_labels"),
    plain("mentions"),
    plain("quotes"),
    plain("discrepancies"),
    PERMALINK,
];

const MENTIONS: &[Column] = &[
    code("mention"),
    code("event"),
    plain("event_title"),
    code("source"),
    plain("source_label"),
    verbatim("source_headline"),
    plain("source_description"),
    plain("outlet"),
    plain("status"),
    plain("when"),
    plain("basis"),
    code("via"),
    plain("via_names"),
    code("actors"),
    plain("actor_names"),
    code("places"),
    plain("place_names"),
    plain("paraphrase"),
    verbatim("verbatim"),
    code("passages"),
    PERMALINK,
];

const QUOTES: &[Column] = &[
    code("quote"),
    code("event"),
    plain("event_title"),
    code("source"),
    plain("source_label"),
    verbatim("source_headline"),
    plain("source_description"),
    plain("outlet"),
    plain("kind"),
    code("speakers"),
    plain("speaker_names"),
    code("via"),
    plain("via_names"),
    code("addressee"),
    plain("addressee_name"),
    plain("cue"),
    plain("when"),
    code("topics"),
    plain("topic_labels"),
    verbatim("verbatim"),
    plain("paraphrase"),
    code("passages"),
    PERMALINK,
];

const DISCREPANCIES: &[Column] = &[
    code("discrepancy"),
    code("event"),
    plain("event_title"),
    plain("dimension"),
    plain("nature"),
    plain("question"),
    plain("note"),
    plain("answer"),
    code("number"),
    code("unit"),
    code("date"),
    code("source"),
    plain("source_label"),
    verbatim("source_headline"),
    plain("source_description"),
    plain("outlet"),
    code("mention"),
    code("quote"),
    PERMALINK,
];

impl Table {
    /// All tables, and what each is called.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Events, "events"),
        (Self::Mentions, "mentions"),
        (Self::Quotes, "quotes"),
        (Self::Discrepancies, "discrepancies"),
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The table of what a page lists.
    pub const fn of(page: Page) -> Self {
        match page {
            Page::Quotes | Page::Variants => Self::Quotes,
            Page::Discrepancies => Self::Discrepancies,
            Page::Source => Self::Mentions,
            Page::Timeline | Page::Compare | Page::Coverage => Self::Events,
        }
    }

    /// Its columns, without those that say where it comes from.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Events => EVENTS,
            Self::Mentions => MENTIONS,
            Self::Quotes => QUOTES,
            Self::Discrepancies => DISCREPANCIES,
        }
    }

    /// The table of an excerpt.
    pub fn grid(self, dataset: &Dataset, excerpt: &Excerpt, origin: &Origin) -> Grid {
        let cells = Cells { dataset, excerpt, origin };
        let rows = match self {
            Self::Events => excerpt.events.iter().map(|&event| cells.event(event)).collect(),
            Self::Mentions => excerpt.mentions.iter().map(|&mention| cells.mention(mention)).collect(),
            Self::Quotes => excerpt.quotes.iter().map(|&quote| cells.quote(quote)).collect(),
            Self::Discrepancies => excerpt.discrepancies.iter().flat_map(|&at| cells.discrepancy(at)).collect(),
        };
        Grid { columns: self.columns().to_vec(), rows }
    }
}

#[cfg(test)]
mod tests;
