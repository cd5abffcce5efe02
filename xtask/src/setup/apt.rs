//! Debian's packages, for machines where this program may install them.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use super::cache;
use crate::environment::find_program;
use crate::error::{Context, Error};
use crate::process;

/// Whether this is Debian itself; its relatives name some packages differently, or make them empty.
pub fn is_debian() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

/// Whether packages can be installed without asking anybody.
pub fn available() -> bool {
    is_debian() && prefix().is_some()
}

/// Installs packages, with nothing that is only recommended; the list of packages is renewed once.
pub fn install(packages: &[&str], purpose: &str) -> Result<(), Error> {
    static RENEWED: OnceLock<Result<(), Error>> = OnceLock::new();
    let names = packages.join(" ");
    println!("Installing Debian's {names}, because {purpose}.");
    RENEWED.get_or_init(|| apt(&["update"])).clone()?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
        .context(format!("Debian's {names} could not be installed, and {purpose}"))
}

fn apt(arguments: &[&str]) -> Result<(), Error> {
    let prefix = prefix().ok_or_else(|| Error::new("apt-get may not be used here"))?;
    let mut command = match prefix.split_first() {
        None => process::command("apt-get"),
        Some((first, rest)) => {
            let mut command = process::command(first);
            command.args(rest).arg("apt-get");
            command
        }
    };
    command.arg("--quiet").args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::run_with_progress(&mut command, &cache::install_log("apt")?)
}

/// What goes before `apt-get`: nothing for root, `sudo` where it asks for no password, or `None`.
fn prefix() -> Option<&'static [&'static str]> {
    static PREFIX: OnceLock<Option<&'static [&'static str]>> = OnceLock::new();
    *PREFIX.get_or_init(|| {
        find_program("apt-get")?;
        if is_root() {
            return Some(&[]);
        }
        let sudo = find_program("sudo")?;
        let allowed = succeeds(process::command(sudo).args(["--non-interactive", "true"]));
        allowed.then_some(&["sudo", "--non-interactive"])
    })
}

/// Whether this program runs as root.
pub fn is_root() -> bool {
    Path::new("/proc").exists() && process::output(process::command("id").arg("-u")).is_ok_and(|text| text == "0")
}

fn succeeds(command: &mut Command) -> bool {
    process::output(command).is_ok()
}
