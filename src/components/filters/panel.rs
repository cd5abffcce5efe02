//! The facets, in groups by what they speak of.

use leptos::prelude::*;
use sidebyline_query::Facet;
use sidebyline_query::facet::Level;

use super::drawer::{DRAWER, PANEL, close, put_back};
use super::facet::facet;
use super::listed;
use super::press::{Press, press};
use crate::components::parts::{div, live, p, say};
use crate::state::{use_state, use_story};
use crate::strings;

/// The facets: beside the events where there is room, else in a drawer.
#[component]
pub fn Panel() -> impl IntoView {
    let (story, state) = (use_story(), use_state());
    let group = |level: Level| {
        let facets: Vec<AnyView> = Facet::ALL
            .into_iter()
            .filter(|facet| facet.level() == level)
            .map(|index| facet(&story, state, index))
            .collect();
        view! {
            <section class="facets">
                <h3 class="facets__title">{strings::filters::level(level)}</h3>
                {p("facet__hint", strings::filters::level_hint(level))}
                {facets}
            </section>
        }
        .into_any()
    };
    let groups: Vec<AnyView> = Level::ALL.into_iter().map(group).collect();
    let show = move || {
        let unit = listed(state.page());
        strings::filters::show(state.matches(|matches| matches.total(unit)), unit)
    };
    let action = |class, words: AnyView| press(Press { class, ..Press::default() }, close, words);
    view! {
        <aside class="panel-place" aria-labelledby="_panel-title">
            <div id=PANEL class="panel">
                <div class="panel__head">
                    <h2 id="_panel-title" class="panel__title">{strings::filters::FILTERS}</h2>
                    {action("panel__close", say(strings::filters::CLOSE))}
                </div>
                <div class="panel__body">
                    {p("facet__hint", strings::filters::HINT)}
                    {groups}
                </div>
                {div("panel__foot", action("panel__show", live(show)))}
            </div>
        </aside>
        <dialog id=DRAWER class="drawer" aria-labelledby="_panel-title" closedby="any" on:close=move |_| put_back()></dialog>
    }
    .into_any()
}
