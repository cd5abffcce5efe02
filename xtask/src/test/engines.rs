//! What a reader does first, in browsers of other engines: `e2e/browsers/`.

use super::browser::with_fresh_page;
use super::counts;
use super::step::{Outcome, StepLog};
use crate::error::Error;
use crate::process;
use crate::setup::{Engines, Setup};

/// The tests, in whichever of the browsers there are.
pub fn engines(setup: &Setup, log: &mut StepLog) -> Outcome {
    let engines = match setup.engines() {
        Ok(engines) => engines,
        Err(error) => return Outcome::of_one(Err(error)),
    };
    let named = [("Firefox", &engines.firefox), ("WebKit", &engines.webkit)];
    let missing: Vec<&str> = named.iter().filter(|(_, found)| found.is_none()).map(|(name, _)| *name).collect();
    let outcome = if missing.len() == named.len() {
        Outcome::of_one(Ok(()))
    } else {
        let result = run(setup, &engines, log);
        Outcome::counted(counts::of_node(&log.text()), result)
    };
    if missing.is_empty() {
        return outcome;
    }
    outcome.note(format!(
        "   Skipped in {}: not on this machine. On Debian, root or sudo installs it; elsewhere install it by hand \
         (WebKit: WebKitWebDriver, MiniBrowser and Xvfb).",
        missing.join(" and ")
    ))
}

fn run(setup: &Setup, engines: &Engines, log: &mut StepLog) -> Result<(), Error> {
    with_fresh_page(setup, log)?;
    let mut node = process::command("node");
    node.args(["--test", "--test-reporter=tap", "browsers/"]).current_dir(setup.workspace.path("e2e"));
    let variables = [
        ("SIDEBYLINE_FIREFOX", "SIDEBYLINE_GECKODRIVER", &engines.firefox),
        ("SIDEBYLINE_MINIBROWSER", "SIDEBYLINE_WEBKITDRIVER", &engines.webkit),
    ];
    for (browser, driver, steered) in variables {
        node.env_remove(browser).env_remove(driver);
        if let Some(steered) = steered {
            node.env(browser, &steered.browser).env(driver, &steered.driver);
        }
    }
    log.run(&mut node)
}
