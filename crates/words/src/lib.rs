//! What a dataset says, in words. The page says it with these, and so does what is taken out of it or written without a
//! browser, so that both say the same.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`phrases`] | the words themselves: another language is another file like it |
//! | [`dates`] | what an EDTF date says, how finely it is known |
//! | [`values`] | the values of facets |
//! | [`language`] | the direction in which a language is written |
//!
//! Nothing here does I/O or knows the browser.

pub mod dates;
pub mod language;
pub mod phrases;
pub mod values;
