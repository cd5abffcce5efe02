//! One step of the tests: what it is, what it may write to, and how it can end.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::counts::Counts;
use crate::error::{Context, Error};
use crate::process;
use crate::setup::Setup;

/// A named part of the tests.
pub struct Step {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it checks, for the heading.
    pub title: &'static str,
    /// Does it. What keeps it from being done is a failure too.
    pub run: fn(&Setup, &mut StepLog) -> Outcome,
}

/// How a step ended.
pub struct Outcome {
    /// Its cases; a step without cases counts as one.
    pub counts: Counts,
    /// What a person should know even when all is well.
    pub notes: Vec<String>,
    /// What went wrong.
    pub error: Option<Error>,
}

impl Outcome {
    /// The end of a step that has no cases of its own.
    pub fn of_one(result: Result<(), Error>) -> Self {
        Self::counted(Counts::default(), result)
    }

    /// The end of a step whose cases were counted.
    pub fn counted(counts: Counts, result: Result<(), Error>) -> Self {
        let error = result.err();
        let mut counts = counts;
        if counts.passed == 0 && error.is_none() {
            counts.passed = 1;
        }
        if counts.failed == 0 && error.is_some() {
            counts.failed = 1; // It failed outside its cases, such as by not compiling.
        }
        Self { counts, notes: Vec::new(), error }
    }

    /// Adds what a person should know.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

/// The whole output of a step.
pub struct StepLog {
    path: PathBuf,
    file: File,
}

impl StepLog {
    /// An empty log.
    pub fn create(path: &Path) -> Result<Self, Error> {
        Ok(Self { path: path.to_owned(), file: File::create(path).context(path.display())? })
    }

    /// Runs a command with its output in the log.
    pub fn run(&mut self, command: &mut Command) -> Result<(), Error> {
        process::run_into(command, &self.file)
    }

    /// Adds a line of our own.
    pub fn say(&mut self, line: &str) -> Result<(), Error> {
        writeln!(self.file, "{line}").context(self.path.display())
    }

    /// What the log holds so far.
    pub fn text(&self) -> String {
        std::fs::read(&self.path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }
}
