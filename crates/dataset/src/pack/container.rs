//! The frame of a pack: a header, a table of sections, and the sections.

use std::mem::take;
use std::ops::Range;

use sidebyline_rows::checksum::{Sum, checksum};

use super::Fault;

/// The first bytes of every pack. No text begins with the first of them; the others are changed where a file is taken for
/// text, so that this shows.
pub const MAGIC: [u8; 8] = *b"\x89SBL\r\n\x1a\n";
/// The newest version that is read. A newer minor one has sections or columns that can be skipped. Version 2 is that of packs
/// with [`Kind::Runs`]; all others are still written in version 1.
pub(super) const VERSION: (u16, u16) = (2, 0);
/// In the kind of a section: its bytes are as they are.
const AS_IT_IS: u32 = 1 << 31;
/// How long the header and each entry of the table are.
const HEADER: usize = 20;
const ENTRY: usize = 20;
/// No deflated byte stands for more than this many (RFC 1951: 258 in two bits, and what tells so).
const MOST_INFLATED: usize = 1_032;

/// What a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Columns of the dataset. There may be several sections of them.
    Columns = 1,
    /// What the JSON has besides. It is read only where the JSON is made anew.
    Rest = 2,
    /// What is looked up in the dataset, by whoever knows how ([`super::pack_with`]). Whoever can't use it builds that.
    Index = 3,
    /// Mentions and quotes, in place of their columns: what is large opens without its rows being looked at.
    Runs = 4,
}

/// A pack, held to what its header and its table say.
#[derive(Debug)]
pub struct Container<'a> {
    bytes: &'a [u8],
    sums: Sums,
}

/// The checksums of a pack's sections, worked out while it comes, so that less is left to do when it is here.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// Of the sections that are here.
    whole: Vec<Sum>,
    /// Where the last of them ends.
    end: usize,
    /// Of the one that comes.
    next: Sum,
}

impl Sums {
    /// Takes in what has come since it was last asked; `bytes` are all that are here, from the first on.
    pub fn see(&mut self, bytes: &[u8]) {
        // Sections stand one after the other. Where they don't, their checksums are worked out when they are asked for, which
        // has a limit to what a table can make it do.
        while let Some(section) = place(bytes, self.whole.len()).filter(|section| section.start >= self.end) {
            self.next.see(bytes.get(section.start..section.end.min(bytes.len())).unwrap_or_default());
            if bytes.len() < section.end {
                break;
            }
            self.end = section.end;
            self.whole.push(take(&mut self.next));
        }
    }
}

/// A section as it is stored.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// Where its bytes begin in the file.
    pub offset: usize,
    /// Its bytes.
    pub stored: &'a [u8],
    /// Whether they are to be inflated (raw DEFLATE, RFC 1951).
    pub is_deflated: bool,
    /// How many bytes they come to.
    pub length: usize,
}

/// Whether a file is a pack, of whatever version.
pub fn is_pack(file: &[u8]) -> bool {
    file.starts_with(&MAGIC)
}

impl<'a> Container<'a> {
    /// Looks at the frame of a pack, of which these checksums were worked out while it came.
    ///
    /// # Errors
    /// It isn't whole, is damaged, or of a newer version.
    pub fn parse(bytes: &'a [u8], sums: Sums) -> Result<Self, Fault> {
        if !is_pack(bytes) {
            return Err(Fault::Damaged);
        }
        let version = short(bytes, 8).ok_or(Fault::CutOff(bytes.len()))?;
        // What follows may be laid out in another way in another version.
        if version > VERSION.0 {
            return Err(Fault::Newer(version));
        }
        let length = long(bytes, 12).ok_or(Fault::CutOff(bytes.len()))? as usize;
        if bytes.len() < length {
            return Err(Fault::CutOff(bytes.len()));
        }
        let table = count(bytes).and_then(|count| count.checked_mul(ENTRY)?.checked_add(HEADER));
        let is_sound = version > 0
            && bytes.len() == length
            && table.is_some_and(|end| bytes.get(..end).is_some_and(|table| long(bytes, end) == Some(checksum(table))));
        if is_sound { Ok(Self { bytes, sums }) } else { Err(Fault::Damaged) }
    }

