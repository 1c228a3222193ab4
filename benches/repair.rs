//! How long one report takes from its filled form to findings and repairs, with none to twelve wrong cells in table 三;
//! and the search for repairs beside an exact mixed-integer solver on the same tables, in turn.
//! Run with `cargo bench --bench repair`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/form/filled.rs"]
mod filled;
#[allow(dead_code, reason = "the test uses more of it")]
#[path = "../tests/solver/model.rs"]
mod model;

use std::time::{Duration, Instant};

use filled::{Random, Sheets, random};
use gouji::form::sums::equations;
use gouji::form::{Edition, Equation, Key, Table};
use gouji::repair::repairs;
use gouji::report::report;
use model::Model;

/// Reports measured for each number of wrong cells.
const REPORTS: u64 = 400;
/// Wrong cells and reports for the solver, which may have the cuts or not.
const SOLVED: [(u64, u64, bool); 6] = [
    (1, 60, false),
    (2, 30, false),
    (3, 10, false),
    (2, 60, true),
    (3, 60, true),
    (4, 30, true),
];

fn main() {
    reports();
    solver();
}

fn reports() {
    println!("wrong cells   median      p99         worst       explained");
    for faults in [0, 1, 2, 3, 4, 6, 8, 12] {
        let mut random_numbers = Random(faults + 1);
        let (mut times, mut explained) = (Vec::new(), 0);
        for seed in 0..REPORTS {
            let sheets = wrong(seed, faults, &mut random_numbers);
            let filled = sheets.filled();
            let began = Instant::now();
            let report = report(&filled);
            times.push(began.elapsed());
            explained += u64::from(report.causes.iter().all(|cause| !cause.repairs.is_empty()));
        }
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        println!(
            "{faults:<13} {:<11} {:<11} {:<11} {explained}/{REPORTS}",
            shown(at(50)),
            shown(at(99)),
            shown(at(100)),
        );
    }
}

/// The search beside the solver.
fn solver() {
    println!(
        "\nwrong cells   search      programme   solver      ratio (medians)   ratio (all together)"
    );
    let three = equations(Edition::E2021).into_iter();
    let three: Vec<Equation> = three.filter(|e| e.family.table() == Table::Three).collect();
    for (faults, reports, cuts) in SOLVED {
        let mut random_numbers = Random(faults + 1);
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for seed in 0..reports {
            let sheets = wrong(seed, faults, &mut random_numbers);
            let (filled, model) = (sheets.filled(), Model::new(&sheets, &three));
            let began = Instant::now();
            let causes = repairs(&filled);
            ours.push(began.elapsed());
            let began = Instant::now();
            let smallest = model.smallest(cuts).unwrap();
            theirs.push(began.elapsed());
            let found = causes.first().map(|cause| cause.repairs[0].changes.len());
            assert_eq!(found.unwrap_or(0), smallest);
        }
        let ratio = |ours: Duration, theirs: Duration| theirs.as_secs_f64() / ours.as_secs_f64();
        let together = ratio(ours.iter().sum(), theirs.iter().sum());
        let (ours, theirs) = (median(&mut ours), median(&mut theirs));
        println!(
            "{faults:<13} {:<11} {:<11} {:<11} {:<17.0} {together:.0}",
            shown(ours),
            if cuts { "cuts" } else { "plain" },
            shown(theirs),
            ratio(ours, theirs),
        );
    }
}

/// A report with so many figures of table 三 too large.
fn wrong(seed: u64, faults: u64, random_numbers: &mut Random) -> Sheets {
    let mut sheets = random(Edition::E2021, seed);
    let keys = Key::all(Table::Three, Edition::E2021);
    for _ in 0..faults {
        let key = keys[random_numbers.below(keys.len() as u64) as usize];
        sheets.set(key, sheets.get(key) + 1 + random_numbers.below(900) as i64);
    }
    sheets
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn shown(time: Duration) -> String {
    format!("{:.0} µs", time.as_secs_f64() * 1e6)
}
