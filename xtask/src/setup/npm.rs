//! Packages from npm, as their lock files name them.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache;
use crate::error::{Context, Error};
use crate::process;
use crate::workspace::Workspace;

/// Names the cache's directory; a changed lock file is installed anew into the same one.
const BUILD_TOOLS: &str = "1";

/// The directory of the packages of `xtask/tools/package.json`: `wasm-opt`, `esbuild`, and what packs a release.
pub fn build_tools(workspace: &Workspace) -> Result<PathBuf, Error> {
    let source = workspace.path("xtask/tools");
    let directory = cache::directory("build-tools", BUILD_TOOLS)?;
    if !is_current(&source, &directory) {
        println!(
            "wasm-opt and esbuild are missing: installing them, because they make the published page small (and what packs it)."
        );
        std::fs::create_dir_all(&directory).context(directory.display())?;
        for file in ["package.json", "package-lock.json"] {
            std::fs::copy(source.join(file), directory.join(file)).context(format!("xtask/tools/{file}"))?;
        }
        install(&directory, &source)?;
    }
    Ok(directory.join("node_modules"))
}

/// Installs the packages of the browser tests into `e2e/node_modules`.
pub fn test_packages(workspace: &Workspace) -> Result<(), Error> {
    install_in_place(workspace, "e2e", "the packages of the browser tests")
}

/// Installs the peers of the benchmarks into `bench/node_modules`.
pub fn bench_packages(workspace: &Workspace) -> Result<(), Error> {
    install_in_place(workspace, "bench", "the peers of the benchmarks")
}

fn install_in_place(workspace: &Workspace, below: &str, what: &str) -> Result<(), Error> {
    let directory = workspace.path(below);
    if !is_current(&directory, &directory) {
        println!("Installing {what} into {below}/node_modules.");
        install(&directory, &directory)?;
    }
    Ok(())
}

/// A command of npm or npx; on Windows these are scripts.
pub fn command(program: &str) -> Command {
    if cfg!(windows) { process::command(format!("{program}.cmd")) } else { process::command(program) }
}

fn install(directory: &Path, source: &Path) -> Result<(), Error> {
    let mut command = command("npm");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(directory);
    process::run_with_progress(&mut command, &cache::install_log("npm")?)?;
    std::fs::copy(source.join("package-lock.json"), stamp(directory)).context(stamp(directory).display())?;
    Ok(())
}

/// Whether what `directory` holds was installed from the lock file of `source` as it is now.
fn is_current(source: &Path, directory: &Path) -> bool {
    let lock = std::fs::read(source.join("package-lock.json"));
    let installed = std::fs::read(stamp(directory));
    matches!((lock, installed), (Ok(lock), Ok(installed)) if lock == installed)
}

/// A copy of the lock file that was installed; npm's own record is in another form.
fn stamp(directory: &Path) -> PathBuf {
    directory.join("node_modules").join(".installed-lock.json")
}
