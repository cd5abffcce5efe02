//! The code that an editor pastes into an article: one line, with every value escaped.

use sidebyline_query::Theme;

/// What is embedded, and how.
#[derive(Debug)]
pub struct Embed {
    /// Where the site lies, with a slash at its end.
    pub root: String,
    /// The address that a frame shows.
    pub address: String,
    /// What the element is told to show: a query, and after a `#` the id of one thing.
    pub query: String,
    /// The address of the same by itself.
    pub permalink: String,
    /// How it is lit.
    pub theme: Theme,
    /// Its height, in pixels.
    pub height: u32,
    /// What it is called, for who listens and where it can't be shown.
    pub title: String,
}

impl Embed {
    /// A plain frame, which needs nothing of the page that it stands in.
    pub fn frame(&self) -> String {
        let mut code = String::from("<iframe");
        attribute(&mut code, "src", &self.address);
        attribute(&mut code, "title", &self.title);
        attribute(&mut code, "loading", "lazy");
        attribute(&mut code, "width", "100%");
        attribute(&mut code, "height", &self.height.to_string());
        // Styles are what editors' systems take away first.
        attribute(&mut code, "frameborder", "0");
        code.push_str("></iframe>");
        code
    }

    /// An element that follows the height of what it shows, with a link where its script can't run.
    pub fn element(&self) -> String {
        let mut code = String::from("<script async");
        attribute(&mut code, "src", &[&self.root, "embed.js"].concat());
        code.push_str("></script><sidebyline-view");
        attribute(&mut code, "view", &self.query);
        if self.theme != Theme::Auto {
            attribute(&mut code, "theme", self.theme.name());
        }
        let height = self.height.to_string();
        attribute(&mut code, "height", &height);
        attribute(&mut code, "title", &self.title);
        // Its place is kept before its script is there.
        attribute(&mut code, "style", &["display:block;min-height:", &height, "px"].concat());
        code.push_str("><a");
        attribute(&mut code, "href", &self.permalink);
        code.push('>');
        escape(&mut code, &self.title);
        code.push_str("</a></sidebyline-view>");
        code
    }
}

fn attribute(code: &mut String, name: &str, value: &str) {
    code.push(' ');
    code.push_str(name);
    code.push_str("=\"");
    escape(code, value);
    code.push('"');
}

/// Writes `text` so that HTML reads it as nothing but text, on one line.
pub(super) fn escape(code: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => code.push_str("&amp;"),
            '<' => code.push_str("&lt;"),
            '>' => code.push_str("&gt;"),
            '"' => code.push_str("&quot;"),
            '\'' => code.push_str("&#39;"),
            '\u{2028}' | '\u{2029}' => code.push(' '),
            letter if letter.is_control() => code.push(' '),
            letter => code.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed(title: &str, theme: Theme) -> Embed {
        Embed {
            root: "https://example.org/talks/".into(),
            address: "https://example.org/talks/?source=a,d&embed=1".into(),
            query: "source=a,d&q=jib".into(),
            permalink: "https://example.org/talks/?source=a,d&q=jib".into(),
            theme,
            height: 600,
            title: title.into(),
        }
    }

    #[test]
    fn a_frame_is_one_line_that_needs_no_script() {
        assert_eq!(
            embed("Talks", Theme::Dark).frame(),
            "<iframe src=\"https://example.org/talks/?source=a,d&amp;embed=1\" title=\"Talks\" loading=\"lazy\" width=\"100%\" height=\"600\" frameborder=\"0\"></iframe>"
        );
    }

    #[test]
    fn an_element_holds_a_link_for_where_its_script_cannot_run() {
        assert_eq!(
            embed("Talks", Theme::Dark).element(),
            [
                "<script async src=\"https://example.org/talks/embed.js\"></script>",
                "<sidebyline-view view=\"source=a,d&amp;q=jib\" theme=\"dark\" height=\"600\" title=\"Talks\" ",
                "style",
                "=\"display:block;min-height:600px\"><a href=\"https://example.org/talks/?source=a,d&amp;q=jib\">Talks</a></sidebyline-view>",
            ]
            .concat()
        );
        assert!(!embed("Talks", Theme::Auto).element().contains("theme="));
    }

    #[test]
    fn a_title_stays_a_title() {
        let title = "\"><script>alert('1')</script>\n<b x='&amp;'>";
        for code in [embed(title, Theme::Auto).frame(), embed(title, Theme::Auto).element()] {
            assert!(!code.contains("<script>") && !code.contains("<b ") && !code.contains('\n'), "{code}");
            assert!(
                code.contains(
                    "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &lt;b x=&#39;&amp;amp;&#39;&gt;"
                )
            );
        }
    }

    #[test]
    fn no_letter_ends_an_attribute_or_the_line() {
        let plain = embed("", Theme::Light).element();
        let count = |of: &str, what: char| of.chars().filter(|&c| c == what).count();
        for letter in '\0'..='\u{3000}' {
            let code = embed(&letter.to_string(), Theme::Light).element();
            for what in ['<', '>', '"', '\'', '\n', '\r', '\u{2028}'] {
                assert_eq!(count(&code, what), count(&plain, what), "{letter:?}");
            }
        }
    }
}
