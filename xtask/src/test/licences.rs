//! The step on what the dependencies are allowed to be.

use std::path::Path;

use super::step::{Outcome, StepLog};
use crate::environment::Environment;
use crate::error::Error;
use crate::setup::{self, Setup};

/// Licences, bans and origins always; known vulnerabilities where their database can be reached.
pub fn deny(setup: &Setup, log: &mut StepLog) -> Outcome {
    match setup::licence_checker().and_then(|directory| check(setup, log, &directory)) {
        Ok(true) => Outcome::of_one(Ok(())),
        Ok(false) => Outcome::of_one(Ok(()))
            .note("   Known vulnerabilities were NOT checked: their database cannot be reached from here."),
        Err(error) => Outcome::of_one(Err(error)),
    }
}

/// Whether the check was complete.
fn check(setup: &Setup, log: &mut StepLog, directory: &Path) -> Result<bool, Error> {
    let mut environment = Environment::default();
    environment.search_first(directory);
    let command = |what: &[&str]| {
        let mut command = environment.command("cargo-deny");
        command.args(["--locked", "check"]).args(what).current_dir(setup.workspace.root());
        command
    };
    log.run(&mut command(&["licenses", "bans", "sources"]))?;

    let before = log.text().len();
    let advisories = log.run(&mut command(&["advisories"]));
    let unreachable = log.text().split_off(before).contains("failed to fetch advisory database");
    if unreachable { Ok(false) } else { advisories.map(|()| true) }
}
