//! The head and the foot of a page.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::Paraphrase;
use sidebyline_words::{dates, phrases};

use super::event::Stand;
use super::words::{div, foreign, ours, p, span, time};
use super::write::{Html, el, text};

/// The head. On the page of one item, the title leads to the whole.
pub fn masthead(dataset: &Dataset, stand: Stand) -> Html {
    let about = &dataset.about;
    let name = Html::from(el("strong").child(phrases::NAME)).and(" ").and(span("masthead__tagline", phrases::TAGLINE));
    let theme = el("div").class("theme-choice substance__place").attr("aria-hidden", "true");
    let theme = theme.child(["–", "–", "–"].map(|option| span("theme-choice__option", option)));
    let whole = el("a").local("./").child(&about.title);
    let title = match stand {
        Stand::Folded => el("h1").child(&about.title),
        Stand::Alone => el("p").child(whole),
    };
    let title = foreign(title.class("masthead__title"), &about.language);
    let description = foreign(el("p").class("masthead__description"), &about.language).child(&about.description);
    let more = el("details")
        .class("masthead__more")
        .child(el("summary").class("masthead__fold").child(phrases::HOW_TO_READ))
        .child(p("masthead__lede", phrases::LEDE));
    let parts = match stand {
        Stand::Folded => [title.into(), figures(dataset), description.into(), more.into()],
        Stand::Alone => [title.into(), Html::default(), Html::default(), more.into()],
    };
    let bar = div("masthead__bar", p("masthead__name", name).and(theme));
    el("header").class("masthead").child(bar).child(div("masthead__about", Html::from(parts))).into()
}

/// How much there is; each number leads to what it counts.
fn figures(dataset: &Dataset) -> Html {
    let link = |to: &str, words: String| Html::from(el("a").local(to).child(words));
    let updated = &dataset.about.updated;
    let date: Option<Edtf> = updated.parse().ok();
    let updated = match &date {
        Some(date) => time("", date, phrases::updated(&dates::words(date))),
        None => text(&phrases::updated(updated)),
    };
    let figures = [
        link("?view=source", phrases::articles(dataset.sources.len())),
        link("./", phrases::events(dataset.events.len())),
        link("?view=quotes", phrases::quotes(dataset.quotes.len())),
        updated,
    ];
    let figures = figures.map(|figure| el("li").class("masthead__figure").child(figure).into());
    el("ul").class("masthead__figures").child(Html::spaced(figures)).into()
}

/// The foot: who made it, how, and under which licence.
pub fn colophon(dataset: &Dataset) -> Html {
    let about = &dataset.about;
    let corrections =
        about.corrections.iter().map(|correction| Paraphrase([&correction.date, ": ", &correction.note].concat()));
    let words = std::iter::once(Paraphrase(about.method.clone())).chain(corrections);
    let words: Html = words.map(|words| p("about__words", ours(&words, &about.language))).collect();
    let line = phrases::colophon(&about.creators.join(", "), &about.license, &about.version);
    el("footer")
        .class("colophon")
        .child(el("details").class("colophon__about").child(el("summary").child(phrases::ABOUT)).child(words))
        .child(p("colophon__line", line))
        .into()
}
