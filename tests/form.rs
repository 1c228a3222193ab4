//! The algebra of the cross-totals: what the equations bind, which of them one wrong figure breaks, and what they
//! say when blanks, dashes and unreadable cells stand in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "form/blank.rs"]
mod blank;
#[path = "form/filled.rs"]
mod filled;
#[path = "form/four.rs"]
mod four;
#[path = "form/holes.rs"]
mod holes;
#[path = "form/many.rs"]
mod many;
#[path = "form/mend.rs"]
mod mend;

use std::collections::BTreeSet;

use filled::{Sheets, random};
use gouji::finding::Outcome;
use gouji::form::sums::{CASES, FAMILIES, equations};
use gouji::form::{Edition, Key, Table};
use gouji::report::report;

/// Edition, cells and sums of table 三, and the rank of its sums.
const SHAPES: [(Edition, usize, usize, usize); 2] =
    [(Edition::E2019, 161, 37, 35), (Edition::E2021, 175, 39, 37)];

/// Rank over the field of 1,000,003 elements: never more than over the rationals, and the same for these few ±1.
fn rank(mut rows: Vec<Vec<i64>>) -> usize {
    const PRIME: i64 = 1_000_003;
    let inverse = |a: i64| (0..PRIME - 2).fold(1, |power, _| power * a % PRIME);
    let columns = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..columns {
        let Some(pivot) = (rank..rows.len()).find(|&r| rows[r][column].rem_euclid(PRIME) != 0)
        else {
            continue;
        };
        rows.swap(rank, pivot);
        let own = rows[rank].clone();
        let unit = inverse(own[column].rem_euclid(PRIME));
        for row in rows.iter_mut().skip(rank + 1) {
            let factor = row[column] * unit % PRIME;
            for (cell, own) in row.iter_mut().zip(&own) {
                *cell = (*cell - factor * own).rem_euclid(PRIME);
            }
        }
        rank += 1;
    }
    rank
}

#[test]
fn table_three_has_the_sums_and_the_rank_of_its_form() {
    for (edition, cells, sums, expected) in SHAPES {
        let keys = Key::all(Table::Three, edition);
        let three: Vec<_> = equations(edition)
            .into_iter()
            .filter(|equation| equation.family.table() == Table::Three)
            .collect();
        assert_eq!((keys.len(), three.len()), (cells, sums));
        let matrix = three.iter().map(|equation| {
            let sign = |key| {
                let mut terms = equation.terms();
                terms.find(|&(k, _)| k == key).map_or(0, |(_, sign)| sign)
            };
            keys.iter().map(|&key| sign(key)).collect()
        });
        assert_eq!(rank(matrix.collect()), expected, "{edition:?}");
    }
}

#[test]
fn every_cell_is_bound_and_no_sum_stands_twice() {
    for edition in Edition::ALL {
        let equations = equations(edition);
        for table in [Table::Three, Table::Four] {
            for key in Key::all(table, edition) {
                let bound = equations
                    .iter()
                    .filter(|e| e.terms().any(|(k, _)| k == key));
                let expected = match (table, key.row_id()) {
                    (Table::Four, _) => 1,
                    (_, "total") => 3,
                    _ => 2,
                };
                assert_eq!(bound.count(), expected, "{}", key.name());
            }
        }
        let mut seen = BTreeSet::new();
        for equation in &equations {
            let terms: Vec<_> = equation.terms().collect();
            let cells: BTreeSet<_> = terms.iter().map(|(key, _)| *key).collect();
            assert_eq!(cells.len(), terms.len(), "twice in {}", equation.subject);
            assert!(cells.iter().all(|key| key.is_in(edition)));
            assert!(seen.insert(cells), "{} twice", equation.subject);
        }
    }
}

#[test]
fn a_balanced_report_breaks_nothing() {
    for (edition, _, sums, _) in SHAPES {
        for seed in 0..50 {
            let report = report(&random(edition, seed).filled());
            let of_sums = report.checks.iter().filter(|c| c.rule.starts_with("sum-"));
            let held = of_sums.filter(|c| c.outcome == Outcome::Held).count();
            assert_eq!(held, sums + 3, "{edition:?} {seed}");
            assert_eq!(report.causes, []);
        }
    }
}

/// Rule and subject of every sum that the cell stands in.
fn sums_of(key: Key, edition: Edition) -> BTreeSet<(String, String)> {
    let equations = equations(edition).into_iter();
    let with = equations.filter(|e| e.terms().any(|(k, _)| k == key));
    with.map(|e| (e.family.id.to_string(), e.subject.to_string()))
        .collect()
}

/// Rule and subject of every broken sum; each has its finding.
fn broken(sheets: &Sheets) -> BTreeSet<(String, String)> {
    let report = report(&sheets.filled());
    let checks = report.checks.iter();
    let broken: BTreeSet<_> = checks
        .filter(|check| check.outcome == Outcome::Broken && check.rule.starts_with("sum-"))
        .map(|check| (check.rule.to_string(), check.subject.clone()))
        .collect();
    let findings = report.findings.iter();
    let found = findings
        .filter(|finding| finding.rule.starts_with("sum-"))
        .map(|finding| (finding.rule.to_string(), finding.subject.clone()));
    assert_eq!(found.collect::<BTreeSet<_>>(), broken);
    broken
}

