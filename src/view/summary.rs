//! What is kept of a report where hundreds are looked at: its line in a list, what goes back to its office, where table
//! 三 is wrong, and the figures that an area sums.

use serde::Serialize;

use super::area::UnitView;
use super::wire::{CellName, EditionName, KindName, LevelName, SeverityName, WordsView};
use crate::check::Checked;
use crate::finding::{Finding, Severity};
use crate::form::{Edition, Key, Table, sums};
use crate::recognise::Unit;
use crate::verdict::verdict;
use crate::wording;

/// Findings of one report that are kept; the counts say how many there are.
const MOST_FINDINGS: usize = 40;

/// One report among many.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryView {
    /// The name as given.
    pub source: String,
    pub kind: KindName,
    pub form: Option<EditionName>,
    pub year: Option<i32>,
    pub agency: Option<String>,
    pub level: LevelName,
    /// The verdict in one sentence.
    pub words: WordsView,
    /// The reason, and what to do.
    pub why: Option<WordsView>,
    /// How many findings there are, by severity.
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
    /// Findings that a person let stand; they count nowhere.
    pub waived: usize,
    /// The worst first; of very many not all.
    pub findings: Vec<KeptView>,
    /// The cells of 表三 that are wrong, as far as that can be told.
    pub wrong: Vec<CellName>,
    /// What could not be read, and what to try.
    pub troubles: Vec<WordsView>,
    pub unit: UnitView,
}

/// What is kept of a finding.
#[derive(Clone, Debug, Serialize)]
pub struct KeptView {
    /// Id of the rule.
    pub rule: &'static str,
    pub severity: SeverityName,
    pub what: WordsView,
    pub how: WordsView,
}

/// What is kept of a checked input.
pub fn summary(source: &str, checked: &Checked) -> SummaryView {
    let verdict = verdict(checked);
    let findings = &checked.report.findings;
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    SummaryView {
        source: source.to_string(),
        kind: checked.document.kind.name(),
        form: checked.filled.edition.map(Edition::name),
        year: checked.filled.title.year,
        agency: checked.filled.title.agency.clone(),
        level: verdict.level.name(),
        why: verdict.reasons().map(WordsView::from),
        words: verdict.words.into(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        infos: count(Severity::Info),
        waived: checked.report.waived.len(),
        findings: findings.iter().take(MOST_FINDINGS).map(kept).collect(),
        wrong: wrong(checked).iter().map(|key| key.name()).collect(),
        troubles: wording::troubles(&checked.document)
            .into_iter()
            .map(WordsView::from)
            .collect(),
        unit: Unit::of(source, &checked.filled).into(),
    }
}

fn kept(finding: &Finding) -> KeptView {
    KeptView {
        rule: finding.rule,
        severity: finding.severity.name(),
        what: (&finding.what).into(),
        how: (&finding.how).into(),
    }
}

/// The figures of 表三 that cannot stand as they are, and of its broken sums what the decided repair changes; where none
/// is decided, the totals that do not add up, since nobody can tell which of their parts is wrong.
fn wrong(checked: &Checked) -> Vec<Key> {
    let mut causes = checked.report.causes.iter();
    let decided = causes.find(|cause| cause.decided && cause.table == Table::Three);
    let repair = decided.and_then(|cause| cause.repairs.first());
    let mended = repair.into_iter().flat_map(|repair| &repair.changes);
    let errors = checked.report.findings.iter();
    let errors = errors.filter(|finding| finding.severity == Severity::Error);
    let told = errors.flat_map(|finding| match finding.rule {
        rule if rule.starts_with("figure-") => finding.cells.as_slice(),
        rule if repair.is_none() && is_sum(rule) => finding.cells.get(..1).unwrap_or_default(),
        _ => &[],
    });
    let mut keys: Vec<Key> = mended
        .map(|change| change.cell)
        .chain(told.copied())
        .collect();
    keys.retain(|key| key.table == Table::Three);
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn is_sum(rule: &str) -> bool {
    sums::FAMILIES.iter().any(|family| family.id == rule)
}
