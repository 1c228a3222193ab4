//! Tables without lines: rows of runs that stand under each other.

use super::flow::TextLine;
use super::lines::{Run, between};
use super::paragraphs::starts_anew;
use super::table::{Table, TableCell};
use super::upright::Upright;
use super::{Area, flow};
use crate::model::Shape;

/// A stretch of text, taken apart.
pub enum Piece {
    Line(TextLine),
    Table(Table),
}

/// Fewer rows are no table.
const ROWS: usize = 3;
/// More are no table of a page.
const LINES: usize = 2_000;
/// So many lines of label alone may stand between two rows.
const BETWEEN: usize = 3;
/// A row of the table is no further from the last than this, in characters.
const APART: f32 = 3.0;

/// Parts lines into tables and other lines, in order.
pub fn part(lines: Vec<TextLine>, page: &Upright) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = lines.into_iter().peekable();
    let mut block: Vec<TextLine> = Vec::new();
    while let Some(line) = rest.next() {
        if goes_on(&block, &line) {
            block.push(line);
        } else {
            close(&mut block, page, &mut pieces);
            match line.runs.len() {
                0 | 1 => pieces.push(Piece::Line(line)),
                _ => {
                    take_label_above(&mut block, &line, &mut pieces);
                    block.push(line);
                }
            }
        }
        if rest.peek().is_none() {
            close(&mut block, page, &mut pieces);
        }
    }
    pieces
}

/// The label of a first row may begin above the line of its figures.
fn take_label_above(block: &mut Vec<TextLine>, row: &TextLine, pieces: &mut Vec<Piece>) {
    if !row.runs.iter().all(|run| is_figure(&run.text)) {
        return;
    }
    let mut below = row.area;
    for _ in 0..BETWEEN {
        let near = |line: &TextLine| {
            line.runs.len() == 1
                && line.area.x1 <= row.area.x0
                && below.y0 - line.area.y1 < 0.3 * line.area.height()
        };
        match pieces.pop() {
            Some(Piece::Line(line)) if near(&line) => {
                below = line.area;
                block.insert(0, line);
            }
            other => {
                pieces.extend(other);
                break;
            }
        }
    }
}

/// Whether a line belongs to the rows so far.
fn goes_on(block: &[TextLine], line: &TextLine) -> bool {
    let first = block.iter().find(|line| line.runs.len() > 1);
    let (Some(first), Some(last)) = (first, block.last()) else {
        return false;
    };
    let size = line.runs.first().map_or(0.0, |run| run.size);
    if line.area.y0 - last.area.y1 > APART * size {
        return false;
    }
    if line.runs.len() > 1 {
        return true;
    }
    let alone = block.iter().rev().take_while(|l| l.runs.len() < 2).count();
    // A label alone stands in the first column, and does not reach over the others.
    let figures = first.runs.iter().all(|run| is_figure(&run.text));
    let column = match first.runs.get(usize::from(!figures)) {
        Some(run) => run.area.x1,
        None => line.area.x1,
    };
    alone < BETWEEN && line.area.x1 < column
}

/// Ends the rows so far: a table where they are one.
fn close(block: &mut Vec<TextLine>, page: &Upright, pieces: &mut Vec<Piece>) {
    let mut lines = std::mem::take(block);
    let end = lines
        .iter()
        .rposition(|line| line.runs.len() > 1)
        .map_or(0, |at| at + 1);
    let after = lines.split_off(end);
    match is_table(&lines) {
        true => pieces.push(Piece::Table(table(lines, page))),
        false => pieces.extend(lines.into_iter().map(Piece::Line)),
    }
    pieces.extend(after.into_iter().map(Piece::Line));
}

