//! `sidebyline check`: a file, and the texts behind it, held to every rule of the format.

mod anchored;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Map;
use sidebyline_dataset::check::{self, Texts};
use sidebyline_dataset::text::Text;
use sidebyline_dataset::{Finding, wire};

use crate::commands::Output;
use crate::files::{self, stream};
use crate::report::{self, Outcome};

/// Check a dataset, and with --texts the texts behind it.
///
/// Without texts: types, ids, references, dates, and whether each quote's content agrees with its passages. With texts:
/// also digests, the words at each offset, whether anything was left unread, and how much is reproduced. In a text that has
/// changed since, each passage is looked for, and told where it isn't what it was. Exits with 1 if there are errors;
/// warnings alone exit with 0.
///
/// Without texts a file may have any size: it takes 80 bytes of memory a record, where shared tables, events and quotes come
/// in the order of the format.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sidebyline check my-story.json
  sidebyline check my-story.json --texts my-story/texts
  curl -s https://example.org/my-story.json | sidebyline check - --json")]
pub struct Check {
    /// The dataset; `-` reads it from stdin
    file: PathBuf,
    /// A folder with the texts, under any names
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
}

/// Checks and reports.
pub fn run(args: &Check, output: Output) -> Outcome {
    let findings = match &args.texts {
        None => without_texts(&args.file)?,
        Some(dir) => {
            let dataset = files::read_dataset(&args.file)?;
            let mut texts = texts_of(&dataset, dir)?;
            anchored::adopt(&dataset, dir, &mut texts)?;
            let mut findings = check::file(&dataset);
            findings.extend(check::texts(&dataset, &texts));
            findings.extend(anchored::findings(&dataset, &texts));
            findings
        }
    };
    let subject = files::name(&args.file);
    let code = report::findings(&findings, &subject, Map::new(), output)?;
    if findings.is_empty() && !output.json && !output.quiet {
        report::stderr(&format!("{}\n", report::summary(&findings, &subject)));
    }
    Ok(code)
}

/// What is wrong with a file alone. Of its records, only the ids are held, where they stand in the format's order.
fn without_texts(path: &Path) -> Result<Vec<Finding>, Finding> {
    #[expect(clippy::redundant_closure, reason = "the function is one for each lifetime, and what reads is of any")]
    let streamed = stream::read(path, |json| check::stream(json))?;
    if let Some((findings, _)) = streamed {
        return Ok(findings);
    }
    let json = files::read_json(path)?;
    let findings = check::stream(&mut serde_json::Deserializer::from_slice(&json));
    findings.map_or_else(|| files::parse_dataset(path, &json).map(|dataset| check::file(&dataset)), Ok)
}

/// The text of each source that has one in `dir`: the file with its bytes, or else one with its words. A source's own
/// `text` stands in for a file.
pub fn texts_of(dataset: &wire::Dataset, dir: &Path) -> Result<Texts, Finding> {
    let mut present = Vec::new();
    for path in files::list(dir)?.values() {
        // A file that is no text is nobody's.
        present.extend(
            Text::from_bytes(files::read(path)?).ok().map(|text| (text.raw_digest(), text.canonical_digest(), text)),
        );
    }
    let sources = dataset.sources.iter().filter_map(|source| {
        let by_bytes = present.iter().find(|(raw, ..)| *raw == source.digest.raw);
        let by_words = || present.iter().find(|(_, canonical, _)| *canonical == source.digest.canonical);
        let text = by_bytes.or_else(by_words).map(|(.., text)| text.clone());
        Some((source.id.clone(), text.or_else(|| source.text.as_deref().map(Text::new))?))
    });
    Ok(sources.collect())
}
