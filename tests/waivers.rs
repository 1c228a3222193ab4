//! What a person lets stand or switches off: a waiver holds to its rule, report and values, and to nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use gouji::finding::{Outcome, Severity};
use gouji::form::{Edition, Key};
use gouji::model::Quantity;
use gouji::settings::Settings;
use gouji::verdict::{Level, verdict};
use gouji::waiver::{self, Waiver};
use gouji::{Checked, Options, check};
use support::html;
use support::made::{Blanks, Made};

/// A report with these cells changed by so much.
fn report(changes: &[(&str, i64)]) -> String {
    let mut made = Made::new(Edition::E2021, 2, Blanks::None);
    for (cell, by) in changes {
        let value = made.count(cell) + by;
        let key = Key::parse(cell).unwrap();
        made.figures.insert(key, Some(Quantity::whole(value)));
    }
    html::clean(&made.parts())
}

fn checked(page: &str, settings: Settings, waivers: Vec<Waiver>) -> Checked {
    let options = Options {
        settings,
        waivers,
        ..Options::default()
    };
    check(page.as_bytes(), &options).unwrap()
}

/// A waiver for every finding of a report.
fn for_all(checked: &Checked) -> Vec<Waiver> {
    let title = &checked.filled.title;
    let findings = checked.report.findings.iter();
    let waiver = |finding| Waiver {
        key: waiver::key(&checked.filled, finding),
        agency: title.agency.clone(),
        year: title.year,
        reason: "已核实".to_string(),
    };
    findings.map(waiver).collect()
}

const WRONG: (&str, i64) = ("t4.review.upheld", 9);

fn with(waivers: &[Waiver], changes: &[(&str, i64)]) -> Checked {
    checked(&report(changes), Settings::default(), waivers.to_vec())
}

#[test]
fn a_waiver_outlives_edits_elsewhere_and_another_place() {
    let first = with(&[], &[WRONG]);
    assert_eq!(first.report.findings.len(), 1);
    let waivers = for_all(&first);
    let all_balanced = [("t4.direct.upheld", 1), ("t4.direct.total", 1)];
    for changes in [vec![WRONG], [&[WRONG][..], &all_balanced].concat()] {
        let again = with(&waivers, &changes);
        assert!(again.report.findings.is_empty() && !again.report.has_errors());
        assert!(again.report.causes.is_empty());
        assert_eq!(again.report.waived[0].reason, "已核实");
        let verdict = verdict(&again);
        assert_eq!(verdict.level, Level::Pass);
        assert!(
            verdict
                .why
                .unwrap()
                .zh
                .contains("另有 1 处已说明理由，不计入")
        );
    }
    let lower = report(&[WRONG]).replacen("<table", "<p>又一段。</p><table", 1);
    let moved = checked(&lower, Settings::default(), waivers);
    assert_eq!(moved.report.waived.len(), 1);
}

#[test]
fn what_is_waived_is_not_mended() {
    let first = with(&[], &[WRONG]);
    let both = with(&for_all(&first), &[WRONG, ("t4.direct.upheld", 3)]);
    let causes: Vec<&str> = both.report.causes.iter().map(|c| c.subject).collect();
    assert_eq!(causes, ["direct"]);
}

#[test]
fn a_waiver_dies_with_its_values() {
    let waivers = for_all(&with(&[], &[WRONG]));
    let other = with(&waivers, &[("t4.review.upheld", 8)]);
    assert_eq!(
        (other.report.findings.len(), other.report.waived.len()),
        (1, 0)
    );
    assert_eq!(other.report.expired, waivers);
    assert_eq!(verdict(&other).level, Level::Error);
    let mended = with(&waivers, &[]);
    assert_eq!(mended.report.expired, waivers);
}

#[test]
fn a_waiver_holds_for_its_own_report() {
    let mut waivers = for_all(&with(&[], &[WRONG]));
    for waiver in &mut waivers {
        waiver.year = waiver.year.map(|year| year - 1);
    }
    let other = with(&waivers, &[WRONG]);
    assert_eq!(other.report.findings.len(), 1);
    assert!(
        other.report.expired.is_empty(),
        "it is that of another report"
    );
}

#[test]
fn a_rule_switched_off_says_so() {
    let mut settings = Settings::default();
    settings.set("sum-cases", "off").unwrap();
    let off = checked(&report(&[WRONG]), settings, Vec::new());
    assert!(off.report.findings.is_empty());
    let mut checks = off.report.checks.iter().filter(|c| c.rule == "sum-cases");
    assert!(matches!(
        checks.next().unwrap().outcome,
        Outcome::CannotTell(_)
    ));
    assert!(checks.next().is_none());
    assert_eq!(
        verdict(&off).level,
        Level::Unknown,
        "its silence is no clean report"
    );
}

#[test]
fn a_rule_made_milder_is_never_made_worse() {
    let mut settings = Settings::default();
    settings.set("sum-cases", "info").unwrap();
    let milder = checked(&report(&[WRONG]), settings, Vec::new());
    assert_eq!(milder.report.findings[0].severity, Severity::Info);
    assert!(Settings::default().set("sum-cases", "error").is_err());
    let wrong = Settings::default().set("sum-case", "off").unwrap_err();
    assert_eq!(wrong.zh, "没有规则 sum-case，是不是 sum-cases？");
}
