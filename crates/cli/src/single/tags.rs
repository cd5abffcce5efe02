//! The few elements of a built page that a single file has in another form. The page comes from our own build, so this
//! knows what Trunk and `index.html` write and no more: attributes in quotation marks or bare, no `>` inside of them.

/// An element without children, or one with plain text in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// Its name, in lower case.
    pub name: &'a str,
    /// What it holds, up to its end tag; empty for `meta` and `link`.
    pub text: &'a str,
    attributes: &'a str,
}

impl<'a> Element<'a> {
    /// An attribute's value; empty if it has none.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (found, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix('=') {
                None => ("", after),
                Some(after) => value(after),
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after.trim_start_matches(|c: char| c == '/' || c.is_whitespace());
        }
        None
    }

    /// Whether an attribute has this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }
}

/// The value that stands here, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for mark in ['"', '\''] {
        if let Some((value, after)) = text.strip_prefix(mark).and_then(|text| text.split_once(mark)) {
            return (value, after);
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// `html` with each `meta`, `link`, `script` and `title` as `change` wants it; `None` leaves it as it is. Comments are left
/// alone.
pub fn rewrite<E>(html: &str, mut change: impl FnMut(&Element<'_>) -> Result<Option<String>, E>) -> Result<String, E> {
    let mut written = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        written.push_str(before);
        let (element, length) = match element(from) {
            Some((element, length)) => (Some(element), length),
            None if from.starts_with("<!--") => (None, from.find("-->").map_or(from.len(), |end| end + 3)),
            None => (None, 1),
        };
        let (whole, after) = from.split_at(length);
        let changed = element.map(|element| change(&element)).transpose()?.flatten();
        written.push_str(changed.as_deref().unwrap_or(whole));
        rest = after;
    }
    written.push_str(rest);
    Ok(written)
}

/// The element that begins here, and how long it is.
fn element(from: &str) -> Option<(Element<'_>, usize)> {
    const NAMES: [(&str, Option<&str>); 4] =
        [("meta", None), ("link", None), ("script", Some("</script>")), ("title", Some("</title>"))];
    let tag = from.strip_prefix('<')?;
    let (name, end) = NAMES.into_iter().find(|(name, _)| {
        let follows = tag.get(..name.len()).filter(|found| found.eq_ignore_ascii_case(name));
        follows.is_some() && tag[name.len()..].starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace())
    })?;
    let close = tag.find('>')?;
    let attributes = tag.get(name.len()..close)?.trim_end_matches('/');
    let after = close + 2; // with both brackets
    let Some(end) = end else {
        return Some((Element { name, text: "", attributes }, after));
    };
    let text = from.get(after..)?;
    let length = text.find(end)?;
    Some((Element { name, text: &text[..length], attributes }, after + length + end.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(html: &str) -> Vec<(String, Option<String>)> {
        let mut seen = Vec::new();
        let same = rewrite::<()>(html, |element| {
            seen.push((element.name.to_owned(), element.get("href").map(str::to_owned)));
            Ok(None)
        });
        assert_eq!(same.as_deref(), Ok(html), "what isn't changed stays as it is");
        seen
    }

    #[track_caller]
    fn check(html: &str, name: &str, href: Option<&str>) {
        assert_eq!(seen(html), [(name.to_owned(), href.map(str::to_owned))], "{html}");
    }

    #[test]
    fn attributes_are_read_in_each_way_of_writing_them() {
        check("<link rel=\"a b\" href='x y'>", "link", Some("x y"));
        check("<link href=x rel=y>", "link", Some("x"));
        check("<link crossorigin href=\"./x\"/>", "link", Some("./x"));
        check("<link data-href=\"no\">", "link", None);
        check("<LINK HREF=\"x\"></p>", "link", Some("x"));
    }

    #[test]
    fn what_is_in_a_comment_or_in_a_script_is_no_element() {
        assert_eq!(seen("<!-- <link href=x> --><p>a < b</p>"), []);
        check("<script>\"<link href=x>\"</script>", "script", None);
        check("<title>a &lt; b</title><header>", "title", None);
        assert_eq!(seen("<script>"), [], "one that never ends is none");
        assert_eq!(seen("<metadata>< <link"), []);
    }

    #[test]
    fn an_element_is_replaced_whole() {
        let changed = rewrite::<()>("<p><script type=x>1</script>é</p>", |element| Ok(Some(element.text.repeat(2))));
        assert_eq!(changed.as_deref(), Ok("<p>11é</p>"));
    }
}
