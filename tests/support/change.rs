//! The ways in which a whole report is changed before it is written: tables split, rows moved, columns added or lost.

use gouji::form::{Table, table3};

use super::made::{Blanks, Made};
use super::rng::Rng;
use super::sheet::{Part, Role, Sheet, Slot, each_sheet, each_sheet_as};
use super::{text, words};

pub fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// Cuts table 三 in two before a row, with an empty paragraph between.
pub fn split(sheet: Sheet, before: &str) -> Vec<Part> {
    if sheet.table != Table::Three {
        return vec![Part::Sheet(sheet)];
    }
    let (above, below) = sheet.cut(sheet.row_of(before));
    vec![
        Part::Sheet(above),
        Part::Text(String::new()),
        Part::Sheet(below),
    ]
}

/// A page break in the middle of a table: a blank line, the number of the page, a blank line.
pub fn page_number(table: &str, number: &str) -> String {
    let lines: Vec<&str> = table.lines().collect();
    let (above, below) = lines.split_at(lines.len() / 2);
    format!("{}\n\n{number}\n\n{}\n", above.join("\n"), below.join("\n"))
}

pub fn in_two_lines(text: &str) -> String {
    match text.char_indices().nth(2) {
        Some((at, _)) if text.chars().count() == 4 && !text.starts_with('（') => {
            format!("{}\n\n{}", &text[..at], &text[at..])
        }
        _ => text.to_string(),
    }
}

/// Table 二 on five grid columns, with spans that differ between heads and figures.
pub fn five_columns(mut sheet: Sheet) -> Sheet {
    if sheet.table != Table::Two {
        return sheet;
    }
    for row in &mut sheet.rows {
        let wide = match row.len() {
            1 => 0,
            2 => 1,
            _ if row[1].role == Role::ColumnHead => 2,
            _ => 1,
        };
        row[wide].colspan += 1;
    }
    sheet
}

/// Takes a number column of table 三 away, head and figures.
pub fn lacking_column(mut sheet: Sheet, column: u8) -> Sheet {
    if sheet.table != Table::Three {
        return sheet;
    }
    for row in &mut sheet.rows {
        row.retain(|slot| match slot.role {
            Role::Figure(key) => key.column != column,
            _ => slot.text != "社会公益组织",
        });
        for slot in row.iter_mut() {
            if ["申请人情况", "法人或其他组织"].contains(&slot.text.as_str()) {
                slot.colspan -= 1;
            }
        }
    }
    sheet
}

/// The table breaks off in the middle.
pub fn half(sheet: Sheet) -> Sheet {
    sheet.cut(sheet.rows.len() / 2).0
}

/// The whole report in one table, a row for each text, as people keep it in a spreadsheet.
pub fn one_table(parts: Vec<Part>) -> Vec<Part> {
    const WIDTH: usize = 15;
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    for part in parts {
        match part {
            Part::Sheet(sheet) => {
                let width = sheet.width();
                for mut row in sheet.rows {
                    row.extend(vec![Slot::empty(); WIDTH - width]);
                    rows.push(row);
                }
            }
            Part::Title(text) | Part::Heading(text) | Part::Text(text) => {
                rows.push(vec![Slot {
                    text,
                    colspan: WIDTH as u32,
                    ..Slot::empty()
                }]);
            }
        }
    }
    vec![Part::Sheet(Sheet {
        table: Table::Four,
        rows,
    })]
}

