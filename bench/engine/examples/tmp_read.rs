use sidebyline_dataset::Dataset;
use sidebyline_turns::{Undivided, at_once};
use std::time::Instant;
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let json = std::fs::read(&f).unwrap();
    for _ in 0..8 {
        let t = Instant::now();
        let (d, _) = at_once(Dataset::read_in_turns(&json, &Undivided)).unwrap();
        println!("read {:?} {}", t.elapsed(), d.quotes.len());
    }
}
