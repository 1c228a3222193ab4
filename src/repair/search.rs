//! Searches the smallest sets of cells whose change mends a system. A line that does not come out even without more
//! cells is a certificate: every larger set that mends must hold one of the cells it weighs, so only those are tried.
//! Sets of one size are searched before any larger; within a size nothing is tried twice and nothing is left out.
//!
//! Where the sums determine what the cells of a set say, it is found by elimination. Where they leave some freedom (each
//! of four cells at the crossings of two rows and two columns gives way a little, because none can alone), there is
//! always a choice in which so many of the cells become 0 that the sums determine the rest. Such sets are looked for
//! only after a smaller one was refused, for a figure below 0 or an open sum that breaks: else that one would do.

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
    /// There may be others, whose figures the sums do not determine.
    pub more: bool,
}

/// The smallest sets of cells that mend a system.
pub fn search(system: &System) -> Found {
    let mut search = Search {
        system,
        tableau: Tableau::new(system),
        barred: vec![false; system.cells.len()],
        limited: false,
        loose: false,
        steps: 0,
        stopped: false,
        refused: false,
        sets: Vec::new(),
    };
    let mut refused = false;
    for size in system.fewest(system.broken).max(1)..=system.cells.len() {
        // No set of up to three cells leaves freedom where every sum of the form binds.
        let free = refused && (size > EXACT || !system.whole);
        for loose in [false, true] {
            if loose && !free {
                continue;
            }
            search.loose = loose;
            search.limited = loose || size > EXACT;
            search.extend(size, system.broken);
            if search.stopped || !search.sets.is_empty() {
                return Found {
                    gave_up: search.stopped,
                    more: free,
                    sets: search.sets,
                };
            }
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
    /// Cells that are chosen, or whose sets have all been tried.
    barred: Vec<bool>,
    limited: bool,
    /// Cells may also become 0 whatever the lines say.
    loose: bool,
    steps: u64,
    stopped: bool,
    /// A set was refused because a figure would be negative or no whole number, or an open line would break.
    refused: bool,
    sets: Vec<(Changes, usize)>,
}

impl Search<'_> {
    /// Adds so many more cells to the chosen ones. In the lines `untouched`, which are broken, none was chosen yet.
    fn extend(&mut self, more: usize, untouched: Lines) {
        if more == 0 {
            return self.keep(self.tableau.changes(None));
        }
        let open: Vec<bool> = (0..self.barred.len())
            .map(|cell| !self.barred[cell] && self.system.fits(cell, more, untouched))
            .collect();
        let Some(row) = self.certificate(&open) else {
            return;
        };
        let mut cells = self.weighed(row, &open);
        if more == 1 && !self.loose {
            return self.finish(row, &cells);
        }
        order::by_key(&mut cells, |&cell| {
            (
                self.left(untouched, cell).count_ones(),
                self.is_filled(cell),
            )
        });
        for &cell in &cells {
            self.barred[cell] = true;
            for role in self.roles(row, cell) {
                if more == 1 && role.is_some_and(|row| !self.evens_out(row, cell)) {
                    continue;
                }
                if self.spend(CHOICE) {
                    break;
                }
                self.choose(role, cell);
                self.extend(more - 1, self.left(untouched, cell));
                self.undo(role);
            }
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
            if self.spend(1) {
                return;
            }
            self.keep(self.tableau.changes(Some((row, cell))));
        }
    }

    /// Keeps a set if it mends.
    fn keep(&mut self, changes: Option<Changes>) {
        let Some(mut changes) = changes else {
            self.refused = true;
            return;
        };
        match self.system.effect(&changes) {
            // Without a cell that stays as it is the set is a smaller one, which was refused.
            _ if changes.iter().any(|(_, by)| *by == 0) => {}
            Effect::Mended { untold } => {
                order::by_key(&mut changes, |change| change.0);
                // A set in which several cells become 0 is met by several ways.
                if self.sets.len() >= KEPT {
                    self.stopped = true;
                } else if !self.loose || self.sets.iter().all(|set| set.0 != changes) {
                    self.sets.push((changes, untold));
                }
            }
            Effect::NoCount | Effect::Breaks(_) => self.refused = true,
            // It proves nothing but an overflow, or a line that is still uneven.
            Effect::Unmended => {}
        }
    }

    /// How a cell may be chosen: by the line that determines it, or without one, to become 0.
    fn roles(&self, row: usize, cell: usize) -> Vec<Option<usize>> {
        if !self.loose {
            return vec![Some(self.determining(row, cell))];
        }
        let lines = (0..self.tableau.rows())
            .filter(|&row| !self.tableau.is_pivot(row) && self.tableau.at(row, cell) != 0);
        let mut roles: Vec<Option<usize>> = lines.map(Some).collect();
        // Of the lines that must hold any one will do.
        let firm = |row: usize| self.system.lines[row].firm;
        if let Some(firm) = roles.iter().flatten().copied().find(|&row| firm(row)) {
            roles = vec![Some(firm)];
        }
        if self.system.changed(cell, 0) > Quantity::ZERO {
            roles.push(None);
        }
        roles
    }

    fn choose(&mut self, role: Option<usize>, cell: usize) {
        match role {
            Some(row) => self.tableau.choose(row, cell),
            None => {
                let by = self.system.changed(cell, 0).0.saturating_neg();
                self.tableau.fix(cell, by);
            }
        }
    }

    fn undo(&mut self, role: Option<usize>) {
        match role {
            Some(_) => self.tableau.undo(),
            None => self.tableau.unfix(),
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
        let changes = self.tableau.changes(None);
        match changes.map(|changes| self.system.effect(&changes)) {
            Some(Effect::Breaks(line)) => Some(line),
            None | Some(Effect::NoCount) if self.loose => {
                (0..self.tableau.rows()).find(|&row| !self.is_counted(row))
            }
            _ => None,
        }
    }

    /// Whether a line determines no cell, or one that is a count.
    fn is_counted(&self, row: usize) -> bool {
        let determined = self.tableau.determined(row);
        let is_count =
            |(cell, by): (usize, Option<i64>)| by.is_some_and(|by| self.system.is_count(cell, by));
        determined.is_none_or(is_count)
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
