//! Steps on the bundled dataset and its format.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::native::cargo;
use super::step::{Outcome, StepLog};
use crate::error::{Context, Error};
use crate::process;
use crate::setup::Setup;

/// Sheets, and the file that is made from them.
struct Bundled {
    sheets: &'static str,
    file: &'static str,
}

const TALKS: Bundled =
    Bundled { sheets: "data/ceasefire-talks-2025-04", file: "public/data/ceasefire-talks-2025-04.json" };
const DEMO: Bundled = Bundled { sheets: "data/demo-library-2031-03", file: "public/data/demo-library-2031-03.json" };
const SCHEMA: &str = "docs/sidebyline-1.schema.json";

/// The datasets hold, are what their sheets make, and the published schema is what the wire types say.
///
/// The texts of the demonstration stand beside its sheets. The other sheets can be built only beside the articles' texts, which are not ours to publish: their directory is named
/// by `SIDEBYLINE_TEXTS`, or is `../shared/articles`.
pub fn dataset(setup: &Setup, log: &mut StepLog) -> Outcome {
    let texts = texts(setup);
    let outcome = Outcome::of_one(check_all(setup, log, texts.as_deref()));
    match texts {
        Some(_) => outcome,
        None => outcome.note(
            "   The articles' texts are not here (SIDEBYLINE_TEXTS names their directory), so the dataset is checked \
             by itself and not built anew.",
        ),
    }
}

fn check_all(setup: &Setup, log: &mut StepLog, texts: Option<&Path>) -> Result<(), Error> {
    check_schema(setup, log)?;
    check_dataset(setup, log, &TALKS, texts)?;
    check_dataset(setup, log, &DEMO, Some(&setup.workspace.path(DEMO.sheets).join("texts")))
}

fn check_dataset(setup: &Setup, log: &mut StepLog, dataset: &Bundled, texts: Option<&Path>) -> Result<(), Error> {
    let mut check = sidebyline(setup);
    check.args(["check", dataset.file]);
    if let Some(texts) = texts {
        check_sheets(setup, log, dataset, texts)?;
        check.arg("--texts").arg(texts);
    }
    log.run(&mut check)
}

fn check_schema(setup: &Setup, log: &mut StepLog) -> Result<(), Error> {
    let printed = process::output(sidebyline(setup).arg("schema"))?;
    let path = setup.workspace.path(SCHEMA);
    let published = std::fs::read_to_string(&path).context(SCHEMA)?;
    log.say(&format!("{SCHEMA} is compared with `sidebyline schema`"))?;
    if printed.trim() == published.trim() {
        Ok(())
    } else {
        Err(Error::new(format!(
            "{SCHEMA} is out of date; mend it with `cargo run -p sidebyline-cli -- schema > {SCHEMA}`"
        )))
    }
}

fn check_sheets(setup: &Setup, log: &mut StepLog, dataset: &Bundled, texts: &Path) -> Result<(), Error> {
    let fresh = setup.workspace.path("target/xtask-dataset.json");
    let mut assemble = sidebyline(setup);
    assemble.args(["build", dataset.sheets, "--texts"]).arg(texts).arg("-o").arg(&fresh);
    log.run(&mut assemble)?;
    let made = std::fs::read(&fresh).context(fresh.display())?;
    let bundled = std::fs::read(setup.workspace.path(dataset.file)).context(dataset.file)?;
    if made == bundled {
        Ok(())
    } else {
        let Bundled { sheets, file } = dataset;
        Err(Error::new(format!("{file} is not what {sheets} makes; compare it with {}", fresh.display())))
    }
}

/// The committed dates of the date tests are what the reference implementation says of them.
pub fn edtf(setup: &Setup, log: &mut StepLog) -> Outcome {
    let result = setup.test_packages().and_then(|()| {
        let mut node = process::command("node");
        node.args(["e2e/edtf-oracle.mjs", "--check"]).current_dir(setup.workspace.root());
        log.run(&mut node)
    });
    Outcome::of_one(result)
}

/// The `sidebyline` command of this repository.
fn sidebyline(setup: &Setup) -> Command {
    let mut command = cargo(setup);
    command.args(["run", "--quiet", "--locked", "--package", "sidebyline-cli", "--"]);
    command
}

/// Where the articles' texts are, if they are here.
fn texts(setup: &Setup) -> Option<PathBuf> {
    match std::env::var_os("SIDEBYLINE_TEXTS") {
        Some(named) => Some(PathBuf::from(named)),
        None => Some(setup.workspace.root().parent()?.join("shared").join("articles")).filter(|path| path.is_dir()),
    }
}
