//! A table of the form as rows of cells with spans, and the ways in which editors and converters change it.

use gouji::form::layout::{Content, printed};
use gouji::form::{Key, Table};

use super::made::Made;

/// A piece of a report in reading order.
#[derive(Clone, Debug)]
pub enum Part {
    Title(String),
    Heading(String),
    Text(String),
    Sheet(Sheet),
}

#[derive(Clone, Debug)]
pub struct Sheet {
    pub table: Table,
    pub rows: Vec<Vec<Slot>>,
}

/// A cell as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub text: String,
    pub rowspan: u32,
    pub colspan: u32,
    pub role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    ColumnHead,
    RowHead,
    Figure(Key),
    Empty,
}

impl Slot {
    pub fn empty() -> Self {
        Slot {
            text: String::new(),
            rowspan: 1,
            colspan: 1,
            role: Role::Empty,
        }
    }

    pub fn is_head(&self) -> bool {
        matches!(self.role, Role::ColumnHead | Role::RowHead)
    }
}

/// A table of a made report as the form prints it.
pub fn sheet(made: &Made, table: Table) -> Sheet {
    let rows = printed(table, made.edition)
        .into_iter()
        .map(|row| {
            row.into_iter()
                .map(|cell| {
                    let (text, role) = match cell.content {
                        Content::ColumnHead(text) => (text.to_string(), Role::ColumnHead),
                        Content::RowHead(text) => (text.to_string(), Role::RowHead),
                        Content::Figure(key) => (made.text(key), Role::Figure(key)),
                        Content::Empty => (String::new(), Role::Empty),
                    };
                    Slot {
                        text,
                        rowspan: cell.rowspan,
                        colspan: cell.colspan,
                        role,
                    }
                })
                .collect()
        })
        .collect();
    Sheet { table, rows }
}

/// A slot of the full grid: the cell that fills it, and whether it begins there.
#[derive(Clone, Debug)]
pub struct Spot {
    pub slot: Slot,
    pub begins: bool,
    /// Begins further up, not further left: what DOCX writes as a continued vertical merge.
    pub from_above: bool,
}

impl Sheet {
    /// Every slot of the grid. Slots that no cell fills are empty cells.
    pub fn grid(&self) -> Vec<Vec<Spot>> {
        let mut grid: Vec<Vec<Option<Spot>>> = vec![Vec::new(); self.rows.len()];
        for (y, row) in self.rows.iter().enumerate() {
            let mut x = 0;
            for slot in row {
                while grid[y].get(x).is_some_and(Option::is_some) {
                    x += 1;
                }
                for down in 0..slot.rowspan as usize {
                    let Some(line) = grid.get_mut(y + down) else {
                        break;
                    };
                    let width = line.len().max(x + slot.colspan as usize);
                    line.resize(width, None);
                    for right in 0..slot.colspan as usize {
                        line[x + right] = Some(Spot {
                            slot: slot.clone(),
                            begins: down == 0 && right == 0,
                            from_above: down > 0 && right == 0,
                        });
                    }
                }
                x += slot.colspan as usize;
            }
        }
        let width = grid.iter().map(Vec::len).max().unwrap_or(0);
        let empty = || Spot {
            slot: Slot::empty(),
            begins: true,
            from_above: false,
        };
        grid.into_iter()
            .map(|mut row| {
                row.resize(width, None);
                row.into_iter()
                    .map(|spot| spot.unwrap_or_else(empty))
                    .collect()
            })
            .collect()
    }

    pub fn width(&self) -> usize {
        self.grid().first().map_or(0, Vec::len)
    }

    /// Texts row by row: own cells only, in reading order.
    pub fn own(&self) -> Vec<Vec<String>> {
        self.rows
            .iter()
            .map(|row| row.iter().map(|slot| slot.text.clone()).collect())
            .collect()
    }

    /// Texts of the full grid: a covered slot is an empty piece.
    pub fn full(&self) -> Vec<Vec<String>> {
        let text = |spot: &Spot| {
            if spot.begins {
                spot.slot.text.clone()
            } else {
                String::new()
            }
        };
        self.grid()
            .iter()
            .map(|row| row.iter().map(text).collect())
            .collect()
    }

    /// Every merge dropped: each row keeps only its own cells.
    pub fn without_merges(mut self) -> Self {
        for slot in self.rows.iter_mut().flatten() {
            (slot.rowspan, slot.colspan) = (1, 1);
        }
        self
    }

    /// Every merge dropped and its text repeated in each slot that it covered.
    pub fn repeated(self) -> Self {
        self.regrid(|spot| spot.slot.text.clone())
    }

    /// Every merge dropped, covered slots left as empty cells.
    pub fn uncovered(self) -> Self {
        self.regrid(|spot| {
            if spot.begins {
                spot.slot.text.clone()
            } else {
                String::new()
            }
        })
    }

