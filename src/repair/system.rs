//! The sums of one part of the form as linear equations over its cells, a blank counted as 0. `repair` says what a
//! repair must do to them.

use std::cmp::Ordering;

use crate::form::Key;
use crate::model::Quantity;
use crate::sums::{self, Standing, Sum, Term, Terms};

/// Lines of a system as bits: table 三 has 39 at most.
pub type Lines = u64;

/// A cell that may be changed: a number, or a blank.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub key: Key,
    /// None for a blank.
    pub found: Option<Quantity>,
    /// The lines it stands in.
    pub lines: Lines,
    /// Those of them that subtract it.
    pub minus: Lines,
}

/// A sum that a repair must respect.
#[derive(Clone, Debug)]
pub struct Line {
    pub sum: Sum,
    /// Left side minus right side.
    pub residual: i64,
    /// It must hold after the repair. The others cannot be told for their blanks and must only not become broken.
    pub firm: bool,
    /// The cells it adds and subtracts.
    pub terms: Vec<(usize, i32)>,
}

/// The sums and cells of one part of the form.
#[derive(Clone, Debug, Default)]
pub struct System {
    pub cells: Vec<Cell>,
    pub lines: Vec<Line>,
    pub broken: Lines,
    /// The lines of each family. No cell stands in two of one family.
    pub families: Vec<Lines>,
    /// Every sum of the form is there and firm.
    pub whole: bool,
}

/// What becomes of the sums when cells are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Every firm sum holds and no other is broken; so many others still cannot be told.
    Mended { untold: usize },
    /// A figure would be negative, or no whole number.
    NoCount,
    /// A firm sum does not hold.
    Unmended,
    /// Every firm sum holds, and this other one, which could not be told, is broken.
    Breaks(usize),
}

impl System {
    /// The system of some sums. Those that lack a readable cell bind nothing and are left out.
    pub fn new(sums: Vec<Sum>, term: impl Fn(Key) -> Term) -> System {
        let mut system = System::default();
        let (mut family, mut places) = (None, Vec::new());
        system.whole = sums.iter().all(|sum| {
            let standing = &sum.tally.standing;
            matches!(standing, Standing::Held | Standing::Broken)
        });
        let sums = sums.into_iter();
        let known = sums.filter(|sum| !matches!(sum.tally.standing, Standing::Unknown(_)));
        for sum in known.take(Lines::BITS as usize) {
            if family != Some(sum.equation.family) {
                family = Some(sum.equation.family);
                system.families.push(0);
            }
            system.add(sum, &mut places, &term);
        }
        system
    }

    /// Adds a sum. `places` says for each slot of the table where its cell stands in the list.
    fn add(&mut self, sum: Sum, places: &mut Vec<Option<usize>>, term: &impl Fn(Key) -> Term) {
        let bit: Lines = 1 << self.lines.len();
        if let Some(family) = self.families.last_mut() {
            *family |= bit;
        }
        if sum.tally.standing == Standing::Broken {
            self.broken |= bit;
        }
        let mut terms = Vec::new();
        for (key, sign) in sum.equation.terms() {
            let at = self.place(key, places, term);
            self.cells[at].lines |= bit;
            if sign < 0 {
                self.cells[at].minus |= bit;
            }
            terms.push((at, sign as i32));
        }
        self.lines.push(Line {
            residual: sum.tally.left.0.saturating_sub(sum.tally.right.0),
            firm: !matches!(sum.tally.standing, Standing::Open { .. }),
            terms,
            sum,
        });
    }

    /// Where a cell stands in the list; a new one is put at its end.
    fn place(
        &mut self,
        key: Key,
        places: &mut Vec<Option<usize>>,
        term: &impl Fn(Key) -> Term,
    ) -> usize {
        let slot = Terms::slot(key);
        if slot >= places.len() {
            places.resize(slot + 1, None);
        }
        *places[slot].get_or_insert_with(|| {
            let found = match term(key) {
                Term::Number(quantity) => Some(quantity),
                Term::Open | Term::Unreadable | Term::Absent => None,
            };
            let (lines, minus) = (0, 0);
            self.cells.push(Cell {
                key,
                found,
                lines,
                minus,
            });
            self.cells.len() - 1
        })
    }

