//! Where JSON breaks its syntax (RFC 8259). Browsers parse it quickly, but not all of them say where they stopped.

/// The line and the column, both from 1, of the first byte that no JSON goes on with; none for JSON. A column counts
/// characters.
///
/// ```
/// use sidebyline_dataset::json::syntax_error;
/// assert_eq!(syntax_error(b"{\"a\": [1, 2]}"), None);
/// assert_eq!(syntax_error(b"{\n  \"a\": oops}"), Some((2, 8)));
/// ```
pub fn syntax_error(file: &[u8]) -> Option<(usize, usize)> {
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    let mut scanner = Scanner { file, at: 0 };
    let wrong = scanner.document().is_none() || {
        scanner.space();
        scanner.at < file.len()
    };
    wrong.then(|| {
        let before = &file[..scanner.at.min(file.len())];
        let mut lines = before.split(|&byte| byte == b'\n');
        let line = lines.next_back().unwrap_or_default();
        // Bytes within a character go on with it.
        (lines.count() + 1, line.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1)
    })
}

/// What is read next. Whatever gives none leaves `at` where it stopped.
struct Scanner<'a> {
    file: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    /// One value with all that is in it. What it is in is kept aside, so that depth costs no stack.
    fn document(&mut self) -> Option<()> {
        let mut within: Vec<u8> = Vec::new();
        loop {
            // A value begins here.
            self.space();
            match self.peek()? {
                open @ (b'{' | b'[') => {
                    self.at += 1;
                    self.space();
                    let close = if open == b'{' { b'}' } else { b']' };
                    if self.peek()? == close {
                        self.at += 1;
                    } else {
                        if open == b'{' {
                            self.key()?;
                        }
                        within.push(close);
                        continue;
                    }
                }
                b'"' => self.text()?,
                b't' => self.word(b"true")?,
                b'f' => self.word(b"false")?,
                b'n' => self.word(b"null")?,
                _ => self.number()?,
            }
            // It is over, and perhaps what it is in.
            loop {
                let Some(&close) = within.last() else { return Some(()) };
                self.space();
                let next = self.peek()?;
                if next == close {
                    self.at += 1;
                    within.pop();
                } else if next == b',' {
                    self.at += 1;
                    if close == b'}' {
                        self.key()?;
                    }
                    break;
                } else {
                    return None;
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.file.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        word.iter().try_for_each(|&byte| self.take(byte))
    }

    fn key(&mut self) -> Option<()> {
        self.space();
        self.text()?;
        self.space();
        self.take(b':')
    }

    fn text(&mut self) -> Option<()> {
        self.take(b'"')?;
        loop {
            match self.peek()? {
                b'"' => return self.take(b'"'),
                b'\\' => {
                    self.at += 1;
                    match self.peek()? {
                        b'u' => {
                            self.at += 1;
                            for _ in 0..4 {
                                self.peek().filter(u8::is_ascii_hexdigit)?;
                                self.at += 1;
                            }
                        }
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
                        _ => return None,
                    }
                }
                0..=0x1F => return None,
                _ => self.at += 1,
            }
        }
    }

    fn number(&mut self) -> Option<()> {
        let _ = self.take(b'-');
        if self.take(b'0').is_none() {
            self.digits()?;
        }
        if self.take(b'.').is_some() {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            let _ = self.take(b'+').or_else(|| self.take(b'-'));
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(json: &str, place: Option<(usize, usize)>) {
        assert_eq!(syntax_error(json.as_bytes()), place, "{json}");
    }

    #[test]
    fn json_has_no_error() {
        for json in
            ["0", " [] ", "{\"a\":{\"b\":[{},1e9,-0.5E+2,\"\\u00e9\\n\"]}}", "\u{feff}null", "\"é\"", "[[[]],[]]"]
        {
            check(json, None);
        }
        check(&["[".repeat(500_000), "]".repeat(500_000)].concat(), None);
    }

    #[test]
    fn the_first_byte_that_does_not_go_on_is_named() {
        check("", Some((1, 1)));
        check("{\"a\": 1,}", Some((1, 9)));
        check("[1 2]", Some((1, 4)));
        check("[1,\n 2,\n  x]", Some((3, 3)));
        check("{\"é\": 'x'}", Some((1, 7)));
        check("{\"a\" 1}", Some((1, 6)));
        check("01", Some((1, 2)));
        check("\"a\nb\"", Some((1, 3)));
        check("\"\\x\"", Some((1, 3)));
        check("[1", Some((1, 3)));
        check("{} {}", Some((1, 4)));
        check("trve", Some((1, 3)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn it_is_json_to_another_reader_too(json in r#"([\[\]{},:" 01.eE+-]|"a"|true|null|\\n|\\u00e9|[\n"\\]){0,12}"#) {
            let read: Result<serde::de::IgnoredAny, _> = serde_json::from_str(&json);
            prop_assert_eq!(syntax_error(json.as_bytes()).is_none(), read.is_ok(), "{}", json);
        }
    }
}
