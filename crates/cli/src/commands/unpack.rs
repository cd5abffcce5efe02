//! `sidebyline unpack`: the JSON of a packed dataset.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, json};
use sidebyline_dataset::Finding;
use sidebyline_dataset::pack::{self, Unpacking};

use crate::commands::Output;
use crate::files::{self, stream};
use crate::report::{self, Outcome};

/// Give back the JSON that a pack was made of.
///
/// What `sidebyline build` wrote comes back to the byte. Any other file comes back with the same values, perhaps in other
/// spaces and another order of keys, which is told.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sidebyline unpack my-story.sidebyline -o my-story.json")]
pub struct Unpack {
    /// The pack; `-` reads it from stdin
    file: PathBuf,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Unpacks, and says how near it comes to what was packed.
pub fn run(args: &Unpack, output: Output) -> Outcome {
    let bytes = files::read(&args.file)?;
    let subject = files::name(&args.file);
    if !pack::is_pack(&bytes) {
        let mend = "Name a file that `sidebyline pack` has made; JSON needs no unpacking.";
        return Err(Finding::error(subject, "it is no pack", mend));
    }
    let unpacking = Unpacking::of(&bytes).map_err(|finding| files::within(&args.file, finding))?;
    drop(bytes);
    let is_exact = written(&args.output, &unpacking)?;
    let name = files::name(&args.output);
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

/// Writes the JSON record by record, and tells whether it is that which was packed. It most often is as `build` writes it.
fn written(path: &Path, unpacking: &Unpacking) -> Result<bool, Finding> {
    let write = |is_pretty| {
        stream::write(path, unpacking, is_pretty, |gone| {
            gone.length == unpacking.length && gone.digest() == unpacking.digest
        })
    };
    Ok(write(true)? || write(false)? || {
        write(true)?;
        false
    })
}
