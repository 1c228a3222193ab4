//! A finding that a person looked at and lets stand, with the reason. It is bound to the report, the rule and the
//! values, not to a place: it outlives edits elsewhere and dies when what it was about changes.

use crate::finding::Finding;
use crate::form::Key;
use crate::recognise::{Filled, Value};

/// A waiver, as people keep it in a file and hand it on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiver {
    /// What it is about, as `key` makes it.
    pub key: String,
    /// Of the report; none where its title says none.
    pub agency: Option<String>,
    pub year: Option<i32>,
    pub reason: String,
}

/// A finding that is let stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    pub finding: Finding,
    pub reason: String,
}

/// What a finding is about: its rule and subject, then its cells with their values and
/// what another report would have in them, or, where it has no cells, its sentence.
pub fn key(filled: &Filled, finding: &Finding) -> String {
    let mut key = format!("{} {}", finding.rule, finding.subject);
    for cell in &finding.cells {
        key.push_str(&format!(" {}={}", cell.name(), value(filled, *cell)));
    }
    // What another report holds is among no cells of this one; the engine of a first visit compares none.
    let beside = ["years-", "area-"];
    if cfg!(feature = "office")
        && let Some(expected) = finding.expected
        && beside.iter().any(|rules| finding.rule.starts_with(rules))
    {
        key.push_str(&format!(" → {expected}"));
    }
    if finding.cells.is_empty() {
        key.push(' ');
        key.push_str(&finding.what.zh);
    }
    key
}

/// The value of a cell, the same however it is written.
fn value(filled: &Filled, cell: Key) -> String {
    let Some(figure) = filled.figure(cell) else {
        return "?".to_string();
    };
    match figure.value {
        Value::Number(number) => number.to_string(),
        Value::Blank => String::new(),
        Value::Dash => "-".to_string(),
        Value::Unreadable => figure.raw.split_whitespace().collect(),
    }
}

/// What the waivers make of the findings.
#[derive(Clone, Debug, Default)]
pub struct Parted {
    /// Those that count.
    pub findings: Vec<Finding>,
    pub waived: Vec<Waived>,
    /// Waivers of this report that match nothing any more.
    pub expired: Vec<Waiver>,
}

/// Parts the findings of a report into those that count and those that are waived.
pub fn part(filled: &Filled, findings: Vec<Finding>, waivers: &[Waiver]) -> Parted {
    let mut parted = Parted::default();
    let here =
        |waiver: &&Waiver| waiver.agency == filled.title.agency && waiver.year == filled.title.year;
    let mut open: Vec<(&Waiver, bool)> = waivers.iter().filter(here).map(|w| (w, false)).collect();
    for finding in findings {
        let about = key(filled, &finding);
        match open.iter_mut().find(|(waiver, _)| waiver.key == about) {
            Some((waiver, used)) => {
                *used = true;
                let reason = waiver.reason.clone();
                parted.waived.push(Waived { finding, reason });
            }
            None => parted.findings.push(finding),
        }
    }
    let left = open.into_iter().filter(|(_, used)| !used);
    parted.expired = left.map(|(waiver, _)| waiver.clone()).collect();
    parted
}
