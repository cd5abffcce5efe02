//! `cargo xtask size`: what a reader's browser fetches, measured on the wire.
//!
//! The measuring itself is a browser test (`e2e/tests/size.spec.ts`), so that it counts the requests of a real load.

use std::process::{Command, ExitCode};

use crate::build;
use crate::error::Error;
use crate::process;
use crate::setup::Setup;
use crate::test::browser;

/// Builds, measures and prints; fails when a budget is exceeded.
pub fn size(setup: &Setup) -> Result<ExitCode, Error> {
    let mut measure = command(setup)?;
    for command in &mut build::release_commands(setup)? {
        process::run(command)?;
    }
    let measured = process::run(&mut measure);
    match report(setup) {
        Some(report) => println!("{report}"),
        None => println!("Nothing was measured."),
    }
    match measured {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) => {
            eprintln!("{error}");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The command that measures `dist/`; an older report is removed.
pub fn command(setup: &Setup) -> Result<Command, Error> {
    drop(std::fs::remove_file(report_path(setup))); // It need not be there.
    browser::playwright(setup, &["size"])
}

/// What the last measuring found.
pub fn report(setup: &Setup) -> Option<String> {
    std::fs::read_to_string(report_path(setup)).ok().map(|text| text.trim_end().to_owned())
}

fn report_path(setup: &Setup) -> std::path::PathBuf {
    setup.workspace.path("e2e/test-results/size.txt")
}
