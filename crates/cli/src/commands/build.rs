//! `sidebyline build`: sheets and texts in, one JSON file out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, json};
use sidebyline_dataset::check::{self, Texts};
use sidebyline_dataset::nearest::advice;
use sidebyline_dataset::text::Text;
use sidebyline_dataset::{Finding, Severity};

use crate::assemble::{self, Assembled};
use crate::commands::Output;
use crate::files;
use crate::report::{self, Outcome};
use crate::sheets::{self, Sheets};

/// Build a dataset from a folder of sheets and a folder of texts.
///
/// Finds the words that the sheets name, computes offsets, contexts, digests and ids, and holds the result to every rule
/// of the format. The file is written only if there are no errors; warnings alone don't hinder it. All problems of all
/// sheets are reported, each with its sheet, row (as a spreadsheet numbers it; the header is 1) and column.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sidebyline build my-story --texts my-story/texts -o my-story.json")]
pub struct Build {
    /// The folder of sheets
    dir: PathBuf,
    /// The folder of texts that `sources.csv` names
    #[arg(long, value_name = "DIR")]
    texts: PathBuf,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Builds, reports, and writes if nothing is wrong.
pub fn run(args: &Build, output: Output) -> Outcome {
    let mut findings = Vec::new();
    let sheets = sheets::read(&read_sheets(&args.dir)?, &mut findings);
    let texts = read_texts(&sheets, &args.texts, &mut findings)?;
    let assembled = build(sheets, &texts, &mut findings);
    let clean = report::count(&findings, Severity::Error) == 0;
    if clean {
        files::write(&args.output, to_json(&assembled)?.as_bytes())?;
    }
    let written = clean.then(|| files::name(&args.output));
    let code = report::findings(
        &findings,
        &files::name(&args.dir),
        Map::from_iter([("written".into(), json!(written))]),
        output,
    )?;
    if !output.json && !output.quiet {
        report::stderr(&closing(written.as_deref(), &assembled));
    }
    Ok(code)
}

/// Puts the dataset together and holds it to the rules, if there is nothing wrong with its sheets: what follows from a
/// row that couldn't be read would only hide it.
fn build(sheets: Sheets, texts: &Texts, findings: &mut Vec<Finding>) -> Assembled {
    let assembled = assemble::assemble(sheets, texts, findings);
    if report::count(findings, Severity::Error) == 0 {
        let rules = check::file(&assembled.dataset).into_iter().chain(check::texts(&assembled.dataset, texts));
        findings.extend(rules.map(|finding| assembled.origins.trace(finding)));
    }
    assembled
}

/// The CSV files of the folder.
fn read_sheets(dir: &Path) -> Result<BTreeMap<String, Vec<u8>>, Finding> {
    let is_csv = |name: &str| name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("csv"));
    let sheets = files::list(dir)?.into_iter().filter(|(name, _)| is_csv(name));
    sheets.map(|(name, path)| Ok((name, files::read(&path)?))).collect()
}

/// The texts of the sources. What can't be read is a finding, and the other sources go on.
fn read_texts(sheets: &Sheets, dir: &Path, findings: &mut Vec<Finding>) -> Result<Texts, Finding> {
    let present = files::list(dir)?;
    let mut texts = Texts::new();
    for row in sheets.sources.iter().filter(|row| !row.value.file.is_empty()) {
        let name = &row.value.file;
        let mut fault = |found: String, mend: String| findings.push(Finding::error(row.at.column("text"), found, mend));
        if !files::stays_inside(name) {
            fault(
                format!("`{name}` leads out of the folder of texts"),
                "Write the name of a file in that folder.".into(),
            );
            continue;
        }
        let path = dir.join(name);
        if !path.is_file() {
            fault(
                format!("there is no text `{name}` in {}", files::name(dir)),
                advice(name, present.keys().map(String::as_str)),
            );
            continue;
        }
        match Text::from_bytes(files::read(&path)?) {
            Ok(text) => drop(texts.insert(row.value.source.id.clone(), text)),
            Err(byte) => {
                fault(format!("`{name}` isn't UTF-8, from byte {byte} on"), "Save it as plain text in UTF-8.".into());
            }
        }
    }
    Ok(texts)
}

/// The file's bytes: the same for the same sheets and texts.
fn to_json(assembled: &Assembled) -> Result<String, Finding> {
    let json = serde_json::to_string_pretty(&assembled.dataset);
    json.map(|json| json + "\n")
        .map_err(|error| Finding::error("$", format!("it can't be written as JSON: {error}"), ""))
}

/// What has become of the file.
fn closing(written: Option<&str>, assembled: &Assembled) -> String {
    let dataset = &assembled.dataset;
    match written {
        Some(file) => format!(
            "{file}: {} sources, {} events, {} mentions, {} quotes, {} discrepancies\n",
            dataset.sources.len(),
            dataset.events.len(),
            dataset.events.iter().map(|event| event.mentions.len()).sum::<usize>(),
            dataset.quotes.len(),
            dataset.discrepancies.len()
        ),
        None => "Nothing was written.\n".into(),
    }
}
