//! Columns, as they are written.

/// What is in each column so far.
#[derive(Debug)]
pub(in crate::pack) struct Writer {
    pub columns: Vec<Vec<u8>>,
}

impl Writer {
    /// As many empty columns.
    pub fn new(columns: usize) -> Self {
        Self { columns: vec![Vec::new(); columns] }
    }

    /// A number (LEB128).
    pub fn number(&mut self, at: usize, mut number: u64) {
        while number > 127 {
            self.columns[at].push(number as u8 | 128);
            number >>= 7;
        }
        self.columns[at].push(number as u8);
    }

    /// A number that fits into a byte.
    pub fn byte(&mut self, at: usize, number: usize) {
        self.columns[at].push(number as u8);
    }

    /// Bytes as they are.
    pub fn bytes(&mut self, at: usize, bytes: &[u8]) {
        self.columns[at].extend_from_slice(bytes);
    }
}
