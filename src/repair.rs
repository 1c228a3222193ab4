//! From the broken sums, the smallest sets of cells whose change makes every sum hold, the likeliest slip first.
//!
//! The fewest changed cells are the likeliest story (Fellegi and Holt, 1976). Exactly:
//! - A sum with an unreadable cell, or one that was not found, binds nothing, because each such cell may stand for
//!   anything in every sum. It is never changed. The same goes for a sum that a row beside the form may explain.
//! - A sum that is held or broken is *firm*: a repair makes it true with the blanks that are left at 0. A sum that could
//!   not be told for its blanks is *open*: a repair need not settle it, only not break it, and the blanks that are left
//!   may stand for any number that is not negative, sum by sum.
//! - A repair gives some cells of such sums other figures, all of them counts. To fill a blank with more than 0 is to
//!   change a cell, for that is what a person has to do.
//! - The smallest repairs change the fewest cells.
//!
//! `tests/solver/model.rs` says the same as a mixed-integer programme, and `tests/solver.rs` compares the sizes.

mod search;
mod slip;
mod system;
mod tableau;
mod witness;

use crate::finding::Words;
use crate::form::sums::{CASES, FAMILIES};
use crate::form::{Edition, Family, Key, Table};
use crate::model::Quantity;
use crate::order;
use crate::recognise::Filled;
use crate::sums::{self, Sum, Sums, Term, Terms};
use system::System;
use witness::Witnesses;

/// So many sets are listed for one cause; the largest family of equally good pairs has 21.
pub const LISTED: usize = 24;
/// So many sets are listed over all causes.
pub const COMBINED: usize = 24;

/// One cell of a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub cell: Key,
    /// None where the cell is blank.
    pub found: Option<Quantity>,
    pub proposed: Quantity,
}

/// A set of changes after which every sum of the table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub changes: Vec<Change>,
    /// The slip that would explain it (两数字颠倒 …), if one does.
    pub slip: Option<Words>,
    /// Who says the same: sentences of the text, last year's report.
    pub agrees: Option<Words>,
}

impl Repair {
    /// What speaks for it, in one phrase.
    pub fn reason(&self) -> Option<Words> {
        match (self.slip.clone(), self.agrees.clone()) {
            (Some(slip), Some(agrees)) => Some(Words::new(
                slip.zh + "；" + &agrees.zh,
                slip.en + "; " + &agrees.en,
            )),
            (slip, agrees) => slip.or(agrees),
        }
    }
}

/// The repairs of one part of the form whose sums share no cell with another part (table 三, or one group of table 四).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    pub table: Table,
    /// The group of table 四; empty for table 三.
    pub subject: &'static str,
    /// Smallest sets, best first: no smaller one exists. Empty where none was found within the bounds.
    pub repairs: Vec<Repair>,
    /// More sets of the same size exist, or the search gave up: what is listed is not all.
    pub incomplete: bool,
    /// The first repair is clearly likelier than the others.
    pub decided: bool,
}

impl Cause {
    /// Whether a cell belongs to its part of the form.
    pub fn is_about(&self, cell: Key) -> bool {
        cell.table == self.table && (self.subject.is_empty() || cell.row_id() == self.subject)
    }
}

/// Explains the broken sums of a filled form, part by part.
pub fn repairs(filled: &Filled) -> Vec<Cause> {
    let three = FAMILIES.into_iter().filter(|f| f.table() == Table::Three);
    let three: Vec<Sum> = three.flat_map(|family| told(family, filled)).collect();
    let mut causes: Vec<Cause> = cause(filled, Table::Three, "", three).into_iter().collect();
    for sum in told(&CASES, filled) {
        causes.extend(cause(filled, Table::Four, sum.equation.subject, vec![sum]));
    }
    causes
}

/// Sets of changes that mend all causes together, best first. A cause for which nothing was found is passed over.
pub fn combined(causes: &[Cause]) -> Vec<Vec<Change>> {
    let mut sets: Vec<(usize, Vec<Change>)> = Vec::new();
    for cause in causes.iter().filter(|cause| !cause.repairs.is_empty()) {
        if sets.is_empty() {
            sets.push((0, Vec::new()));
        }
        let mut longer = Vec::new();
        for (rank, set) in &sets {
            for (own_rank, repair) in cause.repairs.iter().enumerate() {
                let changes = set.iter().chain(&repair.changes).cloned();
                longer.push((rank + own_rank, changes.collect()));
            }
        }
        order::by_key(&mut longer, |(rank, _)| *rank);
        longer.truncate(COMBINED);
        sets = longer;
    }
    sets.into_iter().map(|(_, set)| set).collect()
}

