//! The environment of the programs that are started: which directories are searched first, which variables are set.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A directory that is searched before PATH by everything that this program starts.
static PREFERRED: OnceLock<PathBuf> = OnceLock::new();

/// Searches `directory` before PATH from now on; only the first call counts.
pub fn prefer(directory: PathBuf) {
    PREFERRED.get_or_init(|| directory);
}

/// The directories that are searched for programs.
pub fn search_path() -> Vec<PathBuf> {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    PREFERRED.get().cloned().into_iter().chain(std::env::split_paths(&inherited)).collect()
}

/// What is added to the environment of this program for one that it starts.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    paths: Vec<PathBuf>,
    variables: Vec<(OsString, OsString)>,
    removed: Vec<OsString>,
}

impl Environment {
    /// Searches `directory` for programs before all that are searched so far.
    pub fn search_first(&mut self, directory: impl Into<PathBuf>) {
        self.paths.insert(0, directory.into());
    }

    /// Sets a variable.
    pub fn set(&mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) {
        self.variables.push((name.as_ref().to_owned(), value.as_ref().to_owned()));
    }

    /// Removes a variable that this program has inherited.
    pub fn remove(&mut self, name: impl AsRef<OsStr>) {
        self.removed.push(name.as_ref().to_owned());
    }

    /// A command with this environment.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = crate::process::command(self.locate(program.as_ref()));
        for name in &self.removed {
            command.env_remove(name);
        }
        if let Ok(joined) = std::env::join_paths(self.paths.iter().cloned().chain(search_path())) {
            command.env("PATH", joined);
        }
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command
    }

    /// The program's full path, because some systems search only the parent's PATH for it.
    fn locate(&self, program: &OsStr) -> OsString {
        self.paths
            .iter()
            .find_map(|directory| program_in(directory, program))
            .map_or_else(|| program.to_owned(), PathBuf::into_os_string)
    }
}

/// Finds a program where programs are searched for.
pub fn find_program(name: impl AsRef<OsStr>) -> Option<PathBuf> {
    search_path().iter().find_map(|directory| program_in(directory, name.as_ref()))
}

fn program_in(directory: &Path, name: &OsStr) -> Option<PathBuf> {
    let plain = directory.join(name);
    let suffixes: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    suffixes
        .iter()
        .map(|suffix| {
            let mut file = plain.clone().into_os_string();
            file.push(suffix);
            PathBuf::from(file)
        })
        .find(|file| file.is_file())
}
