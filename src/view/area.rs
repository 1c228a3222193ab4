//! The reports under a report as the page draws them: cell by cell the figure, the sum and who adds what; and the units
//! on their way there and back, for the page keeps them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::contract::ContributionView;
use super::wire::{CellName, Number, OutcomeName, TableName, WordsView, outcome};
use crate::check::Checked;
use crate::finding::Outcome;
use crate::form::{Edition, Key};
use crate::model::Quantity;
use crate::recognise::area::{self, SUMMED, Standing, Unread};
use crate::recognise::{Area, Filled, Unit};
use crate::rules::area::{CellSum, cells, obstacle, told};
use crate::rules::name;

/// What is kept of a unit's report.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct UnitView {
    pub source: String,
    pub agency: Option<String>,
    pub year: Option<i32>,
    pub report: bool,
    /// The edition of table 三 and of table 四.
    pub three: Option<String>,
    pub four: Option<String>,
    /// The cells of tables 三 and 四 that were read; null for a blank.
    pub figures: BTreeMap<CellName, Option<Number>>,
}

/// A file that could not be read.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct UnreadUnitView {
    pub source: String,
    pub zh: String,
    pub en: String,
}

/// The sum over an area.
#[derive(Clone, Debug, Serialize)]
pub struct AreaView {
    /// Reports that are summed.
    pub counted: usize,
    /// Files that are the report itself.
    pub own: Vec<String>,
    /// Why nothing is compared.
    pub why: Option<WordsView>,
    pub cells: Vec<SumView>,
    /// Why a table is not compared.
    pub untold: Vec<WordsView>,
    /// Units without a report, with two, or with one that does not count as it stands.
    pub told: Vec<ToldView>,
}

/// A cell beside its sum.
#[derive(Clone, Debug, Serialize)]
pub struct SumView {
    pub cell: CellName,
    pub table: TableName,
    pub row: WordsView,
    pub column: WordsView,
    pub found: Option<Number>,
    pub sum: Number,
    /// Found less the sum.
    pub difference: Option<Number>,
    pub outcome: OutcomeName,
    pub reason: Option<WordsView>,
    /// What each unit adds, the largest first.
    pub contributions: Vec<ContributionView>,
}

/// What is odd about a unit.
#[derive(Clone, Debug, Serialize)]
pub struct ToldView {
    pub name: String,
    pub words: WordsView,
}

impl From<Unit> for UnitView {
    fn from(unit: Unit) -> Self {
        let [three, four] = unit.editions.map(|of| of.map(|e| e.name().to_string()));
        let figures = unit.figures.into_iter();
        UnitView {
            source: unit.source,
            agency: unit.agency,
            year: unit.year,
            report: unit.is_report,
            three,
            four,
            figures: figures
                .map(|(key, value)| (key.name(), value.map(Number)))
                .collect(),
        }
    }
}

impl From<UnitView> for Unit {
    fn from(unit: UnitView) -> Self {
        let edition = |name: Option<String>| {
            let mut all = Edition::ALL.into_iter();
            all.find(|edition| Some(edition.name()) == name.as_deref())
        };
        let figures = unit.figures.into_iter().filter_map(|(name, value)| {
            let key = Key::parse(&name).filter(|key| SUMMED.contains(&key.table));
            Some((key?, value.map(|Number(number)| number)))
        });
        Unit {
            source: unit.source,
            agency: unit.agency,
            year: unit.year,
            is_report: unit.report,
            editions: [edition(unit.three), edition(unit.four)],
            figures: area::sorted(figures.collect()),
        }
    }
}

impl From<UnreadUnitView> for Unread {
    fn from(unread: UnreadUnitView) -> Self {
        Unread {
            source: unread.source,
            zh: unread.zh,
            en: unread.en,
        }
    }
}

/// The report beside the sum of its units; none where none were given.
pub fn area(checked: &Checked) -> Option<AreaView> {
    let filled = &checked.filled;
    filled.area().map(|area| view(filled, area))
}

fn view(filled: &Filled, area: &Area) -> AreaView {
    let why = obstacle(filled, area);
    let (cells, ends) = match &why {
        Some(_) => Default::default(),
        None => cells(filled, area),
    };
    let untold = ends.into_iter().filter_map(|(_, outcome)| match outcome {
        Outcome::CannotTell(why) => Some(why.into()),
        _ => None,
    });
    let told = told::all(filled, area).into_iter();
    let own = area.standing(|standing| standing == Standing::Own);
    AreaView {
        counted: area.counted().count(),
        own: own.map(|(_, unit)| unit.source.clone()).collect(),
        why: why.map(WordsView::from),
        cells: cells.into_iter().map(|sum| sum_view(filled, sum)).collect(),
        untold: untold.collect(),
        told: told
            .map(|(name, words)| ToldView {
                name,
                words: words.into(),
            })
            .collect(),
    }
}

fn sum_view(filled: &Filled, sum: CellSum) -> SumView {
    let edition = filled.edition_of(sum.key.table);
    let (word, reason) = outcome(&sum.outcome);
    SumView {
        cell: sum.key.name(),
        table: sum.key.table.name(),
        row: name::row_heads(sum.key, edition).into(),
        column: name::column_heads(sum.key, edition).into(),
        found: sum.found.map(Number),
        sum: Number(sum.sum),
        difference: sum
            .found
            .map(|found| Number(Quantity(found.0.saturating_sub(sum.sum.0)))),
        reason: reason.map(WordsView::from),
        outcome: word,
        contributions: sum
            .contributions
            .into_iter()
            .map(ContributionView::from)
            .collect(),
    }
}