/// The sums of a family that can be told.
fn told(family: &'static Family, filled: &Filled) -> Vec<Sum> {
    match sums::of_family(family, filled) {
        Sums::Told(sums) => sums,
        Sums::Doubtful(_) | Sums::Missing => Vec::new(),
    }
}

/// What explains the broken ones of some sums that hang together.
fn cause(filled: &Filled, table: Table, subject: &'static str, sums: Vec<Sum>) -> Option<Cause> {
    let terms = Terms::of(filled.sheet(table));
    let system = System::new(sums, |key| terms.get(key));
    if system.broken == 0 {
        return None;
    }
    let found = search::search(&system);
    let edition = filled.edition_of(table);
    let ranked = found.sets.iter().map(|(changes, untold)| {
        let (cost, repair) = repair(&system, changes, &terms, edition);
        Ranked {
            odds: 0,
            untold: *untold,
            cost,
            repair,
        }
    });
    let mut ranked: Vec<Ranked> = ranked.collect();
    // What a first visit loads hears none: they weigh 4 KB.
    let witnesses = cfg!(feature = "office").then(|| {
        let mut witnesses = Witnesses::of(filled, table);
        witnesses.hear(ranked.iter().map(|ranked| ranked.repair.changes.as_slice()));
        for ranked in &mut ranked {
            ranked.odds = witnesses.odds(&ranked.repair.changes);
        }
        witnesses
    });
    // Among equals a total is changed before a part. What speaks for a set from outside the table comes before its cost.
    order::by_key(&mut ranked, |ranked| {
        let cells: Vec<Key> = ranked
            .repair
            .changes
            .iter()
            .map(|change| change.cell)
            .collect();
        let parts = cells.iter().filter(|&&cell| !slip::is_total(cell)).count();
        (ranked.odds, ranked.untold, ranked.cost, parts, cells)
    });
    let decided = decided(&ranked, system.broken.count_ones() > 1, found.gave_up);
    let incomplete = found.gave_up || found.more || ranked.len() > LISTED;
    let repairs = ranked.into_iter().take(LISTED).map(|ranked| Repair {
        agrees: witnesses
            .as_ref()
            .and_then(|heard| heard.words(&ranked.repair.changes)),
        ..ranked.repair
    });
    Some(Cause {
        table,
        subject,
        repairs: repairs.collect(),
        incomplete,
        decided,
    })
}

/// A repair with what its rank follows from.
struct Ranked {
    /// Witnesses against it, less those for it.
    odds: i32,
    /// Sums that it leaves untold.
    untold: usize,
    cost: u32,
    repair: Repair,
}

/// A set of changes as a repair, with what it costs.
fn repair(
    system: &System,
    changes: &[(usize, i64)],
    terms: &Terms,
    edition: Edition,
) -> (u32, Repair) {
    let changes = changes.iter().filter_map(|&(at, by)| {
        let cell = system.cells.get(at)?;
        Some(Change {
            cell: cell.key,
            found: cell.found,
            proposed: system.changed(at, by),
        })
    });
    let mut changes: Vec<Change> = changes.collect();
    order::by_key(&mut changes, |change| change.cell);
    let value = |key| match terms.get(key) {
        Term::Number(quantity) => Some(quantity),
        Term::Open | Term::Unreadable | Term::Absent => None,
    };
    let has_part = |total, figure| system.has_part(total, figure);
    let (cost, slip) = slip::explain(&changes, edition, value, has_part);
    let repair = Repair {
        changes,
        slip,
        agrees: None,
    };
    (cost, repair)
}

/// Whether the first of the ranked sets is clearly likelier than any other. Where several sums are broken their pattern
/// speaks for a set; a single one only says that something is wrong, and only the commonest slips decide, or a witness
/// that agrees with the first set and with no other.
fn decided(ranked: &[Ranked], pattern: bool, gave_up: bool) -> bool {
    let Some((first, rest)) = ranked.split_first() else {
        return false;
    };
    let likeliest = first.cost == slip::LIKELIEST * first.repair.changes.len() as u32;
    match rest.first() {
        None => likeliest || !gave_up,
        Some(next) if first.odds + witness::CLEARLY <= next.odds => !gave_up,
        // What the search may not have reached is no likelier than the likeliest.
        Some(next) => (likeliest || pattern && !gave_up) && first.cost + slip::CLEARLY <= next.cost,
    }
}
