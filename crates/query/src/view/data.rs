//! Which dataset an address asks for.

use sidebyline_dataset::check::is_id;

use crate::percent;

/// The longest address of a dataset, in bytes. Escaped it is no longer than what the address of a page has room for.
pub const MAX_ADDRESS: usize = 400;
/// How the file that a reader opened herself is written. No dataset can be called so, since no id begins like that.
const LOCAL: &str = "_local";

/// Which dataset is shown. It is kept as it is written, in one spelling.
///
/// ```
/// use sidebyline_query::{Data, DataKind};
/// let data = Data::parse("HTTPS://News.example:443/talks.json").expect("it is an address");
/// assert_eq!(data.kind(), DataKind::Address("https://news.example/talks.json"));
/// assert_eq!(Data::parse("javascript:alert(1)"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Data(String);

/// A dataset by where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataKind<'a> {
    /// The one that the site shows by itself.
    Own,
    /// Another one of the site, by its name.
    Named(&'a str),
    /// The one at this absolute http(s) address, with or without the site's leave: whoever loads it has to ask for that.
    Address(&'a str),
    /// A file that this reader opened, and that nobody else has.
    Local,
}

impl Data {
    /// The file that a reader opened herself.
    pub fn local() -> Self {
        Self(LOCAL.into())
    }

    /// Reads what an address asks for: nothing, a name, `_local`, or an absolute http(s) address of at most [`MAX_ADDRESS`]
    /// bytes in ASCII, without user, password and fragment. All else is none.
    pub fn parse(written: &str) -> Option<Self> {
        if written.is_empty() || written == LOCAL {
            return Some(Self(written.into()));
        }
        let name = written.to_ascii_lowercase();
        if is_id(&name) { Some(Self(name)) } else { address(written).map(Self) }
    }

    /// As it is written, without any escape.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it comes from.
    pub fn kind(&self) -> DataKind<'_> {
        match self.as_str() {
            "" => DataKind::Own,
            LOCAL => DataKind::Local,
            address if address.contains(':') => DataKind::Address(address),
            name => DataKind::Named(name),
        }
    }

    /// Writes it as a value of an address.
    pub(super) fn print(&self, into: &mut String) {
        percent::encode(&self.0, into);
    }

    /// Writes it if it is an address: names and the rest have their room kept free.
    pub(super) fn print_address(&self, into: &mut String) {
        if matches!(self.kind(), DataKind::Address(_)) {
            self.print(into);
        }
    }
}

/// An absolute http(s) address in one spelling: scheme and host in small letters, without the port that goes without saying.
fn address(written: &str) -> Option<String> {
    // Nothing that programs read differently: no backslash, space or control character, nothing outside ASCII.
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"#<>\\^`{|}".contains(&byte);
    if written.len() > MAX_ADDRESS || !written.bytes().all(plain) {
        return None;
    }
    let (scheme, rest) = written.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let usual_port = match scheme.as_str() {
        "http" => ":80",
        "https" => ":443",
        _ => return None,
    };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let authority = authority.to_ascii_lowercase();
    let authority = authority.strip_suffix(usual_port).unwrap_or(&authority);
    is_authority(authority).then(|| [scheme.as_str(), "://", authority, path].concat())
}

/// Whether this is a host, with or without a port, and nothing else.
fn is_authority(written: &str) -> bool {
    let (host, port) = match written.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (written, None),
    };
    let in_brackets = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let host_is_plain = match in_brackets {
        Some(number) => {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte))
        }
        None => {
            host.starts_with(|first: char| first.is_ascii_alphanumeric())
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte))
        }
    };
    host_is_plain && port.is_none_or(|port| port.parse::<u16>().is_ok() && !port.starts_with(['+', '0']))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(written: &str, read: Option<&str>) {
        assert_eq!(Data::parse(written).as_ref().map(Data::as_str), read, "{written}");
    }

    #[test]
    fn it_is_nothing_a_name_an_address_or_a_file_of_the_readers_own() {
        assert_eq!(Data::default().kind(), DataKind::Own);
        assert_eq!(Data::parse("Demo").expect("it is a name").kind(), DataKind::Named("demo"));
        assert_eq!(Data::local().kind(), DataKind::Local);
        check("_local", Some("_local"));
        check("https://a.example/b.json?c=d&e=%2F", Some("https://a.example/b.json?c=d&e=%2F"));
    }

    #[test]
    fn an_address_has_one_spelling() {
        check("HTTPS://A.Example:443/B.json", Some("https://a.example/B.json"));
        check("http://a.example:80", Some("http://a.example"));
        check("http://a.example:443/", Some("http://a.example:443/"));
        check("http://[2001:DB8::1]:8080/x", Some("http://[2001:db8::1]:8080/x"));
        check("https://[::1]/", Some("https://[::1]/"));
    }

    #[test]
    fn what_could_be_read_as_something_else_is_none() {
        let hostile = [
            "javascript:alert(1)",
            "javascript://a.example/%0aalert(1)",
            "file:///etc/passwd",
            "data:application/json,{}",
            "blob:https://a.example/1",
            "ftp://a.example/b",
            "//evil.example/b.json",
            "\\\\evil.example\\b",
            "https:/a.example",
            "https:a.example",
            "https://",
            "https:///b.json",
            "https://user@a.example/",
            "https://user:password@a.example/",
            "https://a.example\\@b.example/",
            "https://a.example#b",
            "https://a.example:0x50/",
            "https://a.example:99999/",
            "https://a.example:/",
            "https://.example/",
            "https://münchen.example/",
            "https://a.example/b c",
            "https://a.example/\u{202e}",
            "https://[::1/",
            "https://a%2eexample/",
            "../x",
            "demo.json",
            "_other",
            "_LOCAL",
        ];
        for written in hostile {
            check(written, None);
        }
        check(&["https://a.example/", &"x".repeat(MAX_ADDRESS)].concat(), None);
    }

    proptest! {
        #[test]
        fn what_is_read_stays_as_it_is_when_it_is_read_again(written in "(https?|HTTP|ftp|javascript)?:?/{0,3}([a-zA-Z0-9.@:\\[\\]-]{0,20})[/?]?\\PC{0,20}") {
            if let Some(data) = Data::parse(&written) {
                prop_assert_eq!(Data::parse(data.as_str()), Some(data.clone()));
                let lower = data.as_str().to_ascii_lowercase();
                prop_assert!(!lower.contains(':') || lower.starts_with("http://") || lower.starts_with("https://"));
                prop_assert!(!data.as_str().split(['/', '?']).nth(2).unwrap_or_default().contains('@'));
            }
        }
    }
}
