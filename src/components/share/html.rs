//! What is shared as HTML that needs nothing else: no script, no style, no frame. What an editor's system leaves of it
//! still says whose words are whose.

use super::code::escape;
use super::picture::{Entry, Line, Picture, Whose};
use super::sheet::Sheet;
use super::take::take;
use crate::components::parts::{p, row};
use crate::node::Node;
use crate::strings::share as words;

/// The HTML, and what it is for.
pub fn html(sheet: Sheet) -> Node {
    let code = move || snippet(&sheet.picture());
    row([p("sharing__hint", words::HTML_HINT), take(sheet, "_share-html", words::HTML, "12", code)]).into()
}

/// A picture as HTML. The sources' own words are quotations with the address of their source.
fn snippet(picture: &Picture) -> String {
    let mut code = String::from("<section>\n");
    for part in &picture.parts {
        element(&mut code, "h3", "", &part.title);
        if !part.when.is_empty() {
            element(&mut code, "p", "", &part.when);
        }
        for entry in &part.entries {
            element(&mut code, "h4", "", &entry.name);
            for line in &entry.lines {
                words_of(&mut code, entry, line);
            }
        }
        for silent in &part.silent {
            element(&mut code, "p", "", silent);
        }
    }
    if picture.left_out > 0 {
        element(&mut code, "p", "", words::MORE_AT_THE_LINK);
    }
    for line in &picture.foot {
        element(&mut code, "p", "", line);
    }
    if let Some(link) = &picture.link {
        code.push_str("<p><a href=\"");
        escape(&mut code, link);
        code.push_str("\">");
        escape(&mut code, words::SEE_ALL);
        code.push_str("</a></p>\n");
    }
    code.push_str("</section>\n");
    code
}

fn words_of(code: &mut String, entry: &Entry, line: &Line) {
    let mut attributes = String::new();
    if line.whose == Whose::Source
        && let Some(url) = &entry.url
    {
        attributes.push_str(" cite=\"");
        escape(&mut attributes, url.as_str());
        attributes.push('"');
    }
    if line.whose != Whose::About {
        attributes.push_str(" lang=\"");
        escape(&mut attributes, &line.language);
        attributes.push('"');
        attributes.push_str(if line.is_rtl() { " dir=\"rtl\"" } else { "" });
    }
    match line.whose {
        Whose::Source => element(code, "blockquote", &attributes, &line.text),
        Whose::About => element(code, "p", &attributes, &line.text),
        Whose::Ours => element(code, "p", &attributes, &[words::IN_OUR_WORDS, &line.text].concat()),
    }
}

/// Writes an element on a line of its own; its attributes are written already.
fn element(code: &mut String, name: &str, attributes: &str, text: &str) {
    for part in ["<", name, attributes, ">"] {
        code.push_str(part);
    }
    escape(code, text);
    for part in ["</", name, ">\n"] {
        code.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use sidebyline_dataset::model::Link;

    use super::super::picture::Part;
    use super::*;

    fn picture(text: &str, language: &str) -> Picture {
        let line = |whose| Line { text: text.into(), whose, language: language.into() };
        let entry = Entry {
            label: "A".into(),
            source: 0,
            name: text.into(),
            url: Link::new("https://example.org/a?b&c"),
            lines: vec![line(Whose::About), line(Whose::Source), line(Whose::Ours)],
        };
        let part = Part { title: text.into(), when: text.into(), entries: vec![entry], silent: vec![text.into()] };
        let address = Some("https://example.org/?a&b".into());
        Picture { story: text.into(), parts: vec![part], left_out: 1, foot: vec![text.into()], link: address }
    }

    #[test]
    fn the_sources_words_are_quotations_and_ours_say_that_they_are_ours() {
        let code = snippet(&picture("Words", "en"));
        assert!(code.contains("<blockquote cite=\"https://example.org/a?b&amp;c\" lang=\"en\">Words</blockquote>"));
        assert!(code.contains("<p lang=\"en\">In our words: Words</p>"));
        assert!(code.contains("<a href=\"https://example.org/?a&amp;b\">"));
        assert!(snippet(&picture("كلمات", "ar")).contains("lang=\"ar\" dir=\"rtl\""));
    }

    #[test]
    fn no_word_becomes_markup() {
        let (plain, hostile) = (snippet(&picture("x", "en")), snippet(&picture("<script>\"'</p>&amp;", "\" onload=x")));
        for letter in ['<', '>', '"', '\''] {
            let count = |code: &str| code.chars().filter(|&c| c == letter).count();
            assert_eq!(count(&hostile), count(&plain), "{letter}");
        }
    }

    #[test]
    fn it_has_no_style_no_script_and_no_class() {
        let code = snippet(&picture("x", "en"));
        assert!(!["style", "script", "class", "id="].iter().any(|word| code.contains(word)), "{code}");
    }
}
