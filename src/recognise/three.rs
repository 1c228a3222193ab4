//! Binds table 三: its rows are aligned with the form's as a diff does, by the likeness of labels.

use super::columns::{self, Cells, Heads, WIDTH};
use super::labels::{
    ALIKE, FOUR_ITEMS, SURE, THREE_COLUMNS, THREE_GROUPS, THREE_ROWS, below_group, best,
};
use super::lines::{Line, Piece};
use super::{Around, Doubt, Label, Oddity, Sheet, SheetState, align, figure};
use crate::form::table3::{COLUMNS, GROUPS, ROWS, row_is_in};
use crate::form::{Edition, Key, Table};
use crate::model::Shape;
use crate::order;
use crate::text::fold::{Folded, fold, likeness};

/// A line that may be a row of the table.
struct Candidate<'a, 'l> {
    line: &'l Line<'a>,
    /// Index of the line in the document.
    at: usize,
    /// Index of its label among its pieces; none for figures without a label.
    label_at: Option<usize>,
    /// Likeness to each row of the form; 0 where it is another label.
    scores: Vec<f32>,
    /// The group label (index into [`GROUPS`]) that stands in it or above it.
    group: Option<usize>,
    /// It is the row of a group label itself.
    is_group: bool,
    /// The whole label of a row that a page break tore in two.
    mended: Option<String>,
}

impl<'a> Candidate<'a, '_> {
    fn tail(&self) -> Vec<Piece<'a>> {
        let from = self.label_at.map_or(0, |at| at + 1);
        self.line.pieces.get(from..).unwrap_or(&[]).to_vec()
    }

    fn label(&self) -> Option<Piece<'a>> {
        self.label_at
            .and_then(|at| self.line.pieces.get(at))
            .copied()
    }

    fn best(&self) -> Option<(usize, f32)> {
        let scores = self.scores.iter().copied().enumerate();
        scores
            .filter(|(_, s)| *s >= ALIKE)
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    fn is_sure(&self) -> bool {
        self.best().is_some_and(|(_, s)| s >= SURE)
    }

    /// A shortened label with its ordinal right above another row: 一、新收申请数量.
    fn heads_shortened(&self, next: &Candidate) -> bool {
        let ordinal = self.label().map_or(0, |p| fold(p.text).ordinal);
        let same = |row: usize| THREE_ROWS.get(row).is_some_and(|r| r.ordinal == ordinal);
        self.line.block == next.line.block
            && self.at + 1 == next.at
            && ordinal > 0
            && self.best().is_some_and(|(row, _)| same(row))
    }

    fn is_row(&self) -> bool {
        !self.is_group && self.best().is_some()
    }
}

/// Tables beside the largest that are compared with it.
const RIVALS: usize = 8;
/// Rows of one table that are looked at; the form has 26.
const ROWS_AT_MOST: usize = 400;
/// From this likeness on the two halves of a label belong together.
const TORN: f32 = 0.9;
/// Index of （六）其他处理 of the 2019 edition in [`ROWS`].
const OTHER_2019: usize = 20;
/// Index of （六） in [`GROUPS`].
const OTHER_GROUP: usize = 3;

/// Finds and binds the table among lines. `fallback` is the edition that the rest of the report points to.
pub fn bind(lines: &[Line], fallback: Option<Edition>, around: Around) -> Sheet {
    let candidates = candidates(lines);
    let tables = instances(&candidates);
    let Some(largest) = tables.iter().max_by_key(|t| t.len()) else {
        return Sheet::default();
    };
    if !is_table(largest) {
        return Sheet::default();
    }
    let sheet = bind_one(largest, lines, fallback, around);
    // Another table of about the same size: two years or two units in one document.
    let rivals = tables
        .iter()
        .filter(|t| !std::ptr::eq(*t, largest) && t.len() * 2 > largest.len());
    for other in rivals.take(RIVALS) {
        let other = bind_one(other, lines, fallback, around);
        let figures = |s: &Sheet| {
            s.figures
                .iter()
                .map(|(k, f)| (*k, f.value))
                .collect::<Vec<_>>()
        };
        if figures(&other) != figures(&sheet) {
            return Sheet {
                state: SheetState::CannotTell(Doubt::Twice),
                place: sheet.place,
                ..Sheet::default()
            };
        }
    }
    sheet
}

