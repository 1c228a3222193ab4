//! Made reports in every layout, with none, one and two slips: no cell misread, the broken sums exact, a single slip
//! located with its old value, nothing said about a clean report that its layout does not deserve.
//!
//! `LAYOUT=name SEED=n cargo test --test layouts` looks at one; `SHOW=dir` leaves what was written there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;

use gouji::finding::{Outcome, Severity};
use gouji::form::{Edition, Key, Table};
use gouji::read::read;
use gouji::recognise::{Filled, Value, recognise};
use gouji::report::{Report, report};

use support::fault::{Fault, Sums, inject, sums};
use support::html;
use support::layout::{LAYOUTS, Layout, Loss};
use support::made::{Blanks, Made};
use support::rng::Rng;

/// Seeds for each layout, edition and number of slips; `SEEDS=n` tries more.
const SEEDS: u64 = 5;
/// Failures that are printed for each layout, and how much of each.
const SHOWN: usize = 3;
const WIDTH: usize = 300;

/// A made report that was written, read and checked.
struct Case {
    layout: &'static Layout,
    name: String,
    made: Made,
    faults: Vec<Fault>,
    sums: Sums,
    filled: Filled,
    report: Report,
}

#[test]
fn clean_reports() {
    each_case(0, |case, say| {
        cells_are_right(case, say);
        sums_are_exact(case, say);
        nothing_undeserved(case, say);
    });
}

#[test]
fn one_slip() {
    each_case(1, |case, say| {
        cells_are_right(case, say);
        sums_are_exact(case, say);
        slip_is_located(case, say);
    });
}

#[test]
fn two_slips() {
    each_case(2, |case, say| {
        cells_are_right(case, say);
        sums_are_exact(case, say);
        slips_are_among_the_repairs(case, say);
    });
}

/// A report that stands three times in one document is read where it stands first, all of its tables.
#[test]
fn copies_are_read_in_the_first() {
    for edition in Edition::ALL {
        let parts = Made::new(edition, 2, Blanks::None).parts();
        let bound = |copies: usize| {
            let parts: Vec<_> = (0..copies).flat_map(|_| parts.clone()).collect();
            let html = html::clean(&parts);
            recognise(&read(html.as_bytes(), "").unwrap()).tables
        };
        let (one, three) = (bound(1), bound(3));
        for (one, three) in one.iter().zip(&three) {
            assert_eq!((one.state, one.place), (three.state, three.place));
            assert_eq!(one.figures, three.figures);
        }
    }
}

