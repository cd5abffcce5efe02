use sidebyline_dataset::Dataset;
use sidebyline_query::{Index, Timeline};
use sidebyline_turns::{Undivided, at_once};
use std::time::Instant;
fn rss(what: &str) {
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    let g = |k: &str| {
        s.lines().find(|l| l.starts_with(k)).unwrap().split_whitespace().nth(1).unwrap().parse::<usize>().unwrap()
            / 1024
    };
    println!("  {what}: rss {} MB peak {} MB", g("VmRSS"), g("VmHWM"));
}
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let json = std::fs::read(&f).unwrap();
    rss("file");
    let t = Instant::now();
    let (d, _) = at_once(Dataset::read_in_turns(&json, &Undivided)).unwrap();
    println!("read {:?}", t.elapsed());
    rss("read");
    drop(json);
    rss("dropped");
    let t = Instant::now();
    let i = at_once(Index::in_turns(&d, &Undivided));
    println!("index {:?} {} MB", t.elapsed(), i.bytes() / 1000000);
    rss("index");
    let t = Instant::now();
    at_once(i.add_words(&d, &Undivided));
    println!("words {:?} {} MB", t.elapsed(), i.bytes() / 1000000);
    rss("words");
    let t = Instant::now();
    let tl = Timeline::new(&d);
    println!("timeline {:?} {}", t.elapsed(), tl.loose.len());
    rss("timeline");
    println!("{:?}", d.quotes);
}
