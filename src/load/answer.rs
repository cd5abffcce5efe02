//! Asks a server for a file.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, Response, Url};

use super::coming::Coming;
use super::{LARGEST, Problem, Progress};

/// The file at `url`, all of it; see [`ask`].
pub async fn get(
    url: &str,
    origins: &[String],
    stop: &AbortController,
    progress: Option<Progress>,
) -> Result<Vec<u8>, Problem> {
    let (file, _) = ask(url, origins, stop, progress).await?;
    file.all(&mut |_| ()).await
}

/// The file at `url`, which may be relative to the page, on its way, and the address that it comes from in the end: one of
/// this site or of `origins`, if the server sent us on. `stop` ends it; `progress` says how far it is.
pub async fn ask(
    url: &str,
    origins: &[String],
    stop: &AbortController,
    progress: Option<Progress>,
) -> Result<(Coming, String), Problem> {
    let answer = answer(url, origins, stop, progress).await;
    // What is still on its way isn't wanted; what a server says when it refuses is short, and something else may be asked for.
    if !matches!(answer, Ok(_) | Err(Problem::Refused(_))) {
        stop.abort();
    }
    match answer {
        Err(Problem::Unreachable) if !window().navigator().on_line() => Err(Problem::Offline),
        answer => answer,
    }
}

async fn answer(
    url: &str,
    origins: &[String],
    stop: &AbortController,
    progress: Option<Progress>,
) -> Result<(Coming, String), Problem> {
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
    // Only an answer that may have no content has none: 204 and the like.
    let stream = response.body().ok_or(Problem::Refused(response.status()))?;
    Ok((Coming::new(&stream, announced.filter(|_| told), LARGEST, progress), came_from))
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
