//! Starting other programs, and saying clearly what became of them.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::environment::search_path;
use crate::error::{Context, Error};

/// How often a person is told that a long command still runs.
const REMINDER: Duration = Duration::from_secs(60);

/// A command without the variables that `cargo run` sets for this program alone, and without standard input.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    if let Ok(path) = std::env::join_paths(search_path()) {
        command.env("PATH", path);
    }
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let of_this_run =
            text.starts_with("CARGO_PKG_") || matches!(&*text, "CARGO" | "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH");
        if of_this_run {
            command.env_remove(&name);
        }
    }
    command
}

/// What a command prints on standard output, trimmed; an error when it fails or cannot be started.
pub fn output(command: &mut Command) -> Result<String, Error> {
    let line = command_line(command);
    let result = command.output().context(format!("`{line}` could not be started"))?;
    if result.status.success() {
        return Ok(String::from_utf8_lossy(&result.stdout).trim().to_owned());
    }
    let message = String::from_utf8_lossy(&result.stderr);
    Err(Error::new(format!("`{line}` failed ({}): {}", result.status, message.trim())))
}

/// Runs a command with this program's own output, and waits for it.
pub fn run(command: &mut Command) -> Result<(), Error> {
    let line = command_line(command);
    let status = command.status().context(format!("`{line}` could not be started"))?;
    expect_success(&line, status)
}

/// Runs a long command of the set-up: on a terminal its own progress is seen, otherwise its output goes to `log`,
/// with a reminder each minute, and is shown when it fails.
pub fn run_with_progress(command: &mut Command, log: &Path) -> Result<(), Error> {
    if std::io::stderr().is_terminal() {
        command.stdout(Stdio::null());
        return run(command);
    }
    if let Some(directory) = log.parent() {
        std::fs::create_dir_all(directory).context(directory.display())?;
    }
    let file = File::create(log).context(log.display())?;
    run_into(command, &file).map_err(|error| {
        let text = std::fs::read_to_string(log).unwrap_or_default();
        Error::new(format!("{error}\n{}", tail(&text, 40)))
    })
}

/// Runs a command with all its output in `log`, where it begins with the command itself.
pub fn run_into(command: &mut Command, log: &File) -> Result<(), Error> {
    let line = command_line(command);
    let mut writer = log;
    writeln!(writer, "$ {line}").context("the log could not be written")?;
    command.stdout(log.try_clone().context("the log could not be shared")?);
    command.stderr(log.try_clone().context("the log could not be shared")?);
    let child = command.spawn().context(format!("`{line}` could not be started"))?;
    expect_success(&line, wait_with_reminders(child)?)
}

fn wait_with_reminders(mut child: Child) -> Result<ExitStatus, Error> {
    let start = Instant::now();
    let mut reminded = start;
    loop {
        if let Some(status) = child.try_wait().context("waiting for a command")? {
            return Ok(status);
        }
        if reminded.elapsed() >= REMINDER {
            reminded = Instant::now();
            println!("    … still running, {} min", start.elapsed().as_secs() / 60);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn expect_success(line: &str, status: ExitStatus) -> Result<(), Error> {
    if status.success() { Ok(()) } else { Err(Error::new(format!("`{line}` failed ({status})"))) }
}

/// The command as a person would type it, for messages.
fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    command.get_args().fold(name, |line, argument| format!("{line} {}", argument.to_string_lossy()))
}

/// The last lines of a text.
pub fn tail(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
