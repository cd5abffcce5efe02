//! Asks a server for a file, and reads it as it comes: no further than it may be long.

use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use sidebyline_turns::pause;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStream, ReadableStreamDefaultReader, RequestInit, Response, Url};

use super::{LARGEST, Problem, Progress, Reading};

/// The file at `url`, which may be relative to the page, and the address that it came from in the end: one of this site or
/// of `origins`, if the server sent us on. `stop` ends it; `progress` says how far it is.
pub async fn get(
    url: &str,
    origins: &[String],
    stop: &AbortController,
    progress: Progress,
) -> Result<(Vec<u8>, String), Problem> {
    let read = read(url, origins, stop, progress).await;
    // What is still on its way isn't wanted; what a server says when it refuses is short, and something else may be asked for.
    if !matches!(read, Ok(_) | Err(Problem::Refused(_))) {
        stop.abort();
    }
    match read {
        Err(Problem::Unreachable) if !window().navigator().on_line() => Err(Problem::Offline),
        read => read,
    }
}

async fn read(
    url: &str,
    origins: &[String],
    stop: &AbortController,
    progress: Progress,
) -> Result<(Vec<u8>, String), Problem> {
    let init = RequestInit::new();
    init.set_signal(Some(&stop.signal()));
    let response = JsFuture::from(window().fetch_with_str_and_init(url, &init)).await;
    let response: Response = response.map_err(|_| Problem::Unreachable)?.unchecked_into();
    let came_from = response.url();
    if response.redirected() {
        let origin = origin(&came_from);
        if !is_here(&origin) && !origins.contains(&origin) {
            return Err(Problem::Redirected(origin));
        }
    }
    if !response.ok() {
        return Err(Problem::Refused(response.status()));
    }
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let announced: Option<usize> = header("content-length").and_then(|length| length.parse().ok());
    if announced.is_some_and(|length| length > LARGEST) {
        return Err(Problem::TooLarge);
    }
    // How long the file is isn't known where it comes compressed; whether it does isn't told by other origins.
    let told = header("content-encoding").is_none() && is_here(&origin(&came_from));
    let length = announced.filter(|_| told);
    let told = |here| {
        let _ = progress.try_set((here, length.map(|length| 2 * length)));
    };
    let file = match response.body() {
        Some(stream) => drain(&stream, length.unwrap_or_default(), LARGEST, told).await?,
        None => Vec::new(),
    };
    Ok((file, came_from))
}

/// As many bytes are taken over in one go.
const SLICE: usize = 1 << 20;

/// All that comes out of a stream, `expected` bytes or so and no more than `most`; `told` hears how much is here.
pub(super) async fn drain(
    stream: &ReadableStream,
    expected: usize,
    most: usize,
    told: impl Fn(usize),
) -> Result<Vec<u8>, Problem> {
    let mut file = Vec::with_capacity(expected);
    // What is here already comes without the browser having had its turn, and all at once.
    let turns = Reading::new(None);
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| Problem::CutOff)?;
        // There is no value when it is done.
        let value = Reflect::get(&chunk, &"value".into()).ok().and_then(|value| value.dyn_into::<Uint8Array>().ok());
        let Some(chunk) = value else { return Ok(file) };
        let (before, more) = (file.len(), chunk.length() as usize);
        if before + more > most {
            return Err(Problem::TooLarge);
        }
        for from in (0..more).step_by(SLICE) {
            let to = (from + SLICE).min(more);
            file.resize(before + to, 0);
            chunk.subarray(from as u32, to as u32).copy_to(&mut file[before + from..]);
            told(file.len());
            pause(&turns).await;
        }
    }
}

/// The origin of an absolute address; empty if it has none.
pub fn origin(address: &str) -> String {
    Url::new(address).map(|url| url.origin()).unwrap_or_default()
}

/// Whether this origin is the page's own.
pub fn is_here(origin: &str) -> bool {
    window().location().origin().is_ok_and(|here| here == origin && here != "null")
}

/// The origin of an address, if it is another than the page's own; else empty.
pub fn foreign(address: &str) -> String {
    Some(origin(address)).filter(|origin| !is_here(origin)).unwrap_or_default()
}
