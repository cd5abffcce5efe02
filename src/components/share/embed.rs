//! Code for another page, in two forms, with what can be chosen of it and how it will look.

use leptos::prelude::*;
use sidebyline_query::{Page, Theme};
use web_sys::{Event, HtmlIFrameElement, HtmlInputElement};

use super::address::root;
use super::code;
use super::sheet::Sheet;
use super::subject::Subject;
use super::take::take;
use crate::components::filters::choice;
use crate::components::parts::{div, maybe, p, row, span};
use crate::node::{Node, el, listener, live};
use crate::strings;
use crate::strings::share as words;

/// The heights that are of use, in pixels.
const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=4_000;
/// The height to begin with.
const HEIGHT: u32 = 600;
/// How wide an article is on a phone and elsewhere, in pixels.
const WIDTHS: [u32; 2] = [390, 680];

/// What can be chosen of an embedded view.
#[derive(Clone, Copy)]
pub struct Options {
    theme: RwSignal<Theme>,
    /// Another page than the one at hand.
    page: RwSignal<Option<Page>>,
    height: RwSignal<u32>,
    /// What it is called; empty for what it is called by itself.
    title: RwSignal<String>,
    /// The width at which it is shown.
    width: RwSignal<u32>,
}

impl Options {
    /// What is good for most.
    pub fn new() -> Self {
        let narrow = crate::components::compare::watch("(width < 48rem)".into());
        let width = WIDTHS[usize::from(!narrow.get_untracked())];
        Self {
            theme: RwSignal::new(Theme::Auto),
            page: RwSignal::new(None),
            height: RwSignal::new(HEIGHT),
            title: RwSignal::new(String::new()),
            width: RwSignal::new(width),
        }
    }

    fn title(self, sheet: Sheet) -> String {
        let own = self.title.get();
        if own.trim().is_empty() { self.usual_title(sheet) } else { own }
    }

    fn usual_title(self, sheet: Sheet) -> String {
        let what = match sheet.subject.get() {
            Subject::View => strings::page(self.page.get().unwrap_or_else(|| sheet.state.page())).into(),
            _ => sheet.name(),
        };
        words::embed_title(&what, &sheet.story().dataset.about.title)
    }

    fn address(self, sheet: Sheet) -> String {
        sheet.embedded(self.page.get(), self.theme.get())
    }

    fn code(self, sheet: Sheet) -> code::Embed {
        code::Embed {
            root: root(),
            address: self.address(sheet),
            query: sheet.embedded_view(self.page.get()),
            permalink: sheet.permalink(),
            theme: self.theme.get(),
            height: self.height.get(),
            title: self.title(sheet),
        }
    }
}

/// The options, the code in its two forms, and how it will look.
pub fn embed(sheet: Sheet, options: Options) -> Node {
    let chosen =
        div("embed__options", row([page(sheet, options), theme(options), height(options), title(sheet, options)]));
    let frame = take(sheet, "_share-frame", words::FRAME, "3", move || options.code(sheet).frame());
    let element = take(sheet, "_share-element", words::ELEMENT, "4", move || options.code(sheet).element());
    row([
        chosen,
        frame,
        p("sharing__hint", words::FRAME_HINT),
        element,
        p("sharing__hint", words::ELEMENT_HINT),
        preview(sheet, options),
    ])
    .into()
}

fn page(sheet: Sheet, options: Options) -> Node {
    let pages = move || {
        let now = options.page.get().unwrap_or_else(|| sheet.state.page());
        Page::ALL.iter().map(|&(page, _)| (page == now, strings::page(page).into())).collect()
    };
    let pick = move |at: usize| options.page.set(Page::ALL.get(at).map(|&(page, _)| page));
    live(move || maybe((sheet.subject.get() == Subject::View).then(|| choice(words::PAGE, pages, pick))))
}

fn theme(options: Options) -> Node {
    let themes =
        move || Theme::ALL.iter().map(move |&(theme, _)| (theme == options.theme.get(), words::theme(theme).into()));
    let pick = move |at: usize| options.theme.set(Theme::ALL.get(at).map_or(Theme::Auto, |&(theme, _)| theme));
    choice(words::THEME, move || themes().collect(), pick)
}

fn height(options: Options) -> Node {
    let change = move |event: Event| {
        let typed = listener::<HtmlInputElement>(&event).and_then(|input| input.value().trim().parse().ok());
        if let Some(height) = typed.filter(|height| HEIGHTS.contains(height)) {
            options.height.set(height);
        }
    };
    let input = el("input")
        .class("choice__select embed__height")
        .attr("type", "number")
        .attr("min", HEIGHTS.start().to_string())
        .attr("max", HEIGHTS.end().to_string())
        .attr("step", "10")
        .attr("value", options.height.get_untracked().to_string())
        .on("input", change);
    el("label").class("choice").child([span("choice__label", words::HEIGHT), input])
}

fn title(sheet: Sheet, options: Options) -> Node {
    let change = move |event: Event| {
        options.title.set(listener::<HtmlInputElement>(&event).map(|input| input.value()).unwrap_or_default());
    };
    let input = el("input")
        .class("choice__select embed__title")
        .attr("type", "text")
        .attr("maxlength", "200")
        .attr("value", options.title.get_untracked())
        .live("placeholder", move || options.usual_title(sheet))
        .on("input", change);
    el("label").class("choice embed__wide").child([span("choice__label", words::TITLE), input])
}

/// How it will look, at the width of a phone and of an article.
fn preview(sheet: Sheet, options: Options) -> Node {
    let width = |width: u32| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "_share-width")
            .prop("checked", move || options.width.get() == width)
            .on("change", move |_| options.width.set(width));
        el("label").class("rows__option").child([input, span("", words::width(width, width == WIDTHS[0]))])
    };
    let widths = el("fieldset").class("rows").child([
        el("legend").class("embed__legend").child(words::PREVIEW),
        width(WIDTHS[0]),
        width(WIDTHS[1]),
    ]);
    let show = move |frame: &HtmlIFrameElement| {
        let address = options.address(sheet);
        // Once it is there, it goes elsewhere in place, or each choice would be a step for Back.
        match frame.content_window() {
            Some(window) => drop(window.location().replace(&address)),
            None => frame.set_src(&address),
        }
    };
    let pixels = |number: u32| [&number.to_string(), "px"].concat();
    let frame = el("iframe")
        .class("embed__frame")
        .live("title", move || options.title(sheet))
        .effect(show)
        .style("inline-size", move || pixels(options.width.get()))
        .style("block-size", move || pixels(options.height.get()));
    div("embed__preview", [widths, div("embed__place", frame)])
}
