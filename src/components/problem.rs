//! What is said when the dataset can't be shown: what, why, what next.

use crate::load::Problem;
use crate::node::{Node, el};
use crate::strings;

/// The page in place of the page; `retry` loads anew.
pub fn problem_page(problem: Problem, retry: impl Fn() + 'static) -> Node {
    let explanation = strings::problem(problem);
    el("main")
        .class("problem")
        .child(el("p").class("masthead__name").child(el("strong").child(strings::NAME)))
        .child(
            el("div")
                .attr("role", "alert")
                .child(el("h1").class("problem__what").child(explanation.what))
                .child(el("p").child(explanation.why))
                .child(el("p").child(explanation.next)),
        )
        .child(el("button").attr("type", "button").class("button").on("click", move |_| retry()).child(strings::RETRY))
}
