//! Which row each part of a dataset comes from, so that a finding about the file leads back to the sheet.

use sidebyline_dataset::Finding;

use crate::sheets::{At, Row};

/// JSON paths and the rows that they come from.
#[derive(Debug, Default)]
pub struct Origins {
    paths: Vec<(String, At)>,
}

impl Origins {
    /// Says that what stands at `path` comes from the row `at`.
    pub fn note(&mut self, path: String, at: At) {
        self.paths.push((path, at));
    }

    /// The rows' values, each noted at its place in the list called `name`.
    pub fn list<T>(&mut self, name: &str, rows: Vec<Row<T>>) -> Vec<T> {
        let rows = rows.into_iter().enumerate();
        rows.map(|(index, row)| {
            self.note(format!("$.{name}[{index}]"), row.at);
            row.value
        })
        .collect()
    }

    /// The finding with the row named before its JSON path.
    pub fn trace(&self, finding: Finding) -> Finding {
        let within = |path: &str| {
            let rest = finding.place.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let nearest = self.paths.iter().filter(|(path, _)| within(path)).max_by_key(|(path, _)| path.len());
        match nearest {
            Some((_, at)) => Finding { place: format!("{at} ({})", finding.place), ..finding },
            None => finding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_leads_to_the_nearest_row() {
        let mut origins = Origins::default();
        origins.note("$.events[1]".into(), At { sheet: "events.csv", row: 3 });
        origins.note("$.events[1].mentions[0]".into(), At { sheet: "mentions.csv", row: 9 });
        let trace = |place: &str| origins.trace(Finding::error(place, "", "")).place;
        assert_eq!(trace("$.events[1].when"), "events.csv:3 ($.events[1].when)");
        assert_eq!(
            trace("$.events[1].mentions[0].passages[2]"),
            "mentions.csv:9 ($.events[1].mentions[0].passages[2])"
        );
        assert_eq!(trace("$.events[12].when"), "$.events[12].when");
    }
}
