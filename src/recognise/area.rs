//! The reports under a government's report on its whole area: of each only what is summed is kept, and which of them
//! count, once each.

use std::collections::BTreeMap;

use super::{Filled, Value};
use crate::form::{Edition, Key, Table, agency};
use crate::model::{Block, Document, Quantity};
use crate::order;
use crate::text::fold::squeeze;

/// Reports under one report, and names in a list, that are looked at.
pub const MOST_UNITS: usize = 3_000;
/// Bytes of a name in a list; what is longer is no name.
const LONGEST_NAME: usize = 200;
/// The tables that are summed.
pub const SUMMED: [Table; 2] = [Table::Three, Table::Four];

/// What is kept of a unit's report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// The name of its file.
    pub source: String,
    /// As [`squeeze`] would give it.
    pub agency: Option<String>,
    pub year: Option<i32>,
    /// It looks like a report: a title, most of the sections or one of the tables.
    pub is_report: bool,
    /// The edition of each table in [`SUMMED`].
    pub editions: [Option<Edition>; 2],
    /// The cells that were read, in the order of the form; none for a blank or a dash.
    pub figures: Vec<(Key, Option<Quantity>)>,
}

/// A file that could not be read, with the reason in Chinese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    pub source: String,
    pub zh: String,
    pub en: String,
}

/// What was given as the reports under a report.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub units: Vec<Unit>,
    pub unread: Vec<Unread>,
    /// The names of those that should be there, where there is a list.
    pub listed: Option<Vec<String>>,
}

/// How a unit's report stands in the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Counted,
    /// It is the report itself.
    Own,
    NoReport,
    OtherYear(i32),
    /// Another report of the unit at this index, which counts for both.
    Twice(usize),
    /// It does not say whose it is, and every figure is that of the unit at this index.
    Perhaps(usize),
}

/// The reports under a report, each with its standing.
#[derive(Clone, Debug, Default)]
pub struct Area {
    pub units: Vec<(Unit, Standing)>,
    /// By the index of a unit that counts, those of its other reports.
    twins: BTreeMap<usize, Vec<usize>>,
    pub unread: Vec<Unread>,
    /// Indices of the reports on another year whose unit has none on this one.
    pub stale: Vec<usize>,
    pub listed: Vec<Listed>,
    pub has_list: bool,
}

/// A name of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub name: String,
    /// Indices of the units whose report it is.
    pub units: Vec<usize>,
}

impl Unit {
    /// Keeps what is summed of a report.
    pub fn of(source: &str, filled: &Filled) -> Unit {
        let edition = |table| {
            let sheet = filled.sheet(table);
            (!sheet.figures.is_empty()).then(|| filled.edition_of(table))
        };
        let figures = filled.figures().filter_map(|(key, figure)| {
            let value = match figure.value {
                Value::Number(number) if number >= Quantity::ZERO => Some(number),
                Value::Blank | Value::Dash => None,
                Value::Number(_) | Value::Unreadable => return None,
            };
            SUMMED.contains(&key.table).then_some((key, value))
        });
        let editions = SUMMED.map(edition);
        let found = SUMMED
            .iter()
            .any(|table| filled.sheet(*table).state != super::SheetState::Missing);
        Unit {
            source: source.to_string(),
            agency: filled.title.agency.clone(),
            year: filled.title.year,
            is_report: found || filled.whole_report,
            editions,
            figures: sorted(figures.collect()),
        }
    }

    /// What stands in a cell: none where it was not read, none inside for a blank.
    pub fn figure(&self, key: Key) -> Option<Option<Quantity>> {
        let at = self.figures.binary_search_by_key(&key, |(key, _)| *key);
        self.figures.get(at.ok()?).map(|(_, value)| *value)
    }

    /// Whether its table is known to be of an edition without this cell.
    pub fn lacks(&self, key: Key) -> bool {
        let of = SUMMED.iter().zip(self.editions);
        let edition = of.filter(|(table, _)| **table == key.table);
        edition
            .filter_map(|(_, edition)| edition)
            .any(|edition| !key.is_in(edition))
    }

    /// The agency, or the file where the title names none.
    pub fn name(&self) -> &str {
        self.agency.as_deref().unwrap_or(&self.source)
    }

    /// Whether every figure is that of another, and not all are 0.
    pub fn is_like(&self, other: &Unit) -> bool {
        self.counts() && self.figures == other.figures
    }

    /// Whether any figure is not 0.
    pub fn counts(&self) -> bool {
        let mut numbers = self.figures.iter().filter_map(|(_, value)| *value);
        numbers.any(|number| number != Quantity::ZERO)
    }

