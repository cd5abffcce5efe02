//! Words of the page *discrepancies*.

pub const TITLE: &str = "Each question that the sources answer differently.";
