//! `sidebyline unpack`: the JSON of a packed dataset.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, json};
use sidebyline_dataset::Finding;
use sidebyline_dataset::pack::{self, Unpacking};

use crate::commands::Output;
use crate::files;
use crate::files::stream::{self, Gone};
use crate::report::{self, Outcome};

/// Give back the JSON that a pack was made of.
///
/// What `sidebyline build` wrote comes back to the byte. Any other file comes back with the same values, perhaps in other
/// spaces and another order of keys, which is told. It takes a byte of memory for each byte of JSON.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sidebyline unpack my-story.sidebyline -o my-story.json
  sidebyline unpack my-story.sidebyline -o - | jq .title")]
pub struct Unpack {
    /// The pack; `-` reads it from stdin
    file: PathBuf,
    /// The file to write; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Unpacks, and says how near it comes to what was packed.
pub fn run(args: &Unpack, output: Output) -> Outcome {
    stream::part_ways(&args.output, output)?;
    let bytes = files::read(&args.file)?;
    let subject = files::name(&args.file);
    if !pack::is_pack(&bytes) {
        let mend = "Name a file that `sidebyline pack` has made; JSON needs no unpacking.";
        return Err(Finding::error(subject, "it is no pack", mend));
    }
    let unpacking = Unpacking::of(&bytes).map_err(|finding| files::within(&args.file, finding))?;
    drop(bytes);
    let form = form(&unpacking);
    let (is_pretty, end) = form.unwrap_or((true, b"\n"));
    stream::write(&args.output, &unpacking, is_pretty, end)?;
    let (name, is_exact) = (stream::output_name(&args.output), form.is_some());
    let facts = Map::from_iter([("written".into(), json!(name)), ("exact".into(), json!(is_exact))]);
    let code = report::findings(&[], &subject, facts, output)?;
    if !output.json && !output.quiet {
        report::stderr(&if is_exact {
            format!("{name}: to the byte what was packed\n")
        } else {
            format!("{name}: the same data as what was packed, in other spaces or another order\n")
        });
    }
    Ok(code)
}

/// Whether the JSON that was packed is indented, and what stands at its end; none if it has another form. Most often it is
/// as `build` writes it.
fn form(unpacking: &Unpacking) -> Option<(bool, &'static [u8])> {
    for is_pretty in [true, false] {
        let mut gone = stream::measured(unpacking, is_pretty);
        let is_it = |gone: &Gone| gone.length == unpacking.length && gone.digest() == unpacking.digest;
        if is_it(&gone) {
            return Some((is_pretty, b""));
        }
        gone.goes(b"\n");
        if is_it(&gone) {
            return Some((is_pretty, b"\n"));
        }
    }
    None
}
