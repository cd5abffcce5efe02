use std::time::Instant;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sidebyline_dataset::edtf::{Edtf, Precision, Shape};

use super::*;

#[track_caller]
fn check(query: &str, printed: &str, expected: &[Warning]) {
    let (view, warnings) = View::parse(query);
    assert_eq!(view.to_string(), printed, "the view of {query}");
    assert_eq!(warnings, expected, "the warnings of {query}");
}

fn not(parameter: &'static str, value: &str) -> Warning {
    Warning::NotAValue(parameter, value.into())
}

#[test]
fn an_empty_query_is_the_default_view() {
    for query in ["", "?", "?source=&q=", "&&=&", "source=,,&topic=%2C", "from=&to=&v=&match=&view=&rows=&in=&count="] {
        check(query, "", &[]);
    }
}

#[test]
fn what_is_the_default_is_not_printed() {
    check("view=timeline&match=any&count=events&rows=all&order=date", "", &[]);
    check("match=1", "", &[]);
    for mode in [SourceMode::AtLeast(0), SourceMode::AtLeast(1)] {
        assert_eq!(View { mode, ..View::default() }.to_string(), "");
    }
}

#[test]
fn the_order_is_canonical_and_repetitions_fall_together() {
    check("?q=truce&source=d,a", "source=a,d&q=truce", &[]);
    check("?source=d&source=a,d", "source=a,d", &[]);
    check("?q=truce&q=talks", "q=truce+talks", &[]);
    let all = "view=compare&source=a,d&match=2&reporters=3&topic=crimea,-nato&status=planned&place=london&basis=own\
        &speaker=trump&affiliation=kremlin&kind=direct&cue=call+for&dimension=number&nature=moment\
        &from=2025-04-21&to=2025-04-25&q=truce&in=verbatim&count=quotes&rows=only.a&order=reports&columns=d,a\
        &group=outlet&article=d&items=e-deal,d-deal&form=table&marks=all&part=3&data=demo&v=1.0.0";
    check(all, all, &[]);
    let mut parts: Vec<&str> = all.split('&').collect();
    parts.reverse();
    check(&parts.join("&"), all, &[]);
}

#[test]
fn the_order_of_quotes_by_fit_is_kept_through_what_is_searched_and_left_behind_with_the_page() {
    check("order=fit&view=quotes&q=truce", "view=quotes&q=truce&order=fit", &[]);
    let view = View::parse("view=quotes&q=truce&order=fit").0;
    assert_eq!(view.with_text("talks").to_string(), "view=quotes&q=talks&order=fit");
    assert_eq!(view.with_page(Page::Compare).to_string(), "view=compare&q=truce");
}

#[test]
fn of_several_values_the_last_counts() {
    check("match=all&match=none&from=2025&from=2024-05&v=1&v=2", "match=none&from=2024-05-01&v=2", &[]);
}

#[test]
fn a_link_edited_by_hand_is_understood() {
    check("?source=A, D", "source=a,d", &[]);
    check("?source=a%2Cd", "source=a,d", &[]);
    check("?source=%2Da%2C-d", "source=-a,-d", &[]);
    check("?q=%20truce%20%20talks%0A", "q=truce+talks", &[]);
    check("?rows=only.A", "rows=only.a", &[]);
    check("?rows=could-not.A", "rows=could-not.a", &[]);
    check("?article=D&columns=B%2C A,b", "columns=b,a&article=d", &[]);
}

#[test]
fn values_are_decoded_once() {
    check("?q=100%2525", "q=100%2525", &[]);
    assert_eq!(View::parse("?q=100%2525").0.text(), "100%25");
}

#[test]
fn a_cue_is_called_by_its_folded_words() {
    check("cue=Called+FOR", "cue=called+for", &[]);
    check("cue=sagte+%C3%BCber,-d%C3%A9clare", "cue=-declare,sagte+uber", &[]);
    check("cue=%D7%90%D7%9E%D7%A8", "cue=%D7%90%D7%9E%D7%A8", &[]);
    check("cue=said,+that", "cue=said,that", &[]); // a comma parts values and is in no cue
    check("cue=_none,%E2%80%94", "cue=_none", &[not("cue", "—")]);
}

