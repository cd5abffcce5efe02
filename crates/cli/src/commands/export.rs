//! `sidebyline export`: what a view finds, as a file.

mod asked;
mod today;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Map, json};
use sidebyline_dataset::text::digest;
use sidebyline_dataset::{Dataset, Finding, Severity, wire};
use sidebyline_export::{Excerpt, Form, Origin, Table, csv, words};
use sidebyline_query::{Index, Selection, Timeline};

use crate::commands::Output;
use crate::commands::export::asked::Asked;
use crate::files;
use crate::phrase::counted;
use crate::report::{self, Outcome};

/// Export what a view of a dataset finds: a table, a dataset, annotations, references.
///
/// A view is what stands behind the `?` in the address of the page; a whole address is understood, too. Without one, all
/// is exported. Each form says the filter in words, the view's address, and the digest of the dataset's file; rows and
/// annotations have a permanent address each. What the view names and the dataset lacks is an error, and nothing is
/// written: what is exported is exactly what was asked for.
#[derive(Debug, Args)]
#[command(after_help = "\
Forms:
  csv          a table for spreadsheets and programs: codes and labels, a permalink a row
  json         a dataset of its own, which `sidebyline check` passes
  markdown     a table to be pasted where people write
  annotations  quotes and reports as W3C Web Annotations (JSON-LD)
  bibtex, csl  the dataset and the view's sources, for LaTeX and reference managers
  text         the same, to be read

Examples:
  sidebyline export my-story.json --view 'topic=transport&speaker=-brandt' --as csv --table quotes -o quotes.csv
  sidebyline export my-story.json --view 'https://example.org/story/?q=truce' --as json -o truce.json
  sidebyline export my-story.json --as bibtex --root https://example.org/story/")]
pub struct Export {
    /// The dataset; `-` reads it from stdin
    file: PathBuf,
    /// What to export: the part of the page's address behind `?`, or the whole address
    #[arg(long, value_name = "QUERY", default_value = "", allow_hyphen_values = true)]
    view: String,
    /// The form
    #[arg(long = "as", value_name = "FORM", default_value = "csv")]
    form: FormName,
    /// Of what a table has rows [default: what the view's page lists]
    #[arg(long, value_name = "TABLE")]
    table: Option<TableName>,
    /// The address of the site, for permalinks [default: that of the view, else none]
    #[arg(long, value_name = "URL")]
    root: Option<String>,
    /// Link to the site's page for each event and each difference, which it has where the build made them
    #[arg(long)]
    pages: bool,
    /// The day of access [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// Begin a CSV file with a byte order mark, without which Excel takes it for another encoding
    #[arg(long)]
    bom: bool,
    /// The file to write [default: stdout]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The forms, as they are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormName {
    Csv,
    Json,
    Markdown,
    Annotations,
    Bibtex,
    Csl,
    Text,
}

/// The tables, as they are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableName {
    Events,
    Mentions,
    Quotes,
    Discrepancies,
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Self {
        match name {
            FormName::Csv => Self::Csv,
            FormName::Json => Self::Json,
            FormName::Markdown => Self::Markdown,
            FormName::Annotations => Self::Annotations,
            FormName::Bibtex => Self::Bibtex,
            FormName::Csl => Self::Csl,
            FormName::Text => Self::Text,
        }
    }
}

impl From<TableName> for Table {
    fn from(name: TableName) -> Self {
        match name {
            TableName::Events => Self::Events,
            TableName::Mentions => Self::Mentions,
            TableName::Quotes => Self::Quotes,
            TableName::Discrepancies => Self::Discrepancies,
        }
    }
}

/// Exports, and says how much that is.
pub fn run(args: &Export, output: Output) -> Outcome {
    let form = Form::from(args.form);
    let pointless = |option: &str| {
        let found = format!("`{}` isn't a table", form.name());
        Finding::error(format!("--{option}"), found, "Leave the option out, or export `csv` or `markdown`.")
    };
    if args.table.is_some() && !form.has_tables() {
        return Err(pointless("table"));
    }
    if args.bom && form != Form::Csv {
        return Err(pointless("bom"));
    }
    let asked = Asked::of(&args.view, args.root.as_deref())?;
    let accessed = today::or(args.date.as_deref())?;
    let bytes = files::read_json(&args.file)?;
    let file = files::parse_dataset(&args.file, &bytes)?;
    let (dataset, mut findings) = Dataset::from_wire(file.clone());
    let index = Index::new(&dataset);
    let (selection, lacking) = Selection::of(&asked.view, &dataset, &index);
    findings.extend(asked.findings(&lacking, &dataset, &index));
    let subject = files::name(&args.file);
    if report::count(&findings, Severity::Error) > 0 {
        let code = report::findings(&findings, &subject, Map::from_iter([("written".into(), json!(null))]), output)?;
        if !output.json && !output.quiet {
            report::stderr("Nothing was written.\n");
        }
        return Ok(code);
    }

    let origin = asked.origin(
        Origin {
            filter: words(&selection, &dataset),
            has_pages: args.pages,
            digest: digest(&bytes).trim_start_matches("sha256:").into(),
            accessed,
            ..Origin::default()
        },
        &selection.view,
    );
    let excerpt = Excerpt::of_view(&dataset, &Timeline::new(&dataset), &selection, &index.matching(&selection));
    let table = args.table.map_or_else(|| Table::of(selection.view.page), Table::from);
    let mut content = sidebyline_export::export(form, table, &file, &dataset, &excerpt, &origin);
    if args.bom {
        content.insert(0, csv::BOM);
    }
    let written = args.output.as_ref().map(|path| files::name(path));
    if let Some(path) = &args.output {
        files::write(path, content.as_bytes())?;
    } else if !output.json {
        report::stdout(&content)?;
    }
    let mut facts = facts(&excerpt, &origin);
    facts.insert("written".into(), json!(written));
    if written.is_none() {
        facts.insert("content".into(), content.into());
    }
    let code = report::findings(&findings, &subject, facts, output)?;
    if !output.json
        && !output.quiet
        && let Some(written) = written
    {
        report::stderr(&closing(&written, &file, &excerpt, &origin));
    }
    Ok(code)
}

/// What machines are told beside the findings.
fn facts(excerpt: &Excerpt, origin: &Origin) -> Map<String, serde_json::Value> {
    Map::from_iter([
        ("filter".into(), json!(origin.filter)),
        ("events".into(), json!(excerpt.events.len())),
        ("mentions".into(), json!(excerpt.mentions.len())),
        ("quotes".into(), json!(excerpt.quotes.len())),
        ("discrepancies".into(), json!(excerpt.discrepancies.len())),
    ])
}

/// What has become of the file.
fn closing(written: &str, file: &wire::Dataset, excerpt: &Excerpt, origin: &Origin) -> String {
    let filter = if origin.filter.is_empty() { "no filter" } else { &origin.filter };
    format!(
        "{written}: {} of {}, {}, {}, {} ({filter})\n",
        excerpt.events.len(),
        counted(file.events.len(), "event"),
        counted(excerpt.mentions.len(), "mention"),
        counted(excerpt.quotes.len(), "quote"),
        if excerpt.discrepancies.len() == 1 {
            "1 discrepancy".into()
        } else {
            format!("{} discrepancies", excerpt.discrepancies.len())
        },
    )
}