/// Enough rows, and figures or several columns in them.
fn is_table(lines: &[TextLine]) -> bool {
    let rows: Vec<&TextLine> = lines.iter().filter(|line| line.runs.len() > 1).collect();
    let cells: usize = rows.iter().map(|line| line.runs.len() - 1).sum();
    let figures: usize = rows
        .iter()
        .flat_map(|line| line.runs.iter().skip(1))
        .filter(|run| is_figure(&run.text))
        .count();
    let wide = rows.iter().filter(|line| line.runs.len() > 2).count();
    rows.len() >= ROWS && lines.len() <= LINES && (figures * 3 >= cells || wide * 2 > rows.len())
}

fn is_figure(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || ".,%-－ ".contains(c))
}

fn table(lines: Vec<TextLine>, page: &Upright) -> Table {
    let area = lines
        .iter()
        .map(|line| line.area)
        .reduce(Area::with)
        .unwrap_or_default();
    let rows = rows(lines);
    let columns = columns(&rows);
    // A line of figures alone belongs to a label above or below it: which blanks are blank is not sure then.
    let lone = |row: &Vec<Run>| row.iter().all(|run| is_figure(&run.text));
    let sure = columns.filter(|sides| {
        rows.iter()
            .all(|row| placed(row, sides).is_some() && !lone(row))
    });
    let mut cells = Vec::new();
    let cell = |row: usize, column: usize, span: usize, run: Option<&Run>, area: Area| TableCell {
        row: row as u32,
        column: column as u32,
        rowspan: 1,
        colspan: span as u32,
        text: run.map_or(String::new(), |run| run.text.clone()),
        spot: page.spot(run.map_or(area, |run| run.area)),
    };
    for (n, row) in rows.iter().enumerate() {
        let line = flow::whole(row.clone()).area;
        match sure
            .as_ref()
            .and_then(|sides| placed(row, sides).zip(Some(sides)))
        {
            Some((places, sides)) => {
                let mut column = 0;
                for (run, (from, to)) in row.iter().zip(places) {
                    cells
                        .extend((column..from).map(|c| cell(n, c, 1, None, blank(sides, c, line))));
                    cells.push(cell(n, from, to + 1 - from, Some(run), line));
                    column = to + 1;
                }
                let last = sides.len().saturating_sub(1);
                cells.extend((column..last).map(|c| cell(n, c, 1, None, blank(sides, c, line))));
            }
            None => cells.extend(
                row.iter()
                    .enumerate()
                    .map(|(c, run)| cell(n, c, 1, Some(run), line)),
            ),
        }
    }
    Table {
        shape: match sure {
            Some(_) => Shape::Ruled,
            None => Shape::Rows,
        },
        spot: page.spot(area),
        last_page: page.number,
        sides: sure.unwrap_or_default(),
        rows: rows.len() as u32,
        cells,
    }
}

/// The box of a blank cell.
fn blank(sides: &[f32], column: usize, line: Area) -> Area {
    let side = |n: usize| sides.get(n).copied().unwrap_or(line.x0);
    Area::of((side(column), line.y0), (side(column + 1), line.y1))
}

/// The sides of the columns, from the rows with the most runs: in the middle between the columns' texts. None where
/// these rows do not agree.
fn columns(rows: &[Vec<Run>]) -> Option<Vec<f32>> {
    let most = rows.iter().map(Vec::len).max()?;
    let full: Vec<&Vec<Run>> = rows.iter().filter(|row| row.len() == most).collect();
    if full.len() < 2 || full.len() * 3 < rows.iter().filter(|row| row.len() > 1).count() {
        return None;
    }
    let mut texts: Vec<Area> = Vec::new();
    for column in 0..most {
        let areas = full.iter().filter_map(|row| row.get(column));
        texts.push(areas.map(|run| run.area).reduce(Area::with)?);
    }
    let mut sides = vec![texts.first()?.x0];
    for pair in texts.windows(2) {
        let &[left, right] = pair else { continue };
        if left.x1 >= right.x0 {
            return None;
        }
        sides.push((left.x1 + right.x0) / 2.0);
    }
    sides.push(texts.last()?.x1);
    Some(sides)
}

