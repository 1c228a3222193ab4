//! Rows whose cells are given by the positions of their edges, as old Word and RTF write them → rows on one grid.

use super::Item;
use super::table::{Merge, RawCell, RawRow};

/// Edges this close, in twentieths of a point, are one line: rows that were dragged by hand differ by a little.
const SLACK: i32 = 40;

/// The width of a cell that nothing is known of.
const WIDTH: i32 = 1000;

#[derive(Debug, Default)]
pub struct EdgeCell {
    pub left: i32,
    pub right: i32,
    pub merge: Merge,
    /// It continues the cell before it.
    pub joins_left: bool,
    pub items: Vec<Item>,
}

/// What a row says of its cells.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    pub left: i32,
    pub cells: Vec<ShapeCell>,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct ShapeCell {
    pub right: i32,
    /// 0 for a cell of its own; a set of merged cells begins with one sign and goes on with another.
    pub across: u8,
    pub down: Merge,
}

impl Shape {
    /// The cells with what stands in them. Which of the two signs of a horizontal merge is the first cell's is told
    /// in two ways; the cell that begins a set shows it.
    pub fn fill(&self, contents: Vec<Vec<Item>>) -> Vec<EdgeCell> {
        let (mut left, mut first) = (self.left, 0);
        let mut cells = Vec::with_capacity(contents.len());
        for (index, items) in contents.into_iter().enumerate() {
            let known = self.cells.get(index).copied();
            let right = known.map(|cell| cell.right).filter(|&right| right > left);
            let right = right.unwrap_or(left.saturating_add(WIDTH));
            let cell = known.unwrap_or_default();
            let goes_on = ![0, 3, first].contains(&cell.across);
            let joins_left = first != 0 && goes_on;
            if !joins_left {
                first = cell.across;
            }
            cells.push(EdgeCell {
                left,
                right,
                merge: cell.down,
                joins_left,
                items,
            });
            left = right;
        }
        cells
    }
}

/// The rows on the grid of all their edges.
pub fn rows(rows: Vec<Vec<EdgeCell>>) -> Vec<RawRow> {
    let mut edges: Vec<i32> = rows
        .iter()
        .flatten()
        .flat_map(|cell| [cell.left, cell.right])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let near = lines(&edges, SLACK);
    let lines = if rows.iter().flatten().all(|cell| span(&near, cell) > 0) {
        near
    } else {
        edges
    };
    let raw = |(index, cells): (usize, Vec<EdgeCell>)| RawRow {
        before: cells.first().map_or(0, |cell| line(&lines, cell.left)),
        cells: cells
            .into_iter()
            .enumerate()
            .map(|(index, cell)| RawCell {
                range: 0..0,
                span: span(&lines, &cell),
                merge: cell.merge,
                joins_left: cell.joins_left,
                items: cell.items,
                number: index as u32 + 1,
            })
            .collect(),
        deleted: false,
        number: index as u32 + 1,
    };
    rows.into_iter().enumerate().map(raw).collect()
}

/// The first edge of each bundle.
fn lines(edges: &[i32], slack: i32) -> Vec<i32> {
    let mut lines: Vec<i32> = Vec::new();
    for &edge in edges {
        if lines
            .last()
            .is_none_or(|&line| edge.saturating_sub(line) > slack)
        {
            lines.push(edge);
        }
    }
    lines
}

/// The line that an edge belongs to.
fn line(lines: &[i32], edge: i32) -> u32 {
    lines
        .partition_point(|&line| line <= edge)
        .saturating_sub(1) as u32
}

fn span(lines: &[i32], cell: &EdgeCell) -> u32 {
    line(lines, cell.right).saturating_sub(line(lines, cell.left))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(left: i32, right: i32) -> EdgeCell {
        EdgeCell {
            left,
            right,
            ..EdgeCell::default()
        }
    }

    fn spans(cells: Vec<Vec<EdgeCell>>) -> Vec<(u32, Vec<u32>)> {
        let rows = rows(cells).into_iter();
        rows.map(|row| (row.before, row.cells.iter().map(|cell| cell.span).collect()))
            .collect()
    }

    #[test]
    fn spans_come_from_the_edges_of_all_rows() {
        let rows = vec![
            vec![cell(0, 3000), cell(3000, 4000)],
            vec![cell(5, 1000), cell(1000, 2990), cell(2990, 4010)],
            vec![cell(1000, 4000)],
        ];
        assert_eq!(
            spans(rows),
            [(0, vec![2, 1]), (0, vec![1, 1, 1]), (1, vec![2])]
        );
    }

    #[test]
    fn columns_narrower_than_the_slack_stay_columns() {
        let rows = vec![vec![cell(0, 10), cell(10, 20)], vec![cell(0, 20)]];
        assert_eq!(spans(rows), [(0, vec![1, 1]), (0, vec![2])]);
    }
}