/// One sure row is enough where it has its seven figures; labels without figures are enough when there are many.
fn is_table(rows: &[&Candidate]) -> bool {
    /// So many labels of the form are no accident.
    const LABELS: usize = 3;
    let sure = rows
        .iter()
        .filter(|c| c.best().is_some_and(|(_, s)| s >= SURE));
    sure.clone().count() >= LABELS
        || sure
            .clone()
            .any(|c| c.tail().len() >= WIDTH && c.line.has_number())
}

fn candidates<'a, 'l>(lines: &'l [Line<'a>]) -> Vec<Candidate<'a, 'l>> {
    let (mut found, mut group) = (Vec::new(), None);
    for (at, line) in lines.iter().enumerate() {
        let candidate = candidate(line, at, &mut group);
        if candidate.best().is_some() || candidate.is_group || line.has_number() {
            found.push(candidate);
        }
    }
    mend_torn(&mut found, lines);
    found
}

/// Mends rows that a page break tore in two: the figures in one line, the other half of the label above or below them.
fn mend_torn<'a>(found: &mut Vec<Candidate<'a, '_>>, lines: &[Line<'a>]) {
    let mut halves = Vec::new();
    for candidate in found.iter_mut() {
        let line = candidate.line;
        if line.shape == Shape::Stream || !line.has_number() || candidate.is_sure() {
            continue;
        }
        let Some(label_at) = line.label_end().checked_sub(1) else {
            continue;
        };
        let own = line.pieces.get(label_at).map_or("", |p| p.text);
        let half = |at: Option<usize>| {
            let other = lines.get(at?).filter(|l| l.block == line.block)?;
            let text = other.pieces.get(other.label_end().checked_sub(1)?)?.text;
            (!other.has_number()).then_some((at?, text))
        };
        let above =
            half(candidate.at.checked_sub(1)).map(|(at, text)| (at, format!("{text}{own}")));
        let below =
            half(candidate.at.checked_add(1)).map(|(at, text)| (at, format!("{own}{text}")));
        for (at, whole) in above.into_iter().chain(below) {
            let folded = fold(&whole);
            let before = candidate.best().map_or(0.0, |(_, s)| s);
            let likeness = best(&folded, THREE_ROWS.iter()).map_or(0.0, |(_, s)| s);
            if likeness >= TORN && likeness > before {
                candidate.scores = scores(&folded, candidate.group);
                candidate.mended = Some(whole);
                (candidate.label_at, candidate.is_group) = (Some(label_at), false);
                halves.push(at);
            }
        }
    }
    found.retain(|c| !halves.contains(&c.at));
}

fn candidate<'a, 'l>(
    line: &'l Line<'a>,
    at: usize,
    group: &mut Option<usize>,
) -> Candidate<'a, 'l> {
    let mut labels = line.labels();
    // A flattened table writes the group in front of each of its rows: （三）不予公开-1.属于国家秘密.
    let end = if line.has_number() {
        line.label_end()
    } else {
        0
    };
    let texts = line.pieces.iter().take(end).enumerate();
    for (at, (above, item)) in texts.filter_map(|(at, p)| Some((at, below_group(p.text)?))) {
        *group = above.or(*group);
        labels.push((at, item));
    }
    let mut chosen: Option<(usize, &Folded, f32, bool)> = None;
    for (piece, folded) in &labels {
        let row = best(folded, THREE_ROWS.iter()).map_or(0.0, |(_, s)| s);
        let group_like = best(folded, THREE_GROUPS.iter());
        if let Some((index, s)) = group_like
            && s >= SURE
            && (folded.ordinal == THREE_GROUPS.get(index).map_or(0, |g| g.ordinal)
                || folded.ordinal == 0 && s >= 1.0)
        {
            *group = Some(index);
        }
        let group_score = group_like.map_or(0.0, |(_, s)| s);
        let (score, is_group) = if group_score > row || group_score == row && row > 0.0 {
            (group_score, true)
        } else {
            (row, false)
        };
        // The label next to the figures counts; a joined one only where it is more alike.
        let better = chosen.is_none_or(|(before, _, s, _)| *piece > before || score > s);
        if score >= ALIKE && better {
            chosen = Some((*piece, folded, score, is_group));
        }
    }
    // 总计 and 其他 head columns too: without an ordinal, and without figures or beside other heads, they are no rows.
    let is_head = |piece: usize, folded: &Folded| {
        let beside =
            |(_, other): &(usize, Folded)| other.core != folded.core && is_column_head(other);
        folded.ordinal == 0 && (piece + 1 >= line.pieces.len() || labels.iter().any(beside))
    };
    let chosen = chosen.filter(|(piece, folded, _, _)| !is_head(*piece, folded));
    let scores = match chosen {
        Some((_, folded, _, _)) => scores(folded, *group),
        None => vec![0.0; ROWS.len()],
    };
    let label_at = chosen
        .map(|c| c.0)
        .or_else(|| labels.last().map(|(piece, _)| *piece));
    if let Some((row, _)) = scores
        .iter()
        .copied()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        && chosen.is_some_and(|c| !c.3)
        && ROWS.get(row).is_some_and(|r| r.group.is_none())
    {
        *group = None;
    }
    Candidate {
        line,
        at,
        label_at,
        scores,
        group: *group,
        is_group: chosen.is_some_and(|c| c.3),
        mended: None,
    }
}

