//! Binds table 二: rows by their labels, figures by their order in the row, the edition by the heads.

use super::labels::{SURE, TWO_HEADS, TWO_ROWS, best};
use super::lines::{Line, Piece};
use super::window::window;
use super::{Around, Doubt, Label, Oddity, Sheet, SheetState, Value, align, figure};
use crate::form::{Edition, Key, Table, table2};
use crate::model::Shape;
use crate::order;
use crate::text::fold::{Folded, fold, likeness};

/// Index of 规章 and of 行政规范性文件 among the rows.
const REGULATIONS: u8 = 0;
const NORMATIVE: u8 = 1;

/// Title and head rows between two data rows, with a page break.
const GAP: usize = 8;
/// Tables beside the largest that are compared with it.
const RIVALS: usize = 8;

/// A line whose label is a row of the table.
struct Row<'a, 'l> {
    line: &'l Line<'a>,
    at: usize,
    row: u8,
    label_at: usize,
    likeness: f32,
}

/// Finds and binds the table among lines. `fallback` is the edition that the rest of the report points to.
pub fn bind(lines: &[Line], fallback: Option<Edition>, around: Around) -> Sheet {
    let runs = instances(lines);
    // Of copies the first.
    let Some(largest) = runs.iter().rev().max_by_key(|run| run.len()) else {
        return Sheet::default();
    };
    let sheet = bind_one(largest, lines, fallback, around);
    let values = |sheet: &Sheet| -> Vec<(Key, Value)> {
        let figures = sheet.figures.iter();
        figures.map(|(key, figure)| (*key, figure.value)).collect()
    };
    // Another table of about the same size: two years or two units in one document.
    let rivals = runs
        .iter()
        .filter(|run| !std::ptr::eq(*run, largest) && run.len() * 2 > largest.len());
    for rival in rivals.take(RIVALS) {
        if values(&bind_one(rival, lines, fallback, around)) != values(&sheet) {
            return Sheet {
                state: SheetState::CannotTell(Doubt::Twice),
                place: sheet.place,
                ..Sheet::default()
            };
        }
    }
    sheet
}

fn bind_one(rows: &[Row], lines: &[Line], fallback: Option<Edition>, around: Around) -> Sheet {
    let Some((first, last)) = rows.first().zip(rows.last()) else {
        return Sheet::default();
    };
    // The heads stand above the first row or between the rows.
    let from = first.at.saturating_sub(3);
    let edition = edition_of(lines.get(from..=last.at).unwrap_or(&[]))
        .or(edition_by_rows(rows))
        .or(fallback);
    let place = first.line.pieces.get(first.label_at).map(|p| p.place);
    let Some(edition) = edition else {
        return Sheet {
            state: SheetState::CannotTell(Doubt::Columns),
            place,
            ..Sheet::default()
        };
    };
    let mut sheet = Sheet {
        state: SheetState::Bound,
        rows_of: Some(edition),
        place,
        ..Sheet::default()
    };
    for row in rows {
        bind_row(&mut sheet, row, lines, edition);
    }
    take_lost_label(&mut sheet, rows, lines, edition);
    note_moved(&mut sheet, rows);
    note_extra(&mut sheet, rows, lines);
    note_missing(&mut sheet, edition, around);
    order::by_key(&mut sheet.figures, |(key, _)| *key);
    if sheet.figures.is_empty() {
        sheet.state = SheetState::CannotTell(Doubt::NoFigures);
    }
    sheet
}

/// The runs of rows that are surely the table: at least two different rows of it close together.
fn instances<'a, 'l>(lines: &'l [Line<'a>]) -> Vec<Vec<Row<'a, 'l>>> {
    let mut runs: Vec<Vec<Row>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(row) = row(line, at) else { continue };
        let continues = runs
            .last()
            .and_then(|run| run.last())
            .is_some_and(|last| at - last.at <= GAP);
        let again = runs
            .last()
            .is_some_and(|run| run.iter().any(|r| r.row == row.row));
        match runs.last_mut() {
            Some(run) if continues && !again => run.push(row),
            _ => runs.push(vec![row]),
        }
    }
    runs.retain(|run| run.len() >= 2);
    runs
}

