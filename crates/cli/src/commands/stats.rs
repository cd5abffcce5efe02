//! `sidebyline stats`: how much of what a dataset holds.

mod measure;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;
use sidebyline_dataset::{Finding, Severity};

use crate::commands::Output;
use crate::commands::check;
use crate::files;
use crate::report::{self, Outcome};

/// Count what a dataset holds, and with --texts measure what share of each text it reproduces.
///
/// The file isn't checked; `sidebyline check` does that. Exits with 1 if a source's text isn't in the folder.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sidebyline stats my-story.json
  sidebyline stats my-story.json --texts my-story/texts --json")]
pub struct Stats {
    /// The dataset; `-` reads it from stdin
    file: PathBuf,
    /// A folder with the texts, under any names
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
}

/// Measures and prints.
pub fn run(args: &Stats, output: Output) -> Outcome {
    let dataset = files::read_dataset(&args.file)?;
    let texts = args.texts.as_ref().map(|dir| check::texts_of(&dataset, dir)).transpose()?;
    let stats = measure::measure(&dataset, texts.as_ref());
    let findings = texts.map_or_else(Vec::new, |texts| {
        let without = dataset.sources.iter().enumerate().filter(|(_, source)| !texts.contains_key(&source.id));
        without.map(|(index, source)| missing(index, &source.id)).collect()
    });
    let subject = files::name(&args.file);
    if output.json {
        let facts = match serde_json::to_value(&stats) {
            Ok(Value::Object(facts)) => facts,
            _ => serde_json::Map::new(),
        };
        return report::findings(&findings, &subject, facts, output);
    }
    report::stdout(&table::print(&stats))?;
    if findings.is_empty() {
        Ok(ExitCode::SUCCESS)
    } else {
        report::findings(&findings, &subject, serde_json::Map::new(), output)
    }
}

fn missing(index: usize, source: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        place: format!("$.sources[{index}]"),
        found: format!("the text of source `{source}` isn't in the folder"),
        mend: "Put the file with these words there, under any name.".into(),
    }
}
