//! The way to tell the publisher of an error: to the contact that the dataset names, with the address of what is wrong.

use js_sys::encode_uri_component;
use sidebyline_dataset::model::Link;

use crate::load::Story;
use crate::node::{Node, el};
use crate::strings;

/// A link to the publisher's contact, if there is one; a mail begins with the whole address that `link`
/// gives.
pub fn report_link(story: &'static Story, link: impl Fn() -> String + 'static) -> Option<Node> {
    build(story, Box::new(link))
}

fn build(story: &'static Story, link: Box<dyn Fn() -> String>) -> Option<Node> {
    let about = &story.dataset.about;
    let contact = about.contact.as_deref()?;
    let mail = contact.starts_with("mailto:");
    if !mail && Link::new(contact).is_none() {
        return None;
    }
    let href = move || {
        if mail {
            let text = |text: &str| String::from(encode_uri_component(text));
            let subject = [strings::REPORT_SUBJECT, &about.title].concat();
            // What a reader of mail takes for the end of the address is encoded too.
            let first = if contact.contains('?') { "&subject=" } else { "?subject=" };
            [contact, first, &text(&subject), "&body=", &text(&link())].concat()
        } else {
            contact.into()
        }
    };
    let target = (!mail).then_some("_blank");
    Some(el("a").live("href", href).attr("target", target).attr("rel", "noreferrer").child(strings::REPORT))
}
