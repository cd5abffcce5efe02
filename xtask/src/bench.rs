//! `cargo xtask bench`: the engine beside its peers, by the programs of `bench/`.
//!
//! What is measured is built as the page is, by the same compiler, profile and optimizer, so that a figure is one of
//! the page. `--smoke` measures nothing: it holds the engine to what a naive baseline finds.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::arguments::{BenchOptions, Measure};
use crate::error::{Context, Error};
use crate::process;
use crate::setup::{Setup, WASM_TARGET};
use crate::test;

/// The package of the engine as the benchmarks use it, and its program for the browser.
const PACKAGE: &str = "sidebyline-bench";
const PROGRAM: &str = "sidebyline_bench";
/// What is built, relative to the repository, as `bench/` expects it.
const ENGINE: &str = "target/bench/engine";

/// Measures and writes `docs/benchmarks.md`, or checks that all is found that should be.
pub fn bench(setup: &Setup, options: &BenchOptions) -> Result<ExitCode, Error> {
    match options {
        BenchOptions::Smoke => test::test(setup, &["bench".into()]),
        BenchOptions::Measure(options) => measure(setup, options).map(|()| ExitCode::SUCCESS),
    }
}

fn measure(setup: &Setup, options: &Measure) -> Result<(), Error> {
    setup.bench_packages()?;
    let mut node = process::command("node");
    node.arg("bench.mjs").current_dir(setup.workspace.path("bench"));
    for (name, list) in [("--sizes", &options.sizes), ("--peers", &options.peers), ("--corpora", &options.corpora)] {
        if !list.is_empty() {
            node.arg(name).arg(list.join(","));
        }
    }
    if options.browser {
        node.arg("--browser").arg(setup.browser()?.chromium);
    }
    for command in &mut engine_commands(setup)? {
        process::run(command)?;
    }
    if options.native {
        process::run(&mut native_engine(setup))?;
        node.arg("--native").arg(setup.bench_python()?);
    }
    // The page may be compiled by another Rust than everything else.
    let compiler = process::output(setup.release_build()?.command("rustc").arg("--version"))?;
    node.args(["--rustc", &compiler]);
    process::run(&mut node)
}

/// The commands that build the engine for Node.js and Chromium, one after the other; quick when it is there already.
pub fn engine_commands(setup: &Setup) -> Result<[Command; 3], Error> {
    let environment = setup.release_build()?;
    let linked: PathBuf = [WASM_TARGET, "release", PROGRAM].iter().collect();
    let linked = setup.workspace.web_target().join(linked).with_extension("wasm");
    let mut compile = environment.command("cargo");
    compile.args(["build", "--release", "--locked", "--quiet", "--package", PACKAGE, "--lib", "--target", WASM_TARGET]);
    let mut bind = environment.command("wasm-bindgen");
    bind.arg(linked).args(["--target", "web", "--no-typescript", "--out-dir", ENGINE]);
    let mut finish = environment.command("node");
    finish.arg("xtask/hooks/finish-engine.mjs").arg(format!("{ENGINE}/{PROGRAM}_bg.wasm"));
    Ok([compile, bind, finish].map(|mut command| {
        command.current_dir(setup.workspace.root());
        command
    }))
}

/// The engine as a program of this machine, built for speed by the Rust in use.
fn native_engine(setup: &Setup) -> Command {
    let mut command = process::command("cargo");
    command.args(["build", "--profile", "speed", "--locked", "--quiet", "--package", PACKAGE, "--bin", "ours-native"]);
    command.arg("--target-dir").arg(setup.workspace.path("target")).current_dir(setup.workspace.root());
    command
}

/// The command that holds the engine, and the programs of `bench/`, to what they should find.
pub fn smoke_command(setup: &Setup) -> Result<Command, Error> {
    let directory = setup.workspace.path("bench/tests");
    let files = std::fs::read_dir(&directory).context(directory.display())?;
    let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
    let mut tests: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    tests.sort();
    let mut node = process::command("node");
    node.args(["--test", "--test-reporter=./reporter.mjs"]).args(tests).current_dir(directory);
    Ok(node)
}
