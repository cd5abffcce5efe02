//! Bytes to a [`Story`], or a [`Problem`] that can be explained.

mod answer;
mod coming;
pub mod origins;
mod packed;
mod progress;
mod reading;
mod worker;

use std::sync::OnceLock;

pub use answer::{ask, foreign, get, is_here, origin};
pub use coming::Coming;
use coming::{bytes, size};
use leptos::prelude::document;
pub use progress::{First, Progress, Told};
pub use reading::{Reading, breathe};
use send_wrapper::SendWrapper;
use sidebyline_compare::{Grounds, Group, groups};
use sidebyline_dataset::model::{self, DiscrepancyIdx, EventIdx, QuoteIdx};
use sidebyline_dataset::pack::{self, Sums};
use sidebyline_dataset::text::{Digest, digest};
use sidebyline_dataset::{Bytes, Dataset, Finding};
use sidebyline_query::part::WHOLE;
use sidebyline_query::timeline::Voice;
use sidebyline_query::{Data, DataKind, Index, Timeline};
use sidebyline_turns::{Turns, pause};
use web_sys::{AbortController, Blob};
use worker::Small;
pub use worker::{is_worker, serve};

use crate::components::later;

/// The largest file that is read, in bytes. What is larger would only make a browser stand still.
pub const LARGEST: usize = 300_000_000;

/// A dataset with what is derived from it once. It never changes.
#[derive(Debug)]
pub struct Story {
    /// The dataset.
    pub dataset: Dataset,
    /// What had to be left out of it.
    pub findings: Vec<Finding>,
    /// What is looked up.
    pub index: Index,
    /// The order in which it is shown.
    pub timeline: Timeline,
    /// Where it comes from.
    pub home: Home,
    /// Its file.
    pub file: Kept,
    voices: OnceLock<Vec<Voice>>,
    grounds: OnceLock<Grounds>,
    groups: OnceLock<(Vec<Group>, bool)>,
}

/// What is kept of a dataset's file: what a link, a citation or a copy of the data needs of it.
#[derive(Debug)]
pub enum Kept {
    /// The JSON, byte for byte. The browser has it, and not this program.
    Json(SendWrapper<Blob>),
    /// It came as a pack. The JSON that it was made of has this digest and this length.
    Packed(String, u64),
}

impl Kept {
    /// The JSON's digest: `sha256:` and 64 hexadecimal digits. Empty if it was a file of the reader's that is gone since.
    pub async fn digest(&self) -> String {
        match self {
            Self::Json(file) => {
                let (mut file, mut digest) = (Coming::of(file, None), Digest::default());
                let turns = Reading::new(None);
                while file.more(file.here().len()).await {
                    digest.see(file.here());
                    pause(&turns).await;
                }
                if file.is_broken() { String::new() } else { digest.finish() }
            }
            Self::Packed(digest, _) => digest.clone(),
        }
    }

    /// How many bytes the JSON has.
    pub fn length(&self) -> usize {
        match self {
            Self::Json(file) => size(file),
            Self::Packed(_, length) => usize::try_from(*length).unwrap_or(usize::MAX),
        }
    }
}

