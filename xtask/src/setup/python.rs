//! A Python of the benchmarks' own, with the packages that `bench/requirements.txt` names.

use std::path::PathBuf;

use super::{apt, cache};
use crate::environment::find_program;
use crate::error::{Context, Error};
use crate::process;
use crate::workspace::Workspace;

/// The program of an environment in `target/bench/python`, which is made when it isn't there or lacks something.
pub fn with_packages(workspace: &Workspace) -> Result<PathBuf, Error> {
    let directory = workspace.path("target/bench/python");
    let programs = directory.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = programs.join("python").with_extension(std::env::consts::EXE_EXTENSION);
    let named = workspace.path("bench/requirements.txt");
    let stamp = directory.join("installed.txt");
    let wanted = std::fs::read(&named).context(named.display())?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    println!("Installing DuckDB and tantivy for Python into target/bench, because the engine is measured beside them.");
    let log = cache::install_log("python")?;
    let mut make = process::command(system_python()?);
    make.args(["-m", "venv"]).arg(&directory);
    process::run_with_progress(&mut make, &log)?;
    let mut install = process::command(&python);
    install.args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&named);
    process::run_with_progress(&mut install, &log)?;
    std::fs::write(&stamp, wanted).context(stamp.display())?;
    Ok(python)
}

fn system_python() -> Result<PathBuf, Error> {
    let find = || ["python3", "python"].into_iter().find_map(find_program);
    if find().is_none() && apt::available() {
        apt::install(&["python3-venv"], "DuckDB and tantivy are measured by way of Python")?;
    }
    find().ok_or_else(|| Error::new("there is no Python, which `--native` needs: please install Python 3, with venv"))
}