#[test]
fn what_the_data_do_not_say_can_be_asked_for() {
    check("speaker=_none&topic=-_none", "topic=-_none&speaker=_none", &[]);
    check("topic=_NONE", "", &[not("topic", "_NONE")]);
}

#[test]
fn a_value_both_asked_for_and_excluded_is_excluded_and_it_is_told() {
    let told = [Warning::Contradiction(Facet::Topic, "a".into())];
    check("topic=a,-a", "topic=-a", &told);
    check("topic=-a,a,-a", "topic=-a", &told);
    check("topic=-a&topic=b,a", "topic=-a,b", &told);
}

#[test]
fn days_are_read_from_days_months_and_years() {
    check("from=2025-04-21&to=2025-04-25", "from=2025-04-21&to=2025-04-25", &[]);
    check("from=2025-04&to=2025-04", "from=2025-04-01&to=2025-04-30", &[]);
    check("from=2024&to=2024-02", "from=2024-01-01&to=2024-02-29", &[]);
    check("from=0000-01-01&to=9999", "from=0000-01-01&to=9999-12-31", &[]);
    for doubtful in ["2025-04-21~", "2025-21", "202X", "2025/2026", "-0001", "Y12000", "2025-02-30", "yesterday"] {
        let query = ["from=", doubtful].concat();
        check(&query, "", &[not("from", doubtful)]);
    }
}

#[test]
fn days_in_the_wrong_order_are_exchanged_and_it_is_told() {
    check("from=2025-04-25&to=2025-04-21", "from=2025-04-21&to=2025-04-25", &[Warning::RangeReversed]);
    check("from=2025-05&to=2025-04", "from=2025-04-01&to=2025-05-31", &[Warning::RangeReversed]);
    let view = View::default().with_range(Some(20_204), Some(20_200));
    assert_eq!(view.to_string(), "from=2025-04-22&to=2025-04-26");
}

#[test]
fn days_beyond_four_digits_are_no_limits() {
    for day in [i64::MIN, -719_529, 2_932_897, i64::MAX] {
        assert_eq!(View::default().with_range(Some(day), Some(day)).to_string(), "");
    }
    let whole = View::default().with_range(Some(-719_528), Some(2_932_896));
    assert_eq!(whole.to_string(), "from=0000-01-01&to=9999-12-31");
}

#[test]
fn a_day_is_written_as_it_is_read() {
    assert_eq!(from_iso("2025-04-22"), Some(20_200));
    assert_eq!(iso(20_200), "2025-04-22");
    for text in ["", "2025-04", "2025-4-22", "2025-04-22~", "22.4.2025", "12025-04-22"] {
        assert_eq!(from_iso(text), None, "{text}");
    }
    for day in [i64::MIN, i64::MAX, -719_529, 2_932_897] {
        assert_eq!(iso(day).len(), 10, "it has no such day, and writes something all the same");
    }
}

#[test]
fn what_is_not_understood_is_told() {
    check("?colour=red&colour=blue", "", &[Warning::UnknownParameter("colour".into())]);
    check("?source=a,<b>,_x", "source=a", &[not("source", "<b>"), not("source", "_x")]);
    check("view=map&match=0&match=256", "", &[not("view", "map"), not("match", "0"), not("match", "256")]);
    check("rows=only.&in=title&count=words", "", &[not("rows", "only."), not("in", "title"), not("count", "words")]);
    check("v=1+0", "", &[not("v", "1 0")]);
    check(
        "rows=silent&order=size&group=x&form=x&marks=x",
        "",
        &[not("rows", "silent"), not("order", "size"), not("group", "x"), not("form", "x"), not("marks", "x")],
    );
    check(
        "article=a,b&data=../x&columns=a,<b>&items=_x",
        "columns=a",
        &[not("article", "a,b"), not("data", "../x"), not("columns", "<b>"), not("items", "_x")],
    );
    check("source=-", "", &[not("source", "-")]);
}

#[test]
fn what_is_told_can_be_seen_and_has_an_end() {
    check("topic=%00%E2%80%AE", "", &[not("topic", "\u{fffd}\u{fffd}")]);
    let long = ["topic=+", &"Ä ".repeat(50)].concat();
    check(&long, "", &[not("topic", &(["Ä "; 20].concat() + "…"))]);
    let query: Vec<String> = (0..1_000).map(|n| format!("key{n}=1")).collect();
    assert_eq!(View::parse(&query.join("&")).1.len(), 8);
}

