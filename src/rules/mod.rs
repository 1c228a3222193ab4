//! The list of rules. One rule is one `.rs` and one `.md`; the page is its documentation, its examples are run by the tests.

pub mod name;

use crate::finding::{Check, Finding, Outcome, Severity, Words};
use crate::recognise::Filled;

/// A rule of the book.
#[derive(Debug)]
pub struct Rule {
    /// Kebab words that name the fault, with the family first.
    pub id: &'static str,
    /// The severity of its findings; a finding may be milder.
    pub severity: Severity,
    pub title: Head,
    /// Where it comes from: article of the Regulation, words of the form, or practice.
    pub basis: Head,
    /// Its page, Markdown.
    pub page: &'static str,
    pub check: fn(&Filled, &mut Says),
}

pub use crate::form::Head;

/// Every rule, in the order in which it is listed to people.
pub const RULES: &[&Rule] = &[];

/// Collects what a rule says.
#[derive(Debug, Default)]
pub struct Says {
    pub findings: Vec<Finding>,
    pub checks: Vec<Check>,
}

impl Says {
    /// Reports a finding.
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Says how the check of a subject ended. Every rule calls it at least once.
    pub fn end(&mut self, rule: &'static str, subject: &str, outcome: Outcome) {
        self.checks.push(Check {
            rule,
            subject: subject.to_string(),
            outcome,
        });
    }

    /// Ends a check that cannot be decided.
    pub fn cannot_tell(&mut self, rule: &'static str, subject: &str, zh: &str, en: &str) {
        self.end(rule, subject, Outcome::CannotTell(Words::new(zh, en)));
    }
}

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id).copied()
}
