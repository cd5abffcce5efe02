//! What is said when the dataset can't be shown: what, why, what next.

use leptos::prelude::*;

use crate::load::Problem;
use crate::strings;

/// The page in place of the page.
#[component]
pub fn ProblemPage(
    /// What went wrong.
    problem: Problem,
    /// Loads anew.
    retry: Callback<()>,
) -> impl IntoView {
    let explanation = strings::problem(problem);
    view! {
        <main class="problem">
            <p class="masthead__name"><strong>{strings::NAME}</strong></p>
            <div role="alert">
                <h1 class="problem__what">{explanation.what}</h1>
                <p>{explanation.why}</p>
                <p>{explanation.next}</p>
            </div>
            <button type="button" class="button" on:click=move |_| retry.run(())>{strings::RETRY}</button>
        </main>
    }
    .into_any()
}
