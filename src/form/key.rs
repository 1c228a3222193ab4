//! The name of a statutory cell: table, row and column, as `t3.granted.natural`.

use super::{Edition, table2, table3, table4};

/// A table of the form, by the section that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// 二、主动公开政府信息情况
    Two,
    /// 三、收到和处理政府信息公开申请情况
    Three,
    /// 四、政府信息公开行政复议、行政诉讼情况
    Four,
}

impl Table {
    pub const ALL: [Table; 3] = [Table::Two, Table::Three, Table::Four];

    pub fn name(self) -> &'static str {
        match self {
            Table::Two => "t2",
            Table::Three => "t3",
            Table::Four => "t4",
        }
    }

    /// How people call it.
    pub fn title(self) -> Head {
        match self {
            Table::Two => Head {
                zh: "表二",
                en: "Table 2",
            },
            Table::Three => Head {
                zh: "表三",
                en: "Table 3",
            },
            Table::Four => Head {
                zh: "表四",
                en: "Table 4",
            },
        }
    }
}

/// A printed head in Chinese, with its English rendering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub zh: &'static str,
    pub en: &'static str,
}

/// A cell of the form. `row` and `column` index the row and column lists of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub table: Table,
    pub row: u8,
    pub column: u8,
}

impl Key {
    /// The name of FORM: `table.row.column`.
    pub fn name(self) -> String {
        format!(
            "{}.{}.{}",
            self.table.name(),
            self.row_id(),
            self.column_id()
        )
    }

    /// The key of a name, if there is such a cell.
    pub fn parse(name: &str) -> Option<Key> {
        let (table, rest) = name.split_once('.')?;
        let (row, column) = rest.rsplit_once('.')?;
        let table = Table::ALL.into_iter().find(|t| t.name() == table)?;
        let at = |ids: &[&str], id: &str| ids.iter().position(|i| *i == id).map(|n| n as u8);
        let key = Key {
            table,
            row: at(&row_ids(table), row)?,
            column: at(&column_ids(table), column)?,
        };
        Edition::ALL
            .iter()
            .any(|&edition| key.is_in(edition))
            .then_some(key)
    }

    /// All cells of a table in one edition, in the order of the form.
    pub fn all(table: Table, edition: Edition) -> Vec<Key> {
        let mut keys = Vec::new();
        for row in 0..row_ids(table).len() as u8 {
            for column in columns_of(table, row, edition) {
                keys.push(Key { table, row, column });
            }
        }
        keys
    }

    /// Whether the edition prints this cell.
    pub fn is_in(self, edition: Edition) -> bool {
        columns_of(self.table, self.row, edition).contains(&self.column)
    }

    pub fn row_id(self) -> &'static str {
        row_ids(self.table)
            .get(self.row as usize)
            .copied()
            .unwrap_or("?")
    }

    pub fn column_id(self) -> &'static str {
        column_ids(self.table)
            .get(self.column as usize)
            .copied()
            .unwrap_or("?")
    }

    /// The head of its row, as the edition prints it.
    pub fn row_head(self, edition: Edition) -> Head {
        let row = self.row as usize;
        match self.table {
            Table::Two => table2::ROWS.get(row).map(|r| r.head(edition)),
            Table::Three => table3::ROWS.get(row).map(|r| r.head),
            Table::Four => table4::GROUPS.get(row).map(|g| g.head),
        }
        .unwrap_or(Head { zh: "", en: "" })
    }

    /// The head of its column.
    pub fn column_head(self) -> Head {
        let column = self.column as usize;
        match self.table {
            Table::Two => table2::ITEMS.get(column).map(|i| i.head),
            Table::Three => table3::COLUMNS.get(column).map(|c| c.head),
            Table::Four => table4::ITEMS.get(column).map(|i| i.head),
        }
        .unwrap_or(Head { zh: "", en: "" })
    }
}

fn row_ids(table: Table) -> Vec<&'static str> {
    match table {
        Table::Two => table2::ROWS.iter().map(|r| r.id).collect(),
        Table::Three => table3::ROWS.iter().map(|r| r.id).collect(),
        Table::Four => table4::GROUPS.iter().map(|g| g.id).collect(),
    }
}

fn column_ids(table: Table) -> Vec<&'static str> {
    match table {
        Table::Two => table2::ITEMS.iter().map(|i| i.id).collect(),
        Table::Three => table3::COLUMNS.iter().map(|c| c.id).collect(),
        Table::Four => table4::ITEMS.iter().map(|i| i.id).collect(),
    }
}

fn columns_of(table: Table, row: u8, edition: Edition) -> Vec<u8> {
    match table {
        Table::Two => table2::items_of(row, edition).to_vec(),
        Table::Three if table3::row_is_in(row, edition) => {
            (0..table3::COLUMNS.len() as u8).collect()
        }
        Table::Three => Vec::new(),
        Table::Four => (0..table4::ITEMS.len() as u8).collect(),
    }
}
