//! In which order sources came out, as far as their dates tell.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::SourceIdx;

use super::Part;

/// The pairs of sources that answer differently, by what their dates of publication tell. A source that answers in two
/// ways makes no pair with itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// The first of each pair certainly came out before the second.
    pub apart: Vec<(SourceIdx, SourceIdx)>,
    /// The two of each pair may have come out in either order, or at the same time.
    pub open: Vec<(SourceIdx, SourceIdx)>,
}

/// What is known of the order in which two sources came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first certainly came out earlier.
    Before,
    /// The first certainly came out later.
    After,
    /// The dates don't tell.
    Open,
}

impl Timing {
    pub(super) fn of(dataset: &Dataset, parts: &[Part]) -> Self {
        let mut timing = Self::default();
        for (at, one) in parts.iter().enumerate() {
            for other in parts[..at].iter().filter(|other| other.source != one.source && differ(one, other)) {
                match order(dataset, other.source, one.source) {
                    Order::Before => timing.apart.push((other.source, one.source)),
                    Order::After => timing.apart.push((one.source, other.source)),
                    Order::Open => timing.open.push((other.source, one.source)),
                }
            }
        }
        timing
    }

    /// Whether all sources that answer differently certainly came out one after the other: then no two of them need
    /// contradict each other. Not where no two answer differently.
    pub fn is_apart(&self) -> bool {
        self.open.is_empty() && !self.apart.is_empty()
    }
}

/// Whether one gives an answer, and the other another.
fn differ(one: &Part, other: &Part) -> bool {
    let pairs = one.says.answers().iter().flat_map(|a| other.says.answers().iter().map(move |b| (a, b)));
    pairs.into_iter().any(|(a, b)| a.answer != b.answer)
}

/// What is known of the order in which two sources came out. Each was published at some instant of its range; a day is
/// some instant within that day.
pub fn order(dataset: &Dataset, one: SourceIdx, other: SourceIdx) -> Order {
    let range = |source: SourceIdx| {
        let published = dataset.sources[source].published.as_ref().map(Edtf::extent);
        published.map_or((i64::MIN, i64::MAX), |published| (published.earliest(), published.latest()))
    };
    let (one, other) = (range(one), range(other));
    if one.1 < other.0 {
        Order::Before
    } else if other.1 < one.0 {
        Order::After
    } else {
        Order::Open
    }
}
