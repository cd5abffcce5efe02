//! From where else the site lets datasets be shown: its owner lists that in a file, since a link must not make this site
//! show a stranger's "quotes" as its own.
//!
//! ```json
//! { "datasets": { "origins": ["https://data.example.org"] } }
//! ```

use sidebyline_dataset::json::Json;
use sidebyline_query::{Data, DataKind};

/// Where the file lies, relative to the page.
pub const SETTINGS: &str = "config.json";

/// The origins that the file lists, each as browsers write it; or what is wrong with it, as a clause without a full stop.
pub fn listed(settings: &Json) -> Result<Vec<String>, String> {
    let Json::Object(settings) = settings else { return Err("it is no object".into()) };
    let datasets = match settings.get("datasets") {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(Json::Object(datasets)) => datasets,
        Some(_) => return Err("“datasets” is no object".into()),
    };
    match datasets.get("origins") {
        None | Some(Json::Null) => Ok(Vec::new()),
        Some(Json::List(origins)) => origins.iter().enumerate().map(|(at, entry)| one(at, entry)).collect(),
        Some(_) => Err("“datasets.origins” is no list".into()),
    }
}

fn one(at: usize, entry: &Json) -> Result<String, String> {
    let Json::Text(written) = entry else {
        return Err(["entry ", &(at + 1).to_string(), " of “datasets.origins” is no text"].concat());
    };
    let data = Data::parse(written.strip_suffix('/').unwrap_or(written));
    let origin = data.as_ref().and_then(|data| match data.kind() {
        DataKind::Address(address) if address.matches('/').count() == 2 && !address.contains('?') => Some(address),
        _ => None,
    });
    origin.map(str::to_owned).ok_or_else(|| {
        let wanted = "” in “datasets.origins” is no origin: a scheme and a host, such as https://data.example.org";
        ["“", written, wanted].concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(settings: &str, expected: Result<&[&str], &str>) {
        let json: serde_json::Value = serde_json::from_str(settings).expect("it is JSON");
        match (listed(&json.into()), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
            (found, _) => panic!("{found:?} of {settings}"),
        }
    }

    #[test]
    fn a_site_that_lists_nothing_allows_nothing() {
        for settings in ["{}", r#"{"datasets": {}}"#, r#"{"datasets": null}"#, r#"{"datasets": {"origins": []}}"#] {
            check(settings, Ok(&[]));
        }
    }

    #[test]
    fn an_origin_is_read_in_one_spelling() {
        check(
            r#"{"x": 1, "datasets": {"origins": ["HTTPS://Data.Example.org:443/", "http://localhost:8080"]}}"#,
            Ok(&["https://data.example.org", "http://localhost:8080"]),
        );
    }

    #[test]
    fn what_is_no_origin_is_told() {
        check("[]", Err("no object"));
        check(r#"{"datasets": []}"#, Err("“datasets” is no object"));
        check(r#"{"datasets": {"origins": "https://a.example"}}"#, Err("no list"));
        check(r#"{"datasets": {"origins": ["https://a.example", 7]}}"#, Err("entry 2"));
        for entry in
            ["*", "https://*.example", "https://a.example/b", "https://a.example?b", "a.example", "", "file://"]
        {
            check(&format!(r#"{{"datasets": {{"origins": ["{entry}"]}}}}"#), Err("is no origin"));
        }
    }
}
