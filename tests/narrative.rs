//! Whole reports with their narratives in the styles of fourteen houses: of a clean one no rule says an error or a warning,
//! and none on the text even a hint.
//!
//! `SEED=n cargo test --test narrative` prints one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;

use gouji::finding::{Outcome, Severity};
use gouji::form::Edition;
use gouji::{Checked, Options, check};

use support::docx::{Way, docx};
use support::houses::MORE;
use support::html;
use support::made::{Blanks, Made};
use support::rng::Rng;
use support::sheet::Part;
use support::story::{self, HOUSES, House};
use support::text;

const REPORTS: u64 = 1000;

/// A report in one of the ways in which it may arrive.
fn written(parts: &[Part], seed: u64, rng: &mut Rng) -> (Vec<u8>, &'static str) {
    let tabs = |s: &support::sheet::Sheet| text::separated(&s.full(), "\t");
    match seed % 5 {
        0 => (html::clean(parts).into(), "a.html"),
        1 => (text::document(parts, "", tabs).into(), "a.txt"),
        2 => (html::word(parts, rng).into(), "a.html"),
        3 => (docx(parts, Way::default(), rng), "a.docx"),
        _ => (
            text::document(parts, "# ", |s| text::markdown(&s.full())).into(),
            "a.md",
        ),
    }
}

fn checked(seed: u64) -> (String, Checked) {
    let houses: Vec<&House> = HOUSES.iter().chain(&MORE).collect();
    let house = houses[(seed % houses.len() as u64) as usize];
    let edition = if seed.is_multiple_of(7) {
        Edition::E2019
    } else {
        Edition::E2021
    };
    let made = Made::new(edition, seed, Blanks::None);
    let mut rng = Rng::new(seed);
    let parts = story::parts(&made, house, &mut rng);
    let (bytes, name) = written(&parts, seed / houses.len() as u64, &mut rng);
    let options = Options {
        name: name.to_string(),
        ..Options::default()
    };
    let title = format!("{} {name} seed {seed}", house.name);
    (title, check(&bytes, &options).unwrap())
}

#[test]
fn nothing_is_held_against_a_clean_report() {
    let seeds = match std::env::var("SEED") {
        Ok(seed) => {
            let seed = seed.parse().unwrap();
            seed..seed + 1
        }
        Err(_) => 0..REPORTS,
    };
    let mut wrong = Vec::new();
    for seed in seeds {
        let (title, checked) = checked(seed);
        let findings = checked.report.findings.iter();
        let said: Vec<String> = findings
            .filter(|f| f.severity < Severity::Info || f.rule.starts_with("prose-"))
            .map(|finding| format!("{}: {}", finding.rule, finding.what.zh))
            .collect();
        if !said.is_empty() {
            wrong.push(format!("{title}: {}", said.join("; ")));
        }
    }
    let first: Vec<&String> = wrong.iter().take(20).collect();
    assert!(wrong.is_empty(), "{} wrong: {first:#?}", wrong.len());
}

/// Silence must not come from blindness: most rules on the text have to reach a verdict on most reports.
#[test]
fn the_rules_see_the_text() {
    const SEEN: usize = 60;
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..100 {
        for check in &checked(seed).1.report.checks {
            if check.outcome == Outcome::Held {
                *held.entry(check.rule).or_default() += 1;
            }
        }
    }
    for rule in [
        "form-section-missing",
        "form-section-order",
        "form-heading",
        "form-year",
        "form-citation",
        "form-overview",
        "form-problems",
        "form-fee-statement",
        "residue-template",
        "residue-gap",
        "residue-personal",
    ] {
        let count = held.get(rule).copied().unwrap_or_default();
        assert!(count >= SEEN, "{rule} held {count} times: {held:?}");
    }
}
