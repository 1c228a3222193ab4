//! The report that the page draws from; its TypeScript, `www/wire.ts`, is made from the types here. What it has in common
//! with every report of its edition is in none: `FormView` crosses once, and `www/worker.ts` puts the two together.

use serde::Serialize;

use super::wire::{
    CellName, ChangeView, EditionName, FigureStateName, KindName, LevelName, Number, OutcomeName,
    OutcomesView, SCHEMA, Schema, SeverityName, SheetStateName, TableName, WaiverView, WordsView,
    number, outcome, state,
};
use crate::check::{Checked, drawn_edition};
use crate::finding::{Finding, Words};
use crate::form::{Edition, Key, Table, sums};
use crate::model::Place;
use crate::read::ReadError;
use crate::recognise::{Filled, Previous, SheetState};
use crate::repair::{Cause, Repair};
use crate::rules::{RULES, rule, years};
use crate::verdict::verdict;
use crate::waiver::{self, Waived};
use crate::wording;

/// Everything about one input.
#[derive(Clone, Debug, Serialize)]
pub struct ReportView {
    pub schema: Schema,
    /// The name as given.
    pub source: String,
    pub kind: KindName,
    pub form: Option<EditionName>,
    pub year: Option<i32>,
    pub agency: Option<String>,
    pub verdict: VerdictView,
    /// 表二, 表三, 表四.
    pub tables: Vec<TableView>,
    /// Every cell that the tables print or that was found, in the order of the form.
    pub cells: Vec<CellView>,
    /// Finding number n stands at index n − 1.
    pub findings: Vec<FindingView>,
    /// Findings that a person let stand; they count nowhere.
    pub waived: Vec<WaivedView>,
    /// Waivers of this report that match nothing any more.
    pub expired: Vec<WaiverView>,
    /// What would mend the broken sums, part by part.
    pub causes: Vec<CauseView>,
    pub checks: Vec<CheckView>,
    pub outcomes: OutcomesView,
    /// What could not be read, and what to try.
    pub troubles: Vec<WordsView>,
    /// Why last year's report was not compared, where one was given that does not fit.
    pub unfit: Option<WordsView>,
}

/// What the report comes to.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictView {
    pub level: LevelName,
    /// One sentence.
    pub words: WordsView,
    /// The reason, and what to do.
    pub why: Option<WordsView>,
}

/// A table of the form as it was found.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    pub name: TableName,
    pub title: WordsView,
    pub edition: EditionName,
    pub state: SheetStateName,
    /// Why it is not bound, and what to do.
    pub why: Option<WordsView>,
    pub place: Option<WordsView>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Serialize)]
pub struct CellView {
    pub cell: CellName,
    pub raw: String,
    pub value: Option<Number>,
    pub state: FigureStateName,
    pub place: Option<WordsView>,
    /// The name that a host gave to this cell of its own.
    pub id: Option<String>,
    /// Indexes of the findings that name it.
    pub findings: Vec<usize>,
    /// What the likeliest repair would put here.
    pub proposed: Option<Number>,
    pub edited: bool,
}

/// One thing that is wrong or worth a look.
#[derive(Clone, Debug, Serialize)]
pub struct FindingView {
    /// Id of the rule.
    pub rule: &'static str,
    pub subject: String,
    pub severity: SeverityName,
    pub what: WordsView,
    pub how: WordsView,
    pub basis: WordsView,
    /// The cells it is about, the subject first.
    pub cells: Vec<CellName>,
    pub found: Option<Number>,
    pub expected: Option<Number>,
    pub place: Option<WordsView>,
    /// The name that a host gave to the cell where it is.
    pub id: Option<String>,
    /// The sum it is about, with its figures.
    pub equation: Option<EquationView>,
    /// What it is about, for a waiver: rule, subject, cells with their values.
    pub key: String,
}

/// A finding with the reason why it is let stand.
#[derive(Clone, Debug, Serialize)]
pub struct WaivedView {
    pub finding: FindingView,
    pub reason: String,
}

/// A sum with its figures.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EquationView {
    pub left: Vec<TermView>,
    pub right: Vec<TermView>,
    pub left_sum: Number,
    pub right_sum: Number,
}

#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    pub cell: CellName,
    pub label: WordsView,
    pub value: Option<Number>,
}

