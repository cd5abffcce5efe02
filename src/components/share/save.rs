//! Files for a reader's disk.

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

/// What stands before a table for a spreadsheet, or it takes its letters for those of an older encoding.
const MARK: &str = "\u{feff}";

/// Whether this page may save files. A frame whose origin is kept from it mostly may not, and no browser says so: the
/// press would do nothing.
pub fn can_save() -> bool {
    Reflect::get(&window(), &"origin".into()).is_ok_and(|origin| origin != "null")
}

/// Saves a text under this name.
pub fn save_text(name: &str, media: &str, text: &str) {
    let mark = if media.starts_with("text/csv") { MARK } else { "" };
    let options = BlobPropertyBag::new();
    options.set_type(&[media, ";charset=utf-8"].concat());
    let parts = Array::of2(&mark.into(), &text.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(name, &blob);
    }
}

/// Saves what is drawn on a canvas under this name, as PNG.
pub fn save_image(canvas: &HtmlCanvasElement, name: String) {
    let then = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            save(&name, &blob);
        }
    });
    // A canvas of ours holds nothing that its browser would keep back.
    let _ = canvas.to_blob(then.unchecked_ref());
}

fn save(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads it after the press.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(60));
}
