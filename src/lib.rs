//! The page: several news sources on one story, side by side, in the browser.
//!
//! Data flows in one direction: address → view → memos → components. Components read memos and never compute over the
//! dataset; what they do to the view goes through [`state::State`], which alone writes the address.
//!
//! | module | what it is for | what it may not touch |
//! | --- | --- | --- |
//! | [`app`] | loads the dataset and shows the page, or what went wrong | the view |
//! | [`load`] | bytes to a [`load::Story`], or a [`load::Problem`] | the page |
//! | [`loader`] | which dataset is there, and what came before | what is in it |
//! | [`state`] | the view as signals and memos | the dataset's content |
//! | [`history`] | the browser's address and history | anything else |
//! | [`frame`] | what the page that frames this one is told, and asks for | the view |
//! | [`theme`] | light, dark or as the system has it: the view's, or a preference | the address |
//! | [`strings`] | every word that the interface says | the browser |
//! | [`dates`] | what an EDTF date says, with days and months as the browser writes them | the browser, but for [`intl`] |
//! | [`intl`] | dates and numbers as the browser formats them | anything else |
//! | [`marks`] | marks what is searched for, where it is visible | the elements |
//! | [`reveal`] | brings an element before the reader's eyes | the view |
//! | [`node`] | what a person sees, as a tree of plain nodes | the view, the dataset |
//! | [`components`] | what a person sees | the dataset, but for reading; the browser's history |

pub mod app;
pub mod components;
pub mod dates;
pub mod frame;
pub mod history;
pub mod intl;
#[cfg(target_arch = "wasm32")]
mod json;
pub mod load;
pub mod loader;
pub mod marks;
pub mod node;
pub mod reveal;
pub mod state;
pub mod strings;
#[cfg(test)]
mod testing;
pub mod theme;

use any_spawner::Executor;

/// Shows the page in the document's body; in a worker, does what the page has it do.
pub fn start() {
    if load::is_worker() {
        let _ = Executor::init_wasm_bindgen(); // it can only be ready already
        components::later::build_early();
    } else {
        leptos::mount::mount_to_body(|| node::Tree::from(app::app()));
    }
}
