//! Searches the smallest sets of cells whose change mends a system. A line that does not come out even without more
//! cells is a certificate: every larger set that mends must hold one of the cells it weighs, so only those are tried.
//! Sets of one size are searched before any larger; within a size nothing is tried twice and nothing is left out.

use super::slip;
use super::system::{Effect, Lines, System};
use super::tableau::Tableau;
use crate::model::Quantity;
use crate::order;

/// Up to this size the search is carried to its end.
pub const EXACT: usize = 3;
/// Beyond it, so many steps are taken over all sizes before the search gives up.
pub const STEPS: u64 = 30_000;
/// Sets that are kept of the smallest size.
pub const KEPT: usize = 1_000;
/// What a choice of a cell costs in steps; looking at a cell costs one.
const CHOICE: u64 = 8;

/// Cells and how much each is changed.
pub type Changes = Vec<(usize, i64)>;

/// What the search found.
#[derive(Debug, Default)]
pub struct Found {
    /// Sets of equal size, each with the number of sums that it leaves untold.
    pub sets: Vec<(Changes, usize)>,
    /// The search ended before its end: there may be other sets of this size.
    pub gave_up: bool,
    /// There may be others, of a kind that is not searched.
    pub more: bool,
}

/// The smallest sets of cells that mend a system.
pub fn search(system: &System) -> Found {
    let mut search = Search {
        system,
        tableau: Tableau::new(system),
        barred: vec![false; system.cells.len()],
        limited: false,
        steps: 0,
        stopped: false,
        refused: false,
        sets: Vec::new(),
    };
    let mut refused = false;
    for size in system.fewest(system.broken).max(1)..=system.cells.len() {
        search.limited = size > EXACT;
        search.extend(size, system.broken);
        if search.stopped || !search.sets.is_empty() {
            // A refused set may be mended by cells that add nothing to what its own determine; no set of up to three
            // cells is of that kind where every sum of the form binds.
            let loose = size > EXACT || !system.whole;
            return Found {
                gave_up: search.stopped,
                more: refused && loose,
                sets: search.sets,
            };
        }
        refused |= search.refused;
    }
    Found {
        gave_up: true,
        more: true,
        sets: Vec::new(),
    }
}

struct Search<'a> {
    system: &'a System,
    tableau: Tableau,
    /// Cells whose sets have all been tried.
    barred: Vec<bool>,
    limited: bool,
    steps: u64,
    stopped: bool,
    /// A set was refused because a figure of it would be negative or no whole number.
    refused: bool,
    sets: Vec<(Changes, usize)>,
}

impl Search<'_> {
    /// Adds so many more cells to the chosen ones. In the lines `untouched`, which are broken, none was chosen yet.
    fn extend(&mut self, more: usize, untouched: Lines) {
        let open: Vec<bool> = (0..self.barred.len())
            .map(|cell| !self.barred[cell] && self.system.fits(cell, more, untouched))
            .collect();
        let Some(row) = self.certificate(&open) else {
            return;
        };
        let mut cells = self.weighed(row, &open);
        if more == 1 {
            return self.finish(row, &cells);
        }
        order::by_key(&mut cells, |&cell| {
            (
                self.left(untouched, cell).count_ones(),
                self.is_filled(cell),
            )
        });
        for &cell in &cells {
            if self.spend(CHOICE) {
                break;
            }
            self.tableau.choose(self.determining(row, cell), cell);
            self.extend(more - 1, self.left(untouched, cell));
            self.tableau.undo();
            self.barred[cell] = true;
        }
        for cell in cells {
            self.barred[cell] = false;
        }
    }

    /// Completes the chosen cells by one that makes every firm line come out even.
    fn finish(&mut self, row: usize, cells: &[usize]) {
        for &cell in cells {
            if !self.evens_out(row, cell) {
                continue;
            }
            if self.spend(1) || self.sets.len() >= KEPT {
                self.stopped = true;
                return;
            }
            let Some(changes) = self.tableau.changes(Some((row, cell))) else {
                self.refused = true;
                continue;
            };
            match self.system.effect(&changes) {
                // Without a cell that stays as it is the set is a smaller one, which was refused.
                _ if changes.iter().any(|(_, by)| *by == 0) => {}
                Effect::Mended { untold } => self.sets.push((changes, untold)),
                Effect::NoCount => self.refused = true,
                // The first proves nothing but an overflow; the second needs more cells.
                Effect::Unmended | Effect::Breaks(_) => {}
            }
        }
    }

    /// The line that proves that more cells must change, with the fewest to choose from.
    fn certificate(&self, open: &[bool]) -> Option<usize> {
        let uneven = (0..self.tableau.rows()).filter(|&row| {
            self.system.lines[row].firm
                && !self.tableau.is_pivot(row)
                && self.tableau.right(row) != 0
        });
        let choice = |&row: &usize| {
            let row = self.tableau.row(row).iter().zip(open);
            row.filter(|&(&weight, &open)| weight != 0 && open).count()
        };
        if let Some(row) = uneven.min_by_key(choice) {
            return Some(row);
        }
        let changes = self.tableau.changes(None)?;
        match self.system.effect(&changes) {
            Effect::Breaks(line) => Some(line),
            _ => None,
        }
    }

    /// The cells that a reduced line weighs and that may be chosen.
    fn weighed(&self, row: usize, open: &[bool]) -> Vec<usize> {
        let row = self.tableau.row(row).iter().zip(open).enumerate();
        let row = row.filter(|&(_, (&weight, &open))| weight != 0 && open);
        row.map(|(cell, _)| cell).collect()
    }

    /// The row that shall determine a cell: a line that must hold before one that need not.
    fn determining(&self, row: usize, cell: usize) -> usize {
        if self.system.lines[row].firm {
            return row;
        }
        let mut firm = (0..self.tableau.rows())
            .filter(|&other| self.system.lines[other].firm && !self.tableau.is_pivot(other));
        firm.find(|&other| self.tableau.at(other, cell) != 0)
            .unwrap_or(row)
    }

    /// Whether one more cell makes every firm line come out even as it does this one.
    fn evens_out(&self, row: usize, cell: usize) -> bool {
        let (right, weight) = (self.tableau.right(row), self.tableau.at(row, cell));
        let rest = |&other: &usize| self.system.lines[other].firm && !self.tableau.is_pivot(other);
        (0..self.tableau.rows()).filter(rest).all(|other| {
            let product = |a: i128, b: i32| a.wrapping_mul(i128::from(b));
            product(self.tableau.right(other), weight)
                == product(right, self.tableau.at(other, cell))
        })
    }

    fn left(&self, untouched: Lines, cell: usize) -> Lines {
        untouched & !self.system.cells[cell].lines
    }

    /// A total that is 0 or blank is tried before all others: it is the commonest fault.
    fn is_filled(&self, cell: usize) -> bool {
        let cell = &self.system.cells[cell];
        !slip::is_total(cell.key) || cell.found.is_some_and(|found| found != Quantity::ZERO)
    }

    /// Counts steps; true when they are used up.
    fn spend(&mut self, steps: u64) -> bool {
        if self.limited {
            self.steps += steps;
            self.stopped |= self.steps > STEPS;
        }
        self.stopped
    }
}