/// First and last column of each run; none where two runs claim the same one.
fn placed(row: &[Run], sides: &[f32]) -> Option<Vec<(usize, usize)>> {
    let columns = sides.len().checked_sub(2)?;
    let inner = sides.get(1..=columns)?;
    let column = |x: f32| inner.partition_point(|side| *side < x);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for run in row {
        // A letter that leans over a side does not make a merged cell.
        let lean = (run.size / 2.0).min(run.area.width() / 2.0);
        let (from, to) = (column(run.area.x0 + lean), column(run.area.x1 - lean));
        if places.last().is_some_and(|(_, last)| from <= *last) {
            return None;
        }
        places.push((from, to));
    }
    Some(places)
}

/// Lines to rows: labels that are wrapped around the line of their figures are put together.
fn rows(lines: Vec<TextLine>) -> Vec<Vec<Run>> {
    // Where the figures begin; labels stand before.
    let figures = lines.iter().filter(|line| line.runs.len() > 1);
    let first = figures
        .flat_map(|line| line.runs.iter())
        .filter(|run| is_figure(&run.text))
        .map(|run| run.area.x0)
        .fold(f32::INFINITY, f32::min);
    let is_label = |line: &TextLine| line.runs.len() == 1 && line.area.x1 <= first;
    // Rows whose label stands above and below them.
    let headless: Vec<usize> = (0..lines.len())
        .filter(|&n| {
            lines
                .get(n)
                .is_some_and(|l| l.runs.len() > 1 && l.area.x0 >= first)
        })
        .collect();
    let mut parts: Vec<Vec<usize>> = lines.iter().map(|_| Vec::new()).collect();
    let mut taken = vec![false; lines.len()];
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| is_label(line)) {
        let distance = |m: &&usize| {
            lines.get(**m).map_or(f32::INFINITY, |l| {
                (l.area.centre().1 - line.area.centre().1).abs()
            })
        };
        let nearest = headless
            .iter()
            .min_by(|a, b| distance(a).total_cmp(&distance(b)));
        if let Some(&row) = nearest.filter(|row| distance(row) < 2.5 * line.area.height()) {
            if let Some(part) = parts.get_mut(row) {
                part.push(n);
            }
            if let Some(taken) = taken.get_mut(n) {
                *taken = true;
            }
        }
    }
    let mut rows: Vec<Vec<Run>> = Vec::new();
    let mut above: Option<f32> = None;
    for (n, line) in lines.iter().enumerate() {
        if taken.get(n) == Some(&true) {
            continue;
        }
        let mut row = line.runs.clone();
        let label = parts.get(n).into_iter().flatten();
        let label: Vec<Run> = label
            .filter_map(|&n| lines.get(n))
            .flat_map(|line| line.runs.iter().cloned())
            .collect();
        if let Some(label) = wrapped(label) {
            row.insert(0, label);
        } else if let (Some(tail), Some(before), Some(y1)) = (row.first(), rows.last_mut(), above)
            && is_label(line)
            && !starts_anew(&tail.text)
            && line.area.y0 - y1 < 0.35 * tail.size
            && before.first().is_some_and(|head| head.area.x0 < first)
            && before.len() > 1
        {
            // The rest of a label that stands beside its figures with its first line.
            let head = before.remove(0);
            before.splice(0..0, wrapped(vec![head, tail.clone()]));
            above = Some(line.area.y1);
            continue;
        }
        above = Some(line.area.y1);
        rows.push(row);
    }
    rows
}

/// The lines of a label as one.
fn wrapped(lines: Vec<Run>) -> Option<Run> {
    lines.into_iter().reduce(|mut label, line| {
        let joint = between(&label, &line, label.area.with(line.area));
        label.text.push_str(joint);
        label.text.push_str(&line.text);
        label.area = label.area.with(line.area);
        label
    })
}