impl Story {
    async fn keep(
        home: Home,
        file: Kept,
        (dataset, findings): (Dataset, Vec<Finding>),
        index: Index,
        turns: &dyn Turns,
    ) -> &'static Self {
        pause(turns).await;
        let timeline = Timeline::of(&dataset, &index);
        let (voices, grounds, groups) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Box::leak(Box::new(Self { dataset, findings, index, timeline, home, file, voices, grounds, groups }))
    }

    /// Adds the words by which it is searched, if it came without; what does that is loaded. Says whether they are there.
    pub async fn add_words(&self) -> bool {
        if !self.index.has_words()
            && let Some(build) = later::build().await
        {
            (build.words)(&self.index, &self.dataset, &Reading::new(None)).await;
        }
        self.index.has_words()
    }

    /// Its JSON, byte for byte: kept, or loaded from where `data` lies beside its pack. None where there is only a pack,
    /// the JSON isn't what that was made of, or a file of the reader's is gone.
    pub async fn json(&self, data: &Data) -> Option<Vec<u8>> {
        let digest_of = match &self.file {
            Kept::Json(file) => return bytes(file).await,
            Kept::Packed(..) if self.home != Home::Site => return None,
            Kept::Packed(digest, _) => digest,
        };
        let file = get(&json_place(data), &[], &AbortController::new().ok()?, None).await.ok()?;
        (digest(&file) == *digest_of).then_some(file)
    }

    /// Whether it is too long for a list of its events or quotes to be shown as a whole.
    pub fn is_long(&self) -> bool {
        !self.timeline.is_whole() || self.dataset.quotes.len() > WHOLE
    }

    /// Whether it has quotes, and no event that they could belong to.
    pub fn has_quotes_only(&self) -> bool {
        self.dataset.events.is_empty() && !self.dataset.quotes.is_empty()
    }

    /// Whether anything belongs to no event.
    pub fn has_loose(&self) -> bool {
        !self.timeline.loose.is_empty() || self.loose_discrepancies().next().is_some()
    }

    /// The discrepancies that belong to no event.
    pub fn loose_discrepancies(&self) -> impl Iterator<Item = DiscrepancyIdx> {
        self.dataset.discrepancies.iter().filter(|(_, one)| one.event.is_none()).map(|(index, _)| index)
    }

    /// The event called `id`, or the one that the quote or discrepancy of this id belongs to.
    pub fn event_of(&self, id: &str) -> Option<EventIdx> {
        if !is_of_data(id) {
            return None;
        }
        let Dataset { events, quotes, discrepancies, .. } = &self.dataset;
        let of_quote = || quotes.head(quotes.find(id)?).event;
        let of_discrepancy = || discrepancies[discrepancies.find(id)?].event;
        events.find(id).or_else(of_quote).or_else(of_discrepancy)
    }

    /// The quote called `id`.
    pub fn quote_of(&self, id: &str) -> Option<QuoteIdx> {
        if is_of_data(id) { self.dataset.quotes.find(id) } else { None }
    }

    /// Its quotes by speaker. Worked out when they are first asked for, as the timeline never does.
    pub fn voices(&self) -> &[Voice] {
        self.voices.get_or_init(|| Voice::all(&self.dataset, &self.index))
    }

    /// What may tie its sources. Worked out when it is first asked for, as some pages never do.
    pub fn grounds(&self) -> &Grounds {
        self.grounds.get_or_init(|| Grounds::new(&self.dataset))
    }

    /// Its groups of variants, and whether the search for them was broken off. Worked out when they are first asked for.
    pub fn groups(&self) -> (&[Group], bool) {
        let (groups, broken_off) = self.groups.get_or_init(|| groups(&self.dataset));
        (groups, *broken_off)
    }
}

/// Whether an id may be one of the data. Those of the page's own elements begin with `_`, and mostly an address has none.
/// To look one up puts all ids in order, so nobody should who needn't.
pub fn is_of_data(id: &str) -> bool {
    !id.is_empty() && !id.starts_with('_')
}

/// Where a dataset comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// The site offers it, by itself or by a name.
    Site,
    /// A link names its address, and it came from this one.
    Address(String),
    /// The reader opened a file of this name.
    File(String),
}

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No answer came.
    Unreachable,
    /// The browser isn't connected.
    Offline,
    /// The reader didn't want to wait.
    Stopped,
    /// The server refused, with this status.
    Refused(u16),
    /// A file came that is no dataset: what is wrong.
    Unreadable(Finding),
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// The answer broke off.
    CutOff,
    /// The server sent us on to this origin, which the site doesn't list.
    Redirected(String),
    /// A link names a dataset of this origin, which the site doesn't list.
    Unlisted(String),
    /// The site lists this origin, and its page's content policy keeps the page from asking it.
    Policy(String),
    /// What the site lists can't be read, for this reason.
    Settings(String),
    /// A link leads to a file that a reader opened, and this one hasn't.
    NoFile,
    /// The reader chose a file of this name, which doesn't look like a dataset.
    OtherFile(String),
}