fn each_case(faults: usize, mut demand: impl FnMut(&Case, &mut dyn FnMut(String))) {
    let only = std::env::var("LAYOUT").ok();
    let number = |name: &str| std::env::var(name).ok().map(|s| s.parse::<u64>().unwrap());
    let seeds = match (number("SEED"), number("SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (_, seeds) => 0..seeds.unwrap_or(SEEDS),
    };
    let mut failures: Vec<(&str, String)> = Vec::new();
    let mut cases = 0;
    for layout in LAYOUTS {
        if only.as_ref().is_some_and(|name| name != layout.name) {
            continue;
        }
        for edition in Edition::ALL {
            for seed in seeds.clone() {
                cases += 1;
                match case(layout, edition, seed, faults) {
                    Ok(case) => demand(&case, &mut |what| {
                        failures.push((layout.name, format!("{}: {what}", case.name)));
                    }),
                    Err(what) => failures.push((layout.name, what)),
                }
            }
        }
    }
    let mut shown = String::new();
    for layout in LAYOUTS {
        let of_it = || failures.iter().filter(|(name, _)| *name == layout.name);
        if of_it().next().is_some() {
            shown += &format!("\n{}: {} failures\n", layout.name, of_it().count());
        }
        for (_, what) in of_it().take(SHOWN) {
            shown.extend(what.chars().take(WIDTH).chain(['\n']));
        }
    }
    let count = failures.len();
    assert!(count == 0, "{count} failures in {cases} cases:\n{shown}");
}

fn case(
    layout: &'static Layout,
    edition: Edition,
    seed: u64,
    faults: usize,
) -> Result<Case, String> {
    let mut rng = Rng::new(seed * 1000 + faults as u64 * 100 + layout.name.len() as u64);
    let blanks = match rng.below(8) {
        0 => Blanks::Organisations,
        1 => Blanks::Totals,
        2 => Blanks::Scattered,
        _ => Blanks::None,
    };
    let mut made = Made::new(edition, seed, blanks);
    let faults = inject(&mut made, faults, &mut rng);
    let bytes = (layout.write)(&made, &mut rng);
    let name = format!("{} {} seed {seed}", layout.name, edition.name());
    if let Ok(folder) = std::env::var("SHOW") {
        let file = format!(
            "{folder}/{}-{}-{seed}-{}",
            layout.name,
            edition.name(),
            layout.file
        );
        std::fs::write(file, &bytes).unwrap();
    }
    let document = read(&bytes, layout.file).map_err(|error| format!("{name}: {error}"))?;
    let filled = recognise(&document);
    let report = report(&filled);
    Ok(Case {
        layout,
        name,
        sums: sums(&made),
        made,
        faults,
        filled,
        report,
    })
}

impl Case {
    /// Whether every figure can be got back out of what was written.
    fn is_whole(&self) -> bool {
        match self.layout.loss {
            Loss::Nothing => true,
            Loss::Blanks => self.made.blanks == Blanks::None,
            Loss::Cells => false,
        }
    }

    /// In text a blank at the end of a row may be one that slid there; table 二 has no heads that would tell.
    fn may_be_doubtful(&self, key: Key) -> bool {
        let last = Key::all(key.table, self.made.edition)
            .into_iter()
            .rfind(|other| other.row == key.row);
        let blank = last.is_some_and(|last| self.made.figures[&last].is_none());
        self.layout.file.ends_with(".txt") && key.table == Table::Two && blank
    }

    fn sums_that(&self, pick: impl Fn(&Outcome) -> bool) -> BTreeSet<(&'static str, String)> {
        self.report
            .checks
            .iter()
            .filter(|check| check.rule.starts_with("sum-") && pick(&check.outcome))
            .map(|check| (check.rule, check.subject.clone()))
            .collect()
    }
}

/// What was read is what was written; what was not read is missing only where the layout lost something.
fn cells_are_right(case: &Case, say: &mut dyn FnMut(String)) {
    for (key, figure) in case.filled.figures() {
        let Some(truth) = case.made.figures.get(&key) else {
            say(format!(
                "{} is not in this edition: {:?}",
                key.name(),
                figure.raw
            ));
            continue;
        };
        let right = match (truth, figure.value) {
            (Some(truth), Value::Number(read)) => *truth == read,
            (None, Value::Blank) => true,
            _ => false,
        };
        if !right {
            let truth = case.made.text(key);
            say(format!(
                "{} is {truth:?}, read {:?} from {:?}",
                key.name(),
                figure.value,
                figure.raw
            ));
        }
    }
    let absent: Vec<String> = case
        .made
        .figures
        .keys()
        .filter(|key| case.filled.figure(**key).is_none() && !case.may_be_doubtful(**key))
        .map(|key| key.name())
        .collect();
    if case.is_whole() && !absent.is_empty() {
        say(format!(
            "not found: {} cells, {} …",
            absent.len(),
            absent[0]
        ));
    }
}

/// The broken sums are exactly those that are broken; where cells are lost, none is called broken that is not.
fn sums_are_exact(case: &Case, say: &mut dyn FnMut(String)) {
    let broken = case.sums_that(|outcome| *outcome == Outcome::Broken);
    let open = case.sums_that(|outcome| matches!(outcome, Outcome::CannotTell(_)));
    if case.is_whole() {
        if broken != case.sums.broken {
            say(format!("broken {broken:?}, not {:?}", case.sums.broken));
        }
        if open != case.sums.open {
            say(format!("cannot tell {open:?}, not {:?}", case.sums.open));
        }
    } else {
        let wrong: Vec<_> = broken.difference(&case.sums.broken).collect();
        if !wrong.is_empty() {
            say(format!("falsely broken: {wrong:?}"));
        }
    }
}

/// A clean report gives no error, and no warning that its layout or its blanks do not deserve.
fn nothing_undeserved(case: &Case, say: &mut dyn FnMut(String)) {
    let blank = ["figure-blank", "figure-total-only"];
    for finding in &case.report.findings {
        let allowed = match finding.severity {
            Severity::Info => true,
            // Where cells are lost the form itself may be called incomplete.
            Severity::Error | Severity::Warning if !case.is_whole() => {
                !finding.rule.starts_with("sum-")
            }
            _ if case.layout.warned.contains(&finding.rule) => true,
            Severity::Error => false,
            Severity::Warning => case.made.blanks != Blanks::None && blank.contains(&finding.rule),
        };
        if !allowed {
            say(format!(
                "{} {}: {}",
                finding.rule, finding.subject, finding.what.zh
            ));
        }
    }
}

/// The first repair puts the old value back; in table 四 it is among the candidates.
fn slip_is_located(case: &Case, say: &mut dyn FnMut(String)) {
    if !case.is_whole() || case.made.blanks != Blanks::None {
        return;
    }
    let fault = case.faults[0];
    let undone = |repair: &gouji::repair::Repair| {
        matches!(&repair.changes[..], [change] if change.cell == fault.key
            && change.proposed == fault.old
            && change.found == Some(fault.new))
    };
    let found = match &case.report.causes[..] {
        [cause] if fault.key.table == Table::Four => cause.repairs.iter().any(undone),
        [cause] => cause.repairs.first().is_some_and(undone),
        _ => false,
    };
    if !found {
        say(format!(
            "{} was {} → {}: {:?}",
            fault.key.name(),
            fault.old,
            fault.new,
            case.report.causes
        ));
    }
}

/// Undoing both slips is one of the repairs, or the search says that it did not list all.
fn slips_are_among_the_repairs(case: &Case, say: &mut dyn FnMut(String)) {
    let [a, b] = case.faults[..] else { return };
    let same_group =
        a.key.table == Table::Four && b.key.table == Table::Four && a.key.row == b.key.row;
    if !case.is_whole() || case.made.blanks != Blanks::None || same_group {
        return;
    }
    for (fault, other) in [(a, b), (b, a)] {
        let together = fault.key.table == Table::Three && other.key.table == Table::Three;
        let expected: BTreeSet<_> = match together {
            true => [(fault.key, fault.old), (other.key, other.old)].into(),
            false => [(fault.key, fault.old)].into(),
        };
        let found = case.report.causes.iter().any(|cause| {
            cause.table == fault.key.table
                && (cause.incomplete
                    || cause.repairs.iter().any(|repair| {
                        let changes = repair.changes.iter().map(|c| (c.cell, c.proposed));
                        changes.collect::<BTreeSet<_>>() == expected
                    }))
        });
        if !found {
            say(format!(
                "{} was {} → {}: {:?}",
                fault.key.name(),
                fault.old,
                fault.new,
                case.report.causes
            ));
        }
    }
}
