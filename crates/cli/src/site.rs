//! A built page as text, with the two stretches of it that can be filled: functions of text, without I/O.

use sidebyline_dataset::Finding;
use sidebyline_export::html::Page;

/// What begins and ends a stretch that can be filled.
const HEAD: [&str; 2] = ["<!--prerender:head-->", "<!--/prerender:head-->"];
const BODY: [&str; 2] = ["<!--prerender:body-->", "<!--/prerender:body-->"];
/// What tells the page of an item from any other.
const ITEM: &str = "<meta name=\"item\" content=\"";

/// The page with its two stretches filled; what stood in them is gone. `place` is how the page is called in a message.
pub fn filled(page: &str, with: &Page, place: &str) -> Result<String, Finding> {
    let filled = replaced(page, HEAD, with.head.as_str()).and_then(|page| replaced(&page, BODY, with.body.as_str()));
    filled.ok_or_else(|| {
        let marks = [HEAD, BODY].concat().join(", ");
        Finding::error(
            place,
            "it has no place for what is prerendered",
            format!("A page built by `cargo xtask build` has {marks}, in this order."),
        )
    })
}

/// The name of the dataset that the page shows where the address names no other.
pub fn default_data(page: &str) -> Option<&str> {
    page.split_once("<meta name=\"dataset\" content=\"")?.1.split_once('"').map(|(name, _)| name)
}

/// Whether this is the page of one item, as [`filled`] makes it.
pub fn is_of_item(page: &str) -> bool {
    page.contains(HEAD[0]) && page.contains(ITEM)
}

/// The addresses of a site, as search engines want them listed (sitemaps.org, version 0.9).
pub fn sitemap(addresses: &[String]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for address in addresses {
        let escaped = address.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        for part in ["  <url><loc>", &escaped, "</loc></url>\n"] {
            xml.push_str(part);
        }
    }
    xml + "</urlset>\n"
}

/// An absolute address of a site with a slash at its end; none if it isn't one.
pub fn root(written: &str) -> Option<String> {
    let link = sidebyline_dataset::model::Link::new(written)?;
    let plain = !written.contains(['?', '#', '"', '<', '>']);
    plain.then(|| [link.as_str().trim_end_matches('/'), "/"].concat())
}

fn replaced(page: &str, [begin, end]: [&str; 2], with: &str) -> Option<String> {
    let (before, rest) = page.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some([before, begin, with, end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_filled_again_and_again() {
        let page =
            "<head><!--prerender:head-->old<!--/prerender:head--></head><!--prerender:body--><!--/prerender:body-->";
        let with = |words: &str| Page { head: words.into(), body: words.into() };
        let once = filled(page, &with("one"), "index.html").expect("it has the marks");
        let twice = filled(&once, &with("two"), "index.html").expect("it has them still");
        assert_eq!(twice, page.replace("old", "two").replace("body--><!--/", "body-->two<!--/"));
        assert!(filled("<head></head>", &with("one"), "index.html").is_err());
    }

    #[test]
    fn an_address_of_a_site_is_absolute_and_ends_with_a_slash() {
        assert_eq!(root("https://example.org/story").as_deref(), Some("https://example.org/story/"));
        assert_eq!(root("https://example.org/").as_deref(), Some("https://example.org/"));
        for wrong in ["example.org", "/story/", "javascript:1", "https://example.org/?a", "https://example.org/#a"] {
            assert_eq!(root(wrong), None, "{wrong}");
        }
    }
}
