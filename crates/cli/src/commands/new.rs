//! `sidebyline new`: a folder of sheets to start from.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Map, json};
use sidebyline_dataset::Finding;

use crate::commands::Output;
use crate::files;
use crate::report::{self, Outcome};

/// Make a folder of sheets with headings, worked rows and two tiny texts.
///
/// The result builds and checks cleanly at once; replace its rows by your own.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sidebyline new my-story")]
pub struct New {
    /// The folder to make; it may be there already if it is empty
    dir: PathBuf,
}

macro_rules! template {
    ($($name:literal),+ $(,)?) => { [$(($name, include_str!(concat!("../../template/", $name)))),+] };
}

/// Every file of the template, in the order in which one fills them in.
const TEMPLATE: [(&str, &str); 16] = template![
    "dataset.csv",
    "outlets.csv",
    "sources.csv",
    "actors.csv",
    "places.csv",
    "topics.csv",
    "events.csv",
    "mentions.csv",
    "quotes.csv",
    "variants.csv",
    "discrepancies.csv",
    "answers.csv",
    "notes.csv",
    "skipped.csv",
    "texts/courier.txt",
    "texts/herald.txt",
];

/// Writes the template into an empty folder.
pub fn run(args: &New, output: Output) -> Outcome {
    let dir = files::name(&args.dir);
    if !files::is_empty(&args.dir)? {
        return Err(Finding::error(dir, "the folder isn't empty", "Name a new one; nothing is ever overwritten."));
    }
    for (name, content) in TEMPLATE {
        files::write(&args.dir.join(name), content.as_bytes())?;
    }
    let written = TEMPLATE.map(|(name, _)| name);
    if output.json {
        return report::findings(&[], &dir, Map::from_iter([("written".into(), json!(written))]), output);
    }
    if !output.quiet {
        report::stdout(&next_steps(&dir))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn next_steps(dir: &str) -> String {
    format!(
        "\
{dir}: 14 sheets with worked rows, and two tiny texts

Next:
  1. Put your articles into {dir}/texts as plain text, one file each.
  2. Replace the rows of the sheets by your own; docs/dataset.md explains each column.
  3. sidebyline build {dir} --texts {dir}/texts -o {dir}.json
  4. sidebyline check {dir}.json --texts {dir}/texts
"
    )
}
