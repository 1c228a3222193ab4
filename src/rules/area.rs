//! The reports under a report, cell by cell: what they add up to, who contributes what, and why that is not known.

mod apart;
pub mod told;

use super::{look, name};
use crate::finding::{Outcome, Words};
use crate::form::{Key, Table, sums};
use crate::model::Quantity;
use crate::order;
use crate::recognise::area::{SUMMED, Standing};
use crate::recognise::{Area, Filled, SheetState, Unit, Value};
use crate::sums::{Standing as Sum, Term, add};
use apart::{Apart, apart};

/// A cell of the report beside the sum of the units.
#[derive(Clone, Debug)]
pub struct CellSum<'a> {
    pub key: Key,
    /// None where it is blank or was not read.
    pub found: Option<Quantity>,
    /// What the units add up to, their blanks at 0.
    pub sum: Quantity,
    /// The units whose figure is not 0, the largest first.
    pub contributions: Vec<(&'a Unit, Quantity)>,
    /// A unit may add more: a cell of its is blank, its file could not be read, or it has no report.
    pub at_least: bool,
    pub outcome: Outcome,
}

/// What keeps the sums of all tables from being known.
pub fn obstacle(filled: &Filled, area: &Area) -> Option<Words> {
    if filled.title.year.is_none() {
        return Some(Words::new(
            "这份报告的标题没有年度，不知道应与哪一年的下级报告核对",
            "the title of this report names no year, so it is not known which reports are under it",
        ));
    }
    if area.counted().next().is_none() {
        return Some(Words::new(
            "没有一份下级单位的报告可以计入",
            "no unit’s report can be counted",
        ));
    }
    let own = Unit::of("", filled);
    let (_, twin) = area.counted().find(|(_, unit)| own.is_like(unit))?;
    let others = area.counted().filter(|(_, unit)| !unit.is_like(&own));
    others
        .into_iter()
        .any(|(_, unit)| unit.counts())
        .then(|| {
            let (zh, en) = (twin.name(), twin.name());
            Words::new(
                format!("表三、表四各数与「{zh}」的报告完全相同，可能是只报本级的报告，没有与下级合计核对"),
                format!("every figure of tables 3 and 4 is that of “{en}”; this may be a report on one organ only, and was not compared with the sum"),
            )
        })
}

/// The cells of tables 三 and 四 that are compared, and how the check of a table ends that has none. Cells that are over
/// their sums by what looks like a report that was not given cannot be told.
pub fn cells<'a>(filled: &Filled, area: &'a Area) -> (Vec<CellSum<'a>>, Vec<(Table, Outcome)>) {
    let (mut cells, ends) = compared(filled, area);
    if let Some(Apart::NotGiven) = apart(filled, area, &cells) {
        for cell in cells.iter_mut().filter(|c| c.outcome == Outcome::Broken) {
            cell.outcome = Outcome::CannotTell(apart::not_given());
        }
    }
    (cells, ends)
}

fn compared<'a>(filled: &Filled, area: &'a Area) -> (Vec<CellSum<'a>>, Vec<(Table, Outcome)>) {
    let (mut cells, mut ends) = (Vec::new(), Vec::new());
    for table in SUMMED {
        match filled.sheet(table).state {
            SheetState::Missing => ends.push((table, Outcome::NotApplicable)),
            SheetState::CannotTell(doubt) => {
                let doubted = look::doubted(table, doubt);
                ends.push((table, Outcome::CannotTell(doubted)));
            }
            SheetState::Bound => {
                let keys = Key::all(table, filled.edition_of(table)).into_iter();
                cells.extend(keys.map(|key| cell(filled, area, key)));
            }
        }
    }
    (cells, ends)
}

/// One cell beside its sum.
pub fn cell<'a>(filled: &Filled, area: &'a Area, key: Key) -> CellSum<'a> {
    let mut sum = CellSum {
        key,
        found: None,
        sum: Quantity::ZERO,
        contributions: Vec::new(),
        at_least: false,
        outcome: Outcome::Held,
    };
    let (mut unsure, mut open) = (Unsure::default(), Unsure::default());
    for (at, unit) in area.counted() {
        match of_unit(area, at, unit, key) {
            Ok(Some(number)) => {
                sum.sum = Quantity(sum.sum.0.saturating_add(number.0));
                if number != Quantity::ZERO {
                    sum.contributions.push((unit, number));
                }
            }
            Ok(None) => open.add(|| words(unit, "这一格空白", "this cell is blank")),
            Err(why) => unsure.add(|| why),
        }
    }
    for unread in &area.unread {
        open.add(|| {
            let source = &unread.source;
            Words::new(
                format!("「{source}」读不了"),
                format!("“{source}” could not be read"),
            )
        });
    }
    for (unit, _) in area.stale.iter().filter_map(|at| area.units.get(*at)) {
        open.add(|| {
            words(
                unit,
                "只有别的年度的报告",
                "has a report on another year only",
            )
        });
    }
    for listed in area.listed.iter().filter(|listed| listed.units.is_empty()) {
        open.add(|| {
            let name = &listed.name;
            Words::new(
                format!("名单中的「{name}」没有报告"),
                format!("“{name}” of the list has no report"),
            )
        });
    }
    order::by_key(&mut sum.contributions, |(_, number)| -number.0);
    sum.at_least = open.count + unsure.count > 0;
    let value = filled.figure(key).map(|figure| figure.value);
    sum.found = value.and_then(Value::number);
    sum.outcome = outcome(filled, &sum, value, unsure, open);
    sum
}

