//! What an id may look like.

pub use sidebyline_dataset::check::is_id;

/// `text` as an id would have it: small letters and digits, held together by hyphens; apostrophes vanish.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().filter(|c| !matches!(c, '\'' | '’')) {
        let small = c.to_ascii_lowercase();
        if small.is_ascii_alphanumeric() || small == '_' && !slug.is_empty() {
            slug.push(small);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_and_digits() {
        assert_eq!(slug("Kyiv’s U.S.-led talks!"), "kyivs-u-s-led-talks");
        assert_eq!(slug("Мир"), "");
    }
}
