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
  bench    the engine beside its peers, on invented quotes; writes docs/benchmarks.md
             --sizes N,N   how many quotes (10000,100000)
             --peers A,B   these peers only, beside the naive baseline
             --corpora A,B these corpora only
             --browser     in Chromium too
             --native      programs of this machine too: the engine's own, DuckDB, tantivy
             --smoke       nothing is timed: the engine has to find what the naive baseline finds
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
    /// Measure the engine beside its peers.
    Bench(BenchOptions),
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

/// The options of `bench`.
#[derive(Debug, PartialEq, Eq)]
pub enum BenchOptions {
    /// Time nothing, and hold the engine to what the naive baseline finds.
    Smoke,
    /// Measure.
    Measure(Measure),
}

/// What `bench` measures. Empty lists stand for what is usual.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// How many quotes.
    pub sizes: Vec<String>,
    /// The peers, by the names of their modules.
    pub peers: Vec<String>,
    /// The corpora.
    pub corpora: Vec<String>,
    /// Whether in Chromium too.
    pub browser: bool,
    /// Whether programs of this machine too.
    pub native: bool,
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
        "bench" => parse_bench(rest.into_iter()),
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

fn parse_bench(mut rest: impl Iterator<Item = String>) -> Result<Action, Error> {
    let (mut options, mut smoke) = (Measure::default(), false);
    while let Some(argument) = rest.next() {
        let (name, value) = split_value(&argument);
        let list = match name {
            "--sizes" => &mut options.sizes,
            "--peers" => &mut options.peers,
            "--corpora" => &mut options.corpora,
            "--browser" => {
                options.browser = true;
                continue;
            }
            "--native" => {
                options.native = true;
                continue;
            }
            "--smoke" => {
                smoke = true;
                continue;
            }
            _ => return Err(Error::new(format!("`bench` has no option `{argument}`"))),
        };
        let value = value.or_else(|| rest.next()).unwrap_or_default();
        *list = value.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let is_number = |size: &String| size.parse::<u32>().is_ok_and(|size| size > 0);
        if list.is_empty() || (name == "--sizes" && !list.iter().all(is_number)) {
            let example = if name == "--sizes" { "10000,100000" } else { "a,b" };
            return Err(Error::new(format!("`{name}` needs a list, like `{name} {example}`")));
        }
    }
    if smoke && options != Measure::default() {
        return Err(Error::new("`--smoke` stands alone: it measures nothing"));
    }
    Ok(Action::Bench(if smoke { BenchOptions::Smoke } else { BenchOptions::Measure(options) }))
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
        check("bench", &Action::Bench(BenchOptions::Measure(Measure::default())));
        check("bench --smoke", &Action::Bench(BenchOptions::Smoke));
        let sizes = vec!["10000".into(), "1000000".into()];
        let measure = Measure { sizes, peers: vec!["ours".into()], browser: true, ..Measure::default() };
        check("bench --sizes 10000,1000000 --peers=ours --browser", &Action::Bench(BenchOptions::Measure(measure)));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        check_refused("deploy");
        check_refused("serve --port many");
        check_refused("serve --port");
        check_refused("build --release");
        check_refused("test --only");
        check_refused("bench --sizes many");
        check_refused("bench --sizes");
        check_refused("bench --peers=");
        check_refused("bench --smoke --native");
    }
}