    /// The fewest cells that could touch all of these lines.
    pub fn fewest(&self, lines: Lines) -> usize {
        let of_family = self.families.iter().map(|family| family & lines);
        let counts = of_family.map(|lines| lines.count_ones() as usize);
        counts.max().unwrap_or(0)
    }

    /// Whether a cell can be one of so many that must touch all of these broken lines. Where a family has as many lines
    /// as there are cells, each cell touches one of them, alone, and so must make up for it alone.
    pub fn fits(&self, cell: usize, cells: usize, lines: Lines) -> bool {
        let mut change = None;
        self.families.iter().all(|family| {
            let lines = family & lines;
            let own = lines & self.cells[cell].lines;
            match (lines.count_ones() as usize).cmp(&cells) {
                Ordering::Less => return true,
                Ordering::Equal if own != 0 => {}
                _ => return false,
            }
            let residual = self.lines[own.trailing_zeros() as usize].residual;
            let subtracts = self.cells[cell].minus & own != 0;
            let by = if subtracts {
                residual
            } else {
                residual.wrapping_neg()
            };
            *change.get_or_insert(by) == by
        })
    }

    /// What a cell would say after a change.
    pub fn changed(&self, cell: usize, by: i64) -> Quantity {
        let found = self.cells.get(cell).and_then(|cell| cell.found);
        Quantity(found.unwrap_or_default().0.saturating_add(by))
    }

    /// Whether a cell is a count after a change, and one that would be read.
    pub fn is_count(&self, cell: usize, by: i64) -> bool {
        const MOST: Quantity = Quantity::whole(Quantity::LARGEST);
        let after = self.changed(cell, by);
        after.is_whole() && (Quantity::ZERO..=MOST).contains(&after)
    }

    /// Whether a cell is the total of a sum in which a part has this figure.
    pub fn has_part(&self, total: Key, figure: Quantity) -> bool {
        let of_total = |line: &&Line| line.sum.equation.right == [total];
        let part =
            |&(cell, sign): &(usize, i32)| sign > 0 && self.cells[cell].found == Some(figure);
        let mut lines = self.lines.iter().filter(of_total);
        lines.any(|line| line.terms.iter().any(part))
    }

    /// What becomes of the sums when cells are changed by so much.
    pub fn effect(&self, changes: &[(usize, i64)]) -> Effect {
        let by = |at: usize| changes.iter().find(|(cell, _)| *cell == at).map(|c| c.1);
        for line in self.lines.iter().filter(|line| line.firm) {
            let change =
                |&(cell, sign): &(usize, i32)| i128::from(sign) * i128::from(by(cell).unwrap_or(0));
            if i128::from(line.residual) + line.terms.iter().map(change).sum::<i128>() != 0 {
                return Effect::Unmended;
            }
        }
        if !changes.iter().all(|&(cell, by)| self.is_count(cell, by)) {
            return Effect::NoCount;
        }
        let mut untold = 0;
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| !line.firm) {
            match self.after(line, by) {
                Standing::Broken => return Effect::Breaks(at),
                Standing::Held => {}
                Standing::Open { .. } | Standing::Unknown(_) => untold += 1,
            }
        }
        Effect::Mended { untold }
    }

    /// How a line stands after the changes.
    fn after(&self, line: &Line, by: impl Fn(usize) -> Option<i64>) -> Standing {
        let term = |key: Key| {
            let mut cells = line.terms.iter().map(|(cell, _)| *cell);
            let cell = cells.find(|&cell| self.cells[cell].key == key);
            let found = cell.and_then(|cell| self.cells[cell].found);
            match (cell.and_then(&by), found, cell) {
                (Some(by), _, Some(cell)) => Term::Number(self.changed(cell, by)),
                (_, Some(found), _) => Term::Number(found),
                _ => Term::Open,
            }
        };
        sums::add(&line.sum.equation, term).standing
    }
}
