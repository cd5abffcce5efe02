//! Markup that is whole and safe by construction: elements and attributes are named by the program, everything else is
//! text and is escaped, and an address is one that may be linked to.

use sidebyline_dataset::model::Link;

/// Markup: elements that are closed, and text that is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

/// An element that is being written.
#[derive(Clone, Debug)]
pub struct Element {
    name: &'static str,
    attributes: String,
    children: Html,
}

/// Elements without an end.
const VOID: [&str; 4] = ["base", "input", "link", "meta"];

/// An element with this name.
pub fn el(name: &'static str) -> Element {
    Element { name, attributes: String::new(), children: Html::default() }
}

/// Words as text.
pub fn text(words: &str) -> Html {
    Html(escaped(words))
}

impl Html {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same with more after it.
    #[must_use]
    pub fn and(mut self, more: impl Into<Self>) -> Self {
        self.0.push_str(&more.into().0);
        self
    }

    /// The parts with a space between each two. Where boxes are apart by style, words without styles should be too.
    pub fn spaced(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<String> = parts.into_iter().map(|part| part.0).filter(|part| !part.is_empty()).collect();
        Self(parts.join(" "))
    }
}

impl Element {
    /// With a class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With an attribute. For an address there are [`Element::link`] and [`Element::local`].
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        for part in [" ", name, "=\"", &escaped(value), "\""] {
            self.attributes.push_str(part);
        }
        self
    }

    /// With an attribute that is there or isn't.
    #[must_use]
    pub fn flag(mut self, name: &'static str, is_set: bool) -> Self {
        if is_set {
            self.attributes.push(' ');
            self.attributes.push_str(name);
        }
        self
    }

    /// Leading to another site, which isn't told where the reader comes from.
    #[must_use]
    pub fn link(self, link: &Link) -> Self {
        self.attr("href", link.as_str()).attr("rel", "noreferrer")
    }

    /// Leading to an address below the site's root, or a place of this page. What names a scheme or a host leads nowhere.
    #[must_use]
    pub fn local(self, address: &str) -> Self {
        if address.contains(':') || address.starts_with('/') { self } else { self.attr("href", address) }
    }

    /// With something in it.
    #[must_use]
    pub fn child(mut self, child: impl Into<Html>) -> Self {
        self.children = self.children.and(child);
        self
    }
}

impl From<Element> for Html {
    fn from(Element { name, attributes, children }: Element) -> Self {
        let mut html = ["<", name, &attributes, ">"].concat();
        if !VOID.contains(&name) {
            for part in [&children.0, "</", name, ">"] {
                html.push_str(part);
            }
        }
        Self(html)
    }
}

impl From<&str> for Html {
    fn from(words: &str) -> Self {
        text(words)
    }
}

impl From<&String> for Html {
    fn from(words: &String) -> Self {
        text(words)
    }
}

impl From<String> for Html {
    fn from(words: String) -> Self {
        text(&words)
    }
}

impl From<Option<Self>> for Html {
    fn from(html: Option<Self>) -> Self {
        html.unwrap_or_default()
    }
}

impl From<Vec<Self>> for Html {
    fn from(parts: Vec<Self>) -> Self {
        parts.into_iter().collect()
    }
}

impl<const N: usize> From<[Self; N]> for Html {
    fn from(parts: [Self; N]) -> Self {
        parts.into_iter().collect()
    }
}

impl FromIterator<Self> for Html {
    fn from_iter<T: IntoIterator<Item = Self>>(parts: T) -> Self {
        Self(parts.into_iter().map(|part| part.0).collect())
    }
}

/// A block of data in JSON. What could end it, or begin a comment in it, is written as an escape of JSON.
pub fn data_block(value: &serde_json::Value) -> Html {
    let mut json = String::new();
    for c in value.to_string().chars() {
        match c {
            '<' => json.push_str("\\u003c"),
            '>' => json.push_str("\\u003e"),
            '&' => json.push_str("\\u0026"),
            _ => json.push(c),
        }
    }
    Html(["<script type=\"application/ld+json\">", &json, "</script>"].concat())
}

/// Text that means itself both between tags and in a quoted attribute. A line feed after a carriage return would get lost,
/// and a NUL has no form in HTML.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' => escaped.push_str("&#13;"),
            '\0' => escaped.push('\u{FFFD}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: impl Into<Html>, expected: &str) {
        assert_eq!(html.into().as_str(), expected);
    }

    #[test]
    fn text_stays_text() {
        check(
            el("p").attr("title", "\"><b>").child("</p><script>&amp;"),
            "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;/p&gt;&lt;script&gt;&amp;amp;</p>",
        );
    }

    #[test]
    fn an_element_without_an_end_has_no_content() {
        check(el("meta").attr("name", "item").child("lost"), "<meta name=\"item\">");
    }

    #[test]
    fn a_local_address_leads_nowhere_else() {
        check(el("a").local("event/vote/"), "<a href=\"event/vote/\"></a>");
        for elsewhere in ["javascript:alert(1)", "//example.org", "https://example.org", "data:,"] {
            check(el("a").local(elsewhere), "<a></a>");
        }
    }
}
