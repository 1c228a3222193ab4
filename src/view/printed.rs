//! The printed layout of a table for the page, with its heads also in English, and what its cells are called.

use serde::Serialize;

use super::wire::{CellName, HeadName, WordsView};
use crate::form::layout::{self, Content, Printed};
use crate::form::{Edition, Head, Key, Table, table2, table3, table4};
use crate::rules::name;

/// A printed cell: a head with its text, or a figure with the name of its cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintedView {
    pub rowspan: u32,
    pub colspan: u32,
    /// What it heads: `row` or `column`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<HeadName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'static str>,
    #[serde(rename = "textEn", skip_serializing_if = "Option::is_none")]
    pub text_en: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<CellName>,
    /// The cell holds a total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<bool>,
}

/// What the reports of an edition have in common of a table.
#[derive(Clone, Debug, Serialize)]
pub struct FormView {
    /// The layout that the edition prints.
    pub rows: Vec<Vec<PrintedView>>,
    /// Of every cell that any edition has: a report may hold those of another.
    pub heads: Vec<HeadsView>,
}

/// What a cell is called.
#[derive(Clone, Debug, Serialize)]
pub struct HeadsView {
    pub cell: CellName,
    pub row: WordsView,
    pub column: WordsView,
}

/// A table in an edition, by their names.
pub fn form(table: &str, edition: &str) -> Option<FormView> {
    let table = Table::ALL.into_iter().find(|t| t.name() == table)?;
    let edition = Edition::ALL.into_iter().find(|e| e.name() == edition)?;
    let keys = Edition::ALL.iter().flat_map(|&any| {
        let keys = Key::all(table, any).into_iter();
        keys.filter(move |key| any == edition || !key.is_in(edition))
    });
    let heads = keys.map(|key| HeadsView {
        cell: key.name(),
        row: name::row_heads(key, edition).into(),
        column: name::column_heads(key, edition).into(),
    });
    Some(FormView {
        rows: printed(table, edition),
        heads: heads.collect(),
    })
}

/// A table in an edition, row by row.
pub fn printed(table: Table, edition: Edition) -> Vec<Vec<PrintedView>> {
    let rows = layout::printed(table, edition);
    rows.iter()
        .map(|row| row.iter().map(|cell| view(table, edition, cell)).collect())
        .collect()
}

fn view(table: Table, edition: Edition, printed: &Printed) -> PrintedView {
    let (text, cell) = match printed.content {
        Content::ColumnHead(text) | Content::RowHead(text) => (Some(text), None),
        Content::Figure(key) => (None, Some(key)),
        Content::Empty => (None, None),
    };
    PrintedView {
        rowspan: printed.rowspan,
        colspan: printed.colspan,
        head: head_name(&printed.content),
        text,
        text_en: text.and_then(|text| english(table, edition, text)),
        cell: cell.map(Key::name),
        sum: cell.is_some_and(is_sum).then_some(true),
    }
}

/// What a head stands over or before.
fn head_name(content: &Content) -> Option<HeadName> {
    match content {
        Content::ColumnHead(_) => Some("column"),
        Content::RowHead(_) => Some("row"),
        Content::Figure(_) | Content::Empty => None,
    }
}

/// Whether the form prints 总计 over or before the cell.
fn is_sum(key: Key) -> bool {
    match key.table {
        Table::Two => false,
        Table::Three => {
            let row = table3::ROWS.get(key.row as usize);
            key.column == table3::TOTAL_COLUMN
                || row.is_some_and(|row| row.part == table3::Part::Total)
        }
        Table::Four => key.column == table4::TOTAL_ITEM,
    }
}

const fn head(zh: &'static str, en: &'static str) -> Head {
    Head { zh, en }
}

/// Heads that stand over or before several rows or columns and have no English in the form's own lists.
const SPANNING: [Head; 17] = [
    head("第二十条第（一）项", "Article 20, item (1)"),
    head("第二十条第（五）项", "Article 20, item (5)"),
    head("第二十条第（六）项", "Article 20, item (6)"),
    head("第二十条第（八）项", "Article 20, item (8)"),
    head("第二十条第（九）项", "Article 20, item (9)"),
    head(table2::CONTENT, "Content"),
    head(table2::DECISIONS_2019, "Decisions"),
    table2::PROCUREMENT_AMOUNT,
    head(
        table3::CORNER,
        "(In each column: item 1 plus item 2 equals item 3 plus item 4)",
    ),
    head(table3::APPLICANT, "Applicants"),
    head(
        table3::ORGANISATIONS,
        "Legal persons and other organisations",
    ),
    head(table3::RESULTS, "3. Results this year"),
    head(table3::DENIED, "(3) Denied"),
    head(table3::UNAVAILABLE, "(4) Unavailable"),
    head(table3::REJECTED, "(5) Not processed"),
    head(table3::OTHER, "(6) Other"),
    head(table4::LITIGATION, "Litigation"),
];

/// The English of a printed head.
fn english(table: Table, edition: Edition, text: &str) -> Option<&'static str> {
    let spanning = SPANNING.iter().copied();
    let own: Vec<Head> = match table {
        Table::Two => {
            let rows = table2::ROWS.iter().map(|row| row.head(edition));
            rows.chain(table2::ITEMS.iter().map(|item| item.head))
                .collect()
        }
        Table::Three => {
            let rows = table3::ROWS.iter().map(own_head);
            rows.chain(table3::COLUMNS.iter().map(|column| column.head))
                .collect()
        }
        Table::Four => {
            let groups = table4::GROUPS.iter().map(|group| group.head);
            groups
                .chain(table4::ITEMS.iter().map(|item| item.head))
                .collect()
        }
    };
    spanning
        .chain(own)
        .find(|head| head.zh == text)
        .map(|head| head.en)
}

/// The head of a row without the name of its group, which stands before it in a cell of its own.
fn own_head(row: &table3::Row) -> Head {
    let en = match (row.group, row.head.en.split_once(": ")) {
        (Some(_), Some((_, own))) => own,
        _ => row.head.en,
    };
    Head {
        zh: row.head.zh,
        en,
    }
}
