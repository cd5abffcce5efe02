//! The `sidebyline` command: makes, builds, checks, measures and exports datasets in the `sidebyline/1` format.
//!
//! Only this crate does I/O, and in it only [`commands`], [`files`] and [`report`]; reading sheets, finding words and
//! putting a dataset together are functions of what they are given. Exit codes are decided here and in [`report`].

mod assemble;
mod commands;
mod files;
mod locate;
mod packing;
mod phrase;
mod report;
mod sheets;
mod single;
mod site;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Cli;

fn main() -> ExitCode {
    // Clap itself prints help and version with code 0, and bad arguments with code 2.
    commands::run(&Cli::parse())
}