/// The repairs of one part of the form whose sums share no cell with another part.
#[derive(Clone, Debug, Serialize)]
pub struct CauseView {
    pub table: TableName,
    /// The group of 表四; empty for 表三.
    pub subject: &'static str,
    /// The first repair is clearly likelier than the others.
    pub decided: bool,
    /// What is listed is not all.
    pub incomplete: bool,
    /// Smallest sets of changes, best first.
    pub repairs: Vec<RepairView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct RepairView {
    pub changes: Vec<ChangeView>,
    /// What speaks for it: the slip that would explain it, who says the same.
    pub reason: Option<WordsView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct CheckView {
    pub rule: &'static str,
    pub subject: String,
    pub outcome: OutcomeName,
    pub reason: Option<WordsView>,
}

/// The answer where the input could not be read.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorView {
    pub error: ErrorBody,
}

#[derive(Clone, Debug, Serialize)]
pub struct ErrorBody {
    pub kind: &'static str,
    pub message: WordsView,
}

/// A rule of the book, for lists and explanations.
#[derive(Clone, Debug, Serialize)]
pub struct RuleView {
    pub id: &'static str,
    pub severity: SeverityName,
    pub title: WordsView,
    pub basis: WordsView,
}

/// The report of a checked input.
pub fn report(source: &str, checked: &Checked) -> ReportView {
    let verdict = verdict(checked);
    ReportView {
        schema: SCHEMA,
        source: source.to_string(),
        kind: checked.document.kind.name(),
        form: checked.filled.edition.map(Edition::name),
        year: checked.filled.title.year,
        agency: checked.filled.title.agency.clone(),
        verdict: VerdictView {
            level: verdict.level.name(),
            why: verdict.reasons().map(WordsView::from),
            words: verdict.words.into(),
        },
        tables: Table::ALL
            .into_iter()
            .map(|table| table_view(checked, table))
            .collect(),
        cells: cells(checked),
        findings: checked
            .report
            .findings
            .iter()
            .map(|finding| finding_view(checked, finding))
            .collect(),
        waived: checked
            .report
            .waived
            .iter()
            .map(|one| waived_view(checked, one))
            .collect(),
        expired: checked
            .report
            .expired
            .iter()
            .map(WaiverView::from)
            .collect(),
        causes: checked.report.causes.iter().map(cause_view).collect(),
        checks: checks(checked),
        outcomes: checked.report.outcomes().into(),
        troubles: wording::troubles(&checked.document)
            .into_iter()
            .map(WordsView::from)
            .collect(),
        unfit: match &checked.filled.previous {
            Previous::Unfit(unfit) => Some(years::unfit_words(unfit).into()),
            _ => None,
        },
    }
}

/// The answer where the input could not be read.
pub fn error(error: &ReadError) -> ErrorView {
    let (kind, message) = wording::read_error(error);
    ErrorView {
        error: ErrorBody {
            kind,
            message: message.into(),
        },
    }
}

/// The rule book.
pub fn rules() -> Vec<RuleView> {
    let view = |rule: &&'static crate::rules::Rule| RuleView {
        id: rule.id,
        severity: rule.severity.name(),
        title: rule.title.into(),
        basis: rule.basis.into(),
    };
    RULES.iter().map(view).collect()
}

fn table_view(checked: &Checked, table: Table) -> TableView {
    let sheet = checked.filled.sheet(table);
    let edition = drawn_edition(&checked.filled, sheet);
    let (state, why) = sheet_state(&sheet.state);
    TableView {
        name: table.name(),
        title: wording::table_title(table).into(),
        edition: edition.name(),
        state,
        why,
        place: sheet.place.and_then(|place| place_words(checked, place)),
    }
}

/// The word for how a table was found, and why it could not be told apart.
fn sheet_state(state: &SheetState) -> (SheetStateName, Option<WordsView>) {
    match state {
        SheetState::Bound => ("bound", None),
        SheetState::CannotTell(doubt) => ("cannot_tell", Some(wording::doubt(*doubt).into())),
        SheetState::Missing => ("missing", None),
    }
}

/// Every cell of the tables as they are drawn, found or not, and what was found beside them.
fn cells(checked: &Checked) -> Vec<CellView> {
    let mut cells = Vec::new();
    for table in Table::ALL {
        let sheet = checked.filled.sheet(table);
        let edition = drawn_edition(&checked.filled, sheet);
        let mut keys = Key::all(table, edition);
        let found = sheet.figures.iter().map(|(key, _)| *key);
        let beside: Vec<Key> = found.filter(|key| !keys.contains(key)).collect();
        keys.extend(beside);
        cells.extend(keys.into_iter().map(|key| cell_view(checked, key)));
    }
    cells
}

