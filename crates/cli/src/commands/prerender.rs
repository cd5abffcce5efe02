//! `sidebyline prerender`: a dataset as HTML, into a site that was built to show it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, json};
use sidebyline_dataset::text::digest;
use sidebyline_dataset::{Dataset, Finding, check};
use sidebyline_export::html::page;

use crate::commands::Output;
use crate::files;
use crate::packing;
use crate::report::{self, Outcome};
use crate::site;

/// Write a dataset into a built site as HTML that needs no program.
///
/// The site's first page then holds all events, reports, quotes, differences and articles, so that they are there without
/// JavaScript, for search engines, archives and paper; the program takes over where it can run. Each event and each
/// difference gets a small page of its own, whose link has its own preview. The dataset is packed beside its JSON, which the
/// page then loads only for copies of it. Run it again after the dataset has changed: everything is replaced, and pages of
/// what is gone are removed.
///
/// With the address at which the site is published, pages say their address, and there is a sitemap.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  sidebyline prerender dist/data/my-story.json --site dist --base-url https://example.org/my-story/"
)]
pub struct Prerender {
    /// The dataset, which the site shows by default
    file: PathBuf,
    /// The folder of the built site
    #[arg(long, value_name = "DIR")]
    site: PathBuf,
    /// The address at which the site is published
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

/// The folders of the pages of events and of differences.
const FOLDERS: [&str; 2] = ["event", "difference"];
const SITEMAP: &str = "sitemap.xml";
/// How names of packs end.
const PACK: &str = ".sidebyline";

/// Writes all pages, if there is nothing wrong with the dataset.
pub fn run(args: &Prerender, output: Output) -> Outcome {
    let root = match &args.base_url {
        Some(written) => Some(site::root(written).ok_or_else(|| {
            Finding::error(
                "--base-url",
                format!("`{written}` is no address of a site"),
                "Write it whole, as in https://example.org/my-story/.",
            )
        })?),
        None => None,
    };
    let index = args.site.join("index.html");
    let template = text(&index)?;
    let name = shows(&args.file, &args.site, &template)?;
    let json = files::read(&args.file)?;
    let wire = files::parse_dataset(&args.file, &json)?;
    let findings = check::file(&wire);
    let (dataset, _) = Dataset::from_wire(wire);
    let errors = report::count(&findings, sidebyline_dataset::Severity::Error);
    let pages = if errors == 0 {
        let packed = write_pack(&json, name, &args.site)?;
        let place = page::Site { root: root.as_deref(), packed: Some(&packed) };
        write(&dataset, &template, &args.site, place)?
    } else {
        0
    };
    let facts = Map::from_iter([("pages".into(), json!(pages))]);
    let code = report::findings(&findings, &files::name(&args.file), facts, output)?;
    if !output.json && !output.quiet {
        let site = files::name(&args.site);
        report::stderr(&match pages {
            0 => "Nothing was written.\n".into(),
            _ => format!(
                "{site}: {pages} pages, of {} events and {} differences\n",
                dataset.events.len(),
                dataset.discrepancies.len()
            ),
        });
    }
    Ok(code)
}

/// Writes the first page and one for each event and difference, removes those of others, and says how many there are.
fn write(dataset: &Dataset, template: &str, site: &Path, place: page::Site<'_>) -> Result<usize, Finding> {
    let of_event = |(index, row): (_, &sidebyline_dataset::model::Event)| {
        (FOLDERS[0], row.id.clone(), page::of_one_event(dataset, index, place))
    };
    let of_difference = |(index, row): (_, &sidebyline_dataset::model::Discrepancy)| {
        (FOLDERS[1], row.id.clone(), page::of_one_discrepancy(dataset, index, place))
    };
    let items = dataset.events.iter().map(of_event).chain(dataset.discrepancies.iter().map(of_difference));
    let mut written = BTreeSet::new();
    let mut addresses: Vec<String> = place.root.map(str::to_owned).into_iter().collect();
    for (folder, id, page) in items {
        let path = site.join(folder).join(&id).join("index.html");
        files::write(&path, site::filled(template, &page, &files::name(&path))?.as_bytes())?;
        addresses.extend(place.root.map(|root| [root, folder, "/", &id, "/"].concat()));
        written.insert(path);
    }
    for folder in FOLDERS {
        for path in files::pages_below(&site.join(folder))? {
            if !written.contains(&path) && site::is_of_item(&text(&path)?) {
                files::remove_with_folder(&path)?;
            }
        }
    }
    match place.root {
        Some(_) => files::write(&site.join(SITEMAP), site::sitemap(&addresses).as_bytes())?,
        None => files::remove_if_there(&site.join(SITEMAP))?,
    }
    let first = site.join("index.html");
    let page = page::index(dataset, place);
    files::write(&first, site::filled(template, &page, &files::name(&first))?.as_bytes())?;
    Ok(written.len() + 1)
}

/// Writes the dataset beside its JSON as a pack, which the site's program loads instead, and removes the packs of what was
/// there before. Its name tells of which JSON it was made, so that no page ever gets another. Says where it is.
fn write_pack(json: &[u8], name: &str, site: &Path) -> Result<String, Finding> {
    let packed = packing::packed(json).map_err(|mut findings| findings.swap_remove(0))?;
    let digest = digest(json);
    let digits = digest.trim_start_matches("sha256:");
    let file = [name, "-", digits.get(..16).unwrap_or(digits), PACK].concat();
    let data = site.join("data");
    for (other, path) in files::list(&data)? {
        let tail = other.strip_prefix(name).and_then(|tail| tail.strip_prefix('-')?.strip_suffix(PACK));
        let is_ours = tail.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit()));
        if is_ours && other != file {
            files::remove_if_there(&path)?;
        }
    }
    files::write(&data.join(&file), &packed)?;
    Ok(["data/", &file].concat())
}

/// Gives the name of the dataset that the site's program loads, and refuses another one: a page that shows one and then
/// another would be worse than one that shows nothing at first.
fn shows<'a>(file: &Path, site: &Path, template: &'a str) -> Result<&'a str, Finding> {
    let first = files::name(&site.join("index.html"));
    let Some(name) = site::default_data(template) else {
        return Err(Finding::error(
            first,
            "it doesn't name the dataset that it shows",
            "Name the folder of a site that `cargo xtask build` has built.",
        ));
    };
    let own = site.join("data").join(format!("{name}.json"));
    if files::read(&own)? == files::read(file)? {
        return Ok(name);
    }
    let (own, file) = (files::name(&own), files::name(file));
    Err(Finding::error(
        first,
        format!("it shows {own}, and {file} is something else"),
        format!("Copy the dataset to {own} first."),
    ))
}

fn text(path: &Path) -> Result<String, Finding> {
    String::from_utf8(files::read(path)?)
        .map_err(|_| Finding::error(files::name(path), "it isn't UTF-8", "Name the folder of a built site."))
}
