//! Words on the data as a whole: where they come from, what went wrong, what is known of them, what was corrected.

use sidebyline_query::{Data, DataKind};

use super::{capitalized, counted};
use crate::intl::number;
use crate::load::origins::SETTINGS;
use crate::load::{Home, LARGEST, Problem};

/// What went wrong, why, and what to do.
#[derive(Default)]
pub struct Explanation {
    /// What.
    pub what: String,
    /// Why, as far as is known.
    pub why: String,
    /// What to do.
    pub next: String,
    /// Whether it may help to try again.
    pub again: bool,
}

/// What stands above the first of data that are still being read.
pub const FIRST: &str = "The beginning of what has been read so far. The rest is on its way.";

const TELL: &str = "Try again in a moment; if it stays so, tell whoever runs this page.";
const NOT_LOADED: &str = "The articles could not be loaded.";

/// What is said of a problem with `data`. `origin` is where they lie, if that is another site.
pub fn problem(problem: &Problem, data: &Data, origin: &str) -> Explanation {
    let again =
        |what: &str, why: String, next: &str| Explanation { what: what.into(), why, next: next.into(), again: true };
    let address = match data.kind() {
        DataKind::Address(address) => address,
        _ => "",
    };
    match problem {
        Problem::Unreachable if !origin.is_empty() => again(
            NOT_LOADED,
            [
                "They lie on another site, ",
                origin,
                ". Either no answer came from there, or the answer doesn’t allow this page to read it; a browser doesn’t say which.",
            ]
            .concat(),
            "Check the connection, then try again. Whoever runs the other site can allow it, by sending the header “Access-Control-Allow-Origin: *” with the file. If its address begins with http: and this page’s with https:, it has to be https: too.",
        ),
        Problem::Unreachable => again(
            NOT_LOADED,
            "No answer came from the server. The connection may be down, or something blocks it.".into(),
            "Check the connection, then try again.",
        ),
        Problem::Offline => again(
            NOT_LOADED,
            "This browser is offline.".into(),
            "Connect it, then try again. A file on this device can be opened without a connection.",
        ),
        Problem::Stopped => again("Loading was stopped.", "You pressed Stop.".into(), "Try again when you like."),
        Problem::Refused(404) if !address.is_empty() => again(
            "There are no articles at the address in the link.",
            ["The server says that it has no such file (404): ", address].concat(),
            "Check the link, or ask whoever gave it to you.",
        ),
        Problem::Refused(404) => again(
            "The articles are not where they should be.",
            "The server says that it has no such file (404).".into(),
            "The page and its data may be in the middle of an update. Try again in a moment; if it stays so, tell whoever runs this page.",
        ),
        Problem::Refused(status) => again(
            NOT_LOADED,
            ["The server refused (", &status.to_string(), ")."].concat(),
            TELL,
        ),
        Problem::CutOff => again(
            "Only a part of the articles came.",
            "The answer broke off before the file’s end.".into(),
            "Check the connection, then try again.",
        ),
        Problem::TooLarge => refusal(
            "The file is too large.",
            ["It is larger than ", &megabytes(LARGEST), ", which is as much as a browser can show at ease. No more of it was read.", "", ""],
            "Is it the right file? A dataset of hundreds of articles has a few megabytes. A larger one has to be published in parts.".into(),
        ),
        Problem::Unreadable(finding) => Explanation {
            what: if data.kind() == DataKind::Local { "The file can’t be read." } else { "The data came, but they can’t be read." }.into(),
            why: [&capitalized(&finding.found), " (", &finding.place, ")."].concat(),
            next: finding.mend.clone(),
            again: data.kind() != DataKind::Local,
        },
        Problem::Settings(found) => again(
            "This page can’t tell whose data it may show.",
            ["Whoever runs it lists that in ", SETTINGS, ", and there is something wrong with it: ", found, "."].concat(),
            "Tell whoever runs this page. Until it is mended, no data of other sites are shown here.",
        ),
        Problem::Unlisted(origin) => refusal(
            "This page does not show data from there.",
            [
                "The link asks for data of another site: ",
                address,
                ". Whoever runs this page has not listed ",
                origin,
                ". If a link alone were enough, anybody could make this page show invented quotes as its own. Nothing was asked of the other site.",
            ],
            allow(origin),
        ),
        Problem::Redirected(origin) => refusal(
            "The data are at another site than the link says.",
            ["The server sent this page on to ", origin, ", which whoever runs this page has not listed. What came from there is not shown.", "", ""],
            allow(origin),
        ),
        Problem::Policy(origin) => refusal(
            "This page’s own rules keep it from asking there.",
            ["Whoever runs this page has listed ", origin, " in ", SETTINGS, ", but the page’s content policy does not name it."],
            ["Tell whoever runs this page: “connect-src” in the policy, in index.html or in what the server sends, has to name ", origin, " too."].concat(),
        ),
        Problem::NoFile => refusal(
            "This link leads to a file that isn’t here.",
            ["Whoever made it was looking at a file of their own, on their own device. It was never sent anywhere, so nobody else can see it by this link. If it was you, a browser forgets the file when the page is loaded anew.", "", "", "", ""],
            "If you have the file, open it here.".into(),
        ),
        Problem::OtherFile(name) => refusal(
            "That file is no dataset.",
            ["A dataset is a file whose name ends in “.json” or “.sidebyline”. This one is called “", name, "”.", "", ""],
            "Choose another file. Sheets become a dataset by the command “sidebyline build”.".into(),
        ),
    }
}