#[test]
fn the_marks_of_trackers_are_ignored() {
    check("?utm_source=x&fbclid=y&source=a", "source=a", &[]);
}

#[test]
fn a_text_without_end_is_cut_and_told() {
    let (view, warnings) = View::parse(&format!("?q={}", "ä".repeat(3_000)));
    assert_eq!(view.text().chars().count(), MAX_TEXT);
    assert_eq!(warnings, [Warning::TextCut]);
}

/// A view with so many choices that the address can't hold one more of their length.
fn full() -> View {
    let mut view = View::default();
    for number in 0.. {
        let more = view.with(Facet::Topic, &format!("an-id-{number:06}"), Sign::Exclude);
        if more == view {
            break;
        }
        view = more;
    }
    view
}

#[test]
fn a_value_that_does_not_fit_changes_nothing() {
    let full = full();
    assert!(full.to_string().len() > MAX_QUERY - RESERVE - 20);
    assert_eq!(full.with(Facet::Speaker, &"x".repeat(20), Sign::Include), full);
    assert_eq!(full.with(Facet::Speaker, "no id", Sign::Include), full);
}

#[test]
fn a_full_address_has_room_for_all_that_is_no_choice() {
    let view = View {
        page: Page::Compare,
        mode: SourceMode::AtLeast(u8::MAX),
        verbatim: true,
        unit: Unit::Mentions,
        rows: Rows::Where(Stand::Discrepancy, "x".repeat(64)),
        order: Order::Disagreement,
        by_outlet: true,
        table: true,
        all_marks: true,
        article: "x".repeat(64),
        data: Data::parse(&"x".repeat(64)).expect("it is a name"),
        embed: true,
        theme: Theme::Light,
        ..full().with_range(Some(0), Some(1))
    };
    let printed = view.to_string();
    assert!(printed.len() <= MAX_QUERY, "{}", printed.len());
    assert_eq!(View::parse(&printed), (view, vec![]));
}

#[test]
fn a_text_is_cut_to_what_room_is_left() {
    let room = full().with(Facet::Topic, "an-id-000000", Sign::Off);
    // Wherever the room ends: within a letter, at a space, at a full stop.
    for pad in 0..6 {
        for text in [["x".repeat(pad), "ж. .".repeat(30)].concat(), ["x".repeat(pad), " a.".repeat(30)].concat()] {
            let view = room.with_text(&text);
            let kept = view.text();
            assert!(view.fits() && text.trim().starts_with(kept) && (1..30).contains(&kept.len()), "{kept}");
            assert_eq!(canonical(kept), kept);
            let (again, warnings) = View::parse(&format!("{room}&q={text}"));
            assert_eq!((again, warnings), (view, vec![Warning::TextCut]));
        }
    }
}

#[test]
fn an_address_that_is_too_long_is_read_from_its_beginning_and_it_is_told() {
    let ids: Vec<String> = (0..5_000).map(|n| format!("id-{n:04}")).collect();
    let (view, warnings) = View::parse(&format!("topic={}&topic=x&v={}", ids.join(","), "1".repeat(64)));
    assert_eq!(warnings, [Warning::TooLong]);
    assert_eq!(view.version(), "");
    let kept: Vec<&str> = view.included(Facet::Topic).collect();
    assert!(kept.len() > 100);
    assert_eq!(kept, ids[..kept.len()]);
}

#[test]
fn a_view_is_pinned_to_a_version_that_an_address_can_name() {
    let view = View::parse("source=a").0;
    let pinned = view.with_version("1.0.0+b");
    assert_eq!(pinned.to_string(), "source=a&v=1.0.0%2Bb");
    assert_eq!(View::parse(&pinned.to_string()), (pinned.clone(), Vec::new()));
    for unusable in ["", "1 0", "1&q=x", &"1".repeat(1_000)] {
        assert_eq!(pinned.with_version(unusable), view);
    }
    // Where the address is full, nothing else of the view is given up for it.
    let full = (0..200).fold(view, |view, n| view.with(Facet::Topic, &format!("topic-{n:03}"), Sign::Include));
    assert_eq!(full.with_version(&"1".repeat(64)).choices(Facet::Topic), full.choices(Facet::Topic));
}