/// Why a sum is not known: the first reason, and how many units share it or have another.
#[derive(Default)]
struct Unsure {
    count: usize,
    first: Option<Words>,
}

impl Unsure {
    fn add(&mut self, why: impl FnOnce() -> Words) {
        self.count += 1;
        self.first.get_or_insert_with(why);
    }

    fn words(self) -> Option<Words> {
        let first = self.first?;
        Some(match self.count {
            1 => first,
            count => Words::new(
                format!("{}，共 {count} 个单位有这类情况", first.zh),
                format!("{}; {count} units are like that", first.en),
            ),
        })
    }
}

/// A blank adds any number that is not negative: a figure below the sum is wrong whatever it adds.
fn outcome(
    filled: &Filled,
    sum: &CellSum,
    value: Option<Value>,
    unsure: Unsure,
    open: Unsure,
) -> Outcome {
    let cell = || name::cell(sum.key, filled.edition_of(sum.key.table));
    let found = match value {
        Some(Value::Number(number)) => number,
        Some(Value::Blank | Value::Dash) if sum.sum == Quantity::ZERO && unsure.count == 0 => {
            return Outcome::Held;
        }
        Some(Value::Blank | Value::Dash) => {
            let (cell, sum) = (cell(), sum.sum);
            return Outcome::CannotTell(Words::new(
                format!("{}空白，下级单位合计 {sum}", cell.zh),
                format!("{} is blank; the units add up to {sum}", cell.en),
            ));
        }
        Some(Value::Unreadable) | None => {
            let cell = cell();
            return Outcome::CannotTell(Words::new(
                format!("{}没有读到数字", cell.zh),
                format!("no number was read in {}", cell.en),
            ));
        }
    };
    if let Some(why) = unsure.words() {
        return Outcome::CannotTell(of_cell(cell(), why));
    }
    if found == sum.sum {
        return Outcome::Held;
    }
    match open.words() {
        Some(why) if found > sum.sum => Outcome::CannotTell(of_cell(cell(), why)),
        _ => Outcome::Broken,
    }
}

fn of_cell(cell: Words, why: Words) -> Words {
    Words::new(
        format!("{}：{}", cell.zh, why.zh),
        format!("{}: {}", cell.en, why.en),
    )
}

/// What a unit adds to a cell, none for a blank; or why that is not known.
fn of_unit(area: &Area, at: usize, unit: &Unit, key: Key) -> Result<Option<Quantity>, Words> {
    let value = in_edition(unit, key)?;
    for (other, standing) in area.twins(at) {
        match standing {
            Standing::Twice(_) if in_edition(other, key) != Ok(value) => {
                return Err(words(
                    unit,
                    "有两份报告，这一格不同",
                    "has two reports that differ in this cell",
                ));
            }
            Standing::Perhaps(_) if value != Some(Quantity::ZERO) => {
                return Err(words(
                    unit,
                    "另有一份表格相同而没有机关名称的报告，不知是不是同一份",
                    "there is another report with the same tables and no agency, perhaps the same",
                ));
            }
            _ => {}
        }
    }
    Ok(value)
}

/// What stands in a cell; （六）其他处理 of the editions is one row or three, and 0 is 0 in both.
fn in_edition(unit: &Unit, key: Key) -> Result<Option<Quantity>, Words> {
    if let Some(value) = unit.figure(key) {
        return Ok(value);
    }
    if !unit.lacks(key) {
        return Err(words(unit, "没有读到这一格", "this cell was not read"));
    }
    let parts = unit.figures.iter().filter(|(other, _)| {
        let same = other.table == key.table && other.column == key.column;
        same && other.row_id().split('.').next() == key.row_id().split('.').next()
    });
    let parts: Option<Vec<Quantity>> = parts.map(|(_, value)| *value).collect();
    let whole = key.row_id() == "other";
    match parts {
        Some(parts) if whole && parts.len() == OTHERS => {
            Ok(Some(Quantity(parts.iter().map(|part| part.0).sum())))
        }
        Some(parts) if !whole && parts == [Quantity::ZERO] => Ok(Some(Quantity::ZERO)),
        _ => Err(words(
            unit,
            "按另一年的格式填写，没有这一格",
            "follows the form of another year, which has no such cell",
        )),
    }
}

/// Whether a sum of a unit's own report that this cell stands in is broken.
pub fn is_doubtful(unit: &Unit, key: Key) -> bool {
    let of_table = SUMMED.iter().zip(unit.editions);
    let edition = of_table.filter(|(table, _)| **table == key.table);
    let Some(edition) = edition.filter_map(|(_, edition)| edition).next() else {
        return false;
    };
    let term = |key| match unit.figure(key) {
        Some(Some(number)) => Term::Number(number),
        Some(None) => Term::Open,
        None => Term::Absent,
    };
    let mut with_it = sums::equations(edition).into_iter();
    with_it.any(|equation| {
        equation.terms().any(|(other, _)| other == key)
            && add(&equation, term).standing == Sum::Broken
    })
}

/// Rows that 2021 made of （六）其他处理.
const OTHERS: usize = 3;

fn words(unit: &Unit, zh: &str, en: &str) -> Words {
    let name = unit.name();
    Words::new(format!("「{name}」{zh}"), format!("“{name}”: {en}"))
}
