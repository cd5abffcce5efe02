//! The command line of `cargo xtask`, as plain values.

use crate::error::Error;

/// What `--help` prints.
pub const USAGE: &str = "\
cargo xtask COMMAND

  serve    build the page, serve it on this machine, rebuild and reload when a file changes
             --port PORT   the port to listen on (8080)
             --release     the page as it is published, rather than the quickly built one
             --open        open it in the browser
  test     format, lints, tests, dataset, browser tests, sizes and licences; ends with `N passed, N failed`
             --only STEP   one step only (may be repeated)
             --list        the steps, in their order
  build    the page as it is published, in dist/: static files for any host, under any path
  release  a zip for publishers without Rust, in target/release-zip/: the site, the command, and how to use them
  size     what a reader's browser fetches, raw and compressed, against the budgets
  setup    all tools for all of the above, and nothing else

Each command first finds or installs what it needs, and says so. The tools go to a cache of their own
(SIDEBYLINE_TOOLS, or sidebyline/tools in the user's cache directory); what is installed is not installed again.";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// Print the usage.
    Help,
    /// Serve the page while it is worked on.
    Serve(ServeOptions),
    /// Build the page as it is published.
    Build,
    /// Pack the page and the command for who has no Rust.
    Release,
    /// Measure what a reader's browser fetches.
    Size,
    /// Install all tools.
    Setup,
    /// Run the named test steps, or all of them when none is named.
    Test(Vec<String>),
    /// Print the names of the test steps.
    ListSteps,
}

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// The port to listen on.
    pub port: u16,
    /// Whether to build the page as it is published.
    pub release: bool,
    /// Whether to open the page in the browser.
    pub open: bool,
}

/// Reads the arguments that follow `cargo xtask`.
pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Action, Error> {
    let mut arguments = arguments;
    let Some(command) = arguments.next() else {
        return Ok(Action::Help);
    };
    let rest: Vec<String> = arguments.collect();
    if rest.iter().any(|argument| argument == "--help" || argument == "-h") {
        return Ok(Action::Help);
    }
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Action::Help),
        "serve" => parse_serve(rest.into_iter()),
        "test" => parse_test(rest.into_iter()),
        "build" => without_options("build", &rest, Action::Build),
        "release" => without_options("release", &rest, Action::Release),
        "size" => without_options("size", &rest, Action::Size),
        "setup" => without_options("setup", &rest, Action::Setup),
        other => Err(Error::new(format!("there is no command `{other}`"))),
    }
}

fn parse_serve(mut rest: impl Iterator<Item = String>) -> Result<Action, Error> {
    let mut options = ServeOptions { port: 8080, release: false, open: false };
    while let Some(argument) = rest.next() {
        let (name, mut value) = split_value(&argument);
        match name {
            "--port" => {
                let port = value.take().or_else(|| rest.next());
                options.port = port
                    .as_deref()
                    .and_then(|port| port.parse().ok())
                    .ok_or_else(|| Error::new("`--port` needs a number from 0 to 65535"))?;
            }
            "--release" => options.release = true,
            "--open" => options.open = true,
            _ => return Err(Error::new(format!("`serve` has no option `{argument}`"))),
        }
    }
    Ok(Action::Serve(options))
}

fn parse_test(mut rest: impl Iterator<Item = String>) -> Result<Action, Error> {
    let mut selection = Vec::new();
    while let Some(argument) = rest.next() {
        let (name, mut value) = split_value(&argument);
        match name {
            "--only" => {
                let step = value.take().or_else(|| rest.next());
                selection.push(step.ok_or_else(|| Error::new("`--only` needs the name of a step (see `--list`)"))?);
            }
            "--list" => return Ok(Action::ListSteps),
            _ => return Err(Error::new(format!("`test` has no option `{argument}`"))),
        }
    }
    Ok(Action::Test(selection))
}

/// Splits `--name=value`.
fn split_value(argument: &str) -> (&str, Option<String>) {
    match argument.split_once('=') {
        Some((name, value)) => (name, Some(value.to_owned())),
        None => (argument, None),
    }
}

fn without_options(command: &str, rest: &[String], action: Action) -> Result<Action, Error> {
    match rest.first() {
        None => Ok(action),
        Some(extra) => Err(Error::new(format!("`{command}` has no option `{extra}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: &Action) {
        let arguments = line.split_whitespace().map(str::to_owned);
        assert_eq!(parse(arguments).as_ref().ok(), Some(expect), "{line}");
    }

    #[track_caller]
    fn check_refused(line: &str) {
        assert!(parse(line.split_whitespace().map(str::to_owned)).is_err(), "{line}");
    }

    fn serve(port: u16, release: bool, open: bool) -> Action {
        Action::Serve(ServeOptions { port, release, open })
    }

    #[test]
    fn options_follow_their_command() {
        check("", &Action::Help);
        check("serve --help", &Action::Help);
        check("serve", &serve(8080, false, false));
        check("serve --open --port 9000", &serve(9000, false, true));
        check("serve --port=9000 --release", &serve(9000, true, false));
        check("test", &Action::Test(vec![]));
        check("test --only size --only=deny", &Action::Test(vec!["size".into(), "deny".into()]));
        check("test --list", &Action::ListSteps);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        check_refused("deploy");
        check_refused("serve --port many");
        check_refused("serve --port");
        check_refused("build --release");
        check_refused("test --only");
    }
}