#[test]
fn a_version_that_the_address_has_no_room_for_is_left_out_and_what_is_left_is_read_as_it_was() {
    // Eleven columns and twelve quotes of sixty letters each leave less room than a version may take.
    let ids: Vec<String> = (0..23).map(|number| format!("{number:0>60}")).collect();
    let (columns, items) = ids.split_at(11);
    let view = View::default().with_columns(columns.iter().map(String::as_str));
    let view = view.with_items(items.iter().map(String::as_str));
    assert_eq!((view.columns().len(), view.items().len()), (11, 12));
    for version in ["1", &"1".repeat(64)] {
        let pinned = view.with_version(version);
        assert_eq!(pinned.version(), if version.len() == 1 { version } else { "" });
        assert_eq!(View::parse(&pinned.to_string()), (pinned, vec![]));
    }
    let (read, warnings) = View::parse(&format!("{view}&v={}", "1".repeat(64)));
    assert_eq!((read, warnings), (view, vec![Warning::TooLong]));
}

#[test]
fn rows_of_what_can_be_no_source_are_not_printed() {
    for rows in [Rows::Only("a&b".into()), Rows::Where(Stand::Silent, String::new())] {
        assert_eq!(View { rows, ..View::default() }.to_string(), "");
    }
}

#[test]
fn hostile_addresses_are_read_in_time() {
    let numbers = |end: usize| (0..end).map(|number| number.to_string()).collect::<Vec<_>>().join(",");
    let addresses = [
        "%".repeat(100_000),
        "a=&%00,-=+".repeat(10_000),
        "topic=a,-a,".repeat(9_000),
        ["topic=", &"a,-a,".repeat(20_000)].concat(),
        ["topic=", &numbers(20_000)].concat(),
        ["topic=", &numbers(500), &",499".repeat(25_000)].concat(),
        ["topic=", &numbers(500), &",499,-499".repeat(12_000)].concat(),
        ["topic=", &numbers(500), &"&v=1".repeat(25_000)].concat(),
        ["topic=", &numbers(500), &"&q=1".repeat(25_000)].concat(),
        ["cue=", &"ﷺ\u{202e}😀 ".repeat(10_000)].concat(),
        ["q=", &"ﷺ\u{202e}😀 ".repeat(10_000)].concat(),
        "source=<,".repeat(12_000),
        "source=%2C".repeat(10_000),
    ];
    for address in addresses {
        let start = Instant::now();
        let (view, warnings) = View::parse(&address);
        assert!(start.elapsed().as_secs_f32() < 2.0, "{:?} for {}…", start.elapsed(), &address[..20]);
        assert!(view.to_string().len() <= MAX_QUERY && warnings.len() <= MAX_WARNINGS + 3);
    }
}

#[test]
fn a_filter_is_lifted_whole() {
    let view = View::parse("source=a&match=all&topic=b&from=2025&q=truce&in=verbatim&count=quotes&view=compare").0;
    let filters = [Filter::Facet(Facet::Source), Filter::Facet(Facet::Topic), Filter::Range, Filter::Text];
    assert_eq!(view.filters(), filters);
    let bare = filters.iter().fold(view.clone(), |view, &filter| view.without(filter));
    assert_eq!(bare.to_string(), "view=compare&count=quotes");
    assert_eq!(view.cleared(), bare);
    assert_eq!(View::parse("match=none").0.filters(), [Filter::Facet(Facet::Source)]);
}

#[test]
fn what_only_one_page_knows_of_is_left_behind_with_the_page() {
    let view =
        View::parse("view=coverage&source=a&q=x&rows=silent.a&order=reports&columns=d&group=outlet&data=demo&v=1").0;
    assert_eq!(view.with_page(Page::Timeline).to_string(), "source=a&q=x&data=demo&v=1");
    assert_eq!(view.with_article("d").to_string(), "view=source&source=a&q=x&article=d&data=demo&v=1");
    assert_eq!(view.with_article("no id"), view);
    assert_eq!(view.bare(Page::Quotes).to_string(), "view=quotes&data=demo");
}

