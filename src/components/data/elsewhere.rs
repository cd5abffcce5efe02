//! Loads a dataset whose address a link names: from this site, or from where its owner lets it be loaded from.

use js_sys::Promise;
use leptos::ev::Custom;
use leptos::prelude::*;
use sidebyline_query::{Data, DataKind};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Event};

use crate::load::origins::{SETTINGS, listed};
use crate::load::{self, Home, Problem, Progress, Reading, Story};

/// The dataset.
pub async fn load(data: &Data, stop: AbortController, progress: Progress) -> Result<&'static Story, Problem> {
    let DataKind::Address(address) = data.kind() else { return Err(Problem::NoFile) };
    let origin = load::origin(address);
    let mut origins = Vec::new();
    if !load::is_here(&origin) {
        origins = allowed(&stop).await?;
        if !origins.contains(&origin) {
            return Err(Problem::Unlisted(origin));
        }
    }
    // The browser tells that the page's own policy stood in the way, but not together with the failure.
    let blocked = StoredValue::new(false);
    let heard =
        window_event_listener(Custom::<Event>::new("securitypolicyviolation"), move |_| blocked.set_value(true));
    let asked = load::ask(address, &origins, &stop, Some(progress)).await;
    if matches!(asked, Err(Problem::Unreachable)) {
        pause().await;
    }
    heard.remove();
    let was_blocked = blocked.try_get_value() == Some(true);
    let (file, came_from) = match asked {
        Err(Problem::Unreachable) if was_blocked => return Err(Problem::Policy(origin)),
        asked => asked?,
    };
    load::read(Home::Address(came_from), file, &Reading::new(Some(progress))).await
}

/// The origins that the site lists.
async fn allowed(stop: &AbortController) -> Result<Vec<String>, Problem> {
    match load::get(SETTINGS, &[], stop, None).await {
        // A site without settings lists none.
        Err(Problem::Refused(404)) => Ok(Vec::new()),
        Err(Problem::Refused(status)) => {
            Err(Problem::Settings(["the server refused it: ", &status.to_string()].concat()))
        }
        Err(problem) => Err(problem),
        Ok(file) => settings(&file).map_err(Problem::Settings),
    }
}

#[cfg(target_arch = "wasm32")]
fn settings(file: &[u8]) -> Result<Vec<String>, String> {
    listed(&crate::json::other(file).ok_or("it is no JSON")?)
}

#[cfg(not(target_arch = "wasm32"))] // where there is no browser, nothing is loaded
fn settings(_: &[u8]) -> Result<Vec<String>, String> {
    listed(&sidebyline_dataset::json::Json::Null)
}

/// Lets the browser tell what else has happened.
async fn pause() {
    let soon = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 50);
    });
    let _ = JsFuture::from(soon).await;
}
