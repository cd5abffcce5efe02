//! Where something stands in the JSON, written out only if there is something to say about it.

use std::fmt;

/// A JSON path, each step on the stack of whoever takes it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Path<'a> {
    Root,
    Field(&'a Path<'a>, &'static str),
    Element(&'a Path<'a>, usize),
}

/// The whole document.
pub(crate) const ROOT: &Path<'static> = &Path::Root;

impl Path<'_> {
    /// The value at a key.
    pub fn field(&self, key: &'static str) -> Path<'_> {
        Path::Field(self, key)
    }

    /// An element of the list.
    pub fn element(&self, position: usize) -> Path<'_> {
        Path::Element(self, position)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Field(parent, key) => write!(f, "{parent}.{key}"),
            Self::Element(parent, position) => write!(f, "{parent}[{position}]"),
        }
    }
}

impl From<&Path<'_>> for String {
    fn from(path: &Path<'_>) -> Self {
        path.to_string()
    }
}
