//! From the broken sums, the smallest sets of cells whose change makes every sum hold, the likeliest slip first.

use crate::finding::Words;
use crate::form::{Key, Table};
use crate::model::Quantity;
use crate::recognise::Filled;

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
    /// The slip that would explain it (两个数字颠倒 …), if one does.
    pub slip: Option<Words>,
}

/// The repairs of one part of the form whose sums share no cell with another part (table 三, or one group of table 四).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    pub table: Table,
    /// The group of table 四; empty for table 三.
    pub subject: &'static str,
    /// Smallest sets, best first. Empty where none was found within the bounds.
    pub repairs: Vec<Repair>,
    /// More sets of the same size exist, or the search gave up: what is listed is not all.
    pub incomplete: bool,
    /// The first repair is clearly likelier than the others.
    pub decided: bool,
}

/// Explains the broken sums of a filled form, part by part.
pub fn repairs(filled: &Filled) -> Vec<Cause> {
    let _ = filled;
    Vec::new()
}
