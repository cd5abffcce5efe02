use proptest::prelude::*;

use sidebyline_dataset::text::canonical;

use super::*;

const TEXT: &str = "Truce ends early

He said a ceasefire holds. “We want a ceasefire,” he said. After a complete ceasefire is established, he’ll talk.
Putin’s aide called Kyiv’s plan “very  likely” to fail — and the U.S.-led talks went on for most of the day in the old town hall.";

/// What `typed` finds in [`TEXT`]: the stretch, or the message.
fn find(typed: &str) -> String {
    let text = Text::new(TEXT);
    let haystack = Haystack::new("a.txt", &text, Some("Truce ends early"));
    match locate(&haystack, typed) {
        Ok(found) => text.slice(found.span()),
        Err(miss) => {
            let (found, mend) = miss.describe(&haystack);
            format!("{found}.\n{mend}")
        }
    }
}

/// The passage that is stored for `typed`: prefix, words and suffix, parted by bars.
fn stored(typed: &str) -> String {
    let text = Text::new(TEXT);
    let haystack = Haystack::new("a.txt", &text, None);
    let passage = passage(&haystack, &locate(&haystack, typed).expect("it stands there"));
    let part = |words: Option<String>| words.unwrap_or_default();
    format!("{}|{}|{}", part(passage.prefix), part(passage.exact), part(passage.suffix))
}