    fn regrid(self, text: impl Fn(&Spot) -> String) -> Self {
        let rows = self
            .grid()
            .iter()
            .map(|row| {
                row.iter()
                    .map(|spot| Slot {
                        text: text(spot),
                        rowspan: 1,
                        colspan: 1,
                        role: spot.slot.role,
                    })
                    .collect()
            })
            .collect();
        Sheet { rows, ..self }
    }

    /// The cells of the head rows lose their spans; the body keeps them.
    pub fn head_without_spans(mut self) -> Self {
        for row in &mut self.rows {
            for slot in row.iter_mut().filter(|slot| slot.role == Role::ColumnHead) {
                (slot.rowspan, slot.colspan) = (1, 1);
            }
        }
        self
    }

    pub fn with_blank_first_column(mut self) -> Self {
        for row in &mut self.rows {
            row.insert(0, Slot::empty());
        }
        self
    }

    pub fn with_blank_tail(mut self) -> Self {
        for row in &mut self.rows {
            row.push(Slot::empty());
            row.push(Slot::empty());
        }
        let width = self.width();
        self.rows.push(vec![Slot::empty(); width]);
        self.rows.push(vec![Slot::empty(); width]);
        self
    }

    /// Changes the text of every row and column head.
    pub fn heads(mut self, mut change: impl FnMut(&str) -> String) -> Self {
        for slot in self.rows.iter_mut().flatten().filter(|slot| slot.is_head()) {
            slot.text = change(&slot.text);
        }
        self
    }

    /// Changes the text of every figure that is not blank.
    pub fn figures(mut self, mut change: impl FnMut(&str) -> String) -> Self {
        for slot in self.rows.iter_mut().flatten() {
            if matches!(slot.role, Role::Figure(_)) && !slot.text.is_empty() {
                slot.text = change(&slot.text);
            }
        }
        self
    }

    /// Changes the text of every column head.
    pub fn column_heads(mut self, change: impl Fn(&str) -> String) -> Self {
        let slots = self.rows.iter_mut().flatten();
        for slot in slots.filter(|slot| slot.role == Role::ColumnHead) {
            slot.text = change(&slot.text);
        }
        self
    }

    /// Takes a column head away, and leaves an empty cell.
    pub fn lacking_head(mut self, head: &str) -> Self {
        for slot in self.rows.iter_mut().flatten() {
            if slot.role == Role::ColumnHead && slot.text == head {
                slot.text.clear();
            }
        }
        self
    }

    /// Cuts before a row. A merge that reaches over the cut is continued by an empty merged cell below it,
    /// as Word does where a table breaks over a page.
    pub fn cut(&self, at: usize) -> (Sheet, Sheet) {
        let mut above = Sheet {
            table: self.table,
            rows: self.rows[..at].to_vec(),
        };
        for (y, row) in above.rows.iter_mut().enumerate() {
            for slot in row {
                slot.rowspan = slot.rowspan.min((at - y) as u32);
            }
        }
        let grid = self.grid();
        let mut rows = self.rows[at..].to_vec();
        let mut carried = Vec::new();
        for (y, row) in self.rows[..at].iter().enumerate() {
            for slot in row.iter().filter(|slot| y + slot.rowspan as usize > at) {
                let column = grid[at]
                    .iter()
                    .position(|spot| spot.slot == *slot && spot.from_above);
                carried.extend(column.map(|column| {
                    let left = (y + slot.rowspan as usize - at) as u32;
                    (
                        column,
                        Slot {
                            text: String::new(),
                            rowspan: left,
                            ..slot.clone()
                        },
                    )
                }));
            }
        }
        carried.sort_by_key(|(column, _)| *column);
        if let Some(first) = rows.first_mut() {
            for (index, (_, slot)) in carried.into_iter().enumerate() {
                first.insert(index, slot);
            }
        }
        let below = Sheet {
            table: self.table,
            rows,
        };
        (above, below)
    }

    /// The row that holds the figures of a row of the form.
    pub fn row_of(&self, id: &str) -> usize {
        self.rows
            .iter()
            .position(|row| {
                row.iter()
                    .any(|slot| matches!(slot.role, Role::Figure(key) if key.row_id() == id))
            })
            .unwrap_or_else(|| panic!("no row {id}"))
    }
}

/// Changes every table of a report.
pub fn each_sheet(parts: Vec<Part>, mut change: impl FnMut(Sheet) -> Sheet) -> Vec<Part> {
    parts
        .into_iter()
        .map(|part| match part {
            Part::Sheet(sheet) => Part::Sheet(change(sheet)),
            other => other,
        })
        .collect()
}

/// Puts several parts in the place of each table.
pub fn each_sheet_as(parts: Vec<Part>, mut change: impl FnMut(Sheet) -> Vec<Part>) -> Vec<Part> {
    parts
        .into_iter()
        .flat_map(|part| match part {
            Part::Sheet(sheet) => change(sheet),
            other => vec![other],
        })
        .collect()
}
