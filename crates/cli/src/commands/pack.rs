//! `sidebyline pack`: a dataset in its binary form.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, json};
use sidebyline_dataset::Finding;

use crate::commands::Output;
use crate::files::{self, stream};
use crate::packing::packed_file;
use crate::report::{self, Outcome};

/// Pack a dataset: smaller than its JSON gzipped, and quicker to open.
///
/// A page opens a pack like the JSON, from a site, from another origin and from a disk, and so does every command here that
/// reads a dataset. `unpack` gives the JSON back. A site's own dataset is packed by `prerender`. A dataset of which
/// something has to be left out isn't packed, and every such place is told.
///
/// It takes a byte of memory for each byte of JSON, where shared tables, events and quotes come in the order of the
/// format; from stdin, two.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sidebyline pack my-story.json -o my-story.sidebyline
  zcat my-story.json.gz | sidebyline pack - -o - > my-story.sidebyline")]
pub struct Pack {
    /// The dataset; `-` reads it from stdin
    file: PathBuf,
    /// The file to write; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Packs, and says how much smaller it is.
pub fn run(args: &Pack, output: Output) -> Outcome {
    stream::part_ways(&args.output, output)?;
    let subject = files::name(&args.file);
    let (packed, findings): (_, Vec<Finding>) = match packed_file(&args.file)? {
        Ok(packed) => (Some(packed), Vec::new()),
        Err(findings) => (None, findings),
    };
    if let Some((pack, _)) = &packed {
        stream::write_bytes(&args.output, pack)?;
    }
    let written = packed.as_ref().map(|_| stream::output_name(&args.output));
    let code = report::findings(&findings, &subject, Map::from_iter([("written".into(), json!(written))]), output)?;
    if !output.json && !output.quiet {
        report::stderr(&match (written, packed) {
            (Some(name), Some((pack, length))) => {
                format!("{name}: {} KB of {} KB\n", pack.len().div_ceil(1000), length.div_ceil(1000))
            }
            _ => "Nothing was written.\n".into(),
        });
    }
    Ok(code)
}
