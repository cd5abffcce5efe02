//! The direction in which a language is written.

/// Languages that are written from right to left, where their tag names no script.
const RIGHT_TO_LEFT: [&str; 13] = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"];
/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 9] = ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// `rtl` or `ltr`, for the BCP 47 tag of a language.
pub fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let known = |list: &[&str], part: &str| list.iter().any(|known| part.eq_ignore_ascii_case(known));
    let right_to_left = match script {
        Some(script) => known(&RIGHT_TO_LEFT_SCRIPTS, script),
        None => known(&RIGHT_TO_LEFT, language),
    };
    if right_to_left { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[track_caller]
    fn check(tag: &str, expected: &str) {
        assert_eq!(direction(tag), expected, "the direction of {tag}");
    }

    #[test]
    fn a_language_has_its_usual_direction() {
        check("en", "ltr");
        check("he", "rtl");
        check("fa-IR", "rtl");
        check("AR", "rtl");
        check("", "ltr");
    }

    #[test]
    fn a_script_decides_where_it_is_named() {
        check("az-Arab", "rtl");
        check("ar-Latn-EG", "ltr");
    }
}
