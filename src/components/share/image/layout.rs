//! Where each word of an image stands. It knows no canvas: how wide words are it asks.

use crate::components::share::picture::{Entry, Line, Part, Picture, Whose};

/// The width of an image, in pixels of a page.
pub const WIDTH: f64 = 720.0;
/// The greatest height. Browsers draw no more than some millions of pixels, and images of that length aren't read.
const TALLEST: f64 = 3_600.0;
const MARGIN: f64 = 40.0;
/// How far the words of a source stand from its badge.
const INDENT: f64 = 48.0;
const GAP: f64 = 16.0;
/// How many marks stand above the first title at most: the rule, and the name of the story.
const HEAD: usize = 3;

/// A way of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// The name of the story.
    Story,
    /// A title.
    Title,
    /// A badge.
    Badge,
    /// A source's words.
    Source,
    /// Our words.
    Ours,
    /// All else.
    Small,
}

impl Font {
    /// Its size, in pixels.
    pub const fn size(self) -> f64 {
        match self {
            Self::Story | Self::Small | Self::Badge => 14.0,
            Self::Title => 26.0,
            Self::Source => 19.0,
            Self::Ours => 17.0,
        }
    }

    fn line(self) -> f64 {
        (self.size() * 1.4).round()
    }
}

/// What something is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Paper,
    Ink,
    Muted,
    Hairline,
    /// That of the source at this place.
    Source(usize),
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line of text, from `x` on its base at `y`; to the left of `x` if it is written from right to left.
    Text { x: f64, y: f64, text: String, font: Font, colour: Colour, rtl: bool },
    /// An area.
    Area { x: f64, y: f64, width: f64, height: f64, colour: Colour },
}

/// All that is drawn, and how tall it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub height: f64,
    pub marks: Vec<Mark>,
    /// Whether it would have been taller than an image can be.
    pub cut: bool,
}

/// How wide a text is.
pub type Measure<'a> = &'a dyn Fn(Font, &str) -> f64;

struct Page<'a> {
    drawing: Drawing,
    measure: Measure<'a>,
    y: f64,
}

/// Lays a picture out.
pub fn lay_out(picture: &Picture, more: &str, measure: Measure) -> Drawing {
    let mut page = Page { drawing: Drawing::default(), measure, y: MARGIN };
    page.rule(3.0, Colour::Ink);
    page.y += 10.0;
    page.text(&picture.story, Font::Story, Colour::Muted, 0.0, false);
    for part in &picture.parts {
        page.part(part);
    }
    if page.drawing.cut || picture.left_out > 0 {
        page.y += GAP / 2.0;
        page.text(more, Font::Ours, Colour::Muted, 0.0, false);
    }
    page.y += GAP;
    page.rule(1.0, Colour::Hairline);
    page.y += 8.0;
    for line in picture.foot.iter().chain(&picture.link) {
        page.text(line, Font::Small, Colour::Muted, 0.0, false);
    }
    page.drawing.height = (page.y + MARGIN - GAP).ceil();
    page.drawing
}

impl Page<'_> {
    fn part(&mut self, part: &Part) {
        if self.is_full() {
            return;
        }
        self.y += if self.drawing.marks.len() > HEAD { 1.75 * GAP } else { GAP / 2.0 };
        self.text(&part.title, Font::Title, Colour::Ink, 0.0, false);
        if !part.when.is_empty() {
            self.text(&part.when, Font::Small, Colour::Muted, 0.0, false);
        }
        for entry in &part.entries {
            self.entry(entry);
        }
        for silent in &part.silent {
            self.text(silent, Font::Ours, Colour::Muted, 0.0, false);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        if self.is_full() {
            return;
        }
        self.y += GAP * 0.75;
        let top = self.y;
        let width = ((self.measure)(Font::Badge, &entry.label) + 14.0).clamp(28.0, INDENT - 8.0);
        let colour = Colour::Source(entry.source);
        self.drawing.marks.push(Mark::Area { x: MARGIN, y: top, width, height: 24.0, colour });
        let label = (self.measure)(Font::Badge, &entry.label);
        let x = MARGIN + (width - label).max(0.0) / 2.0;
        let text = entry.label.clone();
        self.drawing.marks.push(Mark::Text {
            x,
            y: top + 17.0,
            text,
            font: Font::Badge,
            colour: Colour::Paper,
            rtl: false,
        });
        for line in &entry.lines {
            self.line(line);
        }
        self.y = self.y.max(top + 24.0);
    }

    fn line(&mut self, line: &Line) {
        let (font, colour) = match line.whose {
            Whose::Source => (Font::Source, Colour::Ink),
            Whose::Ours => (Font::Ours, Colour::Muted),
            Whose::About => (Font::Small, Colour::Muted),
        };
        let about = line.whose == Whose::About;
        self.y += if about { 6.0 } else { 0.0 };
        self.text(&line.text, font, colour, INDENT, line.is_rtl());
        self.y += if about { 0.0 } else { 4.0 };
    }

    fn text(&mut self, text: &str, font: Font, colour: Colour, indent: f64, rtl: bool) {
        let width = WIDTH - 2.0 * MARGIN - indent;
        for text in wrap(text, width, &|text| (self.measure)(font, text)) {
            let x = if rtl { WIDTH - MARGIN } else { MARGIN + indent };
            let y = self.y + font.size();
            self.drawing.marks.push(Mark::Text { x, y, text, font, colour, rtl });
            self.y += font.line();
        }
    }

    fn rule(&mut self, height: f64, colour: Colour) {
        let width = WIDTH - 2.0 * MARGIN;
        self.drawing.marks.push(Mark::Area { x: MARGIN, y: self.y, width, height, colour });
        self.y += height;
    }

    /// Whether no more entries have room; that is noted.
    fn is_full(&mut self) -> bool {
        self.drawing.cut |= self.y > TALLEST;
        self.drawing.cut
    }
}

