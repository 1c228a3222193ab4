//! Which lines are which rows: the runs that belong to one table, aligned with the form's rows.

use super::super::align;
use super::super::labels::SURE;
use super::candidate::Candidate;
use crate::form::Edition;
use crate::form::table3::ROWS;

/// Rows of one table that are looked at; the form has 26.
const ROWS_AT_MOST: usize = 400;
/// Index of （六）其他处理 of the 2019 edition in [`ROWS`].
pub const OTHER_2019: usize = 20;
/// Index of （六） in [`GROUPS`].
const OTHER_GROUP: usize = 3;

pub type Bound<'c, 'a, 'l> = Vec<(usize, &'c Candidate<'a, 'l>)>;

/// Runs of rows that belong together: a new one begins where 一、 comes again.
pub fn instances<'c, 'a, 'l>(
    candidates: &'c [Candidate<'a, 'l>],
) -> Vec<Vec<&'c Candidate<'a, 'l>>> {
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
            // No more are looked at in the end.
            let looked_at = || t.iter().take(ROWS_AT_MOST);
            let rows = || looked_at().filter_map(|c| c.best().map(|(row, _)| row));
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

/// Aligns the rows with the form's; what is left over afterwards may still be a row that was moved.
pub fn assign_rows<'c, 'a, 'l>(
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

pub fn edition_of(bound: &Bound) -> Option<Edition> {
    let rows = || bound.iter().filter_map(|(r, _)| ROWS.get(*r));
    rows().find_map(|row| row.only)
}