/// What trying again doesn't mend.
fn refusal(what: &str, why: [&str; 5], next: String) -> Explanation {
    Explanation { what: what.into(), why: why.concat(), next, again: false }
}

fn allow(origin: &str) -> String {
    let list = [
        "It can be allowed by whoever runs this page, and by nobody else: in ",
        SETTINGS,
        ", “datasets.origins” has to list ",
        origin,
    ];
    let rest = ", and the page’s content policy has to name it. If you have the data as a file, you can open it here for yourself.";
    [list.concat().as_str(), rest].concat()
}

fn megabytes(bytes: usize) -> String {
    [&number(bytes / 1_000_000), " MB"].concat()
}

pub const AGAIN: &str = "Try again";
pub const OWN_DATA: &str = "The articles that this site shows by itself";
pub const OPEN_FILE: &str = "Open a dataset of your own";
pub const CHOOSE_FILE: &str = "Choose a file";
pub const FILE_PROMISE: &str = "A “sidebyline/1” file (JSON, or packed) from this device; it can also be dropped anywhere on the page. It stays in this tab: nothing of it is sent or stored.";
pub const DROP_HERE: &str = "Drop the file to open it as a dataset";
pub const DROP_PROMISE: &str = "It stays in this tab. Nothing of it is sent or stored.";

/// Where the data come from that aren't the site's own; `origin` is that of another site.
pub fn home(home: &Home, origin: &str) -> [String; 2] {
    match home {
        Home::Site => [String::new(), String::new()],
        Home::File(name) => [
            "A file of your own. ".into(),
            ["You opened “", name, "”. It is in this tab only and not on this site, so links to what you see here lead nowhere for others. It is gone when you load the page anew."].concat(),
        ],
        Home::Address(address) if origin.is_empty() => [
            "Not this site’s usual data. ".into(),
            ["A link asked for another file of this server: ", address].concat(),
        ],
        Home::Address(address) => [
            ["Data of ", origin, ", not of this site. "].concat(),
            ["Whoever runs this site lets it show data from there, and answers for none of it: ", address].concat(),
        ],
    }
}

// About the data.

pub const VERSION: &str = "Version";
pub const UPDATED: &str = "Last changed";
pub const LICENSE: &str = "Licence of the coding";
pub const CREATORS: &str = "Coded by";
pub const PUBLISHER: &str = "Published by";
pub const CONTACT: &str = "Contact";
pub const FILE: &str = "File";
pub const DIGEST: &str = "SHA-256 of the file";
pub const METHOD: &str = "How this was made";
pub const CORRECTIONS: &str = "Corrections";
pub const NO_CORRECTIONS: &str = "None so far.";
pub const DOWNLOAD: &str = "Download it";
pub const LOOK: &str = "Go to it";

/// How large the file is.
pub fn size(bytes: usize) -> String {
    match bytes {
        0..10_000 => counted(bytes, "byte", "bytes"),
        10_000..10_000_000 => [&number(bytes / 1_000), " KB"].concat(),
        _ => megabytes(bytes),
    }
}

/// When something was corrected, and in which version.
pub fn corrected(date: &str, version: Option<&str>) -> String {
    match version {
        Some(version) => [date, ", version ", version, ": "].concat(),
        None => [date, ": "].concat(),
    }
}

/// What to know of the corrections since the version of a link.
pub fn changes(now: &str, certain: bool, count: usize) -> String {
    let told = match (count, certain) {
        (0, _) => ". No correction is noted since; what else has changed isn’t told.",
        (_, true) => ". Corrected since:",
        (_, false) => ". Corrected at some time, perhaps before the link was made:",
    };
    ["This is version ", now, told].concat()
}

#[cfg(test)]
mod tests {
    use sidebyline_dataset::Finding;

    use super::*;

    #[test]
    fn a_problem_is_told_as_a_sentence_with_its_place() {
        let finding = Finding::error("line 3", "élan is missing", "Mend it.");
        let told = problem(&Problem::Unreadable(finding), &Data::default(), "");
        assert_eq!((told.why.as_str(), told.next.as_str()), ("Élan is missing (line 3).", "Mend it."));
    }

    #[test]
    fn what_trying_again_does_not_mend_offers_no_new_try() {
        let data = Data::parse("https://a.example/b.json").expect("it is an address");
        let unlisted = problem(&Problem::Unlisted("https://a.example".into()), &data, "https://a.example");
        assert!(
            !unlisted.again && unlisted.why.contains("https://a.example/b.json") && unlisted.next.contains(SETTINGS)
        );
        let silent = problem(&Problem::Unreachable, &data, "https://a.example");
        assert!(silent.again && silent.next.contains("Access-Control-Allow-Origin"));
        assert!(!problem(&Problem::Unreachable, &Data::default(), "").next.contains("Access-Control"));
    }

    #[test]
    fn what_was_corrected_is_told_with_what_is_known_of_it() {
        assert_eq!(changes("1.2", true, 2), "This is version 1.2. Corrected since:");
        assert!(changes("1.2", false, 2).contains("perhaps"));
        assert!(changes("1.2", true, 0).contains("No correction"));
        assert_eq!(corrected("1 May", Some("1.1")), "1 May, version 1.1: ");
    }
}
