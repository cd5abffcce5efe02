//! What Lighthouse finds on the published page: `e2e/lighthouse/`.

use super::browser::with_fresh_page;
use super::counts;
use super::step::{Outcome, StepLog};
use crate::error::Error;
use crate::process;
use crate::setup::Setup;

/// The audits that don't depend on the machine, with the scores of all as a note.
pub fn lighthouse(setup: &Setup, log: &mut StepLog) -> Outcome {
    let report = setup.workspace.path("e2e/test-results/lighthouse.txt");
    drop(std::fs::remove_file(&report)); // It need not be there.
    let result = run(setup, log);
    let outcome = Outcome::counted(counts::of_node(&log.text()), result);
    match std::fs::read_to_string(&report) {
        Ok(scores) => outcome.note(scores.trim_end()),
        Err(_) => outcome,
    }
}

fn run(setup: &Setup, log: &mut StepLog) -> Result<(), Error> {
    let chromium = setup.browser()?.chromium;
    with_fresh_page(setup, log)?;
    let mut node = process::command("node");
    node.args(["--test", "--test-reporter=tap", "lighthouse/"]).current_dir(setup.workspace.path("e2e"));
    log.run(node.env("SIDEBYLINE_CHROMIUM", chromium))
}
