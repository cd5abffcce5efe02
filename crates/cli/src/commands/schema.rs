//! `sidebyline schema`: the JSON Schema of the format.

use std::process::ExitCode;

use clap::Args;
use sidebyline_dataset::schema;

use crate::commands::Output;
use crate::report::{self, Outcome};

/// Print the JSON Schema of `sidebyline/1`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sidebyline schema > sidebyline-1.schema.json")]
pub struct Schema {}

/// Prints the schema; it is JSON with and without `--json`.
pub fn run(_: &Schema, _: Output) -> Outcome {
    let schema = schema::json_schema();
    report::stdout(&format!("{}\n", schema.trim_end()))?;
    Ok(ExitCode::SUCCESS)
}
