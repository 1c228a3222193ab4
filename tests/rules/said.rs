//! What a rule says of an example, word for word: its findings, how its checks ended, and what would mend its sums.

use std::collections::BTreeMap;

use gouji::finding::{Finding, Outcome};
use gouji::recognise::Filled;
use gouji::repair::{Cause, Repair, repairs};
use gouji::rules::Says;

/// So many of the repairs of a cause are written.
const REPAIRS: usize = 4;

pub fn said(rule: &str, filled: &Filled, says: &Says) -> String {
    let mut lines: Vec<String> = Vec::new();
    // What is to be done is the same for most findings of a rule.
    for alike in says.findings.chunk_by(|a, b| a.how == b.how) {
        lines.extend(alike.iter().flat_map(finding));
        let how = alike.first().map(|finding| &finding.how);
        lines.extend(how.map(|how| format!("→ {} / {}", how.zh, how.en)));
    }
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    for check in &says.checks {
        *ends.entry(end(&check.outcome)).or_default() += 1;
    }
    lines.extend(ends.iter().map(|(end, count)| format!("{count} {end}")));
    if rule.starts_with("sum-") {
        lines.extend(repairs(filled).iter().flat_map(cause));
    }
    lines.iter().map(|line| format!("  {line}\n")).collect()
}

fn finding(finding: &Finding) -> [String; 3] {
    let (severity, subject) = (finding.severity.name(), &finding.subject);
    let cells: Vec<String> = finding.cells.iter().map(|key| key.name()).collect();
    let value = |value: Option<_>| value.map_or("-".to_string(), |value| format!("{value}"));
    let values = [finding.found, finding.expected].map(value).join(" > ");
    [
        format!("{severity} {subject} {values} [{}]", cells.join(" ")),
        format!("  {}", finding.what.zh),
        format!("  {}", finding.what.en),
    ]
}

fn end(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Held => "held".to_string(),
        Outcome::Broken => "broken".to_string(),
        Outcome::NotApplicable => "not applicable".to_string(),
        Outcome::CannotTell(why) => format!("cannot tell: {} / {}", why.zh, why.en),
    }
}

fn cause(cause: &Cause) -> Vec<String> {
    let (table, subject) = (cause.table.name(), cause.subject);
    let mark = |is: bool, word| if is { word } else { "" };
    let decided = mark(cause.decided, ", decided");
    let incomplete = mark(cause.incomplete, ", incomplete");
    let count = cause.repairs.len();
    let mut lines = vec![format!(
        "{table} {subject} {count} repairs{decided}{incomplete}"
    )];
    lines.extend(cause.repairs.iter().take(REPAIRS).map(repair));
    lines
}

fn repair(repair: &Repair) -> String {
    let changes = repair.changes.iter().map(|change| {
        let found = change
            .found
            .map_or("-".to_string(), |found| found.to_string());
        format!("{} {found} > {}", change.cell.name(), change.proposed)
    });
    let changes: Vec<String> = changes.collect();
    let reason = repair.reason().map_or(String::new(), |reason| reason.zh);
    format!("  {} {reason}", changes.join(", "))
}