#[test]
fn words_are_found_as_whole_words() {
    assert_eq!(find("complete ceasefire"), "complete ceasefire");
    assert_eq!(find("Putin"), "Putin");
    assert_eq!(find("led talks"), "led talks");
    insta::assert_snapshot!(find("ease"), @r"
    `ease` doesn't stand in a.txt.
    Nearest to it:
    a.txt:3 `ceasefire`
    ");
}

#[test]
fn straight_marks_find_typographic_ones_and_the_texts_own_form_is_kept() {
    assert_eq!(find("he'll talk"), "he’ll talk");
    assert_eq!(find("plan \"very likely\" to"), "plan “very  likely” to");
    assert_eq!(find("“We want"), "“We want");
}

#[test]
fn a_number_picks_a_place() {
    assert_eq!(find("he said #1"), "he said");
    assert_eq!(find("ceasefire #3"), "ceasefire");
    insta::assert_snapshot!(find("ceasefire #4"), @r"
    `ceasefire` stands in a.txt 3 times, and not 4.
    The places are:
    `ceasefire #1` a.txt:3 … early  He said a [ceasefire] holds. “We want a …
    `ceasefire #2` a.txt:3 … holds. “We want a [ceasefire],” he said. After a …
    `ceasefire #3` a.txt:3 … said. After a complete [ceasefire] is established, he’ll talk …
    ");
    insta::assert_snapshot!(find("ceasefire #0"), @r"
    `ceasefire #0`: there is no place number 0.
    The first place is `#1`.
    ");
}

#[test]
fn words_in_several_places_are_shown_with_what_to_write() {
    insta::assert_snapshot!(find("ceasefire"), @r"
    `ceasefire` stands in a.txt 3 times.
    Write more of the words, or which place you mean:
    `ceasefire #1` a.txt:3 … early  He said a [ceasefire] holds. “We want a …
    `ceasefire #2` a.txt:3 … holds. “We want a [ceasefire],” he said. After a …
    `ceasefire #3` a.txt:3 … said. After a complete [ceasefire] is established, he’ll talk …
    ");
}

#[test]
fn a_longer_context_picks_a_place() {
    assert_eq!(find("ceasefire @ a complete ceasefire is"), "ceasefire");
    let text = Text::new(TEXT);
    let haystack = Haystack::new("a.txt", &text, None);
    let third = locate(&haystack, "ceasefire #3").expect("it is there");
    assert_eq!(locate(&haystack, "ceasefire @ complete ceasefire"), Ok(third));
    insta::assert_snapshot!(find("truce @ a complete ceasefire"), @r"
    `truce` doesn't stand in a.txt where it is looked for, from line 3 on.
    Nothing in the text comes near: see whether it is the right source.
    ");
}

#[test]
fn a_stretch_goes_to_the_nearest_last_words() {
    assert_eq!(find("He … ceasefire"), "He said a ceasefire");
    assert_eq!(find("he said … talk"), "he said. After a complete ceasefire is established, he’ll talk");
    assert_eq!(find("ceasefire #2 ... established"), "ceasefire,” he said. After a complete ceasefire is established");
    insta::assert_snapshot!(find("After … holds"), @r"
    `holds` doesn't stand in a.txt where it is looked for, from line 3 on.
    It stands elsewhere in the text.
    ");
}

#[test]
fn what_cannot_be_read_says_how_to_write_it() {
    insta::assert_snapshot!(find("He … said … a"), @r"
    `He … said … a`: more than one `…` stands in one item.
    Write `first words … last words`; separate items by ` | `.
    ");
    insta::assert_snapshot!(find("… talk"), @r"
    `… talk`: on one side of the `…` stands nothing.
    Write `first words … last words`; separate items by ` | `.
    ");
    insta::assert_snapshot!(find("He … said #2"), @r"
    `He … said #2`: `#2` stands with the last words.
    The last words are the nearest after the first ones, without a number: write more of them.
    ");
}

#[test]
fn words_that_stand_nowhere_are_answered_by_the_nearest() {
    insta::assert_snapshot!(find("Truce Ends early"), @r"
    `Truce Ends early` doesn't stand in a.txt.
    Nearest to it:
    a.txt:1 `Truce ends early`
    ");
    insta::assert_snapshot!(find("after the complete ceasefire was established"), @r"
    `after the complete ceasefire was established` doesn't stand in a.txt.
    Nearest to it:
    a.txt:3 `After a complete ceasefire is established`
    ");
    insta::assert_snapshot!(find("Puttin’s aides"), @r"
    `Puttin’s aides` doesn't stand in a.txt.
    Nearest to it:
    a.txt:4 `Putin’s aide`
    ");
    insta::assert_snapshot!(find("elections in Moldova"), @r"
    `elections in Moldova` doesn't stand in a.txt.
    Nothing in the text comes near: see whether it is the right source.
    ");
}

#[test]
fn no_more_words_are_stored_than_may_be() {
    insta::assert_snapshot!(find("the U.S.-led talks went on for most of the day in the old town hall"), @r"
    `the U.S.-led talks went … old town hall` has 16 words outside quotation marks.
    At most 12 may be stored verbatim. Write `the U.S.-led … old town hall` for the stretch.
    ");
    insta::assert_snapshot!(find("the U.S.-led talks went on for … hall"), @r"
    `the U.S.-led talks went on for`: these are 7 first words.
    At most 6 are stored at each end; write fewer, and `#2` or the like where they aren't unique.
    ");
}

#[test]
fn the_context_is_the_marks_that_adjoin_and_no_more_words_than_needed() {
    assert_eq!(stored("We want a ceasefire"), "“|We want a ceasefire|,”");
    assert_eq!(stored("complete ceasefire"), "|complete ceasefire|");
    assert_eq!(stored("ceasefire #3"), "complete |ceasefire|");
    assert_eq!(stored("ceasefire #1"), "|ceasefire| holds");
    assert_eq!(stored("Kyiv"), "|Kyiv|’");
}

#[test]
fn an_item_that_stands_in_the_text_as_typed_is_taken_literally() {
    let text = Text::new("Deal #2 is off. Deal #1 is on … they say.");
    let haystack = Haystack::new("b.txt", &text, None);
    assert_eq!(locate(&haystack, "Deal #2"), Ok(Found::Exact(0..7)));
    assert_eq!(locate(&haystack, "on … they"), Ok(Found::Exact(27..36)));
}

#[test]
fn a_bar_inside_a_word_parts_no_items() {
    assert_eq!(split(" a b |c| d | e|f |"), ["a b |c| d", "e|f"]);
}

/// Words of few letters, so that many stand in several places, with typographic and straight marks.
fn texts() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        4 => "[ab]{1,2}",
        2 => Just(" ".to_owned()),
        1 => prop::sample::select(vec![", ", "“", "” ", "’", "'", "\"", ". ", "\n", "  ", "—", " #2 ", " @ ", " … ", "é", "e\u{301}"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(atom, 1..60).prop_map(|atoms| atoms.concat())
}

fn straight(words: &str) -> String {
    words.replace(['“', '”'], "\"").replace('’', "'")
}

proptest! {
    #[test]
    fn words_of_a_text_are_found_where_they_stand_or_among_the_candidates(
        (text, from, count) in (texts(), any::<prop::sample::Index>(), 1_usize..6), curly in any::<bool>(),
    ) {
        let text = Text::new(text);
        let haystack = Haystack::new("a.txt", &text, None);
        prop_assume!(!haystack.words.is_empty());
        let first = from.index(haystack.words.len());
        let last = (first + count - 1).min(haystack.words.len() - 1);
        let span = haystack.words[first].start..haystack.words[last].end;
        let words = text.slice(span.clone());
        // Whether notation stands in the words is another matter.
        prop_assume!(!["#", "@", "…", "..."].iter().any(|mark| words.contains(mark)));
        let typed = if curly { words } else { straight(&words) };
        match locate(&haystack, &typed) {
            Ok(found) => {
                // With both kinds of marks in the text, what is typed straight may stand elsewhere to the letter.
                if found != Found::Exact(span.clone()) {
                    prop_assert!(!curly);
                    prop_assert_eq!(text.slice(found.span()), typed);
                }
            }
            Err(Miss::Ambiguous { places, .. }) => {
                let elsewhere = !curly && places.iter().all(|place| text.slice(place.clone()) == typed);
                prop_assert!(places.contains(&span) || elsewhere, "{places:?} lack {span:?}");
                // Where the text itself says `aa #2`, that is what it finds.
                let numbered = text.chars().contains(&'#');
                for (index, place) in places.iter().enumerate().filter(|_| !numbered) {
                    prop_assert_eq!(locate(&haystack, &format!("{typed} #{}", index + 1)), Ok(Found::Exact(place.clone())));
                }
            }
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn what_is_stored_stands_in_the_text_at_its_offsets(text in texts(), typed in "[ab]{1,2}( [ab]{1,2}){0,2}( #[1-3])?( … [ab])?") {
        let text = Text::new(text);
        let haystack = Haystack::new("a.txt", &text, None);
        if let Ok(found) = locate(&haystack, &typed) {
            let passage = passage(&haystack, &found);
            let stretch = text.slice(passage.start..passage.end);
            match (passage.exact, passage.head, passage.tail) {
                (Some(exact), None, None) => {
                    let (prefix, suffix) = (passage.prefix.unwrap_or_default(), passage.suffix.unwrap_or_default());
                    prop_assert_eq!(&exact, &stretch);
                    let before = text.slice(0..passage.start);
                    let after = text.slice(passage.end..text.len());
                    prop_assert!(before.ends_with(&prefix));
                    prop_assert!(after.starts_with(&suffix));
                    // Words stand in the context only where the words alone stand twice, and then they tell it apart.
                    // Naive, and counts copies that overlap, as `matches` doesn't.
                    let whole = canonical(&text.slice(0..text.len()));
                    let copies = |stored: &str| {
                        let wanted = canonical(stored);
                        whole.char_indices().filter(|(at, _)| whole[*at..].starts_with(&wanted)).count()
                    };
                    if (prefix.clone() + &suffix).contains(char::is_alphanumeric) {
                        prop_assert!(copies(&exact) > 1);
                        prop_assert_eq!(copies(&format!("{prefix}{exact}{suffix}")), 1);
                    }
                }
                (None, Some(head), Some(tail)) => prop_assert!(stretch.starts_with(&head) && stretch.ends_with(&tail)),
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }

    #[test]
    fn nothing_typed_makes_it_panic(text in "\\PC{0,40}", typed in "(\\PC|[ab #@…|0-9.]){0,20}") {
        let text = Text::new(text);
        let haystack = Haystack::new("a.txt", &text, Some("a"));
        for item in split(&typed) {
            match locate(&haystack, item) {
                Ok(found) => drop(passage(&haystack, &found)),
                Err(miss) => drop(miss.describe(&haystack)),
            }
        }
    }
}
