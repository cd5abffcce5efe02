//! What a file says, whatever its spaces and the order of its keys: enough to tell whether two files say the same.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// Digests of a file's events, of its quotes, and of all else, as they are fed in.
#[derive(Clone, Default)]
pub(super) struct Values {
    events: Sha256,
    quotes: Sha256,
    rest: Sha256,
}

impl Values {
    /// The next event.
    pub fn event(&mut self, event: &Value) {
        self.events.update(event.to_string());
    }

    /// The next quote.
    pub fn quote(&mut self, quote: &Value) {
        self.quotes.update(quote.to_string());
    }

    /// The file without events and quotes.
    pub fn rest(&mut self, rest: &Value) {
        self.rest.update(rest.to_string());
    }

    fn digests(&self) -> [impl PartialEq; 3] {
        [&self.events, &self.quotes, &self.rest].map(|fed| fed.clone().finalize())
    }
}

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        self.digests() == other.digests()
    }
}
