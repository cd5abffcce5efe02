//! What a developer types: `cargo xtask serve`, `cargo xtask test` and a few more.
//!
//! A fresh clone needs Rust and nothing else by hand: each command first finds or installs the tools that it
//! needs ([`setup`]), says what it does and why, and takes seconds when nothing is missing. Nothing here is part of
//! the page or of the `sidebyline` command.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks to its terminal")]

mod arguments;
mod bench;
mod build;
mod environment;
mod error;
mod process;
mod release;
mod serve;
mod setup;
mod size;
mod test;
mod workspace;

use std::process::ExitCode;

use arguments::{Action, USAGE};
use error::Error;
use setup::Setup;
use workspace::Workspace;

fn main() -> ExitCode {
    let action = match arguments::parse(std::env::args().skip(1)) {
        Ok(action) => action,
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&action) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out one command; `Err` is for what keeps it from doing its work, a failed test is an exit code.
fn run(action: &Action) -> Result<ExitCode, Error> {
    if let Action::Help = action {
        println!("{USAGE}");
        return Ok(ExitCode::SUCCESS);
    }
    let setup = Setup::new(Workspace::find()?);
    match action {
        Action::Help => {}
        Action::Serve(options) => serve::serve(&setup, options)?,
        Action::Build => build::build(&setup)?,
        Action::Release => release::release(&setup)?,
        Action::Size => return size::size(&setup),
        Action::Bench(options) => return bench::bench(&setup, options),
        Action::Setup => setup.everything()?,
        Action::Test(selection) => return test::test(&setup, selection),
        Action::ListSteps => test::list(),
    }
    Ok(ExitCode::SUCCESS)
}