fn row<'a, 'l>(line: &'l Line<'a>, at: usize) -> Option<Row<'a, 'l>> {
    let mut chosen: Option<Row> = None;
    for &(label_at, ref folded) in line.labels() {
        let Some((index, likeness)) = best(folded, TWO_ROWS.iter().map(|(_, f)| f)) else {
            continue;
        };
        let row = TWO_ROWS.get(index)?.0;
        if (SURE..1.0).contains(&likeness) && is_of_two(folded, row, likeness) {
            continue;
        }
        if chosen.as_ref().is_none_or(|c| likeness >= c.likeness) {
            chosen = Some(Row {
                line,
                at,
                row,
                label_at,
                likeness,
            });
        }
    }
    chosen.filter(|row| row.likeness >= SURE && row.label_at + 1 < line.pieces.len())
}

/// Two rows in one: 行政处罚、强制 is as like to the one as to the other, 规章、规范性文件 holds the other.
fn is_of_two(found: &Folded, row: u8, alike: f32) -> bool {
    let mut others = TWO_ROWS.iter().filter(|(other, _)| *other != row);
    others.any(|(_, label)| {
        let mut parts = found.core.windows(label.core.len());
        likeness(&found.core, &label.core) >= alike || parts.any(|part| part == label.core)
    })
}

/// The edition whose own heads stand in the table.
fn edition_of(lines: &[Line]) -> Option<Edition> {
    let mut votes = [0usize; 2];
    for piece in lines.iter().flat_map(|line| &line.pieces) {
        let found = fold(piece.text);
        let likeness_to = |edition: Edition| {
            let heads = TWO_HEADS.iter().filter(|(e, _)| *e == edition);
            heads
                .map(|(_, head)| likeness(&found.core, &head.core))
                .fold(0.0f32, f32::max)
        };
        let (old, new) = (likeness_to(Edition::E2019), likeness_to(Edition::E2021));
        if old >= SURE && old > new {
            votes[0] += 1;
        } else if new >= SURE && new > old {
            votes[1] += 1;
        }
    }
    match votes {
        [old, new] if old > new => Some(Edition::E2019),
        [old, new] if new > old => Some(Edition::E2021),
        _ => None,
    }
}

/// Rows that only one edition prints, or the number of figures in the rows that both print.
fn edition_by_rows(rows: &[Row]) -> Option<Edition> {
    let only = |row: &Row| {
        let editions = Edition::ALL
            .into_iter()
            .filter(|&e| !table2::items_of(row.row, e).is_empty());
        let editions: Vec<Edition> = editions.collect();
        (editions.len() == 1)
            .then(|| editions.first().copied())
            .flatten()
    };
    rows.iter().find_map(only)
}

fn bind_row(sheet: &mut Sheet, row: &Row, lines: &[Line], edition: Edition) {
    let Some(label) = row.line.pieces.get(row.label_at) else {
        return;
    };
    let items = table2::items_of(row.row, edition);
    let tail = row.line.pieces.get(row.label_at + 1..).unwrap_or(&[]);
    if items.is_empty() {
        sheet.oddities.push(Oddity::RowExtra {
            text: label.text.trim().to_string(),
            place: label.place,
        });
        return;
    }
    let printed = table2::ROWS
        .get(row.row as usize)
        .map_or("", |r| r.head(edition).zh);
    let key = Key {
        table: Table::Two,
        row: row.row,
        column: items.first().copied().unwrap_or(0),
    };
    sheet.labels.push(Label {
        found: label.text.to_string(),
        printed,
        place: label.place,
        key: Some(key),
    });
    if items.contains(&table2::AMOUNT) {
        note_unit(sheet, row, lines, edition);
    }
    let read = match columns(lines, row, edition) {
        Ok(columns) => figures(tail, items.len(), row.line.shape).map(|found| (columns, found)),
        Err(doubt) => Err(doubt),
    };
    let under_heads = || under_heads(lines, row, edition).map(|found| (items.to_vec(), found));
    match read.or_else(|doubt| under_heads().ok_or(doubt)) {
        Ok((columns, pieces)) => {
            for (column, piece) in columns.into_iter().zip(pieces) {
                sheet.figures.push((
                    Key {
                        table: Table::Two,
                        row: row.row,
                        column,
                    },
                    figure(&piece),
                ));
            }
        }
        Err(doubt) => sheet.oddities.push(Oddity::RowDoubtful {
            row: row.row,
            doubt,
            place: label.place,
        }),
    }
}

