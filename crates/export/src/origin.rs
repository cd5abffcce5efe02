//! Where something comes from, and the address under which it is found again.

use sidebyline_dataset::check::is_id;
use sidebyline_query::Page;

/// Where an excerpt comes from, as every form of it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the view is limited to, in words (see [`words`](crate::words())); empty if it isn't.
    pub filter: String,
    /// The absolute address of the view.
    pub view: String,
    /// The absolute address of the site, with a slash at its end; empty where there is none.
    pub root: String,
    /// The name of the dataset in the address; empty for the one that the site shows by itself.
    pub data: String,
    /// Whether the site has a page for each event and each discrepancy.
    pub has_pages: bool,
    /// The SHA-256 of the dataset's file, in hexadecimal digits.
    pub digest: String,
    /// The day on which it was taken, as ISO 8601 writes it.
    pub accessed: String,
}

/// The `data` of a file that a reader has opened from a disk of their own. No link leads there.
pub const LOCAL: &str = "_local";

impl Origin {
    /// The permanent address of the event called `id`: its own page where the site has one, else its place in the
    /// timeline. Relative to the site where that has no address; empty if the dataset is a reader's own file.
    pub fn event(&self, id: &str) -> String {
        self.page("event", id).unwrap_or_else(|| self.item(Page::Timeline, id))
    }

    /// The permanent address of the discrepancy called `id`; see [`Origin::event`].
    pub fn discrepancy(&self, id: &str) -> String {
        self.page("difference", id).unwrap_or_else(|| self.item(Page::Discrepancies, id))
    }

    /// The permanent address of the quote called `id`: its place among the quotes; see [`Origin::event`].
    pub fn quote(&self, id: &str) -> String {
        self.item(Page::Quotes, id)
    }

    /// The permanent address of what is called `id` on a page of the app, without any filter; see [`Origin::event`].
    pub fn item(&self, page: Page, id: &str) -> String {
        if self.data == LOCAL {
            return String::new();
        }
        let mut address = self.root.clone();
        let mut mark = '?';
        let mut add = |key: &str, value: &str| {
            address.push(mark);
            address.push_str(key);
            address.push('=');
            percent(value, &mut address);
            mark = '&';
        };
        if let Some((_, name)) = Page::ALL.iter().find(|(known, _)| *known == page && page != Page::Timeline) {
            add("view", name);
        }
        if !self.data.is_empty() {
            add("data", &self.data);
        }
        address.push('#');
        percent(id, &mut address);
        address
    }

    /// The static page of an item, if the site has one. It has them for what it shows by itself; and what is no id, as
    /// `..`, can't be the name of a folder.
    fn page(&self, folder: &str, id: &str) -> Option<String> {
        let has_one = self.has_pages && self.data.is_empty() && is_id(id);
        has_one.then(|| [&self.root, folder, "/", id, "/"].concat())
    }

    /// The digest as the format writes digests; empty if it isn't known.
    pub(crate) fn tagged_digest(&self) -> String {
        if self.digest.is_empty() { String::new() } else { ["sha256:", &self.digest].concat() }
    }

    /// The address of the view, if it can be given to others: absolute, http or https.
    pub(crate) fn view_link(&self) -> Option<&str> {
        absolute(&self.view)
    }
}

/// The address, if it leads somewhere by itself: http or https.
pub(crate) fn absolute(address: &str) -> Option<&str> {
    sidebyline_dataset::model::Link::new(address).map(|_| address)
}

/// Writes `text` so that it can stand in any part of an address: each byte that isn't unreserved (RFC 3986) as `%XX`.
pub(crate) fn percent(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => into.push(char::from(byte)),
            _ => into.extend(['%', char::from(HEX[usize::from(byte >> 4)]), char::from(HEX[usize::from(byte & 15)])]),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn origin(data: &str, has_pages: bool) -> Origin {
        Origin { root: "https://example.org/story/".into(), data: data.into(), has_pages, ..Origin::default() }
    }

    #[test]
    fn an_event_and_a_discrepancy_have_pages_of_their_own_where_the_site_has_them() {
        let with = origin("", true);
        assert_eq!(with.event("truce"), "https://example.org/story/event/truce/");
        assert_eq!(with.discrepancy("how-long"), "https://example.org/story/difference/how-long/");
        assert_eq!(with.quote("a-truce"), "https://example.org/story/?view=quotes#a-truce");
    }

    #[test]
    fn without_static_pages_everything_is_a_place_in_the_app() {
        let without = origin("", false);
        assert_eq!(without.event("truce"), "https://example.org/story/#truce");
        assert_eq!(without.discrepancy("how-long"), "https://example.org/story/?view=discrepancies#how-long");
    }

    #[test]
    fn another_dataset_is_named_and_has_no_static_pages() {
        let demo = origin("demo", true);
        assert_eq!(demo.event("truce"), "https://example.org/story/?data=demo#truce");
        assert_eq!(demo.quote("a"), "https://example.org/story/?view=quotes&data=demo#a");
        let elsewhere = origin("https://example.com/a.json?b=c&d", true);
        assert_eq!(
            elsewhere.event("truce"),
            "https://example.org/story/?data=https%3A%2F%2Fexample.com%2Fa.json%3Fb%3Dc%26d#truce"
        );
    }

    #[test]
    fn no_link_leads_to_a_file_that_a_reader_has_opened() {
        let local = origin(LOCAL, true);
        assert_eq!((local.event("a"), local.discrepancy("a"), local.quote("a")), Default::default());
    }

    #[test]
    fn without_an_address_of_the_site_links_are_relative_to_it() {
        let nowhere = Origin { has_pages: true, ..Origin::default() };
        assert_eq!((nowhere.event("a").as_str(), nowhere.quote("b").as_str()), ("event/a/", "?view=quotes#b"));
    }

    #[test]
    fn what_is_no_id_cannot_lead_out_of_the_folder() {
        assert_eq!(origin("", true).event("../.."), "https://example.org/story/#..%2F..");
    }

    proptest! {
        #[test]
        fn no_id_and_no_name_breaks_an_address(id: String, data: String, has_pages: bool) {
            let origin = origin(&data, has_pages);
            for link in [origin.event(&id), origin.discrepancy(&id), origin.quote(&id)] {
                prop_assert!(data == LOCAL || link.starts_with("https://example.org/story/"));
                prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'()|\\".contains(&byte)));
                prop_assert!(link.matches('#').count() <= 1);
            }
        }
    }
}
