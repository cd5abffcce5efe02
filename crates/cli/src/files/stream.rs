//! Files that are too large to be held as a whole: read and written as they go by.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::Deserializer;
use serde_json::de::IoRead;
use sha2::{Digest, Sha256};
use sidebyline_dataset::{Finding, pack};

use super::{failed, with_folders};

/// What went by: its length in bytes, and its SHA-256.
#[derive(Default)]
pub struct Gone {
    pub length: u64,
    sum: Sha256,
}

impl Gone {
    /// `sha256:` and 64 hexadecimal digits.
    pub fn digest(&self) -> String {
        self.sum.clone().finalize().iter().fold("sha256:".into(), |digest, byte| format!("{digest}{byte:02x}"))
    }

    fn goes(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        self.sum.update(bytes);
    }
}

/// What reads from or writes to another, and notes what goes by.
pub struct Through<'a, T> {
    gone: &'a mut Gone,
    inner: T,
}

impl<R: Read> Read for Through<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(into)?;
        self.gone.goes(&into[..length]);
        Ok(length)
    }
}

impl<W: Write> Write for Through<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.inner.write(bytes)?;
        self.gone.goes(&bytes[..length]);
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// JSON as it comes out of a file.
pub type Json<'a> = Deserializer<IoRead<BufReader<Through<'a, File>>>>;

/// What `read` makes of a file's JSON as it goes by, and what went by. None for what can't be read twice (stdin, a pipe)
/// and for a pack, and where `read` gives none: whoever calls then has to take it as a whole.
pub fn read<T>(path: &Path, read: impl FnOnce(&mut Json<'_>) -> Option<T>) -> Result<Option<(T, Gone)>, Finding> {
    if !path.is_file() {
        return Ok(None);
    }
    let file = File::open(path).map_err(|error| failed(path, "read", &error))?;
    let mut gone = Gone::default();
    let mut file = BufReader::with_capacity(1 << 16, Through { gone: &mut gone, inner: file });
    let begins = file.fill_buf().map_err(|error| failed(path, "read", &error))?;
    if pack::is_pack(begins) {
        return Ok(None);
    }
    if begins.starts_with(b"\xEF\xBB\xBF") {
        file.consume(3);
    }
    let made = read(&mut Deserializer::from_reader(file));
    Ok(made.map(|made| (made, gone)))
}

/// Writes a value as JSON, indented or not, record by record; and a line break behind it where that makes it `is_it`.
/// Whether it does, with or without.
pub fn write(
    path: &Path,
    value: &impl Serialize,
    is_pretty: bool,
    is_it: impl Fn(&Gone) -> bool,
) -> Result<bool, Finding> {
    let cannot = |error: io::Error| failed(path, "written", &error);
    with_folders(path).map_err(cannot)?;
    let mut gone = Gone::default();
    let mut file = BufWriter::new(Through { gone: &mut gone, inner: File::create(path).map_err(cannot)? });
    let written =
        if is_pretty { serde_json::to_writer_pretty(&mut file, value) } else { serde_json::to_writer(&mut file, value) };
    written.map_err(|error| cannot(error.into()))?;
    file.flush().map_err(cannot)?;
    if is_it(file.get_ref().gone) {
        return Ok(true);
    }
    file.write_all(b"\n").and_then(|()| file.flush()).map_err(cannot)?;
    Ok(is_it(file.get_ref().gone))
}
