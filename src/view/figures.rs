//! The figures of a report for a data set: every cell of the tables that were read, with what stands in it. A blank is
//! not zero, so what is no number has a state and no value.

use serde::Serialize;

use super::wire::{
    CellName, EditionName, FigureStateName, Number, SCHEMA, Schema, TableName, number, state,
};
use crate::check::drawn_edition;
use crate::form::{Edition, Key, Table};
use crate::recognise::{Filled, SheetState};
use crate::rules::name;
use crate::wording::Language;

#[derive(Clone, Debug, Serialize)]
pub struct FiguresView {
    pub schema: Schema,
    /// The name as given.
    pub source: String,
    pub agency: Option<String>,
    pub year: Option<i32>,
    /// The edition of the form.
    pub form: Option<EditionName>,
    /// The cells of the tables that were read, in the order of the form.
    pub figures: Vec<FigureView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    pub cell: CellName,
    pub table: TableName,
    /// The heads of its row and column, as the form prints them.
    pub row: String,
    pub column: String,
    pub value: Option<Number>,
    pub state: FigureStateName,
    /// What stands in it where that is no number.
    pub raw: Option<String>,
}

/// The figures of a report. A table that was not found, or whose cells cannot be told apart, has none.
pub fn figures(source: &str, filled: &Filled, language: Language) -> FiguresView {
    let mut figures = Vec::new();
    for table in Table::ALL {
        let sheet = filled.sheet(table);
        if sheet.state != SheetState::Bound {
            continue;
        }
        let edition = drawn_edition(filled, sheet);
        let keys = Key::all(table, edition).into_iter();
        figures.extend(keys.map(|key| figure(filled, key, edition, language)));
    }
    FiguresView {
        schema: SCHEMA,
        source: source.to_string(),
        agency: filled.title.agency.clone(),
        year: filled.title.year,
        form: filled.edition.map(Edition::name),
        figures,
    }
}

fn figure(filled: &Filled, key: Key, edition: Edition, language: Language) -> FigureView {
    let figure = filled.figure(key);
    let value = number(figure);
    let raw = figure.map(|figure| figure.raw.split_whitespace().collect::<Vec<_>>().join(" "));
    FigureView {
        cell: key.name(),
        table: key.table.name(),
        row: language.of(name::row_heads(key, edition)),
        column: language.of(name::column_heads(key, edition)),
        state: state(figure),
        raw: raw.filter(|raw| value.is_none() && !raw.is_empty()),
        value,
    }
}

/// The names of all cells that one of the editions prints, in the order of the form.
pub fn cell_names() -> Vec<CellName> {
    let editions = Edition::ALL.into_iter();
    let mut keys: Vec<Key> = editions
        .flat_map(|edition| Table::ALL.map(|table| Key::all(table, edition)))
        .flatten()
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(Key::name).collect()
}
