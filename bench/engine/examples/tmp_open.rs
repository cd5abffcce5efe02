use sidebyline_dataset::{
    Dataset,
    pack::{self, Container, Kind},
};
use sidebyline_query::{Index, Timeline};
use std::time::Instant;
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let file = std::fs::read(&f).unwrap();
    for _ in 0..3 {
        let t = Instant::now();
        let c = Container::parse(&file).unwrap();
        let a = c.sections(Kind::Columns).unwrap();
        let b = c.sections(Kind::Runs).unwrap();
        let i = c.sections(Kind::Index).unwrap();
        println!("sections {:?} {}", t.elapsed(), a.len() + b.len() + i.len());
        let t = Instant::now();
        let runs = b[0].stored.to_vec();
        println!("copy {:?}", t.elapsed());
        let t = Instant::now();
        let stores = pack::stores(runs);
        println!("stores {:?}", t.elapsed());
        let cols = pack::inflated(&file, Kind::Columns).unwrap();
        let t = Instant::now();
        let idx = pack::inflated(&file, Kind::Index).unwrap();
        println!("inflate index {:?} {}", t.elapsed(), idx[0].len());
        let t = Instant::now();
        let d = Dataset::from_pack(&cols, stores).unwrap().dataset;
        println!("from_pack {:?}", t.elapsed());
        let t = Instant::now();
        let i = Index::from_bytes(&idx[0], &d).unwrap();
        println!("index {:?}", t.elapsed());
        let t = Instant::now();
        let tl = Timeline::of(&d, &i);
        println!("timeline {:?} {}", t.elapsed(), tl.loose.len());
    }
}
