//! `cargo xtask build`: the page as it is published.

use std::process::Command;

use crate::error::{Context, Error};
use crate::process;
use crate::setup::Setup;

/// Builds the page into `dist/` and says what to do with it.
pub fn build(setup: &Setup) -> Result<(), Error> {
    process::run(&mut release_command(setup)?).context("the page could not be built")?;
    println!("The page is in dist/: static files, to be copied to any host, under any path.");
    Ok(())
}

/// The command that builds the page into `dist/`.
pub fn release_command(setup: &Setup) -> Result<Command, Error> {
    let mut command = setup.release_build()?.command("trunk");
    command.args(["build", "--release", "--locked", "--features", "split"]).current_dir(setup.workspace.root());
    // Trunk takes its flag for colours from this variable and accepts no other value.
    command.env_remove("NO_COLOR");
    Ok(command)
}
