//! `cargo xtask build`: the page as it is published.

use std::process::Command;

use crate::error::{Context, Error};
use crate::process;
use crate::setup::Setup;

/// Builds the page into `dist/` and says what to do with it.
pub fn build(setup: &Setup) -> Result<(), Error> {
    for command in &mut release_commands(setup)? {
        process::run(command).context("the page could not be built")?;
    }
    println!("The page is in dist/: static files, to be copied to any host, under any path.");
    Ok(())
}

/// The commands that build the page into `dist/`, one after the other: its program, and then the dataset as HTML, for
/// whoever can't run it.
pub fn release_commands(setup: &Setup) -> Result<[Command; 2], Error> {
    let mut bundle = setup.release_build()?.command("trunk");
    bundle.args(["build", "--release", "--locked", "--features", "split"]).current_dir(setup.workspace.root());
    // Trunk takes its flag for colours from this variable and accepts no other value.
    bundle.env_remove("NO_COLOR");
    let dataset = format!("public/data/{}.json", setup.workspace.dataset()?);
    let mut prerender = process::command("cargo");
    prerender.args(["run", "--quiet", "--locked", "--package", "sidebyline-cli", "--", "prerender", &dataset]);
    prerender.args(["--site", "dist"]).current_dir(setup.workspace.root());
    Ok([bundle, prerender])
}