/// A head over a column of table 三 or 四.
fn is_column_head(found: &Folded) -> bool {
    let own = THREE_COLUMNS.iter().chain(FOUR_ITEMS.iter());
    best(found, own).is_some_and(|(_, s)| s >= SURE)
}

fn scores(found: &Folded, group: Option<usize>) -> Vec<f32> {
    let rows = THREE_ROWS.iter().enumerate();
    rows.map(|(at, row)| score(found, row, at, group)).collect()
}

/// Likeness of a label to a row, with a little for the same ordinal and the same group.
fn score(found: &Folded, row: &Folded, index: usize, group: Option<usize>) -> f32 {
    let alike = likeness(&found.core, &row.core);
    if alike < ALIKE {
        return 0.0;
    }
    let of_group = ROWS.get(index).and_then(|r| r.group);
    let same_group = of_group.is_some() && of_group == group.and_then(|g| GROUPS.get(g).copied());
    alike
        + if found.ordinal == row.ordinal {
            0.08
        } else {
            0.0
        }
        + if same_group { 0.08 } else { 0.0 }
}

/// Runs of rows that belong together: a new one begins where 一、 comes again.
fn instances<'c, 'a, 'l>(candidates: &'c [Candidate<'a, 'l>]) -> Vec<Vec<&'c Candidate<'a, 'l>>> {
    let mut tables: Vec<Vec<&Candidate>> = Vec::new();
    for candidate in candidates.iter().filter(|c| c.is_row() || c.is_group) {
        let is_first = candidate
            .best()
            .is_some_and(|(row, s)| row == 0 && s >= SURE)
            && candidate.is_row();
        // Within one grid it may only stand out of order.
        let comes_again = |t: &Vec<&Candidate>| {
            let other_grid = t
                .last()
                .is_some_and(|c| c.line.block != candidate.line.block);
            let rows = || t.iter().filter_map(|c| c.best().map(|(row, _)| row));
            rows().any(|row| row > 1) && (other_grid || rows().any(|row| row == 0))
        };
        let begins = is_first && tables.last().is_some_and(comes_again);
        if tables.is_empty() || begins {
            tables.push(Vec::new());
        }
        if let Some(table) = tables.last_mut() {
            table.push(candidate);
        }
    }
    for table in &mut tables {
        // What is only somewhat like a row, outside of the sure rows, belongs to another table.
        let sure = |c: &&Candidate| c.is_group || c.best().is_some_and(|(_, s)| s >= SURE);
        let last = table.iter().rposition(&sure).map_or(0, |at| at + 1);
        table.truncate(last);
        let first = table.iter().position(sure).unwrap_or(0);
        let above = table.windows(2).take(first).rev();
        let shortened = above.take_while(|pair| match pair {
            [c, next] => c.heads_shortened(next),
            _ => false,
        });
        let kept = shortened.count();
        table.drain(..first - kept);
    }
    tables
}

fn bind_one(
    rows: &[&Candidate],
    lines: &[Line],
    fallback: Option<Edition>,
    around: Around,
) -> Sheet {
    let mut sheet = Sheet {
        state: SheetState::Bound,
        ..Sheet::default()
    };
    let has_items = rows.iter().any(|c| {
        c.is_row()
            && c.best()
                .is_some_and(|(r, s)| (OTHER_2019 + 1..OTHER_2019 + 3).contains(&r) && s >= SURE)
    });
    let (bound, leftover) = assign_rows(rows, has_items);
    sheet.rows_of = edition_of(&bound).or(fallback);
    sheet.place = bound.first().and_then(|(_, c)| c.label()).map(|p| p.place);
    for (row, cells) in read_rows(&bound, lines, &mut sheet) {
        match cells {
            Ok(cells) => keep(&mut sheet, row as u8, &cells),
            Err(doubt) => {
                let place = bound
                    .iter()
                    .find(|(r, _)| *r == row)
                    .and_then(|(_, c)| c.label())
                    .map(|p| p.place);
                if let Some(place) = place {
                    sheet.oddities.push(Oddity::RowDoubtful {
                        row: row as u8,
                        doubt,
                        place,
                    });
                }
            }
        }
    }
    note_rows(&mut sheet, &bound, &leftover, lines, around);
    order::by_key(&mut sheet.figures, |(key, _)| *key);
    if sheet.figures.is_empty() {
        let doubt = sheet.oddities.iter().find_map(|o| match o {
            Oddity::RowDoubtful { doubt, .. } => Some(*doubt),
            _ => None,
        });
        sheet.state = SheetState::CannotTell(doubt.unwrap_or(Doubt::NoFigures));
    }
    sheet
}

