//! Where something comes from.

/// Where an excerpt comes from, as every form of it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the view is limited to, in words; empty if it isn't.
    pub filter: String,
    /// The absolute address of the view.
    pub view: String,
    /// The absolute address of the site, with a slash at its end; empty where there is none.
    pub root: String,
    /// The name of the dataset in the address; empty for the one that the site shows by itself.
    pub data: String,
    /// Whether the site has a page for each event and each discrepancy.
    pub has_pages: bool,
    /// The SHA-256 of the dataset's file, in hexadecimal digits.
    pub digest: String,
    /// The day on which it was taken, as ISO 8601 writes it.
    pub accessed: String,
}
