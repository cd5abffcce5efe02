//! What the tests say at the end of each step, and of all.

use std::path::PathBuf;
use std::time::Duration;

use super::counts::Counts;
use super::step::Outcome;
use crate::process::tail;

/// How much of a failed step's output is shown, at once and again at the end.
const SHOWN: usize = 100;
const SHOWN_AGAIN: usize = 25;

/// A step that has ended.
pub struct Finished {
    /// The step's name.
    pub name: &'static str,
    /// How it ended.
    pub outcome: Outcome,
    /// How long it took.
    pub elapsed: Duration,
    /// Where its whole output is.
    pub log: PathBuf,
}

/// Prints the end of one step, with its output when it failed.
pub fn print_step(step: &Finished) {
    for note in &step.outcome.notes {
        println!("{note}");
    }
    if let Some(error) = &step.outcome.error {
        println!("{}", output_of(step, SHOWN));
        println!("   {} FAILED: {error}", step.name);
    } else {
        println!("   {} {} ({:.1} s)", step.name, describe(step.outcome.counts), step.elapsed.as_secs_f32());
    }
}

/// Prints the table, what failed, and the last line; returns how many cases failed.
pub fn print(steps: &[Finished]) -> usize {
    let mut sum = Counts::default();
    println!("\n── summary");
    println!("   {:10} {:>7} {:>7} {:>8}", "step", "passed", "failed", "seconds");
    for step in steps {
        let counts = step.outcome.counts;
        let mark = if step.outcome.error.is_some() { "  FAILED" } else { "" };
        let seconds = step.elapsed.as_secs_f32();
        println!("   {:10} {:>7} {:>7} {seconds:>8.1}{mark}", step.name, counts.passed, counts.failed);
        sum += counts;
    }
    for step in steps {
        if let Some(error) = &step.outcome.error {
            println!("\n── {} failed: {error}\n   all of its output: {}", step.name, step.log.display());
            println!("{}", output_of(step, SHOWN_AGAIN));
        }
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    sum.failed
}

fn describe(counts: Counts) -> String {
    let skipped = if counts.skipped == 0 { String::new() } else { format!(", {} skipped", counts.skipped) };
    format!("passed: {}{skipped}", counts.passed)
}

fn output_of(step: &Finished, lines: usize) -> String {
    let bytes = std::fs::read(&step.log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let indented: Vec<String> = tail(&text, lines).lines().map(|line| format!("   │ {line}")).collect();
    indented.join("\n")
}
