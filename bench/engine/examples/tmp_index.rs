use sidebyline_dataset::Dataset;
use sidebyline_query::Index;
use sidebyline_turns::{Undivided, at_once};
use std::time::Instant;
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let words = std::env::args().nth(2).is_some();
    let json = std::fs::read(&f).unwrap();
    let (d, _) = at_once(Dataset::read_in_turns(&json, &Undivided)).unwrap();
    for _ in 0..8 {
        let t = Instant::now();
        let i = at_once(Index::in_turns(&d, &Undivided));
        println!("index {:?}", t.elapsed());
        if words {
            let t = Instant::now();
            at_once(i.add_words(&d, &Undivided));
            println!("words {:?}", t.elapsed());
        }
    }
}
