//! What a person sees: one component a file, children in a folder of the same name.
//!
//! They read memos and the dataset, and never compute over it. Text goes into text nodes only. The ids of the page's
//! own elements begin with `_`, which no id of a dataset does.

pub mod badge;
pub mod colophon;
pub mod compare;
pub mod copy_link;
pub mod coverage;
pub mod data;
pub mod discrepancies;
pub mod discrepancy;
pub mod empty;
pub mod event;
pub mod explorer;
pub mod filters;
pub mod findings;
pub mod histogram;
pub mod later;
pub mod loose;
pub mod masthead;
pub mod notices;
pub mod part_links;
pub mod parts;
pub mod quote;
pub mod quotes;
pub mod share;
pub mod source;
pub mod source_line;
pub mod sources;
pub mod tabs;
pub mod timeline;
pub mod variants;
pub mod waiting;
pub mod words;
