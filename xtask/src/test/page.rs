//! Steps on the page's own code, compiled for the browser.

use std::process::Command;

use super::browser::with_fresh_page;
use super::counts;
use super::step::{Outcome, StepLog};
use crate::environment::Environment;
use crate::error::Error;
use crate::setup::Setup;
use crate::workspace::APP;
use crate::{build, size};

/// Clippy on the page.
pub fn lint(setup: &Setup, log: &mut StepLog) -> Outcome {
    let arguments = ["clippy", "--all-targets"];
    let result = setup.page_lints().and_then(|environment| {
        let mut command = for_browser(setup, &environment, &arguments);
        log.run(command.args(["--", "--deny", "warnings"]))
    });
    Outcome::of_one(result)
}

/// `wasm-bindgen-test` in Chromium.
pub fn unit(setup: &Setup, log: &mut StepLog) -> Outcome {
    // Doc tests would need a page of their own each, so only `--tests`.
    let arguments = ["test", "--tests", "--no-fail-fast"];
    let result = setup.page_tests().and_then(|environment| log.run(&mut for_browser(setup, &environment, &arguments)));
    Outcome::counted(counts::of_cargo(&log.text()), result)
}

/// The page as it is published.
pub fn build(setup: &Setup, log: &mut StepLog) -> Outcome {
    Outcome::of_one(build_page(setup, log))
}

/// Builds the page into `dist/`, unless this run has done so.
pub fn build_page(setup: &Setup, log: &mut StepLog) -> Result<(), Error> {
    setup.page(|| build::release_commands(setup)?.iter_mut().try_for_each(|command| log.run(command)))
}

/// The budgets of what is fetched.
pub fn size(setup: &Setup, log: &mut StepLog) -> Outcome {
    let result = measure(setup, log);
    let outcome = Outcome::counted(counts::of_playwright(&log.text()), result);
    match size::report(setup) {
        Some(report) => outcome.note(report),
        None => outcome,
    }
}

fn measure(setup: &Setup, log: &mut StepLog) -> Result<(), Error> {
    let mut command = size::command(setup)?;
    with_fresh_page(setup, log)?;
    log.run(&mut command)
}

/// A command of `cargo` on the page's package alone, for the browser.
fn for_browser(setup: &Setup, environment: &Environment, arguments: &[&str]) -> Command {
    let mut command = environment.command("cargo");
    command.args(arguments).args(["--locked", "--package", APP, "--target", "wasm32-unknown-unknown"]);
    command.current_dir(setup.workspace.root());
    command
}
