//! Steps that run with the Rust in use, on this machine.

use std::process::Command;

use super::counts;
use super::step::{Outcome, StepLog};
use crate::error::Error;
use crate::process;
use crate::setup::Setup;
use crate::workspace::APP;

/// `cargo fmt --check`.
pub fn format(setup: &Setup, log: &mut StepLog) -> Outcome {
    let mut command = cargo(setup);
    command.args(["fmt", "--all", "--check", "--", "--color", "never"]);
    Outcome::of_one(
        log.run(&mut command).map_err(|_| Error::new("some files are not formatted; `cargo fmt --all` mends it")),
    )
}

/// Clippy on everything but the page, which has a step of its own.
pub fn lint(setup: &Setup, log: &mut StepLog) -> Outcome {
    let mut command = cargo(setup);
    command.args(["clippy", "--locked", "--workspace", "--exclude", APP, "--all-targets", "--all-features"]);
    command.args(["--", "--deny", "warnings"]);
    Outcome::of_one(log.run(&mut command))
}

/// `cargo test` on everything, doc tests included; of the page, what needs no browser.
pub fn unit(setup: &Setup, log: &mut StepLog) -> Outcome {
    let mut command = cargo(setup);
    command.args(["test", "--locked", "--workspace", "--all-features", "--no-fail-fast"]);
    let result = log.run(&mut command);
    Outcome::counted(counts::of_cargo(&log.text()), result)
}

/// The `cargo` in use, in the repository.
pub fn cargo(setup: &Setup) -> Command {
    let mut command = process::command("cargo");
    command.current_dir(setup.workspace.root());
    command
}
