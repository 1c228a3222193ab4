//! Elimination with whole numbers: the lines of a system, reduced by the cells that were chosen so far. What a reduced
//! line says no longer depends on them, so a line that does not come out even proves that more cells must change.

use super::system::System;

/// For every row: the changes of the cells, times these coefficients, and the right side add up to 0.
///
/// Coefficients start as ±1 and stay small. Were they ever to overflow they would wrap, and mislead the search; what it
/// finds is added up anew in any case.
#[derive(Debug)]
pub struct Tableau {
    width: usize,
    coefficients: Vec<i32>,
    right: Vec<i128>,
    /// The chosen cell that a row determines.
    pivots: Vec<Option<usize>>,
    /// The chosen cells that no row determines, with their changes.
    fixed: Vec<(usize, i64)>,
    /// Rows as they were before the choices, the latest last.
    saved: Vec<i32>,
    steps: Vec<Step>,
}

/// What one choice changed.
#[derive(Debug)]
struct Step {
    pivot: usize,
    rows: Vec<(usize, i128)>,
}

impl Tableau {
    pub fn new(system: &System) -> Tableau {
        let width = system.cells.len();
        let mut coefficients = vec![0; width * system.lines.len()];
        for (at, line) in system.lines.iter().enumerate() {
            for &(cell, sign) in &line.terms {
                coefficients[at * width + cell] = sign;
            }
        }
        let right = system.lines.iter().map(|line| i128::from(line.residual));
        Tableau {
            width,
            coefficients,
            right: right.collect(),
            pivots: vec![None; system.lines.len()],
            fixed: Vec::new(),
            saved: Vec::new(),
            steps: Vec::new(),
        }
    }

    pub fn rows(&self) -> usize {
        self.right.len()
    }

    /// The row determines a chosen cell.
    pub fn is_pivot(&self, row: usize) -> bool {
        self.pivots[row].is_some()
    }

    pub fn right(&self, row: usize) -> i128 {
        self.right[row]
    }

    pub fn row(&self, row: usize) -> &[i32] {
        &self.coefficients[row * self.width..(row + 1) * self.width]
    }

    pub fn at(&self, row: usize, cell: usize) -> i32 {
        self.coefficients[row * self.width + cell]
    }

    /// Chooses a cell and lets a row determine it.
    pub fn choose(&mut self, row: usize, cell: usize) {
        let own: Vec<i32> = self.row(row).to_vec();
        let (own_right, unit) = (self.right[row], own[cell]);
        let mut rows = Vec::new();
        for other in 0..self.rows() {
            let factor = self.at(other, cell);
            if other == row || factor == 0 {
                continue;
            }
            let range = other * self.width..(other + 1) * self.width;
            self.saved
                .extend_from_slice(&self.coefficients[range.clone()]);
            rows.push((other, self.right[other]));
            // The row that determines a cell must keep its sign for it only up to a factor, so any multiple will do.
            for (old, own) in self.coefficients[range].iter_mut().zip(&own) {
                *old = old
                    .wrapping_mul(unit)
                    .wrapping_sub(own.wrapping_mul(factor));
            }
            self.right[other] = self.right[other]
                .wrapping_mul(i128::from(unit))
                .wrapping_sub(own_right.wrapping_mul(i128::from(factor)));
        }
        self.pivots[row] = Some(cell);
        self.steps.push(Step { pivot: row, rows });
    }

    /// Takes the latest choice back.
    pub fn undo(&mut self) {
        let Some(step) = self.steps.pop() else { return };
        self.pivots[step.pivot] = None;
        for (row, right) in step.rows.into_iter().rev() {
            let from = self.saved.len().saturating_sub(self.width);
            let range = row * self.width..(row + 1) * self.width;
            self.coefficients[range].copy_from_slice(&self.saved[from..]);
            self.saved.truncate(from);
            self.right[row] = right;
        }
    }

    /// Chooses a cell with its change.
    pub fn fix(&mut self, cell: usize, by: i64) {
        self.shift(cell, by.into());
        self.fixed.push((cell, by));
    }

    /// Takes the latest of these choices back.
    pub fn unfix(&mut self) {
        if let Some((cell, by)) = self.fixed.pop() {
            self.shift(cell, -i128::from(by));
        }
    }

    fn shift(&mut self, cell: usize, by: i128) {
        for row in 0..self.rows() {
            let change = i128::from(self.at(row, cell)).wrapping_mul(by);
            self.right[row] = self.right[row].wrapping_add(change);
        }
    }

    /// The chosen cell that a row determines, and its change if it is a whole number of millionths.
    pub fn determined(&self, row: usize) -> Option<(usize, Option<i64>)> {
        let cell = self.pivots[row]?;
        let by = quotient(self.right[row].wrapping_neg(), self.at(row, cell));
        Some((cell, by))
    }

    /// The changes of the chosen cells, and of one more if it is given with the row that determines it; nothing where
    /// they are no whole millionths or far out of range.
    pub fn changes(&self, last: Option<(usize, usize)>) -> Option<Vec<(usize, i64)>> {
        let mut changes = self.fixed.clone();
        let by_last = match last {
            None => None,
            Some((row, cell)) => {
                let by = quotient(-self.right[row], self.at(row, cell))?;
                changes.push((cell, by));
                Some((cell, by))
            }
        };
        for (row, pivot) in self.pivots.iter().enumerate() {
            let &Some(cell) = pivot else { continue };
            let moved = by_last.map_or(0, |(last, by)| {
                i128::from(self.at(row, last)).wrapping_mul(i128::from(by))
            });
            let right = self.right[row].wrapping_add(moved);
            changes.push((cell, quotient(right.wrapping_neg(), self.at(row, cell))?));
        }
        Some(changes)
    }
}

fn quotient(a: i128, b: i32) -> Option<i64> {
    let b = i128::from(b);
    if b == 0 || a % b != 0 {
        return None;
    }
    i64::try_from(a / b).ok()
}