/// The lines of `text`, none wider than `width` but for single letters that are. Lines end at spaces; a word without
/// room is broken where the room ends, as scripts without spaces want it too.
fn wrap(text: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { [&line, " ", word].concat() };
        if measure(&longer) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if line.chars().nth(1).is_some() && measure(&line) > width {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.into()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A script in which each letter is half as wide as it is tall.
    fn measure(font: Font, text: &str) -> f64 {
        text.chars().count() as f64 * font.size() / 2.0
    }

    fn picture(entries: usize, text: &str) -> Picture {
        let line = |whose| Line { text: text.into(), whose, language: "en".into() };
        let entry = |source| Entry {
            label: "A".into(),
            source,
            name: "Article A".into(),
            url: None,
            lines: vec![line(Whose::Source), line(Whose::Ours)],
        };
        let entries = (0..entries).map(entry).collect();
        let part = Part { title: text.into(), when: "today".into(), entries, silent: vec!["B: silent".into()] };
        Picture { story: "Talks".into(), parts: vec![part], left_out: 0, foot: vec!["where from".into()], link: None }
    }

    #[test]
    fn lines_end_at_spaces_and_lose_no_word() {
        let lines = wrap("one two  three\nfour", 8.0, &|text| text.chars().count() as f64);
        assert_eq!(lines, ["one two", "three", "four"]);
        assert_eq!(wrap("", 8.0, &|_| 0.0), [""; 0]);
    }

    #[test]
    fn a_word_without_room_is_broken_and_a_letter_is_not() {
        assert_eq!(wrap("a Kindergarten", 6.0, &|text| text.chars().count() as f64), ["a", "Kinder", "garten"]);
        assert_eq!(wrap("和平谈判", 2.0, &|text| text.chars().count() as f64), ["和平", "谈判"]);
        assert_eq!(wrap("abc", 0.5, &|text| text.chars().count() as f64), ["a", "b", "c"]);
    }

    #[test]
    fn nothing_stands_outside_of_the_image() {
        for text in ["short", &"word ".repeat(200), &"x".repeat(500), &"和平".repeat(200)] {
            let drawing = lay_out(&picture(5, text), "more", &measure);
            for mark in &drawing.marks {
                match mark {
                    Mark::Text { x, y, text, font, .. } => {
                        assert!(*x >= MARGIN && x + measure(*font, text) <= WIDTH - MARGIN + 0.01, "{mark:?}");
                        assert!(*y > 0.0 && *y < drawing.height);
                    }
                    Mark::Area { x, y, width, height, .. } => {
                        assert!(*x >= 0.0 && x + width <= WIDTH && *y >= 0.0 && y + height <= drawing.height);
                    }
                }
            }
        }
    }

    #[test]
    fn an_image_never_becomes_too_tall_and_says_that_there_is_more() {
        let said = |drawing: &Drawing| {
            drawing.marks.iter().any(|mark| matches!(mark, Mark::Text { text, .. } if text == "more"))
        };
        let tall = lay_out(&picture(200, "some words"), "more", &measure);
        assert!(tall.cut && said(&tall) && tall.height < TALLEST + 1_000.0);
        let small = lay_out(&picture(2, "some words"), "more", &measure);
        assert!(!small.cut && !said(&small));
    }
}
