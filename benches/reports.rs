//! Writes so many made reports into a folder, as HTML pages, DOCX and XLSX files with all tables and a narrative, every
//! third with a wrong figure: what the bench of the command reads.
//! Run by `npm run bench -- command`: `cargo bench --bench reports -- FOLDER COUNT`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use gouji::form::Edition;

use support::docx::{self, docx};
use support::fault::inject;
use support::html;
use support::made::{Blanks, Made};
use support::rng::Rng;
use support::sheet::Part;
use support::story::{self, HOUSES};
use support::words;
use support::xlsx::{self, xlsx};

fn main() {
    let mut given = std::env::args().skip(1).filter(|word| word != "--bench");
    let (folder, count) = (given.next().unwrap(), given.next().unwrap());
    let count: u64 = count.parse().unwrap();
    let kinds = ["html", "docx", "xlsx"].map(|kind| Path::new(&folder).join(kind));
    kinds
        .iter()
        .for_each(|kind| fs::create_dir_all(kind).unwrap());
    for seed in 0..count {
        let mut rng = Rng::new(seed);
        let parts = report(seed, &mut rng);
        let files = [
            html::clean(&parts).into_bytes(),
            docx(&parts, docx::Way::default(), &mut rng),
            xlsx(&parts, xlsx::Way::default()),
        ];
        for (kind, bytes) in kinds.iter().zip(files) {
            let name = format!("{seed:05}.{}", kind.file_name().unwrap().to_str().unwrap());
            fs::write(kind.join(name), bytes).unwrap();
        }
    }
}

fn report(seed: u64, rng: &mut Rng) -> Vec<Part> {
    let house = &HOUSES[seed as usize % HOUSES.len()];
    let mut made = Made::new(Edition::E2021, seed, Blanks::None);
    made.agency = house.agencies[0].to_string();
    if seed.is_multiple_of(3) {
        inject(&mut made, 1, rng);
    }
    let mut parts = story::parts(&made, house, rng);
    parts[0] = Part::Title(words::title(house.agencies[0], made.year, rng));
    parts
}
