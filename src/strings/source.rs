//! Words of the page *source*.

use sidebyline_compare::{Silence, Why};

use super::counted;
use crate::intl::number;

pub const LEDE: &str = "Each article by itself: what only it reports, what it leaves out, whom it quotes and with which words, and all of it in its own order.";
pub const ALL: &str = "All articles";
pub const PREVIOUS: &str = "Previous article:";
pub const NEXT: &str = "Next article:";
pub const NEIGHBOURS: &str = "Other articles";
pub const CONTENTS: &str = "On this page";
pub const CODED_FULL: &str = "coded in full: all that it reports is here";
pub const CODED_PARTLY: &str = "coded in part";
pub const DRAWS_ON_NOTHING: &str = "The data name nothing that it draws on.";

pub fn length(characters: usize) -> String {
    counted(characters, "character", "characters")
}

pub fn notes(count: usize) -> String {
    counted(count, "note on its text", "notes on its text")
}

// Figures.

pub const ONLY_HERE: &str = "only here";
pub const VERBATIM: &str = "words quoted verbatim";

pub fn events(count: usize) -> String {
    if count == 1 { "event reported" } else { "events reported" }.into()
}

pub fn quotes(count: usize) -> String {
    if count == 1 { "quote" } else { "quotes" }.into()
}

// What sets it apart.

pub const ONLY: &str = "What only it reports";
pub const ONLY_HINT: &str = " that no other article here reports or quotes anybody on; what the silence of each of the others means stands beside it.";
pub const NOTHING_ONLY: &str = "Nothing: another article has something on each event that this one reports.";
pub const LEFT_OUT: &str = "What it leaves out";
pub const LEFT_OUT_HINT: &str = " on which all other articles have something, and this one has nothing.";
pub const LEFT_OUT_BY_ABLE_HINT: &str =
    " on which all other articles have something that could: the rest were published before the event could be known.";
pub const NOTHING_LEFT_OUT: &str =
    "Nothing: there is no event on which all other articles that could have something do, and this one doesn’t.";

/// What the silence of other articles means.
pub const fn silence(silence: Silence) -> &'static str {
    match silence {
        Silence::CouldHave => "silent, though it could be known",
        Silence::CouldNot => "published before it could be known",
        Silence::Unknown(Why::PartlyCoded) => "partly coded, may report it",
        Silence::Unknown(_) => "silent, perhaps before it could be known",
    }
}

pub fn reported_by(labels: &str) -> String {
    ["reported by ", labels].concat()
}

pub fn could_not(labels: &str) -> String {
    ["; ", labels, " could not know of it"].concat()
}

/// What the silence of the article at hand means.
pub const fn here(silence: Silence) -> &'static str {
    match silence {
        Silence::CouldHave => "; this one could have reported it",
        Silence::CouldNot => "; this one was published before it could be known",
        Silence::Unknown(Why::PartlyCoded) => "; this one could have, and only a part of its text is in the data",
        Silence::Unknown(_) => "; whether this one could have isn’t known",
    }
}

// Whom it quotes.

pub const VOICES: &str = "Whom it quotes";
pub const VOICES_HINT: &str = " in all. What several say together is counted once, for them together.";
pub const SPEAKER: &str = "Speaker";
pub const QUOTES: &str = "Quotes";
pub const SHARE: &str = "Share of its quotes";
pub const VERBATIM_WORDS: &str = "Words quoted verbatim";
pub const UNNAMED: &str = "without a name";
pub const NO_QUOTES: &str = "Nobody.";

pub fn together(names: &str) -> String {
    [names, " (together)"].concat()
}

/// *6 of 15*.
pub fn share(count: usize, of: usize) -> String {
    [&number(count), " of ", &number(of)].concat()
}

/// What a figure counts, where no head stands above it.
pub const OF_QUOTES: &str = " quoted";
pub const OF_WORDS: &str = " words";

pub fn quote_number(at: usize) -> String {
    ["quote ", &number(at)].concat()
}

// Its reporting words.

pub const CUES: &str = "How it introduces quotes";
pub const CUES_OF_OTHERS: &str = "Reporting words of the other articles";
pub const CUES_HINT: &str = "How many quotes of each article have which reporting word, and what share of all its quotes that is. The words stand in their basic form.";
pub const CUE: &str = "Reporting word";
pub const NO_CUES: &str = "No quote of it has a reporting word.";
pub const NONE: &str = "none";

pub fn of_quotes(count: usize) -> String {
    ["of ", &super::quotes(count)].concat()
}

pub fn only_others(count: usize) -> String {
    counted(count, "word that only others use", "words that only others use")
}

/// *20 %*, in whole percent.
pub fn percent(count: usize, of: usize) -> String {
    let percent = (200 * count + of).checked_div(2 * of).unwrap_or_default();
    [&number(percent), "\u{a0}%"].concat()
}

// Its own order.

pub const COURSE: &str = "In its own order";
pub const COURSE_HINT: &str =
    "Filters and search hold for this part; all other figures on this page are of the whole article.";
pub const NO_EVENT: &str = "Belongs to no event";
pub const NOTHING_TOLD: &str = "Nothing of it is in the data.";
pub const VERIFY: &str = "Check it against the text";

/// How many reports and quotes the filters leave: *12 of 35 reports and quotes.*
pub fn told(left: usize, of: usize) -> String {
    let all = [&number(of), " reports and quotes."].concat();
    if left == of { ["All ", &all].concat() } else { [&number(left), " of ", &all].concat() }
}
