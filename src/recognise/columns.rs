//! Which piece of a row belongs to which number column: by the heads above where the grid is sound, otherwise by order
//! from the right. Where two readings are possible the row is doubtful, never guessed.

use super::labels::{SURE, THREE_COLUMNS, THREE_OTHER, best};
use super::lines::{Line, Piece};
use super::window::window;
use super::{Doubt, number};
use crate::form::table3::COLUMNS;
use crate::model::Shape;
use crate::order;
use crate::text::fold::{Folded, fold};

/// The number columns of table 三.
pub const WIDTH: usize = COLUMNS.len();

/// The pieces of one row by column; none for a column that the table does not have.
pub type Cells<'a> = [Option<Piece<'a>>; WIDTH];

/// A head that was found above the figures.
#[derive(Clone, Copy, Debug)]
pub struct FoundHead<'a> {
    pub column: usize,
    pub piece: Piece<'a>,
    /// It goes on in the next cell of a stream.
    pub is_broken: bool,
}

/// What the head lines of a table say.
#[derive(Clone, Debug, Default)]
pub struct Heads<'a> {
    /// One for each column that has a head, in the order of the form.
    pub known: Vec<FoundHead<'a>>,
    /// Texts in the head lines that are no head of the form.
    pub unknown: Vec<Piece<'a>>,
    /// Heads stand in another order than the form's, or come again further on (two years side by side).
    pub disorder: Option<Doubt>,
}

/// Finds the heads among lines without figures.
pub fn heads<'a>(lines: &[&Line<'a>]) -> Heads<'a> {
    let mut heads = Heads::default();
    for line in lines {
        let mut order = Vec::new();
        for (at, piece) in line.pieces.iter().enumerate() {
            let folded = fold(piece.text);
            if folded.core.is_empty()
                || best(&folded, THREE_OTHER.iter()).is_some_and(|(_, s)| s >= SURE)
            {
                continue;
            }
            let whole = |f: &Folded| best(f, THREE_COLUMNS.iter()).filter(|(_, s)| *s >= SURE);
            let alone = whole(&folded);
            let next = line.pieces.get(at + 1);
            let joined = next
                .filter(|_| line.shape == Shape::Stream)
                .and_then(|next| whole(&fold(&format!("{}{}", piece.text, next.text))));
            // The first half of a head may be like enough by itself.
            let is_broken = joined.is_some_and(|(column, likeness)| {
                alone.is_none_or(|(own, before)| own == column && likeness > before)
            });
            match alone.or(joined) {
                Some((column, _)) => {
                    order.push(column);
                    if heads.known.iter().all(|h| h.column != column) {
                        heads.known.push(FoundHead {
                            column,
                            piece: *piece,
                            is_broken,
                        });
                    }
                }
                None if line.shape != Shape::Stream => heads.unknown.push(*piece),
                None => {}
            }
        }
        heads.disorder = heads.disorder.or(disorder(&order, line.shape));
    }
    order::by_key(&mut heads.known, |h| h.column);
    heads
}

/// Whether the heads of one line, as columns of the form, stand in another order or come again. A stream runs the lines
/// of the head together, so there 总计 comes before the kinds of organisations.
fn disorder(order: &[usize], shape: Shape) -> Option<Doubt> {
    let first = |column: &usize| order.iter().position(|c| c == column);
    let mut ranks: Vec<usize> = order.iter().filter_map(first).collect();
    if shape == Shape::Stream {
        let (total, natural) = (first(&(WIDTH - 1)), first(&0));
        let kinds: Vec<usize> = (1..WIDTH - 1).filter_map(|c| first(&c)).collect();
        let sorted = total.zip(natural).is_none_or(|(t, n)| n < t) && kinds.is_sorted();
        return (!sorted).then_some(Doubt::Columns);
    }
    // A head repeated in the slots that it covers stands beside itself.
    ranks.dedup();
    let again = (0..ranks.len()).any(|at| ranks[..at].contains(&ranks[at]));
    match (again, order.is_sorted()) {
        (true, _) => Some(Doubt::Twice),
        (false, true) => None,
        (false, false) => Some(Doubt::Columns),
    }
}

