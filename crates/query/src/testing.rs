//! A small invented dataset for tests.

use sidebyline_dataset::Dataset;

/// Five invented texts about the crane of an invented harbour.
pub(crate) fn harbour() -> Dataset {
    let json = include_bytes!("../../../tests/fixtures/harbour.json");
    let wire = sidebyline_dataset::parse(json).expect("the fixture is a dataset");
    let (dataset, findings) = Dataset::from_wire(wire);
    assert_eq!(findings, [], "the fixture is without fault");
    dataset
}