fn cell_view(checked: &Checked, key: Key) -> CellView {
    let figure = checked.filled.figure(key);
    let findings = checked.report.findings.iter().enumerate();
    CellView {
        cell: key.name(),
        raw: figure.map_or_else(String::new, |f| f.raw.clone()),
        value: number(figure),
        state: state(figure),
        place: figure.and_then(|f| place_words(checked, f.place)),
        id: figure.and_then(|f| host_id(checked.document.place(f.place))),
        findings: findings
            .filter(|(_, finding)| finding.cells.contains(&key))
            .map(|(index, _)| index)
            .collect(),
        proposed: proposed(checked, key),
        edited: checked.edited.contains(&key),
    }
}

/// What the decided repairs propose for a cell. Where several are equally good none is chosen.
pub(super) fn proposed(checked: &Checked, key: Key) -> Option<Number> {
    let decided = checked.report.causes.iter().filter(|cause| cause.decided);
    decided
        .filter_map(|cause| cause.repairs.first())
        .flat_map(|repair| &repair.changes)
        .find(|change| change.cell == key)
        .map(|change| Number(change.proposed))
}

fn finding_view(checked: &Checked, finding: &Finding) -> FindingView {
    FindingView {
        rule: finding.rule,
        subject: finding.subject.clone(),
        severity: finding.severity.name(),
        what: (&finding.what).into(),
        how: (&finding.how).into(),
        basis: rule(finding.rule).map_or_else(|| Words::default().into(), |r| r.basis.into()),
        cells: finding.cells.iter().map(|key| key.name()).collect(),
        found: finding.found.map(Number),
        expected: finding.expected.map(Number),
        place: wording::finding_place(checked, finding)
            .and_then(wording::place)
            .map(WordsView::from),
        id: wording::finding_place(checked, finding).and_then(host_id),
        equation: equation(&checked.filled, finding),
        key: waiver::key(&checked.filled, finding),
    }
}

fn waived_view(checked: &Checked, waived: &Waived) -> WaivedView {
    WaivedView {
        finding: finding_view(checked, &waived.finding),
        reason: waived.reason.clone(),
    }
}

/// The sum that a finding of a sum rule is about.
fn equation(filled: &Filled, finding: &Finding) -> Option<EquationView> {
    let table = finding.cells.first()?.table;
    let edition = drawn_edition(filled, filled.sheet(table));
    let family = sums::FAMILIES.iter().find(|f| f.id == finding.rule)?;
    let equations = family.equations(edition);
    let equation = equations.iter().find(|e| e.subject == finding.subject)?;
    let terms = |keys: &[Key]| -> Vec<TermView> {
        keys.iter()
            .map(|&key| TermView {
                cell: key.name(),
                label: wording::term(family.over, key, edition).into(),
                value: number(filled.figure(key)),
            })
            .collect()
    };
    let sum = |terms: &[TermView]| {
        let values = terms.iter().filter_map(|term| term.value);
        Number(crate::model::Quantity(values.map(|v| v.0.0).sum()))
    };
    let (left, right) = (terms(&equation.left), terms(&equation.right));
    Some(EquationView {
        left_sum: sum(&left),
        right_sum: sum(&right),
        left,
        right,
    })
}

fn cause_view(cause: &Cause) -> CauseView {
    CauseView {
        table: cause.table.name(),
        subject: cause.subject,
        decided: cause.decided,
        incomplete: cause.incomplete,
        repairs: cause.repairs.iter().map(repair_view).collect(),
    }
}

fn repair_view(repair: &Repair) -> RepairView {
    RepairView {
        changes: repair.changes.iter().map(ChangeView::from).collect(),
        reason: repair.reason().as_ref().map(WordsView::from),
    }
}

fn checks(checked: &Checked) -> Vec<CheckView> {
    let view = |check: &crate::finding::Check| {
        let (word, reason) = outcome(&check.outcome);
        CheckView {
            rule: check.rule,
            subject: check.subject.clone(),
            outcome: word,
            reason: reason.map(WordsView::from),
        }
    };
    checked.report.checks.iter().map(view).collect()
}

fn host_id(place: &Place) -> Option<String> {
    match place {
        Place::Host { id } => Some(id.clone()),
        _ => None,
    }
}

fn place_words(checked: &Checked, place: crate::model::PlaceId) -> Option<WordsView> {
    wording::place(checked.document.place(place)).map(WordsView::from)
}
