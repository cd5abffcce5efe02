//! The JSON Schema of the format, generated from the wire types.

use schemars::generate::SchemaSettings;

use crate::wire;

/// The JSON Schema (draft 2020-12) of `sidebyline/1`, pretty-printed, with a line break at its end.
pub fn json_schema() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<wire::Dataset>();
    schema.insert("title".into(), "Sidebyline dataset, format sidebyline/1".into());
    let mut written = serde_json::to_string_pretty(&schema).unwrap_or_default();
    written.push('\n');
    written
}
