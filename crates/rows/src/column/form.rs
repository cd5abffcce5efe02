//! A column as bytes.
//!
//! | bytes | what they are |
//! | --- | --- |
//! | 1 | 0 if each row has one value, else 1 |
//! | only then a number a row | how many values it has |
//! | 0, 1, 2 or 4 a value | the values of all rows, one after the other, the lowest byte first |
//!
//! How many rows and values there may be is known to whoever reads. The list of each value is made of what was read: so no
//! list can say anything else than the rows do, whatever the bytes are.

use super::{Codes, Column};
use crate::input::{Input, put};

/// How many bytes a value takes, if there are `values` and each row has one, or perhaps `several`.
fn width(values: usize, several: bool) -> usize {
    match values {
        0..=1 if !several => 0,
        0..=0x100 => 1,
        0x101..=0x1_0000 => 2,
        _ => 4,
    }
}

impl Column {
    /// Adds the column to some bytes.
    pub fn write(&self, to: &mut Vec<u8>) {
        let several = !self.start.is_empty();
        to.push(u8::from(several));
        for bounds in self.start.windows(2) {
            put((bounds[1] - bounds[0]) as usize, to);
        }
        let width = width(self.values(), several);
        for place in 0..self.places {
            to.extend(&(self.at(place) as u32).to_le_bytes()[..width]);
        }
    }

    /// The next column of some bytes, of so many rows, with values below `values`; none if that isn't what they say.
    #[inline(never)]
    pub fn read(from: &mut Input<'_>, rows: usize, values: usize) -> Option<Self> {
        let several = match from.number()? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let (mut start, mut places) = (Vec::new(), rows);
        if several {
            start.push(0);
            places = 0;
            for _ in 0..rows {
                places = places.checked_add(from.number()?)?;
                // Where a row may have several values, each of them takes a byte at least.
                if places > from.rest() {
                    return None;
                }
                start.push(places as u32);
            }
        }
        let width = width(values, several);
        let codes = from.take(places.checked_mul(width)?)?;
        let number = |code: &[u8]| code.iter().rev().fold(0, |number: u32, byte| number << 8 | u32::from(*byte));
        let codes = match width {
            0 => Codes::Zero,
            1 => Codes::Short(codes.to_vec()),
            2 => Codes::Middle(codes.chunks_exact(2).map(|code| number(code) as u16).collect()),
            _ => Codes::Long(codes.chunks_exact(4).map(number).collect()),
        };
        let column = Self::new(rows, codes, start, places, values);
        // What is beyond the values isn't counted, nor is what a row has twice.
        let counted: usize = column.count.iter().map(|count| *count as usize).sum();
        (counted == places).then_some(column)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;
    use crate::{Bits, ColumnBuilder, Counted};

    #[test]
    fn rows_whose_numbers_come_round_to_a_small_one_are_refused() {
        // Where a number has 32 bits, the second row takes two places away again.
        let bytes = [1, 5, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 2, 255, 255, 0, 1, 2];
        assert!(Column::read(&mut Input::new(&bytes), 3, 3).is_none());
    }

    fn columns() -> impl Strategy<Value = (usize, usize, Column)> {
        (prop_oneof![Just(1usize), Just(3), Just(300), Just(70_000)], any::<bool>()).prop_flat_map(
            |(values, single)| {
                let number = if single { 1..=1usize } else { 0..=values.min(4) };
                vec(btree_set(0..values as u32, number), 0..100).prop_map(move |rows| {
                    let mut builder = ColumnBuilder::default();
                    for row in &rows {
                        builder.push(&row.iter().rev().copied().collect::<Vec<_>>(), None);
                    }
                    (rows.len(), values, builder.column(values))
                })
            },
        )
    }

    proptest! {
        #[test]
        fn a_column_that_is_read_is_the_one_that_was_written((rows, values, column) in columns(), more: Vec<u8>) {
            let mut bytes = Vec::new();
            column.write(&mut bytes);
            let length = bytes.len();
            bytes.extend(&more);
            let mut input = Input::new(&bytes);
            let read = Column::read(&mut input, rows, values).expect("it was written");
            prop_assert_eq!(input.rest(), more.len());
            prop_assert_eq!(format!("{read:?}"), format!("{column:?}"));
            prop_assert!(Column::read(&mut Input::new(&bytes[..length - 1]), rows, values).is_none());
            let mut again = Vec::new();
            read.write(&mut again);
            prop_assert_eq!(&again, &bytes[..length]);
        }

        #[test]
        fn damaged_bytes_are_refused_or_are_another_column(
            (rows, values, column) in columns(), at: prop::sample::Index, byte: u8, more in 0usize..3, counted in vec(0usize..100, 0..20),
        ) {
            let mut bytes = Vec::new();
            column.write(&mut bytes);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(column) = Column::read(&mut Input::new(&bytes), rows + more, values) {
                let mut bits = Bits::none(rows + more);
                for &row in &counted {
                    bits.insert(row);
                }
                let counts = column.tally(&Counted::new(bits.clone()));
                let expected: Vec<usize> = (0..values).map(|value| column.lists().count_in(value, &bits)).collect();
                prop_assert_eq!(counts, expected);
            }
        }
    }

    #[test]
    fn what_is_beyond_the_values_or_comes_twice_in_a_row_is_refused() {
        let read = |bytes: &[u8]| Column::read(&mut Input::new(bytes), 2, 3).is_some();
        assert!(read(&[0, 2, 1]) && read(&[1, 2, 1, 0, 2, 1]));
        assert!(!read(&[0, 3, 1]) && !read(&[1, 2, 1, 2, 2, 1]) && !read(&[2, 2, 1]));
        assert!(!read(&[1, 0xff, 0xff, 0xff, 0xff, 0xf, 1, 1]));
        assert!(Column::read(&mut Input::new(&[0]), 2, 0).is_none());
    }
}
