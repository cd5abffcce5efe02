//! Words of the page of quotes.
