//! How long one document takes from its bytes to findings and repairs, by stage, with one wrong figure in it; and a whole
//! report with last year's beside it.
//! Run with `cargo bench --bench document`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use gouji::form::Edition;
use gouji::read::read;
use gouji::recognise::{Previous, recognise};
use gouji::report::report;
use gouji::{LastYear, Options, check};

use support::docx::{Way, docx};
use support::fault::inject;
use support::html;
use support::made::{Blanks, Made};
use support::rng::Rng;
use support::sheet::{Part, each_sheet_as};
use support::story::{self, HOUSES};
use support::text;
use support::words;

/// As the command has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Times each document is read.
const TURNS: usize = 60;

fn main() {
    let mut rng = Rng::new(7);
    let mut made = Made::new(Edition::E2021, 3, Blanks::None);
    inject(&mut made, 1, &mut rng);
    let parts = made.parts();
    let tables: Vec<Part> = parts
        .iter()
        .filter(|part| matches!(part, Part::Sheet(_)))
        .cloned()
        .collect();
    let table_three = tables[1..2].to_vec();
    let page = with_prose(&parts, 340_000);
    let tabs = |parts: &[Part]| text::document(parts, "", |s| text::separated(&s.full(), "\t"));
    let inputs: Vec<(&str, &str, Vec<u8>)> = vec![
        (
            "table 三, clean HTML",
            "a.html",
            html::clean(&table_three).into(),
        ),
        ("report, clean HTML", "a.html", html::clean(&parts).into()),
        (
            "report, Word's clipboard",
            "a.html",
            html::word(&parts, &mut rng).into(),
        ),
        ("report in a long page", "a.html", html::cms(&page).into()),
        ("report, TAB separated", "a.txt", tabs(&parts).into()),
        ("long text", "a.txt", tabs(&page).into()),
        (
            "one cell per line",
            "a.txt",
            text::document(&parts, "", |s| text::lines(&s.own(), "")).into(),
        ),
        ("DOCX", "a.docx", docx(&parts, Way::default(), &mut rng)),
        (
            "DOCX, a run per character",
            "a.docx",
            docx(
                &parts,
                Way {
                    split_runs: true,
                    ..Way::default()
                },
                &mut rng,
            ),
        ),
    ];
    println!(
        "{:<28}{:>9}{:>12}{:>12}{:>12}{:>12}",
        "", "KB", "read", "recognise", "report", "all"
    );
    for (what, name, bytes) in inputs {
        let times = measure(&bytes, name);
        print!("{what:<28}{:>9.1}", bytes.len() as f64 / 1024.0);
        for time in times {
            print!("{:>9.2} ms", time.as_secs_f64() * 1e3);
        }
        println!();
    }
    for given in [false, true] {
        let what = match given {
            true => "with last year's, read",
            false => "a whole report",
        };
        let time = whole(&mut made, given);
        println!("{what:<28}{:>9.2} ms", time.as_secs_f64() * 1e3);
    }
}

/// The median of a check from bytes to findings and repairs: tables, narrative, all rules, and last year's report if wanted.
fn whole(made: &mut Made, given: bool) -> Duration {
    let mut rng = Rng::new(7);
    let house = &HOUSES[0];
    made.agency = house.agencies[0].to_string();
    let mut last = Made::new(Edition::E2021, 4, Blanks::None);
    last.year = made.year - 1;
    let page = |made: &Made, rng: &mut Rng| {
        let mut parts = story::parts(made, house, rng);
        parts[0] = Part::Title(words::title(house.agencies[0], made.year, rng));
        html::clean(&parts)
    };
    let (this, last) = (page(made, &mut rng), page(&last, &mut rng));
    let mut times = Vec::new();
    for _ in 0..TURNS {
        let began = Instant::now();
        let previous = match given {
            true => LastYear::read(last.as_bytes()).unwrap(),
            false => LastYear::None,
        };
        let options = Options {
            previous,
            ..Options::default()
        };
        let checked = check(this.as_bytes(), &options).unwrap();
        times.push(began.elapsed());
        assert_eq!(checked.report.causes.len(), 1);
        let compared = matches!(checked.filled.previous, Previous::Given(_));
        assert_eq!(compared, given, "{:?}", checked.filled.previous);
    }
    times.sort_unstable();
    times[times.len() / 2]
}

/// The median of reading, recognising, reporting, and of all three.
fn measure(bytes: &[u8], name: &str) -> [Duration; 4] {
    let mut all: [Vec<Duration>; 4] = Default::default();
    for _ in 0..TURNS {
        let began = Instant::now();
        let document = read(bytes, name).unwrap();
        let been_read = began.elapsed();
        let filled = recognise(&document);
        let recognised = began.elapsed();
        let report = report(&filled);
        let reported = began.elapsed();
        assert!(report.causes.len() == 1, "{name}: {:?}", report.causes);
        let stages = [
            been_read,
            recognised - been_read,
            reported - recognised,
            reported,
        ];
        for (times, time) in all.iter_mut().zip(stages) {
            times.push(time);
        }
    }
    all.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    })
}

/// The report with so many bytes of prose after each table.
fn with_prose(parts: &[Part], bytes: usize) -> Vec<Part> {
    let sentence =
        "各部门按照职责分工推进公开工作，完善制度，优化栏目，本季度更新信息36条，答复来信12件。";
    let paragraph = sentence.repeat(4);
    let count = bytes / 3 / paragraph.len();
    each_sheet_as(parts.to_vec(), |sheet| {
        let prose = vec![Part::Text(paragraph.clone()); count];
        [vec![Part::Sheet(sheet)], prose].concat()
    })
}