type Bound<'c, 'a, 'l> = Vec<(usize, &'c Candidate<'a, 'l>)>;

/// Aligns the rows with the form's; what is left over afterwards may still be a row that was moved.
fn assign_rows<'c, 'a, 'l>(
    rows: &[&'c Candidate<'a, 'l>],
    has_items: bool,
) -> (Bound<'c, 'a, 'l>, Vec<&'c Candidate<'a, 'l>>) {
    let usable: Vec<&Candidate> = rows
        .iter()
        .copied()
        .filter(|c| is_number_row(c, has_items))
        .take(ROWS_AT_MOST)
        .collect();
    let scores: Vec<Vec<f32>> = usable
        .iter()
        .map(|c| {
            let mut scores = c.scores.clone();
            if has_items && let Some(score) = scores.get_mut(OTHER_2019) {
                *score = 0.0;
            }
            only_the_best(&mut scores);
            scores
        })
        .collect();
    let pairs = align::monotone(&scores);
    let mut bound: Bound = pairs
        .iter()
        .filter_map(|&(c, r)| usable.get(c).map(|candidate| (r, *candidate)))
        .collect();
    let mut leftover = Vec::new();
    for (at, candidate) in usable.iter().enumerate() {
        if pairs.iter().any(|(c, _)| *c == at) {
            continue;
        }
        let free = |row: &usize| bound.iter().all(|(r, _)| r != row);
        match scores
            .get(at)
            .and_then(|s| top(s))
            .filter(|(row, s)| *s >= SURE && free(row))
        {
            Some((row, _)) => bound.push((row, candidate)),
            None => leftover.push(*candidate),
        }
    }
    (bound, leftover)
}

/// A label that is surely one row's is not taken for another's, whatever the order: two rows that changed places would
/// be bound crosswise.
fn only_the_best(scores: &mut [f32]) {
    /// A label less alike by so much is another label.
    const LESS: f32 = 0.15;
    let Some((_, best)) = top(scores).filter(|(_, s)| *s >= SURE) else {
        return;
    };
    for score in scores.iter_mut().filter(|s| **s < best - LESS) {
        *score = 0.0;
    }
}

fn top(scores: &[f32]) -> Option<(usize, f32)> {
    scores
        .iter()
        .copied()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1))
}

/// A group label's line is a row only as （六） of the 2019 edition.
fn is_number_row(candidate: &Candidate, has_items: bool) -> bool {
    if !candidate.is_group {
        return true;
    }
    candidate.group == Some(OTHER_GROUP) && !has_items && !candidate.tail().is_empty()
}

fn edition_of(bound: &Bound) -> Option<Edition> {
    let rows = || bound.iter().filter_map(|(r, _)| ROWS.get(*r));
    rows().find_map(|row| row.only)
}

/// Reads the figures grid by grid, as each has its own columns.
fn read_rows<'a>(
    bound: &Bound<'_, 'a, '_>,
    lines: &[Line<'a>],
    sheet: &mut Sheet,
) -> Vec<(usize, Result<Cells<'a>, Doubt>)> {
    let mut blocks: Vec<usize> = bound.iter().map(|(_, c)| c.line.block).collect();
    order::by_key(&mut blocks, |&block| block);
    blocks.dedup();
    let mut heads = Heads::default();
    let mut rows = Vec::new();
    for block in blocks {
        let here: Vec<&(usize, &Candidate)> = bound
            .iter()
            .filter(|(_, c)| c.line.block == block)
            .collect();
        let Some(shape) = here.first().map(|(_, c)| c.line.shape) else {
            continue;
        };
        let own = heads_of(&here, lines);
        // A table continued on the next page repeats no heads.
        if !own.known.is_empty() || !own.unknown.is_empty() {
            heads = own;
        }
        let tails: Vec<Vec<Piece>> = here.iter().map(|(_, c)| c.tail()).collect();
        let cells = columns::assign(&tails, shape, &heads);
        for (tail, cells) in tails.iter().zip(&cells) {
            if let Ok(cells) = cells {
                note_columns(sheet, tail, cells, &heads);
            }
        }
        rows.extend(here.iter().map(|(row, _)| *row).zip(cells));
    }
    note_heads(sheet, &heads);
    rows
}