/// Assigns the tails of the rows of one grid (or of one run of text) to the columns.
pub fn assign<'a>(
    tails: &[Vec<Piece<'a>>],
    shape: Shape,
    heads: &Heads<'a>,
) -> Vec<Result<Cells<'a>, Doubt>> {
    let all = |doubt: Doubt| tails.iter().map(|_| Err(doubt)).collect();
    if heads.disorder == Some(Doubt::Twice) {
        return all(Doubt::Twice);
    }
    if (shape == Shape::Ruled || shape == Shape::Rows && keeps_every_slot(tails, heads))
        && let Some(starts) = columns_by_heads(tails, heads)
    {
        if holds_two_tables(tails, &starts) {
            return all(Doubt::Twice);
        }
        let usual = usual_end(tails);
        let read = |tail: &Vec<Piece<'a>>| unless_pushed(tail, by_slots(tail, &starts)?, usual);
        return tails.iter().map(read).collect();
    }
    if let Some(doubt) = heads.disorder {
        return all(doubt);
    }
    if let Some(present) = fewer_columns(tails, heads) {
        return tails.iter().map(|tail| spread(tail, &present)).collect();
    }
    let ends = if shape == Shape::Ruled {
        common_blank_ends(tails)
    } else {
        0
    };
    let trimmed = tails
        .iter()
        .map(|tail| tail.get(..tail.len().saturating_sub(ends)).unwrap_or(&[]));
    let starts = (shape == Shape::Ruled)
        .then(|| columns_by_full_rows(tails))
        .flatten();
    let usual = usual_end(tails);
    trimmed
        .zip(tails)
        .map(|(short, tail)| match &starts {
            Some(starts) if short.len() != WIDTH => {
                unless_pushed(tail, by_slots(tail, starts)?, usual)
            }
            _ => by_order(short, shape),
        })
        .collect()
}

/// Whether separated text has a piece for every slot of the table: its heads are seven neighbours, which they are not
/// where merged cells left no piece, and every row ends in the same slot and has no figure outside of the columns.
fn keeps_every_slot(tails: &[Vec<Piece>], heads: &Heads) -> bool {
    let mut slots: Vec<u32> = heads.known.iter().map(|h| h.piece.column).collect();
    slots.sort_unstable();
    let (Some(&first), Some(&last)) = (slots.first(), slots.last()) else {
        return false;
    };
    let neighbours =
        slots.len() == WIDTH && slots.windows(2).all(|s| matches!(s, [a, b] if a + 1 == *b));
    let mut ends = tails.iter().map(|tail| tail.last().map(|p| p.column));
    let end = ends.next().flatten();
    let outside = |p: &Piece| !p.is_blank() && !(first..=last).contains(&p.column);
    neighbours
        && end.is_some_and(|end| end >= last)
        && ends.all(|other| other == end)
        && !tails.iter().flatten().any(outside)
}

/// The first slot of each column, where the heads stand right above the figures.
fn columns_by_heads(tails: &[Vec<Piece>], heads: &Heads) -> Option<[Option<u32>; WIDTH]> {
    /// With fewer heads the order from the right says more.
    const ENOUGH: usize = 5;
    let sorted = heads.known.is_sorted_by_key(|h| h.piece.column);
    // Columns in another order are sure only where every one has its head.
    if heads.known.len() < ENOUGH
        || !sorted && (heads.disorder.is_none() || heads.known.len() < WIDTH)
    {
        return None;
    }
    let mut starts = [None; WIDTH];
    for head in &heads.known {
        let over = |tail: &&Vec<Piece>| tail.iter().any(|p| p.column == head.piece.column);
        // A row with merged blanks may lack the slot; a row of single cells may not, nor may most rows.
        let sound = tails
            .iter()
            .filter(|tail| tail.len() == WIDTH)
            .all(|tail| over(&tail));
        if !sound || tails.iter().filter(over).count() * 5 < tails.len() * 4 {
            return None;
        }
        *starts.get_mut(head.column)? = Some(head.piece.column);
    }
    fill_gaps(&mut starts, tails, heads);
    Some(starts)
}

/// Whether most rows have figures beside those under the heads as for another table: last year's beside this year's.
fn holds_two_tables(tails: &[Vec<Piece>], starts: &[Option<u32>; WIDTH]) -> bool {
    /// So many more figures are no added column.
    const MANY: usize = 4;
    let over = |p: &Piece| {
        let covered = p.column..p.column + p.colspan;
        starts.iter().flatten().any(|s| covered.contains(s))
    };
    let more = |tail: &&Vec<Piece>| {
        let others = tail
            .iter()
            .filter(|p| !over(p) && number::read(p.text).0.number().is_some());
        others.count() >= MANY
    };
    tails.iter().filter(more).count() * 2 > tails.len()
}

/// A column whose head was lost, where exactly as many columns as heads are missing between two sure ones.
fn fill_gaps(starts: &mut [Option<u32>; WIDTH], tails: &[Vec<Piece>], heads: &Heads) {
    let Some(full) = tails.iter().find(|tail| tail.len() >= WIDTH) else {
        return;
    };
    for column in 0..WIDTH {
        if starts[column].is_some() {
            continue;
        }
        let before = starts[..column].iter().rev().flatten().next().copied();
        let after = starts[column..].iter().flatten().next().copied();
        let missing = {
            let left = starts[..column]
                .iter()
                .rev()
                .take_while(|s| s.is_none())
                .count();
            let right = starts[column..].iter().take_while(|s| s.is_none()).count();
            left + right
        };
        let headed = |slot: u32| heads.unknown.iter().any(|p| p.column == slot);
        let free: Vec<u32> = full
            .iter()
            .map(|p| p.column)
            .filter(|&slot| {
                before.is_none_or(|b| slot > b) && after.is_none_or(|a| slot < a) && !headed(slot)
            })
            .collect();
        if free.len() == missing {
            starts[column] = free.first().copied();
        }
    }
}

