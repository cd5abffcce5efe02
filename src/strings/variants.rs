//! Words of the page *variants*: differences between wordings, told as sentences.

use sidebyline_compare::propose::Reason;
use sidebyline_compare::variant::difference::{Kind, Trivial};
use sidebyline_compare::variant::segment::Gap;

use crate::intl::number;

/// A piece of a sentence: words of the interface, or what a reading has, by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Say(String),
    Reading(usize),
}

pub const TITLE: &str = "The same statement in several articles";
pub const INTRO: &str = "Only words that an article quotes are compared with one another. Paraphrases, theirs or ours, are not: that two of them differ would say nothing.";
pub const CHOSEN: &str = "The words you chose";
pub const CODED: &str = "Called the same statement by those who coded the articles";
pub const PROPOSED: &str = "Proposed";
pub const PROPOSED_WHY: &str =
    "Found by a program in the words that two articles quote alike. Nobody has checked whether they are one statement.";
pub const WORDLESS: &str = "Without words to compare";
pub const WORDLESS_WHY: &str =
    "The articles carry these statements in paraphrase. They stand side by side here, and no words are compared.";
pub const BROKEN_OFF: &str = "There are too many quotes to look at all of them: some proposals may be missing.";
pub const NONE: &str = "Of what is found, no statement stands in two articles.";
pub const FEW: &str = "These articles share hardly any statement word for word. ";
pub const SEE_DEMO: &str = "See the demonstration, whose invented articles share many";
pub const FROM_DEMO: &str = "This is the demonstration: all of it is invented. ";
pub const LEAVE_DEMO: &str = "Go back to the articles";

pub const FORM: &str = "Form";
pub const LINE: &str = "One line";
pub const TABLE: &str = "Table";
pub const MARKS: &str = "Case, spaces, quotation marks, dashes and punctuation too";
pub const LEGEND: &str = "What the marks mean";

pub const CHOOSE: &str = "Choose what to compare";
pub const CHOOSE_HINT: &str = "The filters and the search narrow this list.";
pub const STATEMENT: &str = "Quote or report";
pub const PICK: &str = "Choose one";
pub const ADD: &str = "Add";
pub const CLEAR: &str = "Clear the choice";
pub const REMOVE_MARK: &str = "×";
pub const ITS_OWN_WORDS: &str = "The articles’ own words on events";
pub const FULL: &str = "No more can be compared at once.";
pub const ONE_MORE: &str = "Choose one more, to compare it with.";
pub const COMPARE: &str = "Compare the words";
pub const NO_WORDS: &str = "In paraphrase, so not compared: ";
pub const ITS_REPORT: &str = "its report";
pub const NOTHING_COMMON: &str = "They share hardly a word, so each stands by itself here.";
pub const NO_DIFFERENCE: &str = "They don’t differ in their words.";
pub const DIFFERENCES: &str = "How they differ";
pub const SEPARATOR: &str = " / ";
pub const UNQUOTED: &str = " … ";
pub const GAP: &str = "–";
pub const OUTSIDE: &str = "·";
pub const WITNESS: &str = "Article";

pub fn compare_of(speaker: &str) -> String {
    ["Compare the words of this quote of: ", speaker].concat()
}

pub fn compare_on(title: &str) -> String {
    ["Compare the words of the articles on: ", title].concat()
}

pub fn link_to_group(speakers: &str) -> String {
    ["Copy link to this comparison: ", speakers].concat()
}

pub fn remove(name: &str) -> String {
    ["Remove from the comparison: ", name].concat()
}

pub fn added(count: usize) -> String {
    [number(count).as_str(), " chosen"].concat()
}

/// *12 of the statements found are not shown.*
pub fn more(count: usize) -> String {
    let verb = if count == 1 { " more is" } else { " more are" };
    [&number(count), verb, " found; filters and search lead to them."].concat()
}

