//! What is left out: for each witness the longest rows of segments in which it has no words.

use std::ops::Range;

use super::{Difference, Kind, Reading, is_inserted, lack, readings, stretches, tokens};
use crate::align::Alignment;
use crate::variant::segment::{Cell, Gap, Segment};

/// Adds what each witness leaves out; those who leave out the same in the same way together. Where others have added the
/// words, nobody has left them out.
pub(super) fn differences(alignment: &Alignment, segments: &[Segment], added: &[bool], found: &mut Vec<Difference>) {
    let mut runs: Vec<(Range<usize>, Kind, Vec<usize>)> = Vec::new();
    for witness in 0..alignment.witnesses.len() {
        for (run, kind) in runs_of(alignment, segments, added, witness) {
            match runs.iter_mut().find(|(other, other_kind, _)| *other == run && *other_kind == kind) {
                Some((.., who)) => who.push(witness),
                None => runs.push((run, kind, vec![witness])),
            }
        }
    }
    for (run, kind, who) in runs {
        let readings = match &segments[run.clone()] {
            [alone] => readings(alignment, alone),
            several => longest(alignment, several).into_iter().collect(),
        };
        found.push(Difference { kind, who, segments: run, readings });
    }
}

/// The rows of segments in which `witness` has no words that it could have, and how it leaves them out.
fn runs_of(alignment: &Alignment, segments: &[Segment], added: &[bool], witness: usize) -> Vec<(Range<usize>, Kind)> {
    let mut runs: Vec<(Range<usize>, Vec<Gap>)> = Vec::new();
    for (number, segment) in segments.iter().enumerate().filter(|(_, segment)| !segment.agrees()) {
        let Some(gap) = lack(alignment, segment, witness).filter(|gap| *gap != Gap::Outside) else { continue };
        // Where nobody has words but in brackets, or nobody has any at all, there is nothing to leave out; a mark says all
        // the same that its witness has left something out.
        let readings = readings(alignment, segment);
        let own = |reading: &Reading| !reading.witnesses.iter().any(|&at| is_inserted(alignment, segment, at));
        let marks = matches!(segment.cells.get(witness), Some(Cell::Words(_)));
        let nothing = if readings.is_empty() { !marks } else { !readings.iter().any(own) };
        if added[number] || nothing {
            continue;
        }
        match runs.last_mut().filter(|(run, _)| run.end == number) {
            Some((run, gaps)) => {
                run.end = number + 1;
                gaps.push(gap);
            }
            None => runs.push((number..number + 1, vec![gap])),
        }
    }
    let kind = |gaps: &[Gap]| {
        if gaps.contains(&Gap::Marked) {
            return Kind::Ellipsis;
        }
        let ends = [Gap::Start, Gap::End].into_iter().find(|end| gaps.contains(end));
        Kind::Shortened(ends.unwrap_or(Gap::Middle))
    };
    runs.into_iter().map(|(run, gaps)| (run, kind(&gaps))).collect()
}

/// What the one reads who has most tokens in several segments.
fn longest(alignment: &Alignment, segments: &[Segment]) -> Option<Reading> {
    let columns = segments.first()?.columns.start..segments.last()?.columns.end;
    let has_words = |witness: &usize| segments.iter().any(|segment| lack(alignment, segment, *witness).is_none());
    let count = |witness: usize| tokens(alignment, &columns, witness).count();
    let witnesses = (0..alignment.witnesses.len()).filter(has_words);
    // Of equal ones the first.
    let witness = witnesses.rev().max_by_key(|&witness| count(witness))?;
    Some(Reading { witnesses: vec![witness], words: stretches(tokens(alignment, &columns, witness)) })
}
