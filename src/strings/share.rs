//! Words of the dialog that takes something out of the page.

use sidebyline_export::{Excerpt, Form, Style, Table};
use sidebyline_query::{Page, Theme};

use crate::components::share::Tab;
use crate::intl::number;

pub const WHAT: &str = "What";
pub const TABS: &str = "Ways to share";
pub const COPY: &str = "Copy";
pub const COPIED: &str = "Copied.";
pub const BY_HAND: &str =
    "The browser doesn’t let this page copy. The text is chosen: copy it with the keyboard or the menu.";

pub const SAVE: &str = "Download";

pub fn save(name: &str) -> String {
    ["Download: ", name].concat()
}

pub fn copy(name: &str) -> String {
    ["Copy: ", name].concat()
}

pub const fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Link => "Link",
        Tab::Embed => "Embed",
        Tab::Cite => "Cite",
        Tab::Download => "Download",
        Tab::Html => "HTML",
        Tab::Image => "Image",
    }
}

// What is shared.

pub fn this_view(page: Page) -> String {
    ["This view: ", super::page(page)].concat()
}

pub fn event(title: &str) -> String {
    ["Event: ", title].concat()
}

pub fn quote(speakers: &str, label: &str) -> String {
    let speakers = if speakers.is_empty() { super::NOBODY_NAMED } else { speakers };
    ["Quote of ", speakers, " in article ", label].concat()
}

pub fn difference(question: &str) -> String {
    ["Difference: ", question].concat()
}

// The link.

pub const LINK: &str = "Link";
pub const NOT_REACHABLE: &str =
    "These data are a file on this device. No link leads to them: put the file on a website to share what it shows.";
pub const PIN_HINT: &str = "Whoever opens the link later is told if the data have changed since.";
pub const SHARE_WITH: &str = "Share with another program";
pub const NOT_SHARED: &str = "The browser could not hand the link over. Copy it instead.";

/// How long the link is.
pub fn length(characters: usize, short: bool) -> String {
    let rest = if short {
        " characters. Links stay under 2,000, which chats, mail and forms let through."
    } else {
        " characters. Some chats and forms cut links of more than 2,000."
    };
    [&number(characters), rest].concat()
}

pub fn pin(version: &str) -> String {
    ["Pin to version ", version, " of the data"].concat()
}

// The code for another page.

pub const FRAME: &str = "Plain frame";
pub const FRAME_HINT: &str = "One line that works wherever a frame is allowed, and needs no script on your page.";
pub const ELEMENT: &str = "Frame that follows its content";
pub const ELEMENT_HINT: &str =
    "Its height follows what is shown. Where your page takes the script away, a link is left.";
pub const PAGE: &str = "Page";
pub const THEME: &str = "Colours";
pub const HEIGHT: &str = "Height in pixels";
pub const TITLE: &str = "Title";
pub const PREVIEW: &str = "Preview";

pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "as the reader’s device",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

pub fn width(pixels: u32, phone: bool) -> String {
    [if phone { "on a phone, " } else { "in an article, " }, &pixels.to_string(), " pixels"].concat()
}

/// What an embedded view is called, unless its editor knows better.
pub fn embed_title(what: &str, story: &str) -> String {
    [what, " – ", story, " – ", super::NAME].concat()
}

// Text, citations, files, HTML.

pub const TEXT: &str = "The quote as text";
pub const CITE_HINT: &str = "Each names the version of the data, their digest, and the day of today, so that others find just what you have seen.";

pub const fn style(style: Style) -> &'static str {
    match style {
        Style::Text => "Plain text",
        Style::Bibtex => "BibTeX",
        Style::Csl => "CSL-JSON",
    }
}

pub const FORM: &str = "Form";
pub const ROWS: &str = "Rows";
pub const FILE: &str = "The file";
pub const NO_FILE: &str = "The data’s file could not be read again.";
pub const FILE_WAITING: &str = "The data’s file is on its way …";
pub const ONLY_PACKED: &str =
    "These data came packed, without the JSON that they were made of. The command “sidebyline unpack” gives it back.";
pub const QUOTES_FILE: &str = "quotes";

pub const fn form(form: Form) -> &'static str {
    match form {
        Form::Csv => "CSV, for spreadsheets",
        Form::Json => "JSON, as the data are",
        Form::Markdown => "Markdown table",
        Form::Annotations => "Web Annotations of the quotes",
        Form::Bibtex => "BibTeX",
        Form::Csl => "CSL-JSON",
        Form::Text => "Plain text",
    }
}

pub const fn form_hint(form: Form) -> &'static str {
    match form {
        Form::Csv => "Each row has its own link. What a spreadsheet would take for a formula is kept a text.",
        Form::Json => "A dataset of its own, in the format of this page: other tools read it, and this page does.",
        Form::Annotations => "JSON-LD by the W3C’s model: each quote with its words and what stands round them.",
        _ => "For notes, wikis and issue trackers.",
    }
}

/// How many of each kind of row there are.
pub fn counts(excerpt: &Excerpt) -> [String; 4] {
    [
        super::events(excerpt.events.len()),
        super::counted(excerpt.mentions.len(), "report", "reports"),
        super::quotes(excerpt.quotes.len()),
        super::differences(excerpt.discrepancies.len()),
    ]
}

/// What rows of a table are called in the name of a file.
pub const fn table_file(table: Table) -> &'static str {
    match table {
        Table::Events => "events",
        Table::Mentions => "reports",
        Table::Quotes => "quotes",
        Table::Discrepancies => "differences",
    }
}

/// What a file holds.
pub fn contents(counts: &str, filter: &str, all: bool) -> String {
    if all || filter.is_empty() { [counts, "."].concat() } else { [counts, ". ", filter].concat() }
}

pub const HTML: &str = "HTML";
pub const HTML_HINT: &str =
    "For systems that allow neither frames nor scripts. It has no styles of its own, so it looks like your article.";

// The image.

pub const IMAGE: &str = "What is shared, as an image";
pub const ALTERNATIVE: &str = "The same in words, as the image’s alternative text";
pub const SAVE_IMAGE: &str = "Download the image";
pub const NO_SAVING: &str = "This frame doesn’t let the page save files. Use the image’s own menu.";
pub const MORE_AT_THE_LINK: &str = "There is more at the link below.";
pub const SEE_ALL: &str = "See it with its sources";
pub const WHOSE_WORDS: &str = "Words in quotation marks are the sources’ own. All else is our wording.";
pub const IN_OUR_WORDS: &str = "In our words: ";
pub const QUOTE: &str = "A quote";
pub const WORDINGS: &str = "How they put it";

/// Where an image comes from.
pub fn from(title: &str, version: &str, license: &str) -> String {
    [super::NAME, " · ", title, " · version ", version, " · ", license].concat()
}

pub fn says(speakers: &str) -> String {
    [if speakers.is_empty() { super::NOBODY_NAMED } else { speakers }, ":"].concat()
}

pub fn more_quotes(count: usize) -> String {
    ["+ ", &count.to_string(), if count == 1 { " more quote" } else { " more quotes" }].concat()
}

/// How many events an image leaves out.
pub fn left_out(count: usize) -> String {
    let events = if count == 1 { " further event is" } else { " further events are" };
    [&count.to_string(), events, " not in the image."].concat()
}

pub fn image_of(story: &str) -> String {
    ["Image: ", story, "."].concat()
}

/// What one article has: *Article A: …*.
pub fn alternative_of(label: &str, words: &str) -> String {
    ["Article ", label, ": ", words].concat()
}