/// *A, C and D*.
pub fn names(labels: &[&str]) -> String {
    match labels {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}

/// *Ida Brandt in A*.
pub fn who(speaker: &str, label: &str) -> String {
    [speaker, " in ", label].concat()
}

/// How many words all have.
pub fn shared(shared: usize, shortest: usize, witnesses: usize) -> String {
    let all = if witnesses == 2 { "both" } else { "all" };
    if shared == 0 {
        return ["No word stands in ", all, "."].concat();
    }
    let words = if shared == 1 { " word stands in " } else { " words stand in " };
    [&number(shared), words, all, ", of ", &number(shortest), " in the shortest."].concat()
}

/// *C and D draw on A.*
pub fn drawn(from: &[&str], on: &str) -> String {
    let verb = if from.len() == 1 { " draws on " } else { " draw on " };
    [&names(from), verb, on, ", so the words may be the same because their origin is."].concat()
}

/// Why a proposal is one.
pub fn reasons(score: f32, reasons: &[Reason]) -> String {
    let told: Vec<String> = reasons.iter().map(|reason| self::reason(*reason)).collect();
    let percent = (0_u8..=100).rfind(|&percent| f32::from(percent) <= score * 100.0).unwrap_or(0);
    ["Likeness ", &number(usize::from(percent)), " of 100: ", &told.join(", "), "."].concat()
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::SharedWords { shared, of } => {
            let words = if of == 1 { " word" } else { " words" };
            [&number(shared as usize), " of ", &number(of as usize), words, " shared in the same order"].concat()
        }
        Reason::LongestRun(words) => [&number(words as usize), " of them in a row"].concat(),
        Reason::SameSpeaker => "the same speaker".into(),
        Reason::OtherSpeaker => "though different speakers".into(),
        Reason::SameEvent => "the same event".into(),
        Reason::OtherTime => "though at different times".into(),
    }
}

/// The glyph of a kind of difference.
pub const fn glyph(kind: Kind) -> &'static str {
    match kind {
        Kind::OtherSpeaker => "☰",
        Kind::PartialQuote => "“”",
        Kind::Shortened(_) => "–",
        Kind::Ellipsis => "…",
        Kind::Insertion => "[ ]",
        Kind::ChangedWords => "≠",
        Kind::AddedWords => "+",
        Kind::Trivial(_) => "~",
    }
}

/// What a kind of difference is called.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::OtherSpeaker => "Another speaker",
        Kind::PartialQuote => "Quoted in part",
        Kind::Shortened(_) => "Shortened",
        Kind::Ellipsis => "Ellipsis",
        Kind::Insertion => "Words in brackets",
        Kind::ChangedWords => "Other words",
        Kind::AddedWords => "More words",
        Kind::Trivial(Trivial::Case) => "Capitals",
        Kind::Trivial(Trivial::Space) => "Spaces",
        Kind::Trivial(Trivial::QuotationMarks) => "Quotation marks",
        Kind::Trivial(Trivial::Dashes) => "Dashes and hyphens",
        Kind::Trivial(Trivial::Punctuation) => "Punctuation",
        Kind::Trivial(Trivial::Characters) => "Characters",
    }
}

/// What stands in the legend, in its order.
pub const LEGEND_OF: [(Kind, &str); 6] = [
    (Kind::ChangedWords, "other words"),
    (Kind::Shortened(Gap::Middle), "left out without a mark"),
    (Kind::Ellipsis, "left out with an ellipsis"),
    (Kind::Insertion, "put in brackets"),
    (Kind::AddedWords, "more words"),
    (Kind::Trivial(Trivial::Case), "a matter of typography"),
];

/// Who has none of the words.
pub fn not_in(labels: &[&str]) -> String {
    ["not in ", &labels.join(" ")].concat()
}

/// Whose words these are alone, for who listens.
pub fn only_in(labels: &[&str]) -> String {
    [" (quoted only in ", &names(labels), ") "].concat()
}

/// Who has an ellipsis in place of the words.
pub fn marked_by(labels: &[&str]) -> String {
    ["… ", &labels.join(" ")].concat()
}

