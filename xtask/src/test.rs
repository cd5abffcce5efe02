//! `cargo xtask test`: everything that can be checked, the quickest to fail first.
//!
//! A step that fails does not stop the others. Each keeps its whole output in `target/xtask-logs/STEP.log`; the
//! terminal gets a heading, the result, and on failure the output. The last line is `N passed, N failed`, summed over
//! the cases that the test runners count themselves; a step without cases counts as one.

mod bench;
pub mod browser;
mod counts;
mod dataset;
mod engines;
mod licences;
mod lighthouse;
mod native;
mod page;
mod step;
mod summary;

use std::process::ExitCode;
use std::time::Instant;

use crate::error::{Context, Error};
use crate::setup::Setup;
use step::{Step, StepLog};
use summary::Finished;

/// All steps, in their order.
const STEPS: &[Step] = &[
    Step { name: "format", title: "code is formatted", run: native::format },
    Step { name: "lint", title: "lints", run: native::lint },
    Step { name: "unit", title: "unit and doc tests", run: native::unit },
    Step {
        name: "dataset",
        title: "bundled dataset and schema are what the sheets and types say",
        run: dataset::dataset,
    },
    Step { name: "edtf", title: "dates are read as the reference reads them", run: dataset::edtf },
    Step { name: "types", title: "types of the browser tests", run: browser::types },
    Step { name: "page-lint", title: "lints of the page, for WebAssembly", run: page::lint },
    Step { name: "page-unit", title: "tests of the page's parts, in Chromium", run: page::unit },
    Step { name: "build", title: "the page as it is published", run: page::build },
    Step { name: "browser", title: "browser tests on the published page", run: browser::browser },
    Step { name: "engines", title: "what a reader does first, in Firefox and WebKit", run: engines::engines },
    Step { name: "lighthouse", title: "what Lighthouse finds", run: lighthouse::lighthouse },
    Step { name: "bench", title: "the engine finds what a naive baseline finds, for 10,000 quotes", run: bench::bench },
    Step { name: "size", title: "what a reader's browser fetches", run: page::size },
    Step { name: "deny", title: "licences and origins of the dependencies", run: licences::deny },
];

/// Prints the steps.
pub fn list() {
    for step in STEPS {
        println!("{:10} {}", step.name, step.title);
    }
}

/// Runs the steps of this name, or all when `selection` is empty.
pub fn test(setup: &Setup, selection: &[String]) -> Result<ExitCode, Error> {
    if let Some(unknown) = selection.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        return Err(Error::new(format!("there is no step `{unknown}`; `cargo xtask test --list` names them")));
    }
    let logs = setup.workspace.path("target/xtask-logs");
    std::fs::create_dir_all(&logs).context(logs.display())?;

    let selected = STEPS.iter().filter(|step| selection.is_empty() || selection.iter().any(|name| name == step.name));
    let mut finished = Vec::new();
    for step in selected {
        println!("\n── {}: {}", step.name, step.title);
        let path = logs.join(format!("{}.log", step.name));
        let start = Instant::now();
        let mut log = StepLog::create(&path)?;
        let outcome = (step.run)(setup, &mut log);
        let result = Finished { name: step.name, outcome, elapsed: start.elapsed(), log: path };
        summary::print_step(&result);
        finished.push(result);
    }
    let failed = summary::print(&finished);
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
