//! The small pieces that both wire shapes share.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::{Outcome, Words};
use crate::model::{Place, Quantity};
use crate::recognise::{Figure, Value};
use crate::repair::Change;
use crate::report::Outcomes;
use crate::waiver::Waiver;

/// The version of both shapes.
pub const SCHEMA: u32 = 1;
/// The version of the shapes.
pub type Schema = u32;

// Words out of a fixed set. `tests/types.rs` reads the set from the function that gives the word.
/// The edition of the form, by the year from which it is used.
pub type EditionName = &'static str;
/// What stands in a cell.
pub type FigureStateName = &'static str;
/// What a printed head stands over or before.
pub type HeadName = &'static str;
/// What was read.
pub type KindName = &'static str;
/// What a report comes to.
pub type LevelName = &'static str;
/// How a check ended.
pub type OutcomeName = &'static str;
/// How bad it is.
pub type SeverityName = &'static str;
/// How a table was found.
pub type SheetStateName = &'static str;
/// 表二, 表三, 表四.
pub type TableName = &'static str;
/// The name of a cell: `t3.new.natural`.
pub type CellName = String;

/// A figure: an integer where it is whole, else a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(pub Quantity);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_whole() {
            serializer.serialize_i64(self.0.0 / Quantity::UNIT)
        } else {
            serializer.serialize_f64(self.0.to_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Ok(Number(Quantity(
            (number * Quantity::UNIT as f64).round() as i64
        )))
    }
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordsView {
    pub zh: String,
    pub en: String,
}

impl From<Words> for WordsView {
    fn from(words: Words) -> Self {
        WordsView {
            zh: words.zh,
            en: words.en,
        }
    }
}

impl From<&Words> for WordsView {
    fn from(words: &Words) -> Self {
        words.clone().into()
    }
}

impl From<crate::form::Head> for WordsView {
    fn from(head: crate::form::Head) -> Self {
        Words::new(head.zh, head.en).into()
    }
}

/// How many checks ended in which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomesView {
    pub held: usize,
    pub broken: usize,
    pub cannot_tell: usize,
    pub not_applicable: usize,
}

impl From<Outcomes> for OutcomesView {
    fn from(count: Outcomes) -> Self {
        OutcomesView {
            held: count.held,
            broken: count.broken,
            cannot_tell: count.cannot_tell,
            not_applicable: count.not_applicable,
        }
    }
}

/// A finding that is let stand, as people keep it and hand it on.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct WaiverView {
    /// What it is about: the `key` of the finding.
    pub key: String,
    /// Of the report; null where its title says none.
    pub agency: Option<String>,
    pub year: Option<i32>,
    pub reason: String,
}

/// Waivers in a file.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct WaiverFile {
    pub schema: Schema,
    pub waivers: Vec<WaiverView>,
}

impl From<&Waiver> for WaiverView {
    fn from(waiver: &Waiver) -> Self {
        WaiverView {
            key: waiver.key.clone(),
            agency: waiver.agency.clone(),
            year: waiver.year,
            reason: waiver.reason.clone(),
        }
    }
}

impl From<WaiverView> for Waiver {
    fn from(waiver: WaiverView) -> Self {
        Waiver {
            key: waiver.key,
            agency: waiver.agency,
            year: waiver.year,
            reason: waiver.reason,
        }
    }
}

/// A figure that stands in a cell, and the one that would stand there after a repair.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    pub cell: CellName,
    pub found: Option<Number>,
    pub proposed: Number,
}

impl From<&Change> for ChangeView {
    fn from(change: &Change) -> Self {
        ChangeView {
            cell: change.cell.name(),
            found: change.found.map(Number),
            proposed: Number(change.proposed),
        }
    }
}

/// A place in the terms of the input's format; everything is counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlaceView {
    Text {
        line: u32,
    },
    /// A cell of the table; none of the three for a paragraph.
    Html {
        #[serde(flatten)]
        cell: Option<HtmlCell>,
    },
    /// A cell of the table, or a paragraph outside of tables.
    Story {
        #[serde(flatten)]
        cell: Option<StoryCell>,
        #[serde(skip_serializing_if = "Option::is_none")]
        paragraph: Option<u32>,
    },
    /// A cell of a spreadsheet; without row and column, the sheet.
    Sheet {
        sheet: String,
        #[serde(flatten)]
        cell: Option<SheetCell>,
    },
    /// A box on a page, in points from the top left.
    Page {
        page: u32,
        x: u32,
        y: u32,
        width: u32,
        height: u32,
    },
    Host {
        id: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HtmlCell {
    pub table: u32,
    pub row: u32,
    pub column: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SheetCell {
    pub row: u32,
    pub column: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoryCell {
    pub table: u32,
    pub row: u32,
    pub cell: u32,
}

impl PlaceView {
    /// None where the place says nothing: somewhere in the input.
    pub fn of(place: &Place) -> Option<PlaceView> {
        match place {
            Place::Whole => None,
            Place::Text { line, .. } => Some(PlaceView::Text { line: *line }),
            &Place::Html {
                table, row, column, ..
            } => Some(PlaceView::Html {
                cell: (table > 0).then_some(HtmlCell { table, row, column }),
            }),
            &Place::Story {
                table,
                row,
                cell,
                paragraph,
                ..
            } => Some(PlaceView::Story {
                cell: (table > 0).then_some(StoryCell { table, row, cell }),
                paragraph: (table == 0).then_some(paragraph),
            }),
            &Place::Sheet {
                ref sheet,
                row,
                column,
            } => Some(PlaceView::Sheet {
                sheet: sheet.clone(),
                cell: (row > 0).then_some(SheetCell { row, column }),
            }),
            &Place::Page {
                page,
                x,
                y,
                width,
                height,
            } => Some(PlaceView::Page {
                page,
                x,
                y,
                width,
                height,
            }),
            Place::Host { id } => Some(PlaceView::Host { id: id.clone() }),
        }
    }
}

/// The word for an outcome, and the reason where there is one.
pub fn outcome(outcome: &Outcome) -> (OutcomeName, Option<&Words>) {
    match outcome {
        Outcome::Held => ("held", None),
        Outcome::Broken => ("broken", None),
        Outcome::CannotTell(reason) => ("cannot_tell", Some(reason)),
        Outcome::NotApplicable => ("not_applicable", None),
    }
}

/// The number of a cell; none where it is blank, a dash, unreadable or absent.
pub fn number(figure: Option<&Figure>) -> Option<Number> {
    figure.and_then(|f| f.value.number()).map(Number)
}

/// The word for what stands in a cell.
pub fn state(figure: Option<&Figure>) -> FigureStateName {
    match figure.map(|f| f.value) {
        None => "absent",
        Some(Value::Number(_)) => "number",
        Some(Value::Blank) => "blank",
        Some(Value::Dash) => "dash",
        Some(Value::Unreadable) => "unreadable",
    }
}
