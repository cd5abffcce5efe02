//! A file that is read as it comes, from a server or from the reader's own device: no further than it may be long.

use std::borrow::Cow;
use std::collections::VecDeque;

use js_sys::{Array, Reflect, Uint8Array};
use sidebyline_dataset::{Bytes, Soon};
use sidebyline_turns::{Turns, pause};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

use super::progress::tell;
use super::{LARGEST, Problem, Progress, Reading};

/// As many bytes are taken over in one go.
pub const SLICE: u32 = 1 << 18;
/// As many are kept one by one, before the browser has them together where it likes, which may be a disk.
const TOGETHER: u32 = 4 << 20;

/// A file on its way.
pub struct Coming {
    from: ReadableStreamDefaultReader,
    /// What has come of it and isn't here yet.
    chunk: Uint8Array,
    /// What is here and isn't done with.
    here: Vec<u8>,
    /// How many bytes have been here.
    seen: usize,
    /// How long it is, if that is known.
    length: Option<usize>,
    /// How long it may be.
    most: usize,
    /// Where it is told how far it is.
    progress: Option<Progress>,
    /// Why it came to an end before its own.
    problem: Option<Problem>,
    /// The file, if the browser has it.
    file: Option<Blob>,
    /// What is kept of one that comes: what has been here, in pieces.
    pieces: Array,
    /// How many bytes of those are not together yet; none if nothing is kept.
    loose: Option<u32>,
}

impl Coming {
    /// What comes out of a stream, which is so long, if that is known, and no longer than `most`.
    pub fn new(stream: &ReadableStream, length: Option<usize>, most: usize, progress: Option<Progress>) -> Self {
        Self {
            from: stream.get_reader().unchecked_into(),
            chunk: Uint8Array::new_with_length(0),
            here: Vec::new(),
            seen: 0,
            length,
            most,
            progress,
            problem: None,
            file: None,
            pieces: Array::new(),
            loose: None,
        }
    }

    /// A file that the browser has.
    pub fn of(file: &Blob, progress: Option<Progress>) -> Self {
        let length = size(file);
        Self { file: Some(file.clone()), ..Self::new(&file.stream(), Some(length), LARGEST, progress) }
    }

    /// All of it, of which nothing is done with; `seen` is shown what is here, again and again.
    pub async fn all(mut self, seen: &mut dyn FnMut(&[u8])) -> Result<Vec<u8>, Problem> {
        // What has come already is given without the browser having had its turn, and all at once.
        let turns = Reading::new(None);
        self.here.reserve_exact(self.length.unwrap_or_default().saturating_sub(self.here.len()));
        loop {
            seen(&self.here);
            if !self.more(0).await {
                return self.problem.map_or(Ok(self.here), Err);
            }
            pause(&turns).await;
        }
    }

    /// Where it is told how far it is.
    pub fn progress(&self) -> Option<Progress> {
        self.progress
    }

    /// Has what comes kept from now on, and what is here.
    pub fn keep(&mut self) {
        if self.file.is_none() {
            self.loose = Some(0);
            self.put_by(&Uint8Array::from(&*self.here));
        }
    }

    /// How many bytes it has at least.
    pub fn at_least(&self) -> usize {
        self.seen.max(self.length.unwrap_or_default())
    }

    /// What has been here, to be passed on, of a file that isn't long yet: nothing of it is put together. [`Coming::pass`]
    /// gives what comes then.
    pub fn so_far(&mut self) -> VecDeque<Uint8Array> {
        let here = std::mem::take(&mut self.here);
        match self.loose {
            Some(_) => self.pieces.iter().map(JsCast::unchecked_into).collect(),
            None => VecDeque::from([Uint8Array::from(&*here)]),
        }
    }

    /// What comes next, to be passed on; none at the end.
    pub async fn pass(&mut self) -> Option<Uint8Array> {
        let slice = self.next().await?;
        self.has_come(&slice);
        Some(slice)
    }

    fn has_come(&mut self, slice: &Uint8Array) {
        self.put_by(slice);
        self.seen += slice.length() as usize;
        if let Some(progress) = self.progress {
            tell(progress, self.seen, self.length.map(|length| 2 * length));
        }
    }

    /// Has all of it come that is to be kept; of a file that the browser has, nothing need come for that.
    pub async fn arrive(&mut self, turns: &dyn Turns) {
        while self.file.is_none() && self.pass().await.is_some() {
            pause(turns).await;
        }
    }

    /// Whether it came to an end before its own.
    pub fn is_broken(&self) -> bool {
        self.problem.is_some()
    }

    /// What was kept of it, now that it has come, or why it hasn't.
    pub fn kept(&mut self) -> Result<Blob, Problem> {
        self.problem.take().map_or_else(|| self.blob().ok_or(Problem::TooLarge), Err)
    }

    fn put_by(&mut self, piece: &Uint8Array) {
        let Some(loose) = &mut self.loose else { return };
        *loose += piece.length();
        self.pieces.push(piece);
        if *loose > TOGETHER
            && let Some(together) = self.blob()
        {
            (self.pieces, self.loose) = (Array::of1(&together), Some(0));
        }
    }

    /// What was kept of it so far; none if there is no room for it.
    pub fn blob(&self) -> Option<Blob> {
        self.file.clone().or_else(|| Blob::new_with_u8_array_sequence(&self.pieces).ok())
    }

    async fn next(&mut self) -> Option<Uint8Array> {
        if self.chunk.length() == 0 {
            let Ok(chunk) = JsFuture::from(self.from.read()).await else {
                self.problem = Some(Problem::CutOff);
                return None;
            };
            // There is no value when it is done.
            let chunk: Uint8Array = Reflect::get(&chunk, &"value".into()).ok()?.dyn_into().ok()?;
            if chunk.length() as usize > self.most - self.seen {
                let _ = self.from.cancel(); // what is still on its way isn't wanted
                self.problem = Some(Problem::TooLarge);
                return None;
            }
            self.chunk = chunk;
        }
        let slice = self.chunk.subarray(0, SLICE);
        self.chunk = self.chunk.subarray(slice.length(), self.chunk.length());
        Some(slice)
    }
}

impl Bytes for Coming {
    fn here(&self) -> &[u8] {
        &self.here
    }

    fn more(&mut self, done: usize) -> Soon<'_, bool> {
        Box::pin(async move {
            self.here.drain(..done);
            let Some(slice) = self.next().await else { return false };
            self.has_come(&slice);
            add(&mut self.here, &slice);
            true
        })
    }

    fn length(&self) -> Option<usize> {
        self.length
    }

    fn whole(&mut self) -> Soon<'_, Cow<'_, [u8]>> {
        Box::pin(async {
            while self.more(self.here.len()).await {}
            // What is wrong with a part of it says nothing.
            let Some(file) = self.blob().filter(|_| !self.is_broken()) else { return Cow::default() };
            let bytes = bytes(&file).await;
            if bytes.is_none() {
                self.problem = Some(Problem::CutOff); // it was changed while it was read
            }
            bytes.unwrap_or_default().into()
        })
    }
}

/// Adds bytes that the browser has to those that are here.
pub fn add(here: &mut Vec<u8>, more: &Uint8Array) {
    let before = here.len();
    here.resize(before + more.length() as usize, 0);
    more.copy_to(&mut here[before..]);
}

/// The bytes of a file that the browser has; none if it has been changed or moved since.
pub async fn bytes(file: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// How many bytes a file has that the browser has.
#[expect(clippy::cast_sign_loss, reason = "none has fewer than none")]
pub fn size(file: &Blob) -> usize {
    file.size() as usize
}