fn heads_of<'a>(here: &[&(usize, &Candidate<'a, '_>)], lines: &[Line<'a>]) -> Heads<'a> {
    let rows: Vec<usize> = here.iter().map(|(_, c)| c.at).collect();
    let Some((block, first)) = here.first().map(|(_, c)| (c.line.block, c.at)) else {
        return Heads::default();
    };
    let is_head = |(at, line): &(usize, &Line)| {
        line.block == block && *at < first && !rows.contains(at) && !line.has_number()
    };
    let mut above: Vec<&Line> = lines
        .iter()
        .enumerate()
        .filter(is_head)
        .map(|(_, line)| line)
        .collect();
    // In a stream the heads run into the first label.
    if let Some(line) = lines.get(first).filter(|l| l.shape == Shape::Stream) {
        above.push(line);
    }
    columns::heads(&above)
}

fn keep(sheet: &mut Sheet, row: u8, cells: &Cells) {
    for (column, piece) in (0u8..).zip(cells) {
        if let Some(piece) = piece {
            sheet.figures.push((
                Key {
                    table: Table::Three,
                    row,
                    column,
                },
                figure(piece),
            ));
        }
    }
}

fn note_columns(sheet: &mut Sheet, tail: &[Piece], cells: &Cells, heads: &Heads) {
    for (column, cell) in (0u8..).zip(cells) {
        let oddity = Oddity::ColumnMissing { column };
        if cell.is_none() && !sheet.oddities.contains(&oddity) {
            sheet.oddities.push(oddity);
        }
    }
    if let Some(extra) = columns::extra_figures(tail, cells) {
        let head = heads.unknown.iter().find(|p| p.column == extra.column);
        let text = head.map_or("", |p| p.text).trim().to_string();
        let known = |o: &Oddity| matches!(o, Oddity::ColumnExtra { text: t, .. } if *t == text);
        if !sheet.oddities.iter().any(known) {
            sheet.oddities.push(Oddity::ColumnExtra {
                text,
                place: head.unwrap_or(&extra).place,
            });
        }
    }
}

fn note_heads(sheet: &mut Sheet, heads: &Heads) {
    for head in &heads.known {
        if let (Some(column), Some(folded)) =
            (COLUMNS.get(head.column), THREE_COLUMNS.get(head.column))
        {
            let whole = likeness(&fold(head.piece.text).core, &folded.core) >= SURE;
            // A head broken over two cells of a stream is no other wording.
            let found = if whole {
                head.piece.text
            } else {
                column.head.zh
            };
            sheet.labels.push(Label {
                found: found.to_string(),
                printed: column.head.zh,
                place: head.piece.place,
                key: None,
            });
        }
    }
}

fn note_rows(
    sheet: &mut Sheet,
    bound: &Bound,
    leftover: &[&Candidate],
    lines: &[Line],
    around: Around,
) {
    let mut in_order: Vec<&(usize, &Candidate)> = bound.iter().collect();
    order::by_key(&mut in_order, |(_, c)| c.at);
    note_labels(sheet, &in_order);
    note_moves(sheet, &in_order);
    let (first, last) = (
        in_order.first().map_or(0, |c| c.1.at),
        in_order.last().map_or(0, |c| c.1.at),
    );
    for candidate in leftover.iter().filter(|c| (first..=last).contains(&c.at)) {
        repeated_or_extra(sheet, candidate, bound);
    }
    note_unlabelled(sheet, &in_order, lines);
    let found: Vec<u8> = bound.iter().map(|(r, _)| *r as u8).collect();
    let edition = sheet.rows_of.unwrap_or(Edition::E2021);
    let place = sheet.place;
    for row in (0..ROWS.len() as u8).filter(|&r| row_is_in(r, edition)) {
        if !found.contains(&row) {
            sheet.oddities.push(around.missing(row, &found, place));
        }
    }
}

