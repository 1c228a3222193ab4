//! The tables as printed: rows of cells with their spans, heads and keys. The page draws from it, blank tables are made
//! from it, and tests build reports from it.

use super::{Edition, Key, Table, table2, table3, table4};

/// A printed cell: a head with its text, or a figure with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub content: Content,
    pub rowspan: u32,
    pub colspan: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Heads a column (or the whole table).
    ColumnHead(&'static str),
    /// Heads a row or a group of rows.
    RowHead(&'static str),
    Figure(Key),
    /// A slot that the form leaves empty.
    Empty,
}

/// The rows of a table in an edition, top to bottom.
pub fn printed(table: Table, edition: Edition) -> Vec<Vec<Printed>> {
    match table {
        Table::Two => two(edition),
        Table::Three => three(edition),
        Table::Four => four(),
    }
}

fn column_head(text: &'static str, rowspan: u32, colspan: u32) -> Printed {
    Printed {
        content: Content::ColumnHead(text),
        rowspan,
        colspan,
    }
}

fn row_head(text: &'static str, rowspan: u32, colspan: u32) -> Printed {
    Printed {
        content: Content::RowHead(text),
        rowspan,
        colspan,
    }
}

fn figure(table: Table, row: u8, column: u8, colspan: u32) -> Printed {
    Printed {
        content: Content::Figure(Key { table, row, column }),
        rowspan: 1,
        colspan,
    }
}

fn two(edition: Edition) -> Vec<Vec<Printed>> {
    let mut rows = Vec::new();
    for block in table2::blocks(edition) {
        rows.push(vec![column_head(block.title, 1, 4)]);
        // Where a block has one number its cell spans the three columns; F19 leaves unused columns empty.
        let wide = if block.items.len() == 1 { 3 } else { 1 };
        let empty = 3u32.saturating_sub(block.items.len() as u32 * wide);
        let pad = |row: &mut Vec<Printed>| {
            for _ in 0..empty {
                row.push(Printed {
                    content: Content::Empty,
                    rowspan: 1,
                    colspan: 1,
                });
            }
        };
        let mut heads = vec![column_head(table2::CONTENT, 1, 1)];
        let first = block.rows.first().copied().unwrap_or(0);
        heads.extend(
            block
                .items
                .iter()
                .map(|&i| column_head(table2::item_head(first, i, edition).zh, 1, wide)),
        );
        pad(&mut heads);
        rows.push(heads);
        for &row in block.rows {
            let label = table2::ROWS
                .get(row as usize)
                .map_or("", |r| r.head(edition).zh);
            let mut cells = vec![row_head(label, 1, 1)];
            cells.extend(
                block
                    .items
                    .iter()
                    .map(|&item| figure(Table::Two, row, item, wide)),
            );
            pad(&mut cells);
            rows.push(cells);
        }
    }
    rows
}

fn three(edition: Edition) -> Vec<Vec<Printed>> {
    let heads: Vec<&'static str> = table3::COLUMNS.iter().map(|c| c.head.zh).collect();
    let organisations = heads
        .iter()
        .skip(1)
        .take(5)
        .map(|&h| column_head(h, 1, 1))
        .collect();
    let mut rows = vec![
        vec![
            column_head(table3::CORNER, 3, 3),
            column_head(table3::APPLICANT, 1, 7),
        ],
        vec![
            column_head(heads.first().copied().unwrap_or(""), 2, 1),
            column_head(table3::ORGANISATIONS, 1, 5),
            column_head(heads.last().copied().unwrap_or(""), 2, 1),
        ],
        organisations,
    ];
    let in_edition: Vec<(u8, &table3::Row)> = (0u8..)
        .zip(table3::ROWS.iter())
        .filter(|&(i, _)| table3::row_is_in(i, edition))
        .collect();
    let is_result =
        |row: &table3::Row| matches!(row.part, table3::Part::Result | table3::Part::Total);
    let results = in_edition.iter().filter(|(_, row)| is_result(row)).count() as u32;
    let (mut results_begun, mut group) = (false, None);
    for &(index, row) in &in_edition {
        let mut cells = Vec::new();
        if is_result(row) && !results_begun {
            cells.push(row_head(table3::RESULTS, results, 1));
            results_begun = true;
        }
        match row.group {
            Some(name) => {
                if group != row.group {
                    let size = in_edition
                        .iter()
                        .filter(|(_, r)| r.group == row.group)
                        .count() as u32;
                    cells.push(row_head(name, size, 1));
                }
                cells.push(row_head(row.head.zh, 1, 1));
            }
            None => cells.push(row_head(row.head.zh, 1, if is_result(row) { 2 } else { 3 })),
        }
        group = row.group;
        cells.extend(
            (0..table3::COLUMNS.len() as u8).map(|column| figure(Table::Three, index, column, 1)),
        );
        rows.push(cells);
    }
    rows
}

fn four() -> Vec<Vec<Printed>> {
    let items = || table4::ITEMS.iter().map(|item| item.head.zh);
    let mut second: Vec<Printed> = items().map(|head| column_head(head, 2, 1)).collect();
    second.extend(
        table4::GROUPS
            .iter()
            .skip(1)
            .map(|group| column_head(group.head.zh, 1, 5)),
    );
    let third = items()
        .chain(items())
        .map(|head| column_head(head, 1, 1))
        .collect();
    let figures = Key::all(Table::Four, Edition::E2021)
        .into_iter()
        .map(|key| figure(Table::Four, key.row, key.column, 1))
        .collect();
    vec![
        vec![
            column_head(table4::REVIEW, 1, 5),
            column_head(table4::LITIGATION, 1, 10),
        ],
        second,
        third,
        figures,
    ]
}
