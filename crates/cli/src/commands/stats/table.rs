//! The numbers as tables for people.

use std::fmt::Write as _;

use super::measure::{Stats, Tally};

/// All tables. What there is none of is left out.
pub fn print(stats: &Stats) -> String {
    let mut out = String::new();
    let whole = [
        ("sources", stats.sources),
        ("events", stats.events),
        ("of them background", stats.background_events),
        ("mentions", stats.mentions),
        ("quotes", stats.quotes),
        ("speakers", stats.speakers),
        ("variants", stats.variants),
        ("discrepancies", stats.discrepancies),
    ];
    counts(&mut out, &whole.map(|(name, count)| (name.to_owned(), count)));
    let shared = stats
        .events_by_sources
        .0
        .iter()
        .map(|(k, count)| (if k == "1" { "in 1 source".into() } else { format!("in {k} sources") }, *count));
    section(&mut out, "Events by number of sources", &Tally(shared.collect()));
    section(&mut out, "Mentions by status", &stats.mentions_by_status);
    section(&mut out, "Mentions by basis", &stats.mentions_by_basis);
    section(&mut out, "Quotes by kind", &stats.quotes_by_kind);
    section(&mut out, "Quotes by speaker", &stats.quotes_by_speaker);
    section(&mut out, "Discrepancies by dimension", &stats.discrepancies_by_dimension);
    section(&mut out, "Discrepancies by nature", &stats.discrepancies_by_nature);
    out.push_str("\nBy source\n");
    out.push_str(&by_source(stats));
    out
}

fn section(out: &mut String, title: &str, tally: &Tally) {
    if !tally.0.is_empty() {
        let _ = writeln!(out, "\n{title}");
        counts(out, &tally.0);
    }
}

fn counts(out: &mut String, rows: &[(String, usize)]) {
    let rows: Vec<Vec<String>> = rows.iter().map(|(name, count)| vec![name.clone(), count.to_string()]).collect();
    out.push_str(&aligned(&rows));
}

fn by_source(stats: &Stats) -> String {
    let measured = stats.by_source.iter().any(|source| source.reproduced.is_some());
    let mut head = vec!["", "coded", "events", "alone", "mentions", "quotes", "skipped", "notes"];
    if measured {
        head.extend(["reproduced", "outside speech"]);
    }
    let percent = |share: Option<f64>| share.map_or_else(|| "?".into(), |share| format!("{:.1} %", share * 100.0));
    let rows = stats.by_source.iter().map(|source| {
        let mut row = vec![source.id.clone(), source.coded.as_str().into()];
        let numbers =
            [source.events, source.events_alone, source.mentions, source.quotes, source.skipped, source.notes];
        row.extend(numbers.map(|number| number.to_string()));
        if measured {
            row.extend([percent(source.reproduced), percent(source.reproduced_outside_speech)]);
        }
        row
    });
    let head = head.into_iter().map(str::to_owned).collect();
    aligned(&std::iter::once(head).chain(rows).collect::<Vec<Vec<String>>>())
}

/// Rows in columns: the first flush left, the others flush right.
fn aligned(rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).map(width).collect();
    rows.iter().fold(String::new(), |mut out, row| {
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let _ = if column == 0 { write!(out, "  {cell:<width$}") } else { write!(out, "  {cell:>width$}") };
        }
        out.push('\n');
        out
    })
}
