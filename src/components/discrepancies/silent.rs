//! Which sources don't say, and what that means.

use sidebyline_compare::Silence;
use sidebyline_compare::question::{Part, Says};

use crate::components::badge::badge;
use crate::components::parts::{for_the_eye, li, say, ul, unseen};
use crate::load::Story;
use crate::node::Node;
use crate::strings::compare::article;
use crate::strings::discrepancies as words;

/// The sources that don't answer, by why they don't; none if all answer.
pub fn silent(story: &Story, parts: &[&Part]) -> Option<Node> {
    const KINDS: [&str; 5] =
        [words::REPORTS_ONLY, words::COULD_HAVE, words::COULD_NOT, words::NOT_KNOWN, words::NOT_SAID];
    let line = |kind: &'static str| {
        let of_kind: Vec<&&Part> = parts.iter().filter(|part| why(&part.says) == kind).collect();
        let mut children: Vec<Node> = Vec::new();
        for (at, part) in of_kind.iter().enumerate() {
            let end = if at + 1 < of_kind.len() { "," } else { ":" };
            let name = [&article(&story.dataset.sources[part.source].label), end].concat();
            children.extend([for_the_eye(badge(&story.dataset, part.source)), unseen(name), say(" ")]);
        }
        (!children.is_empty()).then(|| {
            children.push(say(kind));
            li("question__silence", children)
        })
    };
    let lines: Vec<Node> = KINDS.into_iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| ul("question__silent", lines))
}

/// Why a source doesn't answer, in words.
fn why(says: &Says) -> &'static str {
    match says {
        Says::Answers(_) => "",
        Says::ReportsOnly => words::REPORTS_ONLY,
        Says::Silent(Silence::CouldHave) => words::COULD_HAVE,
        Says::Silent(Silence::CouldNot) => words::COULD_NOT,
        Says::Silent(Silence::Unknown(_)) => words::NOT_KNOWN,
        Says::Nothing => words::NOT_SAID,
    }
}