#[test]
fn one_wrong_figure_breaks_its_own_sums_and_no_other() {
    for edition in Edition::ALL {
        let base = random(edition, 7);
        let tables = [Table::Three, Table::Four].into_iter();
        for key in tables.flat_map(|table| Key::all(table, edition)) {
            for error in [1, 9, 90, 12_345] {
                let mut wrong = base.clone();
                wrong.set(key, wrong.get(key) + error);
                assert_eq!(broken(&wrong), sums_of(key, edition), "{}", key.name());
            }
        }
    }
}

#[test]
fn a_finding_shows_the_figures_and_points_at_the_total_first() {
    let mut sheets = Sheets::zero(Edition::E2021);
    sheets.set_row("granted", [12, 2, 0, 0, 1, 0, 24]);
    let report = report(&sheets.filled());
    let finding = |rule: &str, subject: &str| {
        let mut all = report.findings.iter();
        all.find(|f| f.rule == rule && f.subject == subject)
            .unwrap()
    };
    let row = finding("sum-row", "granted");
    assert_eq!(
        row.what.zh,
        "表三「（一）予以公开」行总计与分项之和不符：12+2+0+0+1+0=15，表中总计为 24，相差 9"
    );
    assert_eq!(
        row.what.en,
        "Table 3, row “(1) Granted”: the total is not the sum of its parts: 12+2+0+0+1+0=15, the table says 24, \
         a difference of 9"
    );
    let (found, expected) = (row.found.unwrap(), row.expected.unwrap());
    assert_eq!(
        (found.to_string(), expected.to_string()),
        ("24".into(), "15".into())
    );
    let names: Vec<String> = row.cells.iter().map(|key| key.name()).collect();
    assert_eq!(names[0], "t3.granted.total");
    assert_eq!(names[1], "t3.granted.natural");
    assert_eq!(names.len(), 7);
    let results = finding("sum-results", "natural");
    assert_eq!(
        results.what.zh,
        "表三「自然人」列（七）总计与各项之和不符：各项相加为 12，表中总计为 0，相差 12"
    );
    assert_eq!(results.cells[0].name(), "t3.total.natural");
}

#[test]
fn the_printed_balance_is_told_with_its_four_figures() {
    let mut sheets = random(Edition::E2021, 3);
    let figures = [
        ("new", "120"),
        ("carried_in", "3"),
        ("total", "122"),
        ("carried_out", "2"),
    ];
    for (row, figure) in figures {
        sheets.set_text(&format!("t3.{row}.natural"), figure);
    }
    let report = report(&sheets.filled());
    let mut findings = report.findings.iter();
    let finding = findings
        .find(|f| f.rule == "sum-balance" && f.subject == "natural")
        .unwrap();
    assert_eq!(
        finding.what.zh,
        "表三「自然人」列勾稽关系不符：新收 120+上年结转 3=123，总计 122+结转下年度 2=124，相差 1"
    );
    assert_eq!(
        finding.what.en,
        "Table 3, column “Natural persons” does not balance: new 120+carried in 3=123, \
         total 122+carried out 2=124, a difference of 1"
    );
    let cells: Vec<String> = finding.cells.iter().map(|key| key.name()).collect();
    let rows = ["total", "carried_out", "new", "carried_in"];
    assert_eq!(cells, rows.map(|row| format!("t3.{row}.natural")));
    assert_eq!(finding.found.unwrap().to_string(), "124");
    assert_eq!(finding.expected.unwrap().to_string(), "123");
}

#[test]
fn figures_that_are_no_counts_take_part_as_they_stand() {
    let mut sheets = Sheets::zero(Edition::E2021);
    sheets.set_text("t4.review.upheld", "-2");
    sheets.set_text("t4.review.corrected", "2.5");
    sheets.set_text("t4.review.total", "0.5");
    assert_eq!(broken(&sheets), BTreeSet::new());
    sheets.set_text("t4.review.total", "1");
    let report = report(&sheets.filled());
    let mut findings = report.findings.iter();
    let finding = findings.find(|finding| finding.rule == CASES.id).unwrap();
    assert_eq!(
        finding.what.zh,
        "表四「行政复议」总计与分项之和不符：(-2)+2.5+0+0=0.5，表中总计为 1，相差 0.5"
    );
}

#[test]
fn every_family_is_a_rule_with_a_page() {
    for family in FAMILIES {
        let rule = gouji::rules::rule(family.id).expect(family.id);
        assert!(
            gouji::rules::pages::page(rule.id)
                .is_some_and(|page| page.contains(&format!("!{}", family.id))),
            "{}",
            family.id
        );
    }
}
