//! Finds what each mark of an example stands for in the bound report:
//! in a cell the cell, in a row or column head the whole row or column, elsewhere the place.

use std::collections::BTreeSet;
use std::ops::Range;

use super::example::Mark;
use gouji::finding::Finding;
use gouji::form::{Key, Table};
use gouji::model::{Document, Place, PlaceId};
use gouji::recognise::{Filled, Label};

/// What a rule is expected to say, or said.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Spots {
    pub cells: BTreeSet<String>,
    /// Marks without a cell, by the text around them; for findings, the number of those whose place is at none of them.
    pub places: BTreeSet<String>,
}

/// A read and bound example.
pub struct Bound<'a> {
    pub document: &'a Document,
    pub filled: &'a Filled,
}

impl Bound<'_> {
    /// What the marks of a rule stand for.
    pub fn expected(&self, marks: &[Mark], rule: &str) -> Spots {
        let mut spots = Spots::default();
        for mark in marks.iter().filter(|mark| mark.rule == rule) {
            let cells = self.cells(mark);
            if cells.is_empty() {
                spots.places.insert(format!("{:?}", mark.slot));
            }
            spots.cells.extend(cells.iter().map(|key| key.name()));
        }
        spots
    }

    /// What findings are about, in the same terms.
    pub fn found(&self, marks: &[Mark], findings: &[Finding]) -> Spots {
        let mut spots = Spots::default();
        for finding in findings {
            let cells = subject_cells(finding);
            let cells: Vec<&Key> = cells
                .iter()
                .filter(|key| self.filled.figure(**key).is_some())
                .collect();
            if cells.is_empty() {
                spots.places.insert(self.marked_place(marks, finding));
            }
            spots.cells.extend(cells.into_iter().map(|key| key.name()));
        }
        spots
    }

    fn range(&self, place: PlaceId) -> Range<usize> {
        match self.document.place(place) {
            Place::Text { range, .. } | Place::Html { range, .. } => range.clone(),
            place => panic!("{place:?} in an example"),
        }
    }

    /// The mark that stands at the place of a finding.
    fn marked_place(&self, marks: &[Mark], finding: &Finding) -> String {
        let Some(place) = finding.place.map(|place| self.range(place)) else {
            return format!("no place: {}", finding.what.zh);
        };
        let at = |mark: &&Mark| {
            let range = if mark.for_all {
                self.reach(mark)
            } else {
                mark.slot.clone()
            };
            mark.rule == finding.rule && inside(&place, &range)
        };
        match marks.iter().find(at) {
            Some(mark) => format!("{:?}", mark.slot),
            None => format!("no mark: {}", finding.what.zh),
        }
    }

    /// A mark for a table as a whole also reaches the table below its line.
    fn reach(&self, mark: &Mark) -> Range<usize> {
        let tables = self.filled.tables.iter().filter_map(|sheet| sheet.place);
        let below = tables
            .map(|place| self.range(place))
            .filter(|range| range.start >= mark.around.start);
        let end = below.map(|range| range.end).min();
        mark.around.start..end.unwrap_or(mark.around.end).max(mark.around.end)
    }

    /// The cells that a mark stands for; none where it stands for a place.
    fn cells(&self, mark: &Mark) -> Vec<Key> {
        let in_slot = |place: PlaceId| inside(&self.range(place), &mark.slot);
        let figures = || self.filled.figures().map(|(key, _)| key);
        if let Some((key, _)) = self
            .filled
            .figures()
            .find(|(_, figure)| in_slot(figure.place))
        {
            return vec![key];
        }
        if mark.for_all && mark.rule.starts_with("form-") {
            return Vec::new();
        }
        for (sheet, table) in self.filled.tables.iter().zip(Table::ALL) {
            let Some(label) = sheet.labels.iter().find(|label| in_slot(label.place)) else {
                continue;
            };
            if mark.rule == "form-label" {
                return label.key.into_iter().collect();
            }
            return figures()
                .filter(|key| is_under(label, table, *key))
                .collect();
        }
        Vec::new()
    }
}

/// Whether a row or column head heads a cell.
fn is_under(label: &Label, table: Table, key: Key) -> bool {
    if key.table != table {
        return false;
    }
    match label.key {
        Some(first) if label.printed != first.column_head().zh => first.row == key.row,
        _ => label.printed == key.column_head().zh,
    }
}

/// The cells that a finding's mark stands in: of a sum its total, of others each.
fn subject_cells(finding: &Finding) -> &[Key] {
    let count = if finding.rule.starts_with("sum-") {
        1
    } else if finding.rule.starts_with("prose-") {
        // What is marked is the sentence.
        0
    } else {
        finding.cells.len()
    };
    finding.cells.get(..count).unwrap_or_default()
}

fn inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
