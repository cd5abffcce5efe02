//! What was corrected since a version of the data.

use std::cmp::Ordering;

use super::{About, Correction};

impl About {
    /// The corrections that `version` doesn't have yet, newest first, and whether that is certain. It isn't where a
    /// correction doesn't say in which version it was made, or versions can't be put in order: then what may be newer
    /// is among them.
    pub fn corrections_since(&self, version: &str) -> (Vec<&Correction>, bool) {
        let mut certain = true;
        let since = self.corrections.iter().filter(|correction| {
            let order = correction.version.as_deref().and_then(|of| order(of, version));
            certain &= order.is_some();
            order.is_none_or(Ordering::is_gt)
        });
        (since.collect(), certain)
    }
}

/// The order of two versions, if they are numbers with full stops between them. A number that isn't there is 0.
fn order(one: &str, other: &str) -> Option<Ordering> {
    let numbers = |version: &str| version.split('.').map(str::parse).collect::<Result<Vec<u64>, _>>().ok();
    let (mut one, mut other) = (numbers(one)?, numbers(other)?);
    let length = one.len().max(other.len());
    one.resize(length, 0);
    other.resize(length, 0);
    Some(one.cmp(&other))
}

#[cfg(test)]
mod tests {
    use crate::Dataset;

    #[track_caller]
    fn check(versions: &[Option<&str>], of_link: &str, since: &[&str], certain: bool) {
        let json = r#"{"format":"sidebyline/1","id":"x","version":"1","title":"","description":"","language":"en","updated":"2025-04-25","license":"","method":"","sources":[],"events":[],"quotes":[]}"#;
        let mut wire = crate::parse(json.as_bytes()).expect("it is a dataset");
        wire.corrections = versions
            .iter()
            .map(|version| crate::wire::Correction {
                date: "2025-04-25".into(),
                note: version.unwrap_or("?").into(),
                version: version.map(str::to_owned),
                extra: crate::wire::Extra::new(),
            })
            .collect();
        let about = Dataset::from_wire(wire).0.about;
        let (found, sure) = about.corrections_since(of_link);
        let found: Vec<&str> = found.iter().map(|correction| correction.note.as_str()).collect();
        assert_eq!((found.as_slice(), sure), (since, certain));
    }

    #[test]
    fn what_a_version_has_is_not_told_again() {
        let versions = [Some("1.10"), Some("1.9.1"), Some("1.9"), Some("1.2.0")];
        check(&versions, "1.9", &["1.10", "1.9.1"], true);
        check(&versions, "1.2", &["1.10", "1.9.1", "1.9"], true);
        check(&versions, "1.0.0", &["1.10", "1.9.1", "1.9", "1.2.0"], true);
        check(&versions, "2", &[], true);
        check(&[], "1", &[], true);
    }

    #[test]
    fn what_may_be_newer_is_told_as_that() {
        check(&[Some("1.1"), None], "1.1", &["?"], false);
        check(&[Some("1.1"), Some("beta")], "1.1", &["beta"], false);
        check(&[Some("1.1")], "2025-04", &["1.1"], false);
        check(&[Some("1.99999999999999999999")], "1", &["1.99999999999999999999"], false);
    }
}