/// The first slots of the columns as the rows with exactly seven figures have them, if these agree.
fn columns_by_full_rows(tails: &[Vec<Piece>]) -> Option<[Option<u32>; WIDTH]> {
    let mut starts: Option<[Option<u32>; WIDTH]> = None;
    for tail in tails.iter().filter(|tail| tail.len() == WIDTH) {
        let mut here = [None; WIDTH];
        for (slot, piece) in here.iter_mut().zip(tail) {
            *slot = Some(piece.column);
        }
        if *starts.get_or_insert(here) != here {
            return None;
        }
    }
    starts
}

/// Reads a row by slots: a blank may cover several columns, a figure may not.
fn by_slots<'a>(tail: &[Piece<'a>], starts: &[Option<u32>; WIDTH]) -> Result<Cells<'a>, Doubt> {
    let mut cells: Cells = [None; WIDTH];
    for (cell, start) in cells.iter_mut().zip(starts) {
        let Some(start) = *start else { continue };
        let covers = |p: &&Piece| p.column <= start && start < p.column + p.colspan;
        let piece = tail.iter().find(covers).ok_or(Doubt::Columns)?;
        let covered = starts
            .iter()
            .flatten()
            .filter(|&&s| piece.column <= s && s < piece.column + piece.colspan)
            .count();
        if covered > 1 && !piece.is_blank() {
            return Err(Doubt::Columns);
        }
        *cell = Some(*piece);
    }
    Ok(cells)
}

/// The slot before which most rows end.
fn usual_end(tails: &[Vec<Piece>]) -> u32 {
    let mut ends: Vec<u32> = tails.iter().map(|tail| end(tail)).collect();
    ends.sort_unstable();
    ends.get(ends.len() / 2).copied().unwrap_or_default()
}

fn end(tail: &[Piece]) -> u32 {
    tail.last().map_or(0, |p| p.column + p.colspan)
}

/// A row that is longer than the others and has a figure left over has a cell too many: it has pushed the others on.
fn unless_pushed<'a>(tail: &[Piece<'a>], cells: Cells<'a>, usual: u32) -> Result<Cells<'a>, Doubt> {
    if end(tail) > usual && extra_figures(tail, &cells).is_some() {
        return Err(Doubt::Columns);
    }
    Ok(cells)
}

/// Reads a row by order: the seven pieces that leave nothing but blanks around them.
fn by_order<'a>(tail: &[Piece<'a>], shape: Shape) -> Result<Cells<'a>, Doubt> {
    let figures = window(tail, WIDTH, shape)?;
    let mut cells: Cells = [None; WIDTH];
    for (cell, piece) in cells.iter_mut().zip(figures) {
        *cell = Some(*piece);
    }
    Ok(cells)
}

/// The columns that are there, where heads and figures agree that there are fewer than seven.
fn fewer_columns(tails: &[Vec<Piece>], heads: &Heads) -> Option<Vec<usize>> {
    /// A table with fewer number columns is not table 三.
    const FEWEST: usize = 4;
    let count = heads.known.len();
    let agree = (FEWEST..WIDTH).contains(&count) && tails.iter().all(|tail| tail.len() == count);
    (agree && heads.unknown.is_empty()).then(|| heads.known.iter().map(|h| h.column).collect())
}

fn spread<'a>(tail: &[Piece<'a>], present: &[usize]) -> Result<Cells<'a>, Doubt> {
    let mut cells: Cells = [None; WIDTH];
    for (&column, piece) in present.iter().zip(tail) {
        if let Some(cell) = cells.get_mut(column) {
            *cell = Some(*piece);
        }
    }
    Ok(cells)
}

/// How many blanks end every row that is long enough.
fn common_blank_ends(tails: &[Vec<Piece>]) -> usize {
    let blanks = |tail: &Vec<Piece>| tail.iter().rev().take_while(|p| p.is_blank()).count();
    let filled = tails
        .iter()
        .filter(|tail| tail.len() > WIDTH && blanks(tail) < tail.len());
    filled.map(blanks).min().unwrap_or(0)
}

/// Extra columns with figures: slots of the rows that belong to no column.
pub fn extra_figures<'a>(tail: &[Piece<'a>], cells: &Cells<'a>) -> Option<Piece<'a>> {
    let used = |p: &Piece| cells.iter().flatten().any(|c| c.place == p.place);
    tail.iter()
        .find(|p| !used(p) && number::read(p.text).0.number().is_some())
        .copied()
}