/// A difference as a sentence. `who` are those of whom the kind speaks, `readings` those who read each reading.
pub fn sentence(kind: Kind, who: &[&str], readings: &[Vec<&str>]) -> Vec<Part> {
    let say = |words: &[&str]| Part::Say(words.concat());
    let one = who.len() == 1;
    let verb = |singular: &'static str, plural: &'static str| if one { singular } else { plural };
    let who = names(who);
    match kind {
        Kind::OtherSpeaker => vec![say(&["The words are attributed differently: "])],
        Kind::PartialQuote => vec![say(&[
            &who,
            verb(" quotes", " quote"),
            " fragments inside a paraphrase, where what stands between them is not compared: ",
        ])],
        Kind::Shortened(gap) => {
            let place = match gap {
                Gap::Start => " at the start, without a mark.",
                Gap::End => " at the end, without a mark.",
                _ => ", without a mark.",
            };
            around(&[&who, verb(" leaves out ", " leave out ")], readings.len(), place)
        }
        Kind::Ellipsis if readings.is_empty() => {
            vec![say(&[&who, verb(" marks", " mark"), " that words are left out where no other article has any."])]
        }
        Kind::Ellipsis => {
            around(&[&who, verb(" leaves out ", " leave out ")], readings.len(), ", with an ellipsis in their place.")
        }
        Kind::AddedWords => around(&["Only ", &who, verb(" has ", " have ")], readings.len(), "."),
        Kind::Trivial(_) if readings.len() == 1 => around(&["Only ", &who, verb(" has ", " have ")], 1, "."),
        Kind::ChangedWords | Kind::Insertion | Kind::Trivial(_) => each(readings),
    }
}

/// Words, the readings, and words after them.
fn around(before: &[&str], readings: usize, after: &str) -> Vec<Part> {
    let mut parts = vec![Part::Say(before.concat())];
    for reading in 0..readings {
        if reading > 0 {
            parts.push(Part::Say(" or ".into()));
        }
        parts.push(Part::Reading(reading));
    }
    parts.push(Part::Say(after.into()));
    parts
}

/// Who has what: *A has “deal”, B has “agreement”.*
fn each(readings: &[Vec<&str>]) -> Vec<Part> {
    let mut parts = Vec::new();
    for (at, who) in readings.iter().enumerate() {
        let comma = if at > 0 { ", " } else { "" };
        parts.push(Part::Say([comma, &names(who), if who.len() == 1 { " has " } else { " have " }].concat()));
        parts.push(Part::Reading(at));
    }
    parts.push(Part::Say(".".into()));
    parts
}

/// Who attributes the words to whom.
pub fn attributed(labels: &[&str], speakers: &str) -> String {
    [&names(labels), " to ", speakers].concat()
}

/// The head of a column of the table.
pub fn stretch(at: usize, kinds: &[Kind]) -> String {
    let kinds: Vec<&str> = kinds.iter().map(|&kind| self::kind(kind)).collect();
    let what = if kinds.is_empty() { "the same".into() } else { kinds.join(", ") };
    [&number(at), ": ", &what].concat()
}

/// Why a cell of the table is empty, for who listens.
pub const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Outside => "not quoted",
        Gap::Marked => "left out, with a mark",
        _ => "left out",
    }
}

/// An entry of the list to choose from.
pub fn option(label: &str, words: &str) -> String {
    let short: String = words.chars().take(70).collect();
    let more = if short.len() < words.len() { "…" } else { "" };
    [label, ": “", &short, more, "”"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: Kind, who: &[&str], readings: &[(&[&str], &str)], expected: &str) {
        let witnesses: Vec<Vec<&str>> = readings.iter().map(|(who, _)| who.to_vec()).collect();
        let parts = sentence(kind, who, &witnesses).into_iter().map(|part| match part {
            Part::Say(words) => words,
            Part::Reading(at) => readings[at].1.to_owned(),
        });
        assert_eq!(parts.collect::<String>(), expected);
    }

    #[test]
    fn a_difference_is_a_sentence() {
        let deals: [(&[&str], &str); 2] = [(&["A", "C"], "deal"), (&["B"], "agreement")];
        check(Kind::ChangedWords, &["A", "C", "B"], &deals, "A and C have deal, B has agreement.");
        let now: [(&[&str], &str); 1] = [(&["A"], "now")];
        check(Kind::Shortened(Gap::End), &["B"], &now, "B leaves out now at the end, without a mark.");
        check(Kind::Ellipsis, &["B", "C"], &now, "B and C leave out now, with an ellipsis in their place.");
        check(Kind::AddedWords, &["A"], &now, "Only A has now.");
    }

    #[test]
    fn names_are_a_list_as_one_says_it() {
        assert_eq!(names(&["A"]), "A");
        assert_eq!(names(&["A", "B", "C"]), "A, B and C");
    }

    #[test]
    fn a_long_quote_is_cut_where_it_is_chosen() {
        assert_eq!(option("A", "short"), "A: “short”");
        assert!(option("A", &"long ".repeat(30)).ends_with("…”"));
    }
}