fn note_labels(sheet: &mut Sheet, in_order: &[&(usize, &Candidate)]) {
    for (row, candidate) in in_order {
        let (Some(printed), Some(label)) = (ROWS.get(*row), candidate.label()) else {
            continue;
        };
        // A label that breaks off at the end of the text has no figures either.
        if candidate.tail().is_empty() {
            continue;
        }
        let key = Some(Key {
            table: Table::Three,
            row: *row as u8,
            column: 0,
        });
        // In a stream the label may be wrapped over several pieces: what was joined is what was found.
        let found = match &candidate.mended {
            Some(whole) => whole.clone(),
            None if candidate.line.shape == Shape::Stream => joined(candidate, *row),
            None => label.text.to_string(),
        };
        sheet.labels.push(Label {
            found,
            printed: printed.head.zh,
            place: label.place,
            key,
        });
    }
}

/// The run of pieces that ends at the label and is most like the printed one.
fn joined(candidate: &Candidate, row: usize) -> String {
    let end = candidate.label_at.map_or(0, |at| at + 1);
    let run = candidate.line.pieces.get(..end).unwrap_or(&[]);
    let joins = (1..=run.len().min(4)).map(|n| {
        run.iter()
            .skip(run.len() - n)
            .map(|p| p.text)
            .collect::<String>()
    });
    let alike = |text: &String| {
        THREE_ROWS
            .get(row)
            .map_or(0.0, |r| likeness(&fold(text).core, &r.core))
    };
    // The shortest of equally alike runs: what stands before is a head or a group label.
    joins
        .map(|t| (alike(&t), t))
        .fold((-1.0, String::new()), |a, b| if b.0 > a.0 { b } else { a })
        .1
}

fn note_moves(sheet: &mut Sheet, in_order: &[&(usize, &Candidate)]) {
    let order: Vec<usize> = in_order.iter().map(|(row, _)| *row).collect();
    let kept = align::longest_rising(&order);
    for (row, candidate) in in_order {
        if !kept.contains(row)
            && let Some(label) = candidate.label()
        {
            sheet.oddities.push(Oddity::RowMoved {
                row: *row as u8,
                place: label.place,
            });
        }
    }
}

/// A row label that comes twice: the same figures again are a repetition (a page break), others leave the row in doubt.
fn repeated_or_extra(sheet: &mut Sheet, candidate: &Candidate, bound: &Bound) {
    let Some(label) = candidate.label() else {
        return;
    };
    if !candidate.line.has_number() {
        return;
    }
    let twin = candidate
        .best()
        .and_then(|(row, s)| bound.iter().find(|(r, _)| *r == row && s >= SURE));
    match twin {
        Some((row, first)) => {
            let texts = |c: &Candidate| {
                c.tail()
                    .iter()
                    .map(|p| p.text.trim().to_string())
                    .collect::<Vec<_>>()
            };
            if texts(first) != texts(candidate) {
                sheet.figures.retain(|(key, _)| key.row as usize != *row);
                sheet.oddities.push(Oddity::RowDoubtful {
                    row: *row as u8,
                    doubt: Doubt::Twice,
                    place: label.place,
                });
            }
        }
        None => sheet.oddities.push(Oddity::RowExtra {
            text: label.text.trim().to_string(),
            place: label.place,
        }),
    }
}

/// Lines with figures between the rows of the table that are no row of it: group labels with numbers, or extra rows.
fn note_unlabelled(sheet: &mut Sheet, in_order: &[&(usize, &Candidate)], lines: &[Line]) {
    let (Some(first), Some(last)) = (in_order.first(), in_order.last()) else {
        return;
    };
    let taken: Vec<usize> = in_order.iter().map(|(_, c)| c.at).collect();
    let blocks: Vec<usize> = in_order.iter().map(|(_, c)| c.line.block).collect();
    let mut group = None;
    for (at, line) in lines
        .iter()
        .enumerate()
        .take(last.1.at + 1)
        .skip(first.1.at)
    {
        if taken.contains(&at)
            || !line.has_number()
            || line.shape == Shape::Stream
            || !blocks.contains(&line.block)
        {
            continue;
        }
        let candidate = candidate(line, at, &mut group);
        let Some(label) = candidate.label() else {
            continue;
        };
        if candidate.is_group
            && let Some(name) = candidate.group.and_then(|g| GROUPS.get(g))
        {
            sheet.oddities.push(Oddity::GroupFigures {
                group: name,
                place: label.place,
            });
        } else if candidate.best().is_none() {
            sheet.oddities.push(Oddity::RowExtra {
                text: label.text.trim().to_string(),
                place: label.place,
            });
        }
    }
}