    /// The sections of one kind, in their order.
    ///
    /// # Errors
    /// One of them is damaged.
    pub fn sections(&self, kind: Kind) -> Result<Vec<Section<'a>>, Fault> {
        let mut sections = Vec::new();
        // Together they are no longer than the file. Else a short one could have the same bytes looked at again and again.
        let mut left = self.bytes.len();
        for number in 0..count(self.bytes).unwrap_or_default() {
            let kind_here = field(self.bytes, number, 0);
            let as_it_is = kind_here == Some(kind as u32 | AS_IT_IS);
            if as_it_is || kind_here == Some(kind as u32) {
                let place = place(self.bytes, number).ok_or(Fault::Damaged)?;
                left = left.checked_sub(place.len()).ok_or(Fault::Damaged)?;
                let section = self.section(number, place).ok_or(Fault::Damaged)?;
                if as_it_is && section.length != section.stored.len() {
                    return Err(Fault::Damaged);
                }
                sections.push(Section { is_deflated: !as_it_is, ..section });
            }
        }
        Ok(sections)
    }

    fn section(&self, number: usize, place: Range<usize>) -> Option<Section<'a>> {
        let length = field(self.bytes, number, 3)? as usize;
        let (offset, stored) = (place.start, self.bytes.get(place)?);
        let sum = self.sums.whole.get(number).copied().unwrap_or_default();
        let is_sound = length / MOST_INFLATED <= stored.len() && sum.finish(stored) == field(self.bytes, number, 4)?;
        is_sound.then_some(Section { offset, stored, is_deflated: true, length })
    }
}

/// How many sections a pack has.
fn count(bytes: &[u8]) -> Option<usize> {
    long(bytes, 16).map(|count| count as usize)
}

/// Where a section stands.
fn place(bytes: &[u8], number: usize) -> Option<Range<usize>> {
    if number >= count(bytes)? {
        return None;
    }
    let offset = field(bytes, number, 1)? as usize;
    Some(offset..offset.checked_add(field(bytes, number, 2)? as usize)?)
}

/// A field of a section's entry in the table: its kind, where it is, how long, how long when it is inflated, its checksum.
fn field(bytes: &[u8], number: usize, at: usize) -> Option<u32> {
    long(bytes, number.checked_mul(ENTRY)?.checked_add(HEADER + at * 4)?)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Bytes as a pack has them.
#[cfg(feature = "handover")]
pub(super) struct Form {
    /// As they are stored.
    pub stored: Vec<u8>,
    /// Whether that is raw DEFLATE.
    pub is_deflated: bool,
    /// How many they come to.
    pub length: usize,
}

/// Bytes as they are.
#[cfg(feature = "handover")]
pub(super) fn as_it_is(bytes: Vec<u8>) -> Form {
    Form { length: bytes.len(), is_deflated: false, stored: bytes }
}

/// A pack of sections: of each its kind, and what it holds. None if it would be longer than a pack can be.
#[cfg(feature = "handover")]
pub(super) fn join(sections: &[(Kind, Form)]) -> Option<Vec<u8>> {
    let version = if sections.iter().any(|(kind, _)| *kind == Kind::Runs) { VERSION.0 } else { 1 };
    let table = HEADER + sections.len() * ENTRY;
    let length = sections.iter().fold(table + 4, |length, (_, section)| length + section.stored.len());
    let mut pack = MAGIC.to_vec();
    pack.extend([version, VERSION.1].into_iter().flat_map(u16::to_le_bytes));
    pack.extend([u32::try_from(length).ok()?, sections.len() as u32].into_iter().flat_map(u32::to_le_bytes));
    let mut offset = table + 4;
    for (kind, section) in sections {
        let (stored, length) = (section.stored.len(), u32::try_from(section.length).ok()?);
        let kind = *kind as u32 | if section.is_deflated { 0 } else { AS_IT_IS };
        let entry = [kind, offset as u32, stored as u32, length, checksum(&section.stored)];
        pack.extend(entry.into_iter().flat_map(u32::to_le_bytes));
        offset += stored;
    }
    pack.extend(checksum(&pack).to_le_bytes());
    pack.reserve_exact(length.saturating_sub(pack.len()));
    for (_, section) in sections {
        pack.extend_from_slice(&section.stored);
    }
    Some(pack)
}