    fn is_of(&self, name: &str) -> bool {
        match &self.agency {
            Some(agency) => agency::are_one(agency, name),
            None => squeeze(&self.source).contains(name),
        }
    }

    fn is_same(&self, other: &Unit) -> bool {
        let names = self.agency.as_deref().zip(other.agency.as_deref());
        names.is_some_and(|(name, other)| agency::are_one(name, other))
    }
}

/// In the order of the form.
pub fn sorted(mut figures: Vec<(Key, Option<Quantity>)>) -> Vec<(Key, Option<Quantity>)> {
    order::by_key(&mut figures, |(key, _)| *key);
    figures
}

impl Area {
    /// Decides which of the reports count under this one.
    pub fn of(parent: &Filled, given: Given) -> Area {
        let own = Unit::of("", parent);
        let mut units: Vec<(Unit, Standing)> = Vec::new();
        let mut twins = BTreeMap::new();
        for unit in given.units.into_iter().take(MOST_UNITS) {
            let standing = standing(&unit, &own, &units);
            if let Standing::Twice(of) | Standing::Perhaps(of) = standing {
                let twins: &mut Vec<usize> = twins.entry(of).or_default();
                twins.push(units.len());
            }
            units.push((unit, standing));
        }
        let has_list = given.listed.is_some();
        let names = given.listed.unwrap_or_default().into_iter();
        let listed = names.map(|name| Listed {
            units: owners(&squeeze(&name), &units),
            name,
        });
        let listed = listed.collect();
        Area {
            stale: stale(&units),
            units,
            twins,
            unread: given.unread,
            listed,
            has_list,
        }
    }

    /// The units that are summed, with their indices.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &Unit)> {
        self.standing(|standing| standing == Standing::Counted)
    }

    /// The other reports of the unit at an index, which count with it.
    pub fn twins(&self, at: usize) -> impl Iterator<Item = &(Unit, Standing)> {
        let twins = self.twins.get(&at).into_iter().flatten();
        twins.filter_map(|twin| self.units.get(*twin))
    }

    /// The units of a standing, with their indices.
    pub fn standing(&self, is: impl Fn(Standing) -> bool) -> impl Iterator<Item = (usize, &Unit)> {
        let units = self.units.iter().enumerate();
        units.filter_map(move |(at, (unit, standing))| is(*standing).then_some((at, unit)))
    }
}

fn standing(unit: &Unit, own: &Unit, before: &[(Unit, Standing)]) -> Standing {
    if !unit.is_report {
        return Standing::NoReport;
    }
    if let (Some(year), Some(other)) = (own.year, unit.year)
        && year != other
    {
        return Standing::OtherYear(other);
    }
    let nameless_twin = |other: &Unit| unit.agency.is_none() && unit.is_like(other);
    if unit.is_same(own) {
        return Standing::Own;
    }
    let counted = before.iter().enumerate();
    let mut counted = counted.filter(|(_, (_, standing))| *standing == Standing::Counted);
    let like = |(at, (other, _)): (usize, &(Unit, Standing))| {
        let same = unit.is_same(other).then_some(Standing::Twice(at));
        let perhaps = nameless_twin(other) || other.agency.is_none() && other.is_like(unit);
        same.or(perhaps.then_some(Standing::Perhaps(at)))
    };
    counted.find_map(like).unwrap_or(Standing::Counted)
}

/// The reports on another year whose unit has none on this one.
fn stale(units: &[(Unit, Standing)]) -> Vec<usize> {
    let counts = |unit: &Unit| {
        let mut counted = units.iter().filter(|(_, s)| *s == Standing::Counted);
        counted.any(|(other, _)| unit.is_same(other))
    };
    let other_year = |(_, (_, s)): &(usize, &(Unit, Standing))| matches!(s, Standing::OtherYear(_));
    let other = units.iter().enumerate().filter(other_year);
    other
        .filter(|(_, (unit, _))| !counts(unit))
        .map(|(at, _)| at)
        .collect()
}

/// The units whose report a name of the list asks for: those of just this name, else those that are surely meant.
fn owners(name: &str, units: &[(Unit, Standing)]) -> Vec<usize> {
    let all = || units.iter().enumerate();
    let is = |unit: &Unit| unit.agency.as_deref() == Some(name);
    let exact: Vec<usize> = all()
        .filter(|(_, (unit, _))| is(unit))
        .map(|(at, _)| at)
        .collect();
    match exact.is_empty() {
        false => exact,
        true => all()
            .filter(|(_, (unit, standing))| *standing != Standing::NoReport && unit.is_of(name))
            .map(|(at, _)| at)
            .collect(),
    }
}

