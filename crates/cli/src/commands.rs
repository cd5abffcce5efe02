//! The arguments, and which command they call. One file a command.

mod build;
mod check;
mod export;
mod new;
mod pack;
mod prerender;
mod schema;
mod single_file;
mod stats;
mod unpack;

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::report;

/// Makes, builds, checks, measures and exports Sidebyline datasets: who reported what, in whose words.
#[derive(Debug, Parser)]
#[command(
    version,
    name = "sidebyline",
    propagate_version = true,
    after_help = "\
Start with:
  sidebyline new my-story
  sidebyline build my-story --texts my-story/texts -o my-story.json
  sidebyline check my-story.json --texts my-story/texts

Exit codes: 0 clean, or warnings only; 1 errors were found; 2 nothing could be done (arguments, files, not JSON)."
)]
pub struct Cli {
    #[command(flatten)]
    pub output: Output,
    #[command(subcommand)]
    command: Command,
}

/// How a command speaks.
#[derive(Clone, Copy, Debug, Args)]
pub struct Output {
    /// Print one JSON object for machines on stdout, and nothing on stderr.
    #[arg(long, global = true)]
    pub json: bool,
    /// Print errors and nothing else: no warnings, no summary, no next steps.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::New),
    Build(build::Build),
    Check(check::Check),
    Export(export::Export),
    Pack(pack::Pack),
    Prerender(prerender::Prerender),
    Schema(schema::Schema),
    Stats(stats::Stats),
    SingleFile(single_file::SingleFile),
    Unpack(unpack::Unpack),
}

/// Runs the command and gives its exit code.
pub fn run(cli: &Cli) -> ExitCode {
    let output = cli.output;
    let outcome = match &cli.command {
        Command::New(args) => new::run(args, output),
        Command::Build(args) => build::run(args, output),
        Command::Check(args) => check::run(args, output),
        Command::Export(args) => export::run(args, output),
        Command::Pack(args) => pack::run(args, output),
        Command::Prerender(args) => prerender::run(args, output),
        Command::Schema(args) => schema::run(args, output),
        Command::Stats(args) => stats::run(args, output),
        Command::SingleFile(args) => single_file::run(args, output),
        Command::Unpack(args) => unpack::run(args, output),
    };
    outcome.unwrap_or_else(|unusable| report::unusable(&unusable, output))
}