#[test]
fn no_more_items_are_compared_than_can_be_looked_at() {
    let ids: Vec<String> = (0..20).map(|number| format!("q{number}")).collect();
    let (view, warnings) = View::parse(&format!("items={}", ids.join(",")));
    assert_eq!((view.items(), warnings.as_slice()), (&ids[..MAX_ITEMS], [Warning::TooLong].as_slice()));
    assert_eq!(View::default().with_items(ids.iter().map(String::as_str)), view);
}

fn values(facet: Facet) -> BoxedStrategy<String> {
    let missing = Just(String::from("_none"));
    match facet {
        Facet::Cue => {
            prop_oneof![missing, "[a-zA-Z -]{1,20}", "[é“ß,.&=%+שלום😀\u{202e}]{1,20}", "\\PC{60,80}"].boxed()
        }
        _ => prop_oneof![1 => missing, 8 => "[a-d]", 3 => "[a-zA-Z0-9][a-z0-9_-]{0,63}", 1 => ".{0,10}"].boxed(),
    }
}

fn choices() -> impl Strategy<Value = (Facet, String, Sign)> {
    let signs = select(vec![Sign::Include, Sign::Include, Sign::Exclude, Sign::Off]);
    (select(Facet::ALL.to_vec()), signs).prop_flat_map(|(facet, sign)| (Just(facet), values(facet), Just(sign)))
}

prop_compose! {
    fn options()(
        page in select(Page::ALL.map(|(page, _)| page).to_vec()),
        order in select(Order::ALL.map(|(order, _)| order).to_vec()),
        switches: [bool; 4],
        theme in select(Theme::ALL.map(|(theme, _)| theme).to_vec()),
        mode in prop_oneof![
            select(vec![SourceMode::Any, SourceMode::All, SourceMode::None, SourceMode::Only]),
            (2u8..).prop_map(SourceMode::AtLeast),
        ],
        verbatim: bool,
        unit in select(vec![Unit::Events, Unit::Mentions, Unit::Quotes]),
        rows in prop_oneof![
            select(vec![Rows::All, Rows::Differences, Rows::Shared]),
            "[a-z0-9][a-z0-9_-]{0,63}".prop_map(Rows::Only),
            (select(Stand::ALL.map(|(stand, _)| stand).to_vec()), "[a-z0-9][a-z0-9_-]{0,63}")
                .prop_map(|(stand, id)| Rows::Where(stand, id)),
        ],
        names in "([a-z0-9][a-z0-9_-]{0,63})?",
        data in "([a-z0-9][a-z0-9_-]{0,63})?|_local|https?://[a-z0-9]{1,8}(:8[0-9]{3})?(/[!-~]{0,80}){0,4}",
        part in prop_oneof![Just(0), 0usize..2_000_000],
        lists in (vec("\\PC{0,4}|[a-z0-9][a-z0-9_-]{0,63}", 0..30), vec("[a-z0-9][a-z0-9_-]{0,63}", 0..30)),
    ) -> View {
        let [by_outlet, table, all_marks, embed] = switches;
        let article = names;
        let data = Data::parse(&data).unwrap_or_default();
        let view = View {
            page, mode, verbatim, unit, rows, order, by_outlet, table, all_marks, embed, theme, article, data,
            ..View::default()
        };
        let view = view.at_part(part);
        view.with_columns(lists.0.iter().map(String::as_str)).with_items(lists.1.iter().map(String::as_str))
    }
}

fn days_within() -> impl Strategy<Value = Option<i64>> {
    proptest::option::of(prop_oneof![read::DAYS, any::<i64>(), 20_000i64..20_400])
}

/// Views that are made by what the page's controls call.
fn views() -> impl Strategy<Value = View> {
    let text = prop_oneof![any::<String>(), "[ %+&=,.#?a-zA-Zäїß“”\n]{0,140}", "\\PC{0,140}"];
    let version = proptest::option::of("[a-zA-Z0-9._+-]{1,64}");
    let many = prop_oneof![9 => vec(choices(), 0..12), 1 => vec(choices(), 50..200)];
    (options(), many, days_within(), days_within(), text, version).prop_map(
        |(options, choices, from, to, text, version)| {
            let part = options.part;
            let view = options.with_version(&version.unwrap_or_default()).with_range(from, to).with_text(&text);
            choices.into_iter().fold(view, |view, (facet, value, sign)| view.with(facet, &value, sign)).at_part(part)
        },
    )
}

