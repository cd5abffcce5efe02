//! `sidebyline single-file`: a site and a dataset as one HTML file.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, json};
use sidebyline_dataset::{Dataset, Finding, Severity, check};
use sidebyline_export::html::page;

use crate::commands::Output;
use crate::files;
use crate::report::{self, Outcome};
use crate::single::{self, Site};
use crate::site;

/// Make one HTML file that holds everything: the program, its styles and a dataset.
///
/// It opens from a disk or a USB stick, without a server and without a connection, and asks nobody for anything. The
/// dataset is held to every rule of the format first; nothing is written if one is broken. The site is what a release's zip
/// holds as `site`, beside this command, or what `cargo xtask build` makes in `dist`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sidebyline single-file my-story.json -o my-story.html")]
pub struct SingleFile {
    /// The dataset; `-` reads it from stdin
    dataset: PathBuf,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The folder of a built site [default: `site` beside this command, else `dist` here]
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// Checks, joins and writes.
pub fn run(args: &SingleFile, output: Output) -> Outcome {
    let bytes = files::read_json(&args.dataset)?;
    let subject = files::name(&args.dataset);
    let dataset = files::parse_dataset(&args.dataset, &bytes)?;
    let findings = check::file(&dataset);
    let clean = report::count(&findings, Severity::Error) == 0;
    let mut written = None;
    if clean {
        let (dataset, _) = Dataset::from_wire(dataset);
        let page = single::page(&read_site(&folder(args)?, &dataset)?, &bytes)?;
        files::write(&args.output, page.as_bytes())?;
        written = Some((files::name(&args.output), page.len()));
    }
    let name = written.as_ref().map(|(name, _)| name);
    let code = report::findings(&findings, &subject, Map::from_iter([("written".into(), json!(name))]), output)?;
    if !output.json && !output.quiet {
        report::stderr(&match written {
            Some((name, length)) => format!("{name}: {} KB, with everything in it\n", length.div_ceil(1000)),
            None => "Nothing was written.\n".into(),
        });
    }
    Ok(code)
}

/// The folder of the site: the one that is named, or where there is one.
fn folder(args: &SingleFile) -> Result<PathBuf, Finding> {
    if let Some(named) = &args.site {
        return Ok(named.clone());
    }
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("site")));
    let here = Path::new("dist").to_owned();
    beside.into_iter().chain([here]).find(|folder| folder.join("index.html").is_file()).ok_or_else(|| {
        Finding::error(
            "--site",
            "there is no `site` beside this command and no `dist` here",
            "Name the folder of a built site with `--site DIR`.",
        )
    })
}

/// The site with this dataset written into its page: what stood there before is gone.
fn read_site(folder: &Path, dataset: &Dataset) -> Result<Site, Finding> {
    let index = folder.join("index.html");
    let page = String::from_utf8(files::read(&index)?)
        .map_err(|_| Finding::error(files::name(&index), "it isn't UTF-8", "Build the site anew."))?;
    // It carries the JSON, so it names no pack.
    let page = site::filled(&page, &page::index(dataset, page::Site::default()), &files::name(&index))?;
    let wanted = |name: &str| [".css", ".js", ".svg", ".wasm"].iter().any(|ending| name.ends_with(ending));
    let beside = files::list(folder)?.into_iter().filter(|(name, _)| wanted(name));
    let files = beside.map(|(name, path)| Ok((name, files::read(&path)?))).collect::<Result<_, Finding>>()?;
    Ok(Site { page, files })
}