/// Where loading stands.
#[derive(Clone, Debug)]
pub enum Load {
    /// On its way.
    Waiting,
    /// It lies at an address, which what is loaded later has to look at first.
    Elsewhere,
    /// It went wrong.
    Failed(Problem),
    /// It is here, and stays as long as the page does.
    Done(&'static Story),
}

/// Where the dataset lies, relative to the page, and is loaded from: its pack, where the page's head says that the site's own
/// has one, or else its JSON.
pub fn place(data: &Data) -> String {
    let packed = matches!(data.kind(), DataKind::Own).then(|| stated("meta[name=packed]")).flatten();
    packed.unwrap_or_else(|| json_place(data))
}

/// Where its JSON lies: that of the one which is named, or of the one that the page's head names.
pub fn json_place(data: &Data) -> String {
    let name = match data.kind() {
        DataKind::Named(name) => name.to_owned(),
        _ => stated("meta[name=dataset]").unwrap_or_default(),
    };
    ["data/", &name, ".json"].concat()
}

/// What the page's head states.
fn stated(meta: &str) -> Option<String> {
    document().query_selector(meta).ok()??.get_attribute("content")
}

/// Whether the site has a page for each event and each discrepancy, as the page's head says.
pub fn has_pages() -> bool {
    matches!(document().query_selector("meta[name=pages]"), Ok(Some(_)))
}

/// Reads a file: a pack, or JSON, as its first bytes say. What reads JSON is loaded for that. `turns` says when it is the
/// browser's turn.
pub async fn read(home: Home, mut file: Coming, turns: &dyn Turns) -> Result<&'static Story, Problem> {
    while file.here().len() < pack::MAGIC.len() && file.more(0).await {}
    if pack::is_pack(file.here()) {
        let mut sums = Sums::default();
        let file = file.all(&mut |here| sums.see(here)).await?;
        turns.stretch(0, 1000);
        return packed::read(home, (file, sums), None, turns).await;
    }
    let build = later::build().await.ok_or(Problem::Unreachable)?;
    (build.read)(home, file, turns).await
}

/// Reads a file as JSON, as it comes: a large one has a worker read, if there may be one. Its story stays as long as the page
/// does.
pub async fn read_json(home: Home, mut file: Coming, turns: &dyn Turns) -> Result<&'static Story, Problem> {
    file.keep();
    let progress = file.progress();
    let mut small = Small::new(&mut file);
    let mut read = None;
    if !small.is_held() {
        read = Some(read_here(&mut small, progress, turns).await);
    }
    // It may have turned out to be large only now.
    if small.is_held() {
        read = None;
        match worker::read(&mut file, turns).await {
            Some(Ok((pack, findings))) => {
                let made_of = Some((kept(&mut file)?, findings));
                if let Ok(story) = packed::read(home.clone(), pack, made_of, turns).await {
                    return Ok(story);
                }
            }
            Some(Err(finding)) => read = Some(Err(finding)),
            None => {}
        }
    }
    let read = if let Some(read) = read {
        read
    } else {
        // Whatever kept a worker from it, the file can still be read here.
        file.arrive(turns).await;
        read_here(&mut Coming::of(&file.kept()?, progress), progress, turns).await
    };
    // What is wrong with a file that broke off says nothing.
    let kept = kept(&mut file)?;
    Ok(built(home, kept, read.map_err(Problem::Unreadable)?, turns).await)
}

async fn read_here(
    file: &mut dyn Bytes,
    progress: Option<Progress>,
    turns: &dyn Turns,
) -> Result<(Dataset, Vec<Finding>), Finding> {
    let mut hear = |first: model::First<'_>| progress.is_some_and(|progress| progress::hear(progress, &first));
    Dataset::read_as_it_comes(file, &mut hear, turns).await
}

fn kept(file: &mut Coming) -> Result<Kept, Problem> {
    Ok(Kept::Json(SendWrapper::new(file.kept()?)))
}

/// The story of a dataset, with its index.
pub async fn built(
    home: Home,
    file: Kept,
    (dataset, findings): (Dataset, Vec<Finding>),
    turns: &dyn Turns,
) -> &'static Story {
    turns.stretch(0, 1000);
    let index = Index::in_turns(&dataset, turns).await;
    Story::keep(home, file, (dataset, findings), index, turns).await
}