/// Several of the changes at once, drawn by lot.
pub fn mixed(made: &Made, rng: &mut Rng) -> Vec<Part> {
    let mut parts = made.parts();
    if rng.chance(50) {
        parts = each_sheet(parts, |s| s.heads(words::half_width));
    }
    if rng.chance(30) {
        parts = each_sheet(parts, |s| s.heads(words::list_comma));
    }
    if rng.chance(50) {
        parts = each_sheet(parts, |s| s.heads(|head| words::broken(head, '\n', rng)));
    }
    if rng.chance(30) {
        parts = each_sheet(parts, |s| s.figures(|figure| words::notation(figure, rng)));
    }
    parts = match rng.below(4) {
        // Rows of unequal length do not say where a blank stands.
        0 if made.blanks == Blanks::None => each_sheet(parts, Sheet::without_merges),
        1 => each_sheet(parts, Sheet::head_without_spans),
        _ => parts,
    };
    if rng.chance(30) {
        parts = each_sheet(parts, Sheet::with_blank_tail);
    }
    if rng.chance(30) {
        let at = *rng.pick(&["granted", "denied.law", "rejected.duplicate", "total"]);
        parts = each_sheet_as(parts, |sheet| split(sheet, at));
    }
    parts
}

/// Several changes of the labels at once, and one of the ways to write text.
pub fn text_mixed(made: &Made, rng: &mut Rng) -> String {
    let mut parts = made.parts();
    if rng.chance(50) {
        parts = each_sheet(parts, |s| s.heads(words::half_width));
    }
    if rng.chance(30) {
        parts = each_sheet(parts, |s| s.heads(words::list_comma));
    }
    if rng.chance(30) {
        parts = each_sheet(parts, |s| s.heads(|head| words::broken(head, ' ', rng)));
    }
    if rng.chance(30) {
        parts = each_sheet(parts, |s| s.figures(|figure| words::notation(figure, rng)));
    }
    let way = rng.below(6);
    let page = rng.chance(30);
    let table = |sheet: &Sheet| {
        let table = match way {
            0 => text::separated(&sheet.own(), "\t"),
            1 => text::bars_behind(&sheet.own()),
            2 => text::bars_in_runs(sheet),
            3 => text::lines(&sheet.own(), ""),
            4 => text::lines_with_bars(sheet, true),
            _ => text::csv(&sheet.full(), ','),
        };
        match page {
            true => page_number(&table, "— 3 —"),
            false => table,
        }
    };
    let text = text::document(&parts, "", table);
    match rng.chance(20) {
        true => words::traditional(&text),
        false => text,
    }
}

/// Table 三 begins with its first row of figures.
pub fn without_heads(mut sheet: Sheet) -> Sheet {
    if sheet.table == Table::Three {
        sheet.rows.drain(..3);
    }
    sheet
}

/// Two neighbours of table 三 change places: the first two rows, or two rows within a group.
pub fn move_a_row(mut sheet: Sheet, rng: &mut Rng) -> Sheet {
    if sheet.table == Table::Three {
        let rows = [
            "new",
            "denied.law",
            "denied.process",
            "rejected.publication",
        ];
        let at = sheet.row_of(rows[rng.below(4) as usize]);
        sheet.rows.swap(at, at + 1);
    }
    sheet
}

/// A column 备注 at the right end of table 三, with a word here and there.
pub fn with_remarks(mut sheet: Sheet) -> Sheet {
    if sheet.table != Table::Three {
        return sheet;
    }
    for (at, row) in sheet.rows.iter_mut().enumerate() {
        let text = match at {
            0 => "备注",
            5 => "含转办",
            _ => "",
        };
        row.push(Slot {
            text: text.to_string(),
            ..Slot::empty()
        });
    }
    sheet
}

/// A row of its own for each group label of table 三, with the sum of the group.
pub fn with_group_figures(sheet: Sheet) -> Sheet {
    if sheet.table != Table::Three {
        return sheet;
    }
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    for mut row in sheet.clone().without_merges().rows {
        let group = row.iter().position(|slot| {
            slot.role == Role::RowHead
                && table3::GROUPS.contains(&slot.text.as_str())
                && slot.text != table3::OTHER
        });
        if let Some(at) = group {
            let mut label = vec![row.remove(at)];
            label.extend((0..7).map(|n| Slot {
                text: (n * 3).to_string(),
                ..Slot::empty()
            }));
            rows.push(label);
        }
        rows.push(row);
    }
    Sheet { rows, ..sheet }
}