/// The columns of a row in the order of the heads above it, which may not be that of the form.
fn columns(lines: &[Line], row: &Row, edition: Edition) -> Result<Vec<u8>, Doubt> {
    let items = table2::items_of(row.row, edition);
    let printed = |item: u8| fold(table2::item_head(row.row, item, edition).zh);
    let heads: Vec<Folded> = items.iter().map(|&item| printed(item)).collect();
    let above = lines.get(row.at.saturating_sub(GAP)..row.at).unwrap_or(&[]);
    let near = above.iter().rev().filter(|l| l.block == row.line.block);
    let mut orders = near.map(|line| {
        let heads = line.pieces.iter().filter_map(|piece| {
            let (at, likeness) = best(&fold(piece.text), heads.iter())?;
            items.get(at).copied().filter(|_| likeness >= SURE)
        });
        let mut order: Vec<u8> = heads.collect();
        order.dedup();
        order
    });
    match orders.find(|order| order.len() > 1) {
        Some(order) if !order.is_sorted() => {
            let all = items.iter().all(|item| order.contains(item));
            let as_many = order.len() == items.len();
            (all && as_many).then_some(order).ok_or(Doubt::Columns)
        }
        _ => Ok(items.to_vec()),
    }
}

/// The head of an amount that names its unit where the form prints none, 采购总金额（万元）, or another than the form.
fn note_unit(sheet: &mut Sheet, row: &Row, lines: &[Line], edition: Edition) {
    let printed = table2::item_head(row.row, table2::AMOUNT, edition).zh;
    let above = lines.get(row.at.saturating_sub(GAP)..row.at).unwrap_or(&[]);
    let is_it = |p: &&Piece| {
        p.text.contains('元') && likeness(&fold(p.text).core, &fold(printed).core) >= SURE
    };
    let mut pieces = above.iter().rev().flat_map(|line| &line.pieces);
    let is_printed = |p: &&Piece| printed.contains('元') && p.text.contains("万元");
    let Some(head) = pieces.find(is_it).filter(|p| !is_printed(p)) else {
        return;
    };
    sheet.labels.push(Label {
        found: head.text.to_string(),
        printed,
        place: head.place,
        key: Some(Key {
            table: Table::Two,
            row: row.row,
            column: table2::AMOUNT,
        }),
    });
}

/// The figures of a row that has `count` of them; what stands around them must be blank.
fn figures<'a>(tail: &[Piece<'a>], count: usize, shape: Shape) -> Result<Vec<Piece<'a>>, Doubt> {
    if count == 1 {
        return single(tail);
    }
    // One merged blank stands for all figures of the row.
    match tail {
        [blank] if shape == Shape::Ruled && blank.is_blank() => Ok(vec![*blank; count]),
        _ => window(tail, count, shape).map(<[Piece]>::to_vec),
    }
}

/// The figures of a row in doubt by its heads, where the row of heads above has as many pieces.
fn under_heads<'a>(
    lines: &[Line<'a>],
    row: &Row<'a, '_>,
    edition: Edition,
) -> Option<Vec<Piece<'a>>> {
    let pieces = &row.line.pieces;
    let items = table2::items_of(row.row, edition).iter();
    let heads: Vec<_> = items
        .map(|&item| fold(table2::item_head(row.row, item, edition).zh))
        .collect();
    let at = |line: &Line, head: &Folded| {
        let alike = |p: &Piece| likeness(&fold(p.text).core, &head.core) >= SURE;
        line.pieces.iter().position(alike)
    };
    // In separated text a place means something only where every line of the table has as many.
    let mut block = lines.iter().filter(|line| line.block == row.line.block);
    if row.line.shape != Shape::Ruled && !block.all(|line| line.pieces.len() == pieces.len()) {
        return None;
    }
    let above = lines.get(row.at.saturating_sub(GAP)..row.at)?.iter().rev();
    let order: Vec<usize> = above
        .filter(|line| line.block == row.line.block && line.pieces.len() == pieces.len())
        .find_map(|line| heads.iter().map(|head| at(line, head)).collect())?;
    let outside = |i: usize, p: &Piece| i > row.label_at && !order.contains(&i) && !p.is_blank();
    let last = pieces.get(*order.last()?)?;
    // In text a blank in the last place betrays a row that lost its blanks.
    if pieces.iter().enumerate().any(|(i, p)| outside(i, p))
        || row.line.shape != Shape::Ruled && last.is_blank()
    {
        return None;
    }
    order.iter().map(|&i| pieces.get(i).copied()).collect()
}

