//! How findings are told: lines on stderr for people, one JSON object on stdout for machines; and the exit code.
//!
//! A reader that goes away (`sidebyline stats … | head`) is no error: what can't be written is dropped.

use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use serde_json::{Map, Value, json};
use sidebyline_dataset::{Finding, Severity};

use crate::commands::Output;
use crate::phrase::counted;

/// A command's exit code, or the one reason why it could do nothing at all.
pub type Outcome = Result<ExitCode, Finding>;

/// The exit code when nothing could be done.
const UNUSABLE: u8 = 2;

/// Tells the findings about `subject` and gives the exit code: 1 if there are errors, else 0. `facts` are what the
/// command has to say to machines beside them.
pub fn findings(findings: &[Finding], subject: &str, facts: Map<String, Value>, output: Output) -> Outcome {
    let errors = count(findings, Severity::Error);
    if output.json {
        let mut object = facts;
        object.extend(as_json(findings));
        stdout(&format!("{}\n", Value::Object(object)))?;
    } else {
        let shown: Vec<&Finding> =
            findings.iter().filter(|finding| !output.quiet || finding.severity == Severity::Error).collect();
        stderr(&shown.iter().fold(String::new(), |text, finding| text + &line(finding)));
        if !output.quiet && !findings.is_empty() {
            stderr(&format!("{}\n", summary(findings, subject)));
        }
    }
    Ok(ExitCode::from(u8::from(errors > 0)))
}

/// Tells why nothing could be done.
pub fn unusable(reason: &Finding, output: Output) -> ExitCode {
    if output.json {
        let mut object = as_json(std::slice::from_ref(reason));
        object.insert("status".into(), json!("unusable"));
        // There is nobody left to tell if this fails.
        let _ = stdout(&format!("{}\n", Value::Object(object)));
    } else {
        stderr(&line(reason));
    }
    ExitCode::from(UNUSABLE)
}

/// `2 errors, 1 warning in my-story.json`.
pub fn summary(findings: &[Finding], subject: &str) -> String {
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning")]
        .into_iter()
        .filter_map(|(severity, noun)| match count(findings, severity) {
            0 => None,
            some => Some(counted(some, noun)),
        })
        .collect::<Vec<_>>();
    if counts.is_empty() {
        format!("nothing wrong in {subject}")
    } else {
        format!("{} in {subject}", counts.join(", "))
    }
}

/// How many findings are of `severity`.
pub fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

/// `status`, `errors`, `warnings` and `findings`, as every `--json` object holds them.
pub fn as_json(findings: &[Finding]) -> Map<String, Value> {
    let list = findings
        .iter()
        .map(|finding| {
            json!({
                "severity": finding.severity.as_str(),
                "place": finding.place,
                "found": finding.found,
                "mend": finding.mend,
            })
        })
        .collect();
    let errors = count(findings, Severity::Error);
    Map::from_iter([
        ("status".into(), json!(if errors > 0 { "errors" } else { "clean" })),
        ("errors".into(), json!(errors)),
        ("warnings".into(), json!(count(findings, Severity::Warning))),
        ("findings".into(), Value::Array(list)),
    ])
}

/// Prints on stdout. A reader that has gone away is no error.
pub fn stdout(text: &str) -> Result<(), Finding> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Finding::error("stdout", format!("it can't be written: {error}"), ""))
        }
        _ => Ok(()),
    }
}

/// Prints on stderr. If that fails there is nobody left to tell.
pub fn stderr(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// One finding as [`Finding`] displays it, coloured, with further lines of its advice set in.
fn line(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
    };
    let bold = Style::new().bold();
    let mut line = format!(
        "{severity}{}{severity:#}: {bold}{}{bold:#}: {}.",
        finding.severity.as_str(),
        plain(&finding.place),
        plain(&finding.found)
    );
    for advice in finding.mend.lines() {
        let _ = write!(line, "\n    {}", plain(advice));
    }
    line.push('\n');
    line
}

/// `text` without control characters: a sheet or a text must not be able to steer somebody's terminal.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts_errors_and_warnings() {
        let error = Finding::error("a", "b", "");
        let warning = Finding::warning("a", "b", "");
        assert_eq!(summary(&[error.clone(), error, warning], "x.json"), "2 errors, 1 warning in x.json");
        assert_eq!(summary(&[], "x.json"), "nothing wrong in x.json");
    }

    #[test]
    fn a_cell_cannot_steer_the_terminal() {
        let finding = Finding::error("quotes.csv:2 cue", "`\u{1b}[2Jgone`", "Write\na cue.");
        let text = anstream::adapter::strip_str(&line(&finding)).to_string();
        assert_eq!(text, "error: quotes.csv:2 cue: ` [2Jgone`.\n    Write\n    a cue.\n");
    }
}
