//! A compiler that can build for `wasm32-unknown-unknown`.
//!
//! The first of these that there is: the target of the Rust in use; Debian's compiler with the standard library's
//! source, from which it builds the library itself; the target, added by rustup; Debian's packages, newly installed.
//! Debian's compiler builds for the browser only; tests, lints and formatting of everything else stay with the
//! Rust in use.

use std::path::{Path, PathBuf};

use super::{apt, cache};
use crate::environment::{Environment, find_program};
use crate::error::Error;
use crate::process;
use crate::workspace::Workspace;

/// What the page is compiled to.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The oldest Debian compiler that will do, as `rust-version` in Cargo.toml.
const OLDEST_MINOR: u32 = 88;

/// The environment in which `cargo` builds for the browser.
pub fn ensure(workspace: &Workspace) -> Result<Environment, Error> {
    if has_target() {
        return Ok(Environment::default());
    }
    if let Some(debian) = debian_compiler() {
        return Ok(debian);
    }
    let why_not_rustup = match add_with_rustup(workspace) {
        Ok(()) if has_target() => return Ok(Environment::default()),
        Ok(()) => "rustup added it, but the Rust in use does not have it".to_owned(),
        Err(error) => error.to_string(),
    };
    println!("The Rust target {TARGET} could not be added with rustup ({}).", why_not_rustup.trim());
    if apt::available() {
        install_debian_compiler()?;
        if let Some(debian) = debian_compiler() {
            return Ok(debian);
        }
    }
    Err(Error::new(format!(
        "the page is WebAssembly, and this machine has no Rust for it. Please run `rustup target add {TARGET}`, \
         or install your system's package of Rust's standard library for it (on Debian 12: rustc-web, cargo-web, \
         rust-web-src and lld-22)"
    )))
}

/// Has the standard library built along with the page, for size, if its source is there or rustup can bring it. The one
/// that comes ready made is built for speed; it makes the page some kilobytes larger, and works all the same.
///
/// Gives the flags that go with a library of one's own.
pub fn library_for_size(environment: &mut Environment) -> Option<&'static str> {
    if uses_debian(environment) {
        return flags_for_size(environment); // It builds the library already.
    }
    if !has_source() {
        println!(
            "The standard library's source is missing: adding it with rustup, because a page built with it is smaller."
        );
        let added = find_program("rustup")
            .ok_or_else(|| Error::new("there is no rustup"))
            .and_then(|rustup| process::output(process::command(rustup).args(["component", "add", "rust-src"])));
        if let Err(error) = added {
            println!("It could not be added ({error}); the page will be somewhat larger.");
        }
    }
    if !has_source() {
        return None;
    }
    build_the_library(environment);
    flags_for_size(environment)
}

/// A panic then stops the page without a message: nothing in it should ever panic, and what writes the message is some
/// kilobytes. Compilers before 1.92 don't know how.
fn flags_for_size(environment: &Environment) -> Option<&'static str> {
    const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none";
    let mut ask = environment.command("rustc");
    ask.args(FLAGS.split(' ')).args(["--print", "sysroot"]);
    process::output(&mut ask).is_ok().then_some(FLAGS)
}

/// Gives the compiler the leave to build the standard library, which stable Rust does not offer yet.
fn build_the_library(environment: &mut Environment) {
    environment.set("RUSTC_BOOTSTRAP", "1");
    environment.set("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    environment.set("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
}

/// Makes sure that the compiler of `environment` has its lints.
pub fn ensure_lints(environment: &Environment) -> Result<(), Error> {
    let lints = || process::output(environment.command("cargo").args(["clippy", "--version"]));
    if lints().is_err() {
        if uses_debian(environment) && apt::available() {
            apt::install(&["rust-web-clippy"], "it checks the page's code")?;
        } else {
            let rustup = find_program("rustup").ok_or_else(|| Error::new("clippy is missing: please install it"))?;
            process::output(process::command(rustup).args(["component", "add", "clippy"]))?;
        }
    }
    lints().map(drop)
}

fn has_target() -> bool {
    let library = rustlib().map(|rustlib| rustlib.join(TARGET).join("lib"));
    library.and_then(|library| std::fs::read_dir(library).ok()).is_some_and(|mut files| files.next().is_some())
}

fn has_source() -> bool {
    rustlib().is_some_and(|rustlib| rustlib.join("src/rust/library/Cargo.toml").is_file())
}

/// Where the Rust in use keeps its libraries.
fn rustlib() -> Option<PathBuf> {
    let sysroot = process::output(process::command("rustc").args(["--print", "sysroot"])).ok()?;
    Some(Path::new(&sysroot).join("lib/rustlib"))
}

fn add_with_rustup(workspace: &Workspace) -> Result<(), Error> {
    let rustup = find_program("rustup").ok_or_else(|| Error::new("there is no rustup"))?;
    println!("The Rust target {TARGET} is missing: adding it with rustup, because the page is WebAssembly.");
    let mut command = process::command(rustup);
    command.args(["target", "add", TARGET]).current_dir(workspace.root());
    process::run_with_progress(&mut command, &cache::install_log("rustup")?)
}

fn install_debian_compiler() -> Result<(), Error> {
    let purpose = "the page is WebAssembly, and these build for it";
    apt::install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"], purpose)?;
    let llvm = debian_rustc_says("LLVM version: ").unwrap_or_default();
    let major = llvm.split('.').next().unwrap_or_default();
    apt::install(&[&format!("lld-{major}")], "it links WebAssembly")
}

/// Debian's compiler, when all its parts are there. It builds the standard library from its source.
fn debian_compiler() -> Option<Environment> {
    let release = debian_rustc_says("release: ")?;
    let minor: u32 = release.strip_prefix("1.")?.split('.').next()?.parse().ok()?;
    let llvm = debian_rustc_says("LLVM version: ")?;
    let linker = find_program(format!("wasm-ld-{}", llvm.split('.').next()?))?;
    let source = Path::new("/usr/lib/rustlib/src/rust/library/Cargo.toml");
    if minor < OLDEST_MINOR || !source.is_file() || !Path::new("/usr/bin/cargo").is_file() {
        return None;
    }
    let mut environment = Environment::default();
    environment.search_first("/usr/bin");
    build_the_library(&mut environment);
    environment.set("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    // rustup points these at its own compiler.
    environment.remove("LD_LIBRARY_PATH");
    environment.remove("RUSTUP_TOOLCHAIN");
    Some(environment)
}

fn uses_debian(environment: &Environment) -> bool {
    environment.command("cargo").get_program() == "/usr/bin/cargo"
}

/// A line of `rustc --version --verbose` that starts with `key`, from Debian's compiler.
fn debian_rustc_says(key: &str) -> Option<String> {
    let text = process::output(process::command("/usr/bin/rustc").args(["--version", "--verbose"])).ok()?;
    text.lines().find_map(|line| line.strip_prefix(key)).map(str::to_owned)
}
