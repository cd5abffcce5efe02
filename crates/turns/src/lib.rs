//! Long work in turns.
//!
//! A page has one thread, and as long as a program works on it, nobody can scroll, press *Stop* or see how far it is.
//! What goes over all rows of a dataset therefore asks at its [`step`]s whether its turn is over, and then waits for the
//! next. It is a plain `async` function with a loop in it, and the caller says what a turn is: the page gives the browser
//! its own after some milliseconds; a program without a window does the work [`at_once`].
//!
//! ```
//! use sidebyline_turns::{Turns, Undivided, at_once, step};
//!
//! async fn sum(numbers: &[u64], turns: &dyn Turns) -> u64 {
//!     let mut sum = 0;
//!     for (done, number) in numbers.iter().enumerate() {
//!         step(turns, done, (done, numbers.len())).await;
//!         sum += number;
//!     }
//!     sum
//! }
//!
//! assert_eq!(at_once(sum(&[1, 2, 3], &Undivided)), 6);
//! ```

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// How many rows are worked on between two looks at the clock, which in a page costs as much as a row or two.
const ROWS: usize = 32;

/// What a turn is.
pub trait Turns {
    /// Whether this one has been long enough.
    fn is_over(&self) -> bool;

    /// Waits for the next one; so much of the work at hand is `done`, of so much in `all`, or of 0 if that isn't known.
    fn next(&self, done: usize, all: usize) -> Pin<Box<dyn Future<Output = ()> + '_>>;

    /// What is done from now on is this stretch of the whole, in thousandths.
    fn stretch(&self, _from: usize, _to: usize) {}
}

/// All the work is one turn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Undivided;

impl Turns for Undivided {
    fn is_over(&self) -> bool {
        false
    }

    fn next(&self, _: usize, _: usize) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(std::future::ready(()))
    }
}

/// To be awaited before each row: waits for the next turn if this one is over. So many of the work at hand is `done`, of so
/// much in `all`.
#[inline]
pub async fn step(turns: &dyn Turns, row: usize, (done, all): (usize, usize)) {
    if row.is_multiple_of(ROWS) && turns.is_over() {
        turns.next(done, all).await;
    }
}

/// To be awaited between two pieces of work that have no rows: waits for the next turn if this one is over.
pub async fn pause(turns: &dyn Turns) {
    step(turns, 0, (0, 0)).await;
}

/// What comes of work that waits for nothing, as it does with [`Undivided`] turns.
///
/// Work that waits for something else is asked again and again until that is there.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
        std::hint::spin_loop();
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Turns of so many steps each, which note how far the work was.
    struct Counted {
        length: usize,
        asked: RefCell<usize>,
        told: RefCell<Vec<(usize, usize)>>,
    }

    impl Turns for Counted {
        fn is_over(&self) -> bool {
            *self.asked.borrow_mut() += 1;
            self.asked.borrow().is_multiple_of(self.length)
        }

        fn next(&self, done: usize, all: usize) -> Pin<Box<dyn Future<Output = ()> + '_>> {
            self.told.borrow_mut().push((done, all));
            let mut waited = false;
            Box::pin(std::future::poll_fn(move |_| {
                if waited {
                    Poll::Ready(())
                } else {
                    waited = true;
                    Poll::Pending
                }
            }))
        }
    }

    async fn count(rows: usize, turns: &dyn Turns) -> usize {
        let mut counted = 0;
        for done in 0..rows {
            step(turns, done, (done, rows)).await;
            counted += 1;
        }
        counted
    }

    #[test]
    fn work_in_turns_comes_to_the_same() {
        let turns = Counted { length: 2, asked: RefCell::new(0), told: RefCell::new(Vec::new()) };
        assert_eq!(at_once(count(5 * ROWS, &turns)), at_once(count(5 * ROWS, &Undivided)));
        assert_eq!(turns.told.into_inner(), [(ROWS, 5 * ROWS), (3 * ROWS, 5 * ROWS)]);
    }
}
