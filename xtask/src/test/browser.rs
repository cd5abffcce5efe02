//! The browser tests: Playwright and Chromium on the published page.

use std::process::Command;

use super::step::{Outcome, StepLog};
use super::{counts, page};
use crate::error::{Context, Error};
use crate::process;
use crate::setup::Setup;

/// All browser tests, on a wide screen and on a phone.
pub fn browser(setup: &Setup, log: &mut StepLog) -> Outcome {
    let result = playwright(setup, &["desktop", "phone"]).and_then(|mut command| {
        with_fresh_page(setup, log)?;
        log.run(&mut command)
    });
    Outcome::counted(counts::of_playwright(&log.text()), result)
}

/// The types of the browser tests, which Playwright itself does not check.
pub fn types(setup: &Setup, log: &mut StepLog) -> Outcome {
    let result = setup.test_packages().and_then(|()| {
        let mut node = process::command("node");
        node.args(["node_modules/typescript/bin/tsc", "--noEmit"]).current_dir(setup.workspace.path("e2e"));
        log.run(&mut node)
    });
    Outcome::of_one(result)
}

/// Playwright on some of its projects. It tests what is in `dist/`.
pub fn playwright(setup: &Setup, projects: &[&str]) -> Result<Command, Error> {
    setup.test_packages()?;
    let shell = setup.browser()?.shell;
    let mut command = process::command("node");
    command.args(["node_modules/@playwright/test/cli.js", "test"]);
    command.args(projects.iter().map(|project| format!("--project={project}")));
    command.current_dir(setup.workspace.path("e2e")).env("SIDEBYLINE_CHROMIUM", shell);
    Ok(command)
}

/// Makes sure that `dist/` holds the page as its sources were when this run first needed it.
pub fn with_fresh_page(setup: &Setup, log: &mut StepLog) -> Result<(), Error> {
    page::build_page(setup, log).context("there is no page to test")
}
