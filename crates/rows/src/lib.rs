//! Rows by number: the containers of an index, and the loops in which an answer spends its time.
//!
//! A row is a number below a limit; what it stands for is known where the containers are used. The crate stands apart
//! because it is built for speed where all else of the page is built for size. For the same reason nothing in it is
//! generic: a generic function would be built where it is used.
//!
//! | module | what it holds | its bytes | its time |
//! | --- | --- | --- | --- |
//! | [`bits`] | a set of rows, as bits; *everything* takes no room | an eighth of its stretch | a 64th of the shortest stretch for what sets have in common |
//! | [`groups`] | rows that stand together: the quotes of one event | 4 a row and a group, none where each group has one row | the groups that are met |
//! | [`column`] | of each row its values, as small numbers; counts of them | 0 to 4 a value, 4 a row where there may be several | the rows that are counted and their values |
//! | [`lists`] | of each value its rows | a byte or two a row, at most rows / 8 | the rows of the value, at most rows / 64 |
//! | [`dictionary`] | words and their order | the words and 16 each | a word's length; a binary search for what begins alike |
//! | [`stream`] | the words of each row in their order | a byte or two a word | the words of a row |
//! | [`text`] | in which rows words and phrases occur | a byte or two a word, and the above | the rows of the words; of a phrase, the bytes of rows that have all its words |
//! | [`runs`] | rows as runs of bytes | | the numbers that are asked for |
//! | [`checksum`] | what tells bytes that were changed | | the bytes |
//! | [`spelling`] | texts, as the numbers of their words | a third of the text, and each word once | the words of a text |
//! | [`parts`] | the words of spelt texts, by the numbers of their parts | eight a part | the parts of a text; each part is folded once |
//! | [`order`] | numbers in the order of their keys | | a logarithm for each; none where they are in order |
//! | [`plain`] | the words of plain ASCII texts | | their bytes |
//! | [`input`] | bytes, out of which a column is read | | |
//!
//! Nothing here does I/O, and no bytes that are read here make anything panic. Numbers that a caller gives have to be below the
//! bounds that it has named.

pub mod bits;
pub mod checksum;
pub mod column;
pub mod dictionary;
pub mod groups;
pub mod input;
pub mod lists;
pub mod order;
pub mod parts;
pub mod plain;
pub mod runs;
pub mod spelling;
pub mod stream;
#[cfg(test)]
mod testing;
pub mod text;
mod varint;

pub use bits::Bits;
pub use column::{Column, ColumnBuilder, Counted};
pub use dictionary::Dictionary;
pub use groups::Groups;
pub use input::Input;
pub use lists::{Lists, ListsBuilder};
pub use parts::Parts;
pub use spelling::Spelling;
pub use stream::Stream;
pub use text::Text;