fn queries() -> impl Strategy<Value = String> {
    let keys = "(source|match|reporters|topic|status|place|basis|speaker|affiliation|kind|cue|dimension|nature|from|to|q|in|count|rows|v|view|x|order|group|article|form|marks|part|data|columns|items)";
    let values = "(any|all|none|only|only\\.[ab]|[0-3]|shared|differences|verbatim|quotes|compare|[a-c]|-[a-c]|_none|2025|2025-04|2025-0[1-9]-1[0-9]|%[0-9A-F]{2}|,|\\+|=){0,4}";
    prop_oneof![
        any::<String>(),
        proptest::string::string_regex(&format!("[?&]?({keys}={values}&){{0,8}}")).expect("it is a pattern"),
        "[?&]?((source|q|topic)=[a-dA-D,%+&= -]{0,12}&?){0,5}",
        "(source|q|cue)=(%[0-9A-Fa-f]{2}|[a-z,+%-]){0,40}",
    ]
}

#[test]
fn another_dataset_is_asked_for_by_its_name_its_address_or_as_the_readers_own() {
    check("data=_local&topic=a", "topic=a&data=_local", &[]);
    check("data=HTTPS://News.example/a.json?b=c", "data=https%3A%2F%2Fnews.example%2Fa.json%3Fb%3Dc", &[]);
    check("data=https://news.example/a%2526", "data=https%3A%2F%2Fnews.example%2Fa%2526", &[]);
    check("data=a&data=&data=b", "data=b", &[]);
    for hostile in ["javascript:alert(1)", "file:///etc/passwd", "//evil.example/a", "https://a@b.example/", "_other"] {
        check(&["data=", hostile].concat(), "", &[not("data", hostile)]);
    }
    let view = View::parse("view=quotes&topic=a&embed=1&data=demo").0;
    assert_eq!(view.with_data(Data::local()).to_string(), "view=quotes&data=_local&embed=1");
    assert_eq!(view.with_data(Data::default()).to_string(), "view=quotes&embed=1");
}

#[test]
fn of_a_link_that_is_too_long_the_dataset_is_kept() {
    let address = ["https://news.example/", &"?".repeat(MAX_ADDRESS - 21)].concat();
    let ids: Vec<String> = (0..500).map(|n| format!("id-{n:04}")).collect();
    let (view, warnings) = View::parse(&format!("topic={}&data={address}", ids.join(",")));
    assert_eq!((view.data().as_str(), warnings), (address.as_str(), vec![Warning::TooLong]));
    assert!(view.to_string().len() <= MAX_QUERY && !view.choices(Facet::Topic).is_empty());
}

