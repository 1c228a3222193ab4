//! How long one report takes from its filled form to findings and repairs, with none to twelve wrong cells in table 三.
//! Run with `cargo bench --profile measure --bench repair`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/form/filled.rs"]
mod filled;

use std::time::{Duration, Instant};

use filled::{Random, random};
use gouji::form::{Edition, Key, Table};
use gouji::report::report;

/// Reports measured for each number of wrong cells.
const REPORTS: u64 = 400;

fn main() {
    println!("wrong cells   median      p99         worst       explained");
    for faults in [0, 1, 2, 3, 4, 6, 8, 12] {
        let mut random_numbers = Random(faults + 1);
        let (mut times, mut explained) = (Vec::new(), 0);
        for seed in 0..REPORTS {
            let mut sheets = random(Edition::E2021, seed);
            let keys = Key::all(Table::Three, Edition::E2021);
            for _ in 0..faults {
                let key = keys[random_numbers.below(keys.len() as u64) as usize];
                sheets.set(key, sheets.get(key) + 1 + random_numbers.below(900) as i64);
            }
            let filled = sheets.filled();
            let began = Instant::now();
            let report = report(&filled);
            times.push(began.elapsed());
            explained += u64::from(report.causes.iter().all(|cause| !cause.repairs.is_empty()));
        }
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        let shown = |time: Duration| format!("{:.0} µs", time.as_secs_f64() * 1e6);
        println!(
            "{faults:<13} {:<11} {:<11} {:<11} {explained}/{REPORTS}",
            shown(at(50)),
            shown(at(99)),
            shown(at(100)),
        );
    }
}
