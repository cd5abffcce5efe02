//! Deflates and inflates where there is no browser that does it.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use super::container::Form;
use super::{Container, Fault, Kind, Sums};

/// How hard to look for what comes again. With 9, packs of loose quotes are larger again; 6 takes half of the time, and
/// makes them 1.4 % larger.
const LEVEL: u32 = 8;
/// By how many bytes room for what is deflated grows.
const ROOM: usize = 1 << 16;

/// What a pack's sections of one kind come to.
///
/// # Errors
/// The pack isn't whole, is damaged, or of a newer version.
pub fn inflated(pack: &[u8], kind: Kind) -> Result<Vec<Vec<u8>>, Fault> {
    let sections = Container::parse(pack, Sums::default())?.sections(kind)?;
    let inflate = |section: &super::Section<'_>| {
        if !section.is_deflated {
            return Ok(section.stored.to_vec());
        }
        // One byte more than there should be room for, so that what goes on is told.
        let mut inflated = Vec::with_capacity(section.length + 1);
        let ended = Decompress::new(false).decompress_vec(section.stored, &mut inflated, FlushDecompress::Finish);
        let is_whole = matches!(ended, Ok(Status::StreamEnd)) && inflated.len() == section.length;
        if is_whole { Ok(inflated) } else { Err(Fault::Damaged) }
    };
    sections.iter().map(inflate).collect()
}

/// `parts`, one after the other, as raw DEFLATE.
pub(super) fn deflated(parts: &[&[u8]]) -> Form {
    let mut stored = Vec::new();
    let mut deflater = Compress::new(Compression::new(LEVEL), false);
    for (number, part) in parts.iter().enumerate() {
        let is_last = number + 1 == parts.len();
        let flush = if is_last { FlushCompress::Finish } else { FlushCompress::None };
        let mut rest = *part;
        loop {
            stored.reserve(ROOM);
            let before = deflater.total_in();
            // Nothing but another order of calls is an error.
            let Ok(status) = deflater.compress_vec(rest, &mut stored, flush) else { break };
            rest = &rest[(deflater.total_in() - before) as usize..];
            if status == Status::StreamEnd || !is_last && rest.is_empty() {
                break;
            }
        }
    }
    stored.shrink_to_fit();
    Form { stored, is_deflated: true, length: parts.iter().map(|part| part.len()).sum() }
}
