//! A table on paper before it becomes a grid: cells with their slots, their box and the columns' places.

use super::Spot;
use crate::model::Shape;

#[derive(Debug)]
pub struct Table {
    pub shape: Shape,
    pub spot: Spot,
    /// The page that it ends on.
    pub last_page: u32,
    /// Where the columns begin and end, from left to right; one more than columns. Empty where that is not sure.
    pub sides: Vec<f32>,
    pub rows: u32,
    /// In reading order.
    pub cells: Vec<TableCell>,
}

#[derive(Debug)]
pub struct TableCell {
    pub row: u32,
    pub column: u32,
    pub rowspan: u32,
    pub colspan: u32,
    pub text: String,
    pub spot: Spot,
}

impl Table {
    pub fn row(&self, row: u32) -> impl Iterator<Item = &TableCell> {
        let from = self.cells.partition_point(|cell| cell.row < row);
        let rest = self.cells.get(from..).unwrap_or(&[]);
        rest.iter().take_while(move |cell| cell.row == row)
    }
}
