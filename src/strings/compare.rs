//! Words of the page that compares.