/// What stands above the names in a list.
const HEADS: [&str; 10] = [
    "单位",
    "单位名称",
    "名称",
    "机关",
    "机关名称",
    "机构",
    "机构名称",
    "部门",
    "unit",
    "name",
];

fn is_head(text: &str) -> bool {
    HEADS.contains(&text.trim().to_ascii_lowercase().as_str())
}

/// The rows of a list: those of its tables, and its lines, which separators cut.
fn rows(document: &Document) -> Vec<Vec<&str>> {
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                rows.push(paragraph.text.split([',', '，', '\t', ';']).collect());
            }
            Block::Grid(grid) => {
                let of_row = grid.cells.chunk_by(|a, b| a.row == b.row);
                rows.extend(of_row.map(|row| row.iter().map(|cell| cell.text.as_str()).collect()));
            }
            Block::Picture(_) => {}
        }
    }
    rows
}

/// The place of the names in a row: where their head stands, else the first that does not only count.
fn place_of_names(rows: &[Vec<&str>]) -> usize {
    let headed = rows
        .first()
        .and_then(|row| row.iter().position(|text| is_head(text)));
    let counts = |row: &Vec<&str>| {
        let first = row.first().map_or("", |text| text.trim());
        row.len() > 1 && first.chars().all(char::is_numeric)
    };
    // Above the first may stand a head that is not known.
    let counted = rows.iter().skip(1).chain(rows.last()).all(counts);
    headed.unwrap_or(usize::from(counted))
}

/// The names in a list of units: one name a row, without the head above them.
pub fn names(document: &Document) -> Vec<String> {
    let rows = rows(document);
    let place = place_of_names(&rows);
    let mut names: Vec<String> = Vec::new();
    for text in rows.iter().filter_map(|row| row.get(place)) {
        let name = text.trim().trim_matches('"').trim();
        let head = names.is_empty() && is_head(name);
        if !name.is_empty() && name.len() <= LONGEST_NAME && !head {
            names.push(name.to_string());
        }
    }
    names.truncate(MOST_UNITS);
    distinct(names)
}

/// Each name once, in the order of the list.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order::by_key(&mut order, |&at| names.get(at).map(|name| squeeze(name)));
    order.dedup_by_key(|at| names.get(*at).map(|name| squeeze(name)));
    order::by_key(&mut order, |&at| at);
    let names = order.into_iter().filter_map(|at| names.get(at).cloned());
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cell, Grid, Kind, PlaceId, Shape};

    /// Rows are parted by `/`, their cells by `|`.
    fn case(table: &str) -> Vec<String> {
        let rows = (0..).zip(table.split('/'));
        let cells = rows.flat_map(|(row, cells)| {
            let cells = (0..).zip(cells.split('|'));
            cells.map(move |(column, text)| Cell {
                row,
                column,
                rowspan: 1,
                colspan: 1,
                text: text.to_string(),
                place: PlaceId(0),
                hidden: false,
            })
        });
        let grid = Grid {
            shape: Shape::Ruled,
            cells: cells.collect(),
            place: PlaceId(0),
        };
        let mut document = Document::new(Kind::Xlsx);
        document.blocks.push(Block::Grid(grid));
        names(&document)
    }

    #[test]
    fn a_table_of_names() {
        for (table, expected) in [
            ("序号|单位名称/1|商务局/2|水务局", "商务局 水务局"),
            ("商务局|张三/水务局|李四", "商务局 水务局"),
            ("商务局/水务局", "商务局 水务局"),
            // Of one column the rest is blank, or the units go by numbers.
            ("商务局//", "商务局"),
            ("101/102", "101 102"),
            ("", ""),
        ] {
            assert_eq!(case(table).join(" "), expected, "{table}");
        }
        let long = "局".repeat(LONGEST_NAME / 3 + 1);
        assert_eq!(case(&format!("{long}/商务局")), ["商务局"]);
    }

    #[test]
    fn only_a_unit_without_a_report_on_the_year_is_stale() {
        let units = [
            ("示例县商务局", Standing::Counted),
            ("示例县商务局", Standing::OtherYear(2022)),
            ("示例县水务局", Standing::OtherYear(2022)),
            ("示例县财政局", Standing::NoReport),
            ("示例县财政局", Standing::OtherYear(2021)),
        ];
        let units = units.map(|(agency, standing)| {
            let agency = Some(agency.to_string());
            let unit = Unit {
                agency,
                ..Unit::default()
            };
            (unit, standing)
        });
        assert_eq!(stale(&units), [2, 4]);
    }
}
