//! The place of what only the program can fill: tabs, search, filters, histogram. It is as large as they will be, since it
//! has the same boxes, but nobody sees them, hears them or gets into them.

use sidebyline_dataset::Dataset;
use sidebyline_query::{Histogram, Index, Selection, Timeline, View};
use sidebyline_words::phrases;

use super::words::{div, p, span};
use super::write::{Element, Html, el};

/// The place of the bar: a line of tabs, and one of search and filters.
pub fn bar() -> Html {
    let tab = span("tabs__link", "–");
    let field = field("search__field", "search");
    let words = el("span").class("search__words").child(span("search__label", phrases::SEARCH)).child(field);
    let more = div("search__more", span("search__verbatim", phrases::VERBATIM));
    let search = div("search", Html::from(words).and(more));
    reserved("bar", div("tabs", tab).and(search).and(span("filter-button", "–")))
}

/// The place of the histogram; nothing where no event has a known day.
pub fn histogram(dataset: &Dataset, timeline: &Timeline) -> Html {
    let index = Index::new(dataset);
    let (everything, _) = Selection::of(&View::default(), dataset, &index);
    let histogram = Histogram::new(dataset, timeline, &index, &everything);
    if histogram.bars.is_empty() {
        return Html::default();
    }
    let days = usize::try_from(histogram.days).unwrap_or(usize::MAX);
    let title = span("histogram__title", phrases::by_day(days));
    let all = span("link-button histogram__all", phrases::ALL_DAYS);
    let date = |end| span("histogram__date", span("histogram__label", end).and(field("histogram__input", "date")));
    let dates = div("histogram__dates", date(phrases::FROM).and(date(phrases::TO)));
    let handles = if histogram.bars.len() > 1 { div("histogram__handles", Html::default()) } else { Html::default() };
    let plot = div("histogram__plot", div("histogram__field", Html::default()).and(handles));
    let axis = div("histogram__axis", span("histogram__day", "–"));
    let key = |words: &str| span("histogram__key", span("histogram__swatch", Html::default()).and(words));
    let outside = span("histogram__outside", phrases::not_drawn(histogram.outside));
    let legend = p("histogram__legend", key(phrases::CERTAIN).and(key(phrases::UNCERTAIN)).and(outside));
    reserved("histogram", title.and(all).and(dates).and(plot).and(axis).and(legend))
}

/// The place of the number of events, and of what is chosen. The number is empty, for who waits for it.
pub fn result() -> Html {
    let count = p("result-count", Html::default());
    let widest = el("option").child("reports");
    let unit = el("select").class("choice__select").flag("disabled", true).child(widest);
    let choice = span("choice", span("choice__label", phrases::COUNT).and(unit));
    let links = span("quiet-button", phrases::COPY_LINK).and(span("quiet-button", phrases::SHARE));
    let tools = div("result__tools", choice.and(links));
    reserved("result", count.and(div("chips", Html::default())).and(tools))
}

fn field(class: &str, kind: &str) -> Element {
    el("input").class(class).attr("type", kind).flag("disabled", true)
}

fn reserved(class: &str, boxes: Html) -> Html {
    let class = [class, " substance__place"].concat();
    el("div").class(&class).attr("aria-hidden", "true").child(boxes).into()
}
