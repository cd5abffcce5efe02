//! A view as an address.

use std::fmt;

use sidebyline_dataset::check::is_id;
use sidebyline_dataset::edtf::{Day, civil_from_days};

use crate::facet::Facet;
use crate::percent;
use crate::view::{Data, MAX_QUERY, Order, Page, RESERVE, Rows, SourceMode, Stand, Theme, Unit, View};

/// The query part of an address, without its `?`; empty for the default view.
impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut query = String::new();
        if self.page != Page::Timeline {
            add(&mut query, "view", spelling(&Page::ALL, &self.page));
        }
        for facet in Facet::ALL {
            self.print_choices(facet, &mut query);
            if facet == Facet::Source {
                match self.mode {
                    SourceMode::Any | SourceMode::AtLeast(0 | 1) => {}
                    SourceMode::All => add(&mut query, "match", "all"),
                    SourceMode::None => add(&mut query, "match", "none"),
                    SourceMode::Only => add(&mut query, "match", "only"),
                    SourceMode::AtLeast(number) => add(&mut query, "match", &number.to_string()),
                }
            }
        }
        for (key, day) in [("from", self.from), ("to", self.to)] {
            if let Some(day) = day {
                add(&mut query, key, &iso(day));
            }
        }
        if !self.text.is_empty() {
            add(&mut query, "q", "");
            percent::encode(&self.text, &mut query);
        }
        if self.verbatim {
            add(&mut query, "in", "verbatim");
        }
        if self.unit != Unit::Events {
            add(&mut query, "count", spelling(&Unit::ALL, &self.unit));
        }
        match &self.rows {
            Rows::Differences => add(&mut query, "rows", "differences"),
            Rows::Shared => add(&mut query, "rows", "shared"),
            Rows::Only(source) => add_of(&mut query, "only", source),
            Rows::Where(stand, source) => add_of(&mut query, spelling(&Stand::ALL, stand), source),
            Rows::All => {}
        }
        if self.order != Order::Date {
            add(&mut query, "order", spelling(&Order::ALL, &self.order));
        }
        print_list("columns", &self.columns, &mut query);
        if self.by_outlet {
            add(&mut query, "group", "outlet");
        }
        if !self.article.is_empty() {
            add(&mut query, "article", &self.article);
        }
        print_list("items", &self.items, &mut query);
        if self.table {
            add(&mut query, "form", "table");
        }
        if self.all_marks {
            add(&mut query, "marks", "all");
        }
        if self.part > 0 {
            add(&mut query, "part", &(self.part + 1).to_string());
        }
        if self.data != Data::default() {
            add(&mut query, "data", "");
            self.data.print(&mut query);
        }
        if !self.version.is_empty() {
            add(&mut query, "v", "");
            percent::encode(&self.version, &mut query);
        }
        if self.embed {
            add(&mut query, "embed", "1");
        }
        if self.theme != Theme::Auto {
            add(&mut query, "theme", self.theme.name());
        }
        f.write_str(&query)
    }
}

/// Adds a choice of rows by a source. No source can have what is no id, so that is left out.
fn add_of(query: &mut String, stand: &str, source: &str) {
    if is_id(source) {
        add(query, "rows", stand);
        query.push('.');
        query.push_str(source);
    }
}

/// Adds a list of ids, which need no escape, if there are any.
fn print_list(key: &str, ids: &[String], query: &mut String) {
    if !ids.is_empty() {
        add(query, key, &ids.join(","));
    }
}

impl View {
    /// Whether the address can hold it.
    pub(crate) fn fits(&self) -> bool {
        let mut written = String::new();
        for facet in Facet::ALL {
            self.print_choices(facet, &mut written);
        }
        print_list("", &self.columns, &mut written);
        print_list("", &self.items, &mut written);
        percent::encode(&self.text, &mut written);
        percent::encode(&self.version, &mut written);
        self.data.print_address(&mut written);
        written.len() <= MAX_QUERY - RESERVE
    }

    fn print_choices(&self, facet: Facet, query: &mut String) {
        for (at, choice) in self.choices(facet).iter().enumerate() {
            if at == 0 {
                add(query, facet.key(), "");
            } else {
                query.push(',');
            }
            query.push_str(if choice.excluded { "-" } else { "" });
            percent::encode(&choice.value, query);
        }
    }
}

/// How an option is written in the address.
pub(super) fn spelling<T: PartialEq>(all: &[(T, &'static str)], option: &T) -> &'static str {
    all.iter().find(|(known, _)| known == option).map_or("", |(_, spelling)| spelling)
}

fn add(query: &mut String, key: &str, value: &str) {
    for part in [if query.is_empty() { "" } else { "&" }, key, "=", value] {
        query.push_str(part);
    }
}

/// A day, counted from 1970-01-01, as ISO 8601 writes it; for the years 0 to 9999.
pub fn iso(day: i64) -> String {
    let Day { year, month, day } = civil_from_days(day);
    let mut written = String::new();
    for (number, digits) in [(year, 4), (i64::from(month), 2), (i64::from(day), 2)] {
        if !written.is_empty() {
            written.push('-');
        }
        for place in (0..digits).rev() {
            let digit = u32::try_from(number / 10_i64.pow(place) % 10);
            written.push(digit.ok().and_then(|digit| char::from_digit(digit, 10)).unwrap_or('0'));
        }
    }
    written
}
