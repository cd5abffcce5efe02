//! One row's cells, read by column and type. What can't be read is said, and a placeholder stands in for it.

use std::fmt;

use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::Link;
use sidebyline_dataset::{Finding, wire};

use crate::phrase::one_of;
use crate::sheets::grid::Grid;
use crate::sheets::id::{is_id, slug};

/// A row of a sheet, by its number in a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The sheet's file name.
    pub sheet: &'static str,
    /// The row; the header is 1.
    pub row: usize,
}

impl At {
    /// A cell of the row, as findings name it: `quotes.csv:14 words`.
    pub fn column(self, column: &str) -> String {
        format!("{self} {column}")
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.sheet, self.row)
    }
}

/// A closed list of values.
pub trait Spelled: Copy + 'static {
    /// All of them; the first is the placeholder.
    const VALUES: &'static [Self];
    /// How one is written.
    fn spelling(self) -> &'static str;
}

macro_rules! spelled {
    ($($name:ident),+ $(,)?) => { $(
        impl Spelled for wire::$name {
            const VALUES: &'static [Self] = Self::ALL;
            fn spelling(self) -> &'static str {
                self.as_str()
            }
        }
    )+ };
}

spelled!(Coded, ActorKind, Status, Basis, QuoteKind, Dimension, Nature, NoteKind, SkipReason);

/// The cells of one row.
#[derive(Debug)]
pub struct Cells<'a> {
    /// Where the row stands.
    pub at: At,
    /// The sheet.
    pub grid: &'a Grid,
    /// The row.
    pub row: &'a [String],
    /// Where to say what is wrong.
    pub findings: &'a mut Vec<Finding>,
}

impl<'a> Cells<'a> {
    fn get(&self, column: &str) -> &'a str {
        self.grid.cell(self.row, column)
    }

    fn fault(&mut self, column: &str, found: impl Into<String>, mend: impl Into<String>) {
        self.findings.push(Finding::error(self.at.column(column), found, mend));
    }

    /// A cell that may be empty.
    pub fn text(&self, column: &str) -> String {
        self.get(column).to_owned()
    }

    /// A cell that may be missing.
    pub fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// A cell that may not be empty.
    pub fn required(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.fault(column, "the cell is empty", "This column can't be left out.");
        }
        text
    }

    /// A list, its items separated by `|`.
    pub fn list(&self, column: &str) -> Vec<String> {
        list(self.get(column))
    }

    /// A list of at least one.
    pub fn required_list(&mut self, column: &str) -> Vec<String> {
        let items = self.list(column);
        if items.is_empty() {
            self.required(column);
        }
        items
    }

    /// An id of this row's own. It may be empty where one can be made up.
    pub fn own_id(&mut self) -> String {
        let id = self.text("id");
        if !id.is_empty() && !is_id(&id) {
            let better = slug(&id);
            let example = if is_id(&better) { format!("Write `{better}`: ") } else { String::new() };
            let mend = format!(
                "{example}an id has 1 to 64 small letters, digits, `-` and `_`, and begins with a letter or digit."
            );
            self.fault("id", format!("`{id}` can't be an id"), mend);
        }
        id
    }

    /// An id of this row's own.
    pub fn required_id(&mut self) -> String {
        self.required("id");
        self.own_id()
    }

    /// One of a closed list of values.
    pub fn spelled<T: Spelled>(&mut self, column: &str) -> T {
        let text = self.required(column);
        let value = T::VALUES.iter().copied().find(|value| value.spelling() == text);
        if value.is_none() && !text.is_empty() {
            let known = one_of(T::VALUES.iter().map(|value| value.spelling()));
            self.fault(column, format!("`{text}` is none of this column's values"), format!("Write {known}."));
        }
        value.unwrap_or(T::VALUES[0])
    }

    /// `yes`, `no` or nothing.
    pub fn yes(&mut self, column: &str) -> bool {
        match self.get(column) {
            "yes" => true,
            "" | "no" => false,
            other => {
                self.fault(column, format!("`{other}` is neither yes nor no"), "Write `yes`, or leave the cell empty.");
                false
            }
        }
    }

    /// A date in EDTF, which may be missing.
    pub fn date(&mut self, column: &str) -> Option<String> {
        let text = self.optional(column)?;
        if let Err(error) = text.parse::<Edtf>() {
            let mend = "Write it as `2025-04-22`, `2025-04`, `2025-04-22/2025-04-24` (lasting), `[2025-04-22..2025-04-24]` (some day in \
                        between), or `2025-04-22~` (about). Spreadsheets like to rewrite dates: set the column to text.";
            self.fault(column, error.to_string(), mend);
        }
        Some(text)
    }

    /// A date in EDTF.
    pub fn required_date(&mut self, column: &str) -> String {
        self.required(column);
        self.date(column).unwrap_or_default()
    }

    /// A number, which may be missing.
    pub fn number(&mut self, column: &str) -> Option<f64> {
        let text = self.optional(column)?;
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        if number.is_none() {
            self.fault(
                column,
                format!("`{text}` is no number"),
                "Write digits with a point for decimals and nothing else, as `5000` or `2.5`.",
            );
        }
        number
    }

    /// An http(s) address, which may be missing.
    pub fn link(&mut self, column: &str) -> Option<String> {
        let text = self.optional(column)?;
        if Link::new(&text).is_none() {
            self.fault(column, format!("`{text}` is no link"), "Write it in full, as `https://example.org/article`.");
        }
        Some(text)
    }
}

/// The items of a cell that lists ids or names.
pub fn list(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}
