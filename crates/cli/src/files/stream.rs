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
use crate::commands::Output;

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

    /// Lets `bytes` go by.
    pub fn goes(&mut self, bytes: &[u8]) {
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

/// What would go by if a value were written as JSON, indented or not.
pub fn measured(value: &impl Serialize, is_pretty: bool) -> Gone {
    let mut gone = Gone::default();
    let into = Through { gone: &mut gone, inner: io::sink() };
    // Nowhere always takes it.
    let _ = serialize(BufWriter::new(into), value, is_pretty);
    gone
}

/// Writes a value as JSON, indented or not, with `end` behind it; `-` is stdout.
pub fn write(path: &Path, value: &impl Serialize, is_pretty: bool, end: &[u8]) -> Result<(), Finding> {
    to(path, |into| {
        serialize(&mut *into, value, is_pretty)?;
        into.write_all(end)
    })
}

/// Writes bytes; `-` is stdout.
pub fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), Finding> {
    to(path, |into| into.write_all(bytes))
}

/// How the file to write is called in messages.
pub fn output_name(path: &Path) -> String {
    if is_std(path) { "stdout".into() } else { super::name(path) }
}

/// Sees to it that what is written and what is said don't both go to stdout.
pub fn part_ways(path: &Path, output: Output) -> Result<(), Finding> {
    if is_std(path) && output.json {
        let mend = "Name a file to write, or leave `--json` out.";
        return Err(Finding::error("stdout", "both the file and the JSON object should go there", mend));
    }
    Ok(())
}

fn is_std(path: &Path) -> bool {
    path == Path::new("-")
}

fn to(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Finding> {
    let into: io::Result<Box<dyn Write>> = if is_std(path) {
        Ok(Box::new(io::stdout().lock()))
    } else {
        with_folders(path).and_then(|()| File::create(path)).map(|file| Box::new(file) as _)
    };
    let written = into.and_then(|into| {
        let mut into = BufWriter::with_capacity(1 << 16, into);
        write(&mut into)?;
        into.flush()
    });
    match written {
        // A reader that has gone away is no error.
        Err(error) if !is_std(path) || error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Finding { place: output_name(path), ..failed(path, "written", &error) })
        }
        _ => Ok(()),
    }
}

fn serialize(into: impl Write, value: &impl Serialize, is_pretty: bool) -> io::Result<()> {
    let written =
        if is_pretty { serde_json::to_writer_pretty(into, value) } else { serde_json::to_writer(into, value) };
    Ok(written?)
}