/// One figure in a row of merged or repeated slots.
fn single<'a>(tail: &[Piece<'a>]) -> Result<Vec<Piece<'a>>, Doubt> {
    let filled: Vec<&Piece> = tail.iter().filter(|p| !p.is_blank()).collect();
    match (filled.as_slice(), tail.first()) {
        ([], Some(blank)) => Ok(vec![*blank]),
        ([first, rest @ ..], _) if rest.iter().all(|p| p.text.trim() == first.text.trim()) => {
            Ok(vec![**first])
        }
        _ => Err(Doubt::Columns),
    }
}

/// Where the label of 规章 was lost its three figures stand right above 行政规范性文件, under the heads.
fn take_lost_label(sheet: &mut Sheet, rows: &[Row], lines: &[Line], edition: Edition) {
    let Some(first) = rows.first().filter(|r| r.row == NORMATIVE) else {
        return;
    };
    let Some(above) = first.at.checked_sub(1).and_then(|at| lines.get(at)) else {
        return;
    };
    let label = above
        .pieces
        .get(..above.label_end())
        .and_then(|labels| labels.last());
    let under_heads = label.is_none_or(|label| {
        let found = fold(label.text);
        TWO_HEADS
            .iter()
            .any(|(_, head)| likeness(&found.core, &head.core) >= SURE)
    });
    let tail = above.pieces.get(above.label_end()..).unwrap_or(&[]);
    if !under_heads
        || !above.has_number()
        || above.block != first.line.block && above.shape != Shape::Stream
    {
        return;
    }
    let items = table2::items_of(REGULATIONS, edition);
    let (Ok(pieces), Some(place)) = (
        figures(tail, items.len(), above.shape),
        tail.first().map(|p| p.place),
    ) else {
        return;
    };
    for (&column, piece) in items.iter().zip(&pieces) {
        sheet.figures.push((
            Key {
                table: Table::Two,
                row: REGULATIONS,
                column,
            },
            figure(piece),
        ));
    }
    let printed = table2::ROWS.first().map_or("", |r| r.head(edition).zh);
    let key = items.first().map(|&column| Key {
        table: Table::Two,
        row: REGULATIONS,
        column,
    });
    sheet.labels.push(Label {
        found: String::new(),
        printed,
        place,
        key,
    });
}

/// Rows that stand elsewhere than in the form.
fn note_moved(sheet: &mut Sheet, rows: &[Row]) {
    let order: Vec<usize> = rows.iter().map(|row| usize::from(row.row)).collect();
    let in_order = align::longest_rising(&order);
    for row in rows {
        if let (false, Some(label)) = (
            in_order.contains(&usize::from(row.row)),
            row.line.pieces.get(row.label_at),
        ) {
            sheet.oddities.push(Oddity::RowMoved {
                row: row.row,
                place: label.place,
            });
        }
    }
}

/// Rows with figures between those of the form, under a label that is none of the form.
fn note_extra(sheet: &mut Sheet, rows: &[Row], lines: &[Line]) {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return;
    };
    let between = lines.iter().enumerate().take(last.at).skip(first.at);
    for (at, line) in between {
        let is_row = rows.iter().any(|row| row.at == at);
        let in_table = rows.iter().any(|row| row.line.block == line.block);
        if is_row || !in_table || line.shape == Shape::Stream || !line.has_number() {
            continue;
        }
        let labels = line.pieces.get(..line.label_end()).unwrap_or(&[]);
        let Some(label) = labels.last() else { continue };
        if best(&fold(label.text), TWO_ROWS.iter().map(|(_, f)| f)).is_none() {
            sheet.oddities.push(Oddity::RowExtra {
                text: label.text.trim().to_string(),
                place: label.place,
            });
        }
    }
}

/// Rows that are not there; at the edge of a piece of a report they may stand outside of it.
fn note_missing(sheet: &mut Sheet, edition: Edition, around: Around) {
    let doubtful = |o: &Oddity| match o {
        Oddity::RowDoubtful { row, .. } => Some(*row),
        _ => None,
    };
    let mut found: Vec<u8> = sheet.figures.iter().map(|(key, _)| key.row).collect();
    found.extend(sheet.oddities.iter().filter_map(doubtful));
    let place = sheet.place;
    for row in (0..table2::ROWS.len() as u8).filter(|&r| !table2::items_of(r, edition).is_empty()) {
        if !found.contains(&row) {
            sheet.oddities.push(around.missing(row, &found, place));
        }
    }
}