/// What the whole of EDTF makes of a limit, by which the short reader is measured.
fn days_by_edtf(written: &str) -> Option<(i64, i64)> {
    let Shape::Date(date) = written.parse::<Edtf>().ok()?.shape() else { return None };
    let plain = !date.uncertain && !date.approximate;
    let whole = matches!(date.precision, Precision::Day | Precision::Month | Precision::Year);
    let days = (date.first.div_euclid(86_400), date.last.div_euclid(86_400));
    (plain && whole && read::DAYS.contains(&days.0) && read::DAYS.contains(&days.1)).then_some(days)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_limit_is_what_edtf_makes_of_it(
        written in "-?[0-9X]{3,5}(-(0[0-9]|1[0-3]|2[0-9]|XX|[0-9]{1,3})){0,3}[~?%Z]?",
        other in "-?(0000|0004|2000|2024|2100|9999)(-(0[0-9]|1[0-3]|XX)){0,1}(-(2[7-9]|3[0-2]|0[01]|XX)){0,1}",
    ) {
        for written in [written, other] {
            prop_assert_eq!(read::days(&written), days_by_edtf(&written), "{}", written);
        }
    }

    #[test]
    fn a_view_survives_being_printed_and_read(view in views()) {
        let printed = view.to_string();
        prop_assert_eq!(View::parse(&printed), (view, vec![]));
    }

    #[test]
    fn any_query_is_read_and_its_printed_form_is_final(query in queries()) {
        let (view, _) = View::parse(&query);
        let printed = view.to_string();
        let (again, warnings) = View::parse(&printed);
        prop_assert_eq!(again.to_string(), printed);
        prop_assert_eq!(again, view);
        prop_assert_eq!(warnings, vec![]);
    }

    #[test]
    fn an_address_is_plain_ascii_that_survives_a_chat(view in views()) {
        let printed = view.to_string();
        prop_assert!(printed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=&,+%-_.~".contains(&byte)));
        prop_assert!(!printed.ends_with(['.', ',']));
        prop_assert!(printed.len() <= MAX_QUERY);
    }

    #[test]
    fn the_order_and_the_spelling_of_an_address_do_not_matter(view in views(), seed: u64) {
        let printed = view.to_string();
        let mut parts: Vec<&str> = printed.split('&').collect();
        let len = parts.len();
        (0..len).for_each(|at| parts.swap(at, (seed.rotate_left(at as u32 * 7) % len as u64) as usize));
        // Some programs escape what need not be escaped.
        let respelt = parts.join("&").replace(',', "%2C").replace('+', "%20").replace('-', "%2D");
        prop_assert_eq!(View::parse(&respelt).0.to_string(), printed);
    }

    #[test]
    fn what_is_dropped_is_told(values in vec(("(topic|place|view|match|from|rows)", "[a-d<>_ä!]{1,3}"), 0..7)) {
        let query: Vec<String> = values.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let (view, warnings) = View::parse(&query.join("&"));
        for (key, value) in &values {
            let told = warnings.iter().any(|warning| matches!(warning, Warning::NotAValue(name, text) if name == key && text == value));
            let kept = Facet::ALL.iter().any(|&facet| facet.key() == key && view.sign(facet, value) == Sign::Include);
            prop_assert!(told != kept, "{key}={value}");
        }
    }

    #[test]
    fn a_choice_is_what_was_chosen_last(view in views(), value in "[a-z0-9]{1,8}", at in 0..Facet::ALL.len()) {
        let facet = Facet::ALL[at];
        for sign in [Sign::Include, Sign::Exclude, Sign::Off] {
            let with = view.with(facet, &value, sign);
            prop_assert!(with == view || with.sign(facet, &value) == sign);
            let included = with.included(facet).any(|included| included == value);
            prop_assert_eq!(included, with.sign(facet, &value) == Sign::Include);
        }
        prop_assert_eq!(view.with(facet, &value, Sign::Off).sign(facet, &value), Sign::Off);
    }
}

#[test]
fn the_page_of_quotes_counts_quotes_whatever_else_is_counted() {
    assert_eq!(View::parse("view=quotes&count=mentions").0.counted(), Unit::Quotes);
    assert_eq!(View::parse("view=compare&count=mentions").0.counted(), Unit::Mentions);
    assert_eq!(View::default().counted(), Unit::Events);
}

#[test]
fn a_frame_keeps_its_look_on_every_page_and_a_shared_view_has_none() {
    let (view, warnings) =
        View::parse("topic=nato&embed=1&theme=dark&initialWidth=640&childId=x&parentUrl=https%3A%2F%2Fa");
    assert_eq!((view.embed, view.theme, warnings), (true, Theme::Dark, vec![]));
    for other in [view.with_page(Page::Compare), view.bare(Page::Quotes), view.cleared(), view.with_article("a")] {
        assert_eq!((other.embed, other.theme), (true, Theme::Dark));
    }
    assert_eq!(view.standalone().to_string(), "topic=nato");
}

#[test]
fn a_part_of_a_list_is_counted_from_one_and_another_list_begins_at_its_beginning() {
    check("part=1", "", &[]);
    check("part=03&q=truce", "q=truce&part=3", &[]);
    for wrong in ["0", "-1", "two", "1000000", "99999999999999999999"] {
        check(&["part=", wrong].concat(), "", &[not("part", wrong)]);
    }
    let view = View::parse("topic=a&q=truce&part=7").0;
    let others = [
        view.with(Facet::Topic, "b", Sign::Include),
        view.without(Filter::Text),
        view.with_text("talks"),
        view.with_range(Some(20_000), None),
        view.cleared(),
        view.with_page(Page::Quotes),
    ];
    assert!(others.iter().all(|other| other.part == 0));
    assert_eq!(view.standalone().part, 6);
}
