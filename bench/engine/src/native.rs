//! The engine without a browser: the same loop as `bench/run/child.mjs`, as a program of this machine.
//!
//!     ours-native DATA VIEWS SIZE PASSES BUDGET
//!
//! `DATA` is a `sidebyline/1` file, `VIEWS` what `bench/corpora/` writes beside it: the addresses to ask, and the
//! values whose counts a digest takes. Each of the two operations ends after `BUDGET` seconds. It prints what
//! `bench/README.md` says of programs that are not JavaScript.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a command")]

use std::hint::black_box;
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use sidebyline_bench::Engine;
use sidebyline_bench::digest::{Digest, Values, digest};
use sidebyline_dataset::Here;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let [data, views, size, passes, budget] = arguments else {
        return Err("ours-native DATA VIEWS SIZE PASSES BUDGET".into());
    };
    let views = Views::read(views)?;
    let passes: usize = passes.parse().map_err(|_| "PASSES is a number")?;
    let budget = Duration::from_secs(budget.parse().map_err(|_| "BUDGET is a number of seconds")?);
    let json = std::fs::read(data).map_err(|error| format!("{data}: {error}"))?;

    let start = Instant::now();
    let engine = Engine::load(&mut Here::new(&json))?;
    let load = milliseconds(start.elapsed());
    drop(json);

    let mut report = Map::new();
    report.insert("peer".into(), "ours-native".into());
    report.insert("version".into(), "this commit".into());
    report.insert("semantics".into(), "ours, compiled for this machine and for speed rather than size".into());
    report.insert("size".into(), size.parse::<u64>().map_err(|_| "SIZE is a number")?.into());
    report.insert("load".into(), json!({ "parse_ms": 0, "index_ms": load, "total_ms": load }));
    report.insert("mem".into(), json!({ "rss_mb": megabytes("VmRSS:"), "peak_rss_mb": megabytes("VmHWM:") }));
    print(&report)?;
    for (operation, addresses) in [("F", &views.filter), ("S", &views.search)] {
        report.insert(operation.into(), measure(&engine, addresses, &views.values, passes, budget)?);
    }
    report.insert("mem".into(), json!({ "rss_mb": report["mem"]["rss_mb"], "peak_rss_mb": megabytes("VmHWM:") }));
    print(&report)
}

/// What is asked.
struct Views {
    values: Values,
    filter: Vec<String>,
    search: Vec<String>,
}

impl Views {
    fn read(path: &str) -> Result<Self, String> {
        let explain = |error: &dyn std::fmt::Display| format!("{path}: {error}");
        let json = std::fs::read(path).map_err(|error| explain(&error))?;
        let mut views: Value = serde_json::from_slice(&json).map_err(|error| explain(&error))?;
        let mut addresses = |of: &str| serde_json::from_value(views[of].take()).map_err(|error| explain(&error));
        let (filter, search) = (addresses("filter")?, addresses("search")?);
        let values = serde_json::from_value(views["values"].take()).map_err(|error| explain(&error))?;
        Ok(Self { values, filter, search })
    }
}

/// Asks each address up to `passes` times. What is timed ends with whole records and counts; digests are not timed.
fn measure(
    engine: &Engine,
    addresses: &[String],
    values: &Values,
    passes: usize,
    budget: Duration,
) -> Result<Value, String> {
    let end = Instant::now() + budget;
    let (mut times, mut digests): (Vec<f64>, Vec<Digest>) = (Vec::new(), Vec::new());
    for pass in 0..passes {
        for address in addresses {
            if Instant::now() >= end {
                break;
            }
            let start = Instant::now();
            let answer = engine.answer(address)?;
            black_box(engine.records(&answer));
            times.push(milliseconds(start.elapsed()));
            if pass == 0 {
                digests.push(digest(engine, &answer, values));
            }
        }
    }
    Ok(json!({ "ms": times, "digests": digests }))
}

/// The last line that is printed counts, so that a program which is ended has said what it knew.
fn print(report: &Map<String, Value>) -> Result<(), String> {
    let line = serde_json::to_string(report).map_err(|error| error.to_string())?;
    println!("\u{1}{line}");
    std::io::stdout().flush().map_err(|error| error.to_string())
}

fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}

/// What Linux says of this program's memory; elsewhere it isn't known.
fn megabytes(key: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024)
}
