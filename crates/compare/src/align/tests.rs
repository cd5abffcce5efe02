use proptest::prelude::*;

use super::*;

/// Aligns whole statements.
pub(crate) fn aligned(texts: &[&str]) -> (Vec<Verbatim>, Alignment) {
    let verbatim: Vec<Verbatim> = texts.iter().map(|text| Verbatim((*text).to_owned())).collect();
    let words: Vec<Words<'_>> =
        verbatim.iter().filter_map(|verbatim| Words::new(vec![verbatim], Form::Whole)).collect();
    let alignment = align(&words);
    (verbatim, alignment)
}

/// The rows of the table, cells parted by `|`.
fn rows(texts: &[&str]) -> Vec<String> {
    let (verbatim, alignment) = aligned(texts);
    let row = |(witness, Verbatim(text)): (usize, &Verbatim)| {
        let chars: Vec<char> = text.chars().collect();
        let cell = |column| {
            let body = alignment.token(column, witness).map(|token| token.body.start as usize..token.body.end as usize);
            body.map_or("-".to_owned(), |body| chars[body].iter().collect())
        };
        (0..alignment.columns.len()).map(cell).collect::<Vec<_>>().join("|")
    };
    verbatim.iter().enumerate().map(row).collect()
}

#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    assert_eq!(rows(texts), expected);
}

#[test]
fn a_changed_word_stands_in_the_column_of_the_other() {
    check(
        &["We have a deal today", "We have an agreement today"],
        &["We|have|a|deal|today", "We|have|an|agreement|today"],
    );
}

#[test]
fn words_that_are_left_out_leave_gaps() {
    check(
        &["We will open in May, not before.", "We will open.", "We … will open in May."],
        &["We|-|will|open|in|May|,|not|before|.", "We|-|will|open|-|-|-|-|-|.", "We|…|will|open|in|May|-|-|-|."],
    );
}

#[test]
fn words_that_are_alike_stand_together() {
    check(
        &["the first agreements hold", "the agreement holds"],
        &["the|first|agreements|hold", "the|-|agreement|holds"],
    );
}

#[test]
fn a_run_that_is_whole_is_better_than_one_that_is_torn() {
    check(&["a c b a b d", "a b"], &["a|c|b|a|b|d", "-|-|-|a|b|-"]);
    check(&["the x the bridge", "the bridge"], &["the|x|the|bridge", "-|-|the|bridge"]);
}

#[test]
fn parts_of_a_quote_are_counted_from_their_own_beginning() {
    let parts = [Verbatim("We wait,".into()), Verbatim("and we hope.".into())];
    let words = Words::new(parts.iter().collect(), Form::Whole).expect("they are there");
    let alignment = align(&[words]);
    let places: Vec<_> = alignment.witnesses[0].tokens.iter().map(|token| (token.part, token.body.clone())).collect();
    assert_eq!(places, [(0, 0..2), (0, 3..7), (0, 7..8), (1, 0..3), (1, 4..6), (1, 7..11), (1, 11..12)]);
}

#[test]
fn hostile_lengths_are_cut_and_lose_nothing() {
    let long = "again ".repeat(60_000);
    let (_, alignment) = aligned(&[&long, &long, "once"]);
    assert!(alignment.columns.len() < 4000);
    let end = alignment.witnesses[0].tokens.last().map(|token| token.span.end);
    assert_eq!(end, Some(360_000));
    let many: Vec<String> = (0..200).map(|at| format!("voice {at} says this {at}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(aligned(&many).1.witnesses.len(), WITNESSES);
}

/// The length of a longest common subsequence, by the book.
fn common(a: &[&str], b: &[&str]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..a.len() {
        for j in 0..b.len() {
            table[i + 1][j + 1] = if a[i] == b[j] { table[i][j] + 1 } else { table[i][j + 1].max(table[i + 1][j]) };
        }
    }
    table[a.len()][b.len()]
}

fn statements() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "The",
        "bridge",
        "bridges",
        "stays",
        "in",
        "May",
        ",",
        ".",
        "…",
        "[the]",
        "“stays”",
        "5",
        "–",
        "?",
    ]);
    prop::collection::vec(word, 1..14).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn no_token_is_lost_or_invented(texts in prop::collection::vec(statements(), 1..6)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (verbatim, alignment) = aligned(&texts);
        for (witness, Verbatim(text)) in verbatim.iter().enumerate() {
            let chars: Vec<char> = text.chars().collect();
            let tokens = (0..alignment.columns.len()).filter_map(|column| alignment.token(column, witness));
            let again: String = tokens.flat_map(|token| &chars[token.span.start as usize..token.span.end as usize]).collect();
            prop_assert_eq!(&again, text);
        }
        prop_assert!(alignment.columns.iter().all(|column| column.iter().any(Option::is_some)));
    }

    #[test]
    fn two_have_as_many_words_in_common_as_their_longest_common_subsequence(a in statements(), b in statements()) {
        let (_, alignment) = aligned(&[&a, &b]);
        let keys = |witness: usize| {
            let words = alignment.witnesses[witness].tokens.iter().filter(|token| token.kind == TokenKind::Word);
            words.map(|token| token.key.as_str()).collect::<Vec<_>>()
        };
        prop_assert_eq!(alignment.shared_words(), common(&keys(0), &keys(1)));
    }

    #[test]
    fn the_order_in_which_they_are_given_changes_nothing(texts in prop::collection::vec(statements(), 2..5)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let backwards: Vec<&str> = texts.iter().rev().copied().collect();
        let mut other = aligned(&backwards).1;
        other.witnesses.reverse();
        other.columns.iter_mut().for_each(|column| column.reverse());
        prop_assert_eq!(aligned(&texts).1, other);
    }

    #[test]
    fn a_statement_beside_itself_has_no_gap(text in statements()) {
        let (_, alignment) = aligned(&[&text, &text, &text]);
        for column in &alignment.columns {
            prop_assert!(column.iter().all(|&cell| cell.is_some() && cell == column[0]));
        }
    }
}
