//! Which tables lay out a page and which hold data, by what is inside; the same for every format.

/// A table lays out the page when the tables inside it weigh more than its own cells. A data table that holds a
/// small table in one cell stays a table.
pub fn is_layout(own_cells: usize, inner_cells: usize) -> bool {
    inner_cells > 0 && inner_cells * 2 >= own_cells
}
