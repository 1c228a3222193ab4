//! The output contract of `gouji check --format json`: one document, in one language.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::wire::{
    CellName, ChangeView, EditionName, KindName, LevelName, Number, OutcomeName, OutcomesView,
    PlaceView, SCHEMA, Schema, SeverityName, WaiverView, number, outcome,
};
use crate::check::{Checked, drawn_edition};
use crate::finding::{Check, Finding, Words};
use crate::form::{Edition, Key, Table};
use crate::model::Quantity;
use crate::recognise::{Filled, Unit};
use crate::repair;
use crate::rules::{area, area_sum, rule};
use crate::verdict::verdict;
use crate::waiver;
use crate::wording::{self, Language};

/// An input that was read, or why it was not.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum DocumentView {
    Read(Box<ReadView>),
    Unread(UnreadView),
}

#[derive(Clone, Debug, Serialize)]
pub struct UnreadView {
    pub schema: Schema,
    pub source: String,
    pub error: ErrorView,
}

/// Why it was not read: a word for programs, and what to do.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorView {
    pub kind: String,
    pub message: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct ReadView {
    pub schema: Schema,
    /// The name as given.
    pub source: String,
    pub kind: KindName,
    /// The edition of the form.
    pub form: Option<EditionName>,
    pub year: Option<i32>,
    pub agency: Option<String>,
    pub verdict: VerdictView,
    /// By table, then by row: one number for every column, null where it is blank, a dash or unreadable.
    pub tables: Rows<Rows<Vec<Option<Number>>>>,
    pub findings: Vec<FindingView>,
    /// Findings that a person let stand; they count nowhere.
    pub waived: Vec<WaivedView>,
    /// Waivers of this report that match nothing any more.
    pub expired: Vec<WaiverView>,
    /// Sets of changes after which every sum holds, best first.
    pub repairs: Vec<Vec<ChangeView>>,
    pub outcomes: OutcomesView,
    pub checks: Vec<CheckView>,
    /// What could not be read, and what to try.
    pub troubles: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct VerdictView {
    pub level: LevelName,
    /// One sentence.
    pub message: String,
    /// The reason, and what to do.
    pub why: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FindingView {
    /// Id of the rule.
    pub rule: &'static str,
    pub subject: String,
    pub severity: SeverityName,
    pub message: String,
    /// What to do.
    pub how: String,
    pub basis: String,
    /// The cells it is about, the subject first.
    pub cells: Vec<CellName>,
    pub found: Option<Number>,
    pub expected: Option<Number>,
    /// Of the sum over an area: what each unit adds, the largest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributions: Option<Vec<ContributionView>>,
    pub place: Option<PlaceView>,
    /// What it is about, for a waiver: rule, subject, cells with their values.
    pub key: String,
}

/// What a unit adds to a cell of the report on its area.
#[derive(Clone, Debug, Serialize)]
pub struct ContributionView {
    pub source: String,
    pub agency: Option<String>,
    pub value: Number,
}

/// A finding with the reason why it is let stand.
#[derive(Clone, Debug, Serialize)]
pub struct WaivedView {
    pub finding: FindingView,
    pub reason: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct CheckView {
    pub rule: &'static str,
    pub subject: String,
    pub outcome: OutcomeName,
    pub reason: Option<String>,
}

/// Names with their values, in the order of the form.
#[derive(Clone, Debug)]
pub struct Rows<T>(pub Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// The document of a checked input.
pub fn document(source: &str, checked: &Checked, language: Language) -> DocumentView {
    let filled = &checked.filled;
    let verdict = verdict(checked);
    let findings = checked.report.findings.iter();
    let (waived, expired) = (checked.report.waived.iter(), checked.report.expired.iter());
    let checks = checked.report.checks.iter();
    let troubles = wording::troubles(&checked.document).into_iter();
    DocumentView::Read(Box::new(ReadView {
        schema: SCHEMA,
        source: source.to_string(),
        kind: checked.document.kind.name(),
        form: filled.edition.map(Edition::name),
        year: filled.title.year,
        agency: filled.title.agency.clone(),
        verdict: VerdictView {
            level: verdict.level.name(),
            why: verdict.reasons().map(|why| language.of(why)),
            message: language.of(verdict.words),
        },
        tables: tables(checked),
        findings: findings
            .map(|finding| finding_view(checked, finding, language))
            .collect(),
        waived: waived
            .map(|one| WaivedView {
                finding: finding_view(checked, &one.finding, language),
                reason: one.reason.clone(),
            })
            .collect(),
        expired: expired.map(WaiverView::from).collect(),
        repairs: repairs(checked),
        outcomes: checked.report.outcomes().into(),
        checks: checks.map(|check| check_view(check, language)).collect(),
        troubles: troubles.map(|words| language.of(words)).collect(),
    }))
}

/// The document of an input that could not be read: the kind of error and what to do about it.
pub fn unread(source: &str, kind: &str, message: Words, language: Language) -> DocumentView {
    DocumentView::Unread(UnreadView {
        schema: SCHEMA,
        source: source.to_string(),
        error: ErrorView {
            kind: kind.to_string(),
            message: language.of(message),
        },
    })
}

/// The rows that were found, each with one value for every column that its edition prints.
fn tables(checked: &Checked) -> Rows<Rows<Vec<Option<Number>>>> {
    let mut tables = Vec::new();
    for table in Table::ALL {
        let sheet = checked.filled.sheet(table);
        let edition = drawn_edition(&checked.filled, sheet);
        let mut rows: Vec<(&'static str, Vec<Option<Number>>)> = Vec::new();
        for key in Key::all(table, edition) {
            if !sheet.figures.iter().any(|(k, _)| k.row == key.row) {
                continue;
            }
            let value = number(checked.filled.figure(key));
            match rows.last_mut() {
                Some((row, values)) if *row == key.row_id() => values.push(value),
                _ => rows.push((key.row_id(), vec![value])),
            }
        }
        if !rows.is_empty() {
            tables.push((table.name(), Rows(rows)));
        }
    }
    Rows(tables)
}

fn finding_view(checked: &Checked, finding: &Finding, language: Language) -> FindingView {
    let basis = rule(finding.rule).map(|rule| Words::new(rule.basis.zh, rule.basis.en));
    FindingView {
        rule: finding.rule,
        subject: finding.subject.clone(),
        severity: finding.severity.name(),
        message: language.of(finding.what.clone()),
        how: language.of(finding.how.clone()),
        basis: language.of(basis.unwrap_or_default()),
        cells: finding.cells.iter().map(|key| key.name()).collect(),
        found: finding.found.map(Number),
        expected: finding.expected.map(Number),
        contributions: contributions(&checked.filled, finding),
        place: wording::finding_place(checked, finding).and_then(PlaceView::of),
        key: waiver::key(&checked.filled, finding),
    }
}

/// Who adds what to the cell that a finding is about; none where the finding is of no sum over an area.
fn contributions(filled: &Filled, finding: &Finding) -> Option<Vec<ContributionView>> {
    let (area, key) = (filled.area()?, finding.cells.first()?);
    if finding.rule != area_sum::RULE.id {
        return None;
    }
    let sum = area::cell(filled, area, *key);
    let units = sum.contributions.into_iter();
    Some(units.map(ContributionView::from).collect())
}

impl From<(&Unit, Quantity)> for ContributionView {
    fn from((unit, value): (&Unit, Quantity)) -> Self {
        ContributionView {
            source: unit.source.clone(),
            agency: unit.agency.clone(),
            value: Number(value),
        }
    }
}

fn repairs(checked: &Checked) -> Vec<Vec<ChangeView>> {
    let sets = repair::combined(&checked.report.causes);
    sets.iter()
        .map(|set| set.iter().map(ChangeView::from).collect())
        .collect()
}

fn check_view(check: &Check, language: Language) -> CheckView {
    let (word, reason) = outcome(&check.outcome);
    CheckView {
        rule: check.rule,
        subject: check.subject.clone(),
        outcome: word,
        reason: reason.map(|words| language.of(words.clone())),
    }
}
