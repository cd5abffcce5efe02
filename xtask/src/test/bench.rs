//! The engine finds what the naive baseline of the benchmarks finds; nothing is timed.

use super::counts;
use super::step::{Outcome, StepLog};
use crate::bench;
use crate::error::Error;
use crate::setup::Setup;

/// All steps and queries of both corpora, at the smallest size.
pub fn bench(setup: &Setup, log: &mut StepLog) -> Outcome {
    let result = run(setup, log);
    Outcome::counted(counts::of_node(&log.text()), result)
}

fn run(setup: &Setup, log: &mut StepLog) -> Result<(), Error> {
    for command in &mut bench::engine_commands(setup)? {
        log.run(command)?;
    }
    log.run(&mut bench::smoke_command(setup)?)
}
