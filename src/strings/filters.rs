//! Words of facets, chips, counts.
