//! Tools that come as Rust packages, each at one exact version.

use std::path::{Path, PathBuf};

use super::cache;
use crate::environment::find_program;
use crate::error::{Context, Error};
use crate::process;

/// A developer's tool needs no optimised build; this cuts its compilation to a fraction.
const CHEAP_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// One tool, and what a person is told about it.
pub struct CargoTool<'a> {
    /// The package's name.
    pub package: &'a str,
    /// The program that tells its version.
    pub program: &'a str,
    /// The exact version.
    pub version: &'a str,
    /// Whether the program tells its version. Of one that doesn't, only what we have installed ourselves is used.
    pub tells_version: bool,
    /// Further arguments of `cargo install`.
    pub arguments: &'a [&'a str],
    /// How much the compiler optimises it: "0", or "1" where it has much to do each time.
    pub optimise: &'a str,
    /// Why the tool is needed, as the end of "… because".
    pub purpose: &'a str,
    /// About how long it takes to compile, on two cores.
    pub minutes: u32,
}

/// The directory that holds the tool at its version: from PATH, from the cache, or newly installed into the cache.
pub fn ensure(tool: &CargoTool) -> Result<PathBuf, Error> {
    let on_path = find_program(tool.program).filter(|_| tool.tells_version);
    let root = cache::directory(tool.package, tool.version)?;
    let cached = root.join("bin").join(tool.program).with_extension(std::env::consts::EXE_EXTENSION);
    for program in on_path.iter().chain([&cached]) {
        if is_usable(program, tool)
            && let Some(directory) = program.parent()
        {
            return Ok(directory.to_owned());
        }
    }
    install(tool, &root)?;
    if is_usable(&cached, tool) {
        Ok(root.join("bin"))
    } else {
        Err(Error::new(format!("{} was installed, but does not run as version {}", cached.display(), tool.version)))
    }
}

fn install(tool: &CargoTool, root: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(root).context(root.display())?;
    let CargoTool { package, version, purpose, minutes, .. } = tool;
    let log = cache::install_log(package)?;
    if find_program("cargo-binstall").is_some() {
        println!("{package} {version} is missing: downloading it, because {purpose}.");
        let mut command = process::command("cargo");
        command.args(["binstall", "--no-confirm", "--root"]).arg(root).arg(format!("{package}@{version}"));
        match process::run_with_progress(&mut command, &log) {
            Ok(()) => return Ok(()),
            Err(error) => println!("It could not be downloaded ({error})."),
        }
    }
    println!("{package} {version} is missing: compiling it, about {minutes} minutes, because {purpose}.");
    let mut command = process::command("cargo");
    command.args(["install", package, "--version", version, "--force", "--root"]).arg(root).args(tool.arguments);
    command.envs(CHEAP_PROFILE).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.optimise);
    process::run_with_progress(&mut command, &log)
        .context(format!("{package} {version} could not be installed, and {purpose}"))
}

fn is_usable(program: &Path, tool: &CargoTool) -> bool {
    if !tool.tells_version {
        return process::output(process::command(program).arg("--help")).is_ok();
    }
    // "trunk 0.21.14", "wasm-bindgen 0.2.130 (…)"
    process::output(process::command(program).arg("--version"))
        .is_ok_and(|text| text.split_whitespace().nth(1) == Some(tool.version))
}
