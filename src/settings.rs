//! Which rules a person switched off or made milder.

use crate::finding::{Check, Finding, Outcome, Severity, Words};
use crate::rules::{RULES, rule};

/// What is done with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Off,
    /// Its findings are no worse than this.
    AtMost(Severity),
}

/// Rules with what is done with them; the others are as in the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(Vec<(&'static str, Change)>);

/// What may be said of a rule.
pub const CHANGES: [(&str, Change); 3] = [
    ("off", Change::Off),
    ("warning", Change::AtMost(Severity::Warning)),
    ("info", Change::AtMost(Severity::Info)),
];

impl Settings {
    /// Says what is done with a rule, in the words of `CHANGES`; fails with what is wrong.
    pub fn set(&mut self, id: &str, change: &str) -> Result<(), Words> {
        let Some(rule) = rule(id) else {
            let like = nearest(id, RULES.iter().map(|rule| rule.id));
            return Err(Words::new(
                format!("没有规则 {id}，是不是 {like}？"),
                format!("there is no rule {id}; is {like} meant?"),
            ));
        };
        let Some((_, change)) = CHANGES.iter().find(|(word, _)| *word == change) else {
            let like = nearest(change, CHANGES.iter().map(|(word, _)| *word));
            return Err(Words::new(
                format!("规则 {id} 不能设为 {change}，是不是 {like}？"),
                format!("rule {id} cannot be set to {change}; is {like} meant?"),
            ));
        };
        self.0.push((rule.id, *change));
        Ok(())
    }

    fn of(&self, rule: &str) -> Option<Change> {
        let mut last = self.0.iter().rev();
        last.find(|(id, _)| *id == rule).map(|(_, change)| *change)
    }

    /// Takes away what rules that are off have said, and makes milder what is to be. A rule that is off ends as one that
    /// cannot tell, so that its silence is not taken for a clean report.
    pub fn apply(&self, findings: &mut Vec<Finding>, checks: &mut Vec<Check>) {
        let is_off = |rule: &str| self.of(rule) == Some(Change::Off);
        findings.retain(|finding| !is_off(finding.rule));
        for finding in findings {
            if let Some(Change::AtMost(severity)) = self.of(finding.rule) {
                finding.severity = finding.severity.max(severity);
            }
        }
        let mut said: Vec<&str> = Vec::new();
        checks.retain_mut(|check| {
            if !is_off(check.rule) {
                return true;
            }
            check.subject = String::new();
            check.outcome = Outcome::CannotTell(Words::new(
                "设置中关闭了这条规则，没有核对",
                "this rule is switched off in the settings and was not checked",
            ));
            let first = !said.contains(&check.rule);
            said.push(check.rule);
            first
        });
    }
}

/// The name that is written most like this one.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> &'a str {
    names.min_by_key(|like| distance(name, like)).unwrap_or("")
}

/// How many letters must be changed, put in or left out.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(b.chars()) {
            let above = *cell;
            *cell = (before + usize::from(x != y)).min(above + 1).min(left + 1);
            before = above;
            left = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
