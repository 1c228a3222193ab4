//! Runs every rule on a filled form, sorts what they say and counts the outcomes.

use std::mem;

use crate::finding::{Check, Finding, Outcome, Severity};
use crate::order;
use crate::recognise::Filled;
use crate::repair::{self, Cause};
use crate::rules::{RULES, Says};
use crate::settings::Settings;
use crate::waiver::{self, Waived, Waiver};

/// Everything that is to be said about one document.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// In the order of the document: table, row, column; the worst first where they share a cell.
    pub findings: Vec<Finding>,
    pub checks: Vec<Check>,
    pub causes: Vec<Cause>,
    /// Findings that a person let stand: they count nowhere.
    pub waived: Vec<Waived>,
    /// Waivers of this report that match nothing any more.
    pub expired: Vec<Waiver>,
}

/// How many checks ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    pub held: usize,
    pub broken: usize,
    pub cannot_tell: usize,
    pub not_applicable: usize,
}

/// Checks a filled form.
pub fn report(filled: &Filled) -> Report {
    let mut says = Says::default();
    for rule in RULES {
        (rule.check)(filled, &mut says);
    }
    let mut findings = says.findings;
    order::by_key(&mut findings, |f| {
        (f.severity, f.cells.first().copied(), f.rule)
    });
    Report {
        findings,
        checks: says.checks,
        causes: repair::repairs(filled),
        ..Report::default()
    }
}

impl Report {
    /// Does with the rules and the findings what a person said.
    pub fn settle(&mut self, filled: &Filled, settings: &Settings, waivers: &[Waiver]) {
        settings.apply(&mut self.findings, &mut self.checks);
        let parted = waiver::part(filled, mem::take(&mut self.findings), waivers);
        (self.findings, self.waived, self.expired) =
            (parted.findings, parted.waived, parted.expired);
        order::by_key(&mut self.findings, |f| {
            (f.severity, f.cells.first().copied(), f.rule)
        });
        // Nothing is mended that is not said to be broken.
        let findings = &self.findings;
        self.causes.retain(|cause| {
            let mut sums = findings.iter().filter(|f| f.rule.starts_with("sum-"));
            sums.any(|f| f.cells.iter().any(|cell| cause.is_about(*cell)))
        });
    }

    /// Whether anything breaks the Regulation or words printed in the form.
    pub fn has_errors(&self) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|finding| finding.severity == Severity::Error)
    }

    pub fn outcomes(&self) -> Outcomes {
        let mut count = Outcomes::default();
        for check in &self.checks {
            match check.outcome {
                Outcome::Held => count.held += 1,
                Outcome::Broken => count.broken += 1,
                Outcome::CannotTell(_) => count.cannot_tell += 1,
                Outcome::NotApplicable => count.not_applicable += 1,
            }
        }
        count
    }
}
