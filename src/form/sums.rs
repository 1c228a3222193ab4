//! The cross-totals of tables 三 and 四, each family written once. Checks, sentences, highlighted cells, repairs
//! and test reports are all derived from these constants.

use super::{Edition, Key, Table, table3, table4};

/// A family of equal sums, one for each column, row or group.
#[derive(Debug, PartialEq, Eq)]
pub struct Family {
    /// Also the id of the rule that checks it.
    pub id: &'static str,
    pub over: Over,
    /// The sum of the left side equals the sum of the right side.
    pub left: &'static [Side],
    pub right: &'static [Side],
}

/// What a family repeats over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The 7 number columns of table 三.
    Columns,
    /// The data rows of table 三.
    Rows,
    /// The three groups of table 四.
    Groups,
}

/// A term, or a run of terms, of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The rows of table 三 that play this part.
    Part(table3::Part),
    /// 自然人 and the five kinds of organisations.
    Applicants,
    /// 总计 of the row or group.
    Total,
    /// 结果维持, 结果纠正, 其他结果, 尚未审结.
    Results,
}

use table3::Part;

/// What came in equals what was settled plus what is carried on; printed in the corner cell of table 三.
pub const BALANCE: Family = Family {
    id: "sum-balance",
    over: Over::Columns,
    left: &[Side::Part(Part::New), Side::Part(Part::CarriedIn)],
    right: &[Side::Part(Part::Total), Side::Part(Part::CarriedOut)],
};

/// （七）总计 is the sum of the result rows.
pub const RESULTS: Family = Family {
    id: "sum-results",
    over: Over::Columns,
    left: &[Side::Part(Part::Result)],
    right: &[Side::Part(Part::Total)],
};

/// 总计 is the sum of the six applicant columns.
pub const ROW: Family = Family {
    id: "sum-row",
    over: Over::Rows,
    left: &[Side::Applicants],
    right: &[Side::Total],
};

/// Table 四: 总计 is the sum of the four results of its group.
pub const CASES: Family = Family {
    id: "sum-cases",
    over: Over::Groups,
    left: &[Side::Results],
    right: &[Side::Total],
};

pub const FAMILIES: [&Family; 4] = [&BALANCE, &RESULTS, &ROW, &CASES];

/// One sum: the cells of the left side add up to the same as those of the right side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    pub family: &'static Family,
    /// The column, row or group it is about.
    pub subject: &'static str,
    pub left: Vec<Key>,
    pub right: Vec<Key>,
}

impl Equation {
    /// Every cell of it with its sign: + on the left, − on the right.
    pub fn terms(&self) -> impl Iterator<Item = (Key, i64)> {
        let left = self.left.iter().map(|&key| (key, 1));
        left.chain(self.right.iter().map(|&key| (key, -1)))
    }
}

/// All sums of an edition.
pub fn equations(edition: Edition) -> Vec<Equation> {
    FAMILIES
        .iter()
        .flat_map(|family| family.equations(edition))
        .collect()
}

impl Family {
    /// The table that its cells stand in.
    pub fn table(&self) -> Table {
        match self.over {
            Over::Columns | Over::Rows => Table::Three,
            Over::Groups => Table::Four,
        }
    }

    /// The sums of this family in an edition.
    pub fn equations(&'static self, edition: Edition) -> Vec<Equation> {
        let subjects: Vec<(u8, &'static str)> = match self.over {
            Over::Columns => table3::COLUMNS
                .iter()
                .enumerate()
                .map(|(i, c)| (i as u8, c.id))
                .collect(),
            Over::Groups => table4::GROUPS
                .iter()
                .enumerate()
                .map(|(i, g)| (i as u8, g.id))
                .collect(),
            Over::Rows => (0..table3::ROWS.len() as u8)
                .zip(table3::ROWS.iter())
                .filter(|&(i, _)| table3::row_is_in(i, edition))
                .map(|(i, row)| (i, row.id))
                .collect(),
        };
        subjects
            .into_iter()
            .map(|(index, subject)| Equation {
                family: self,
                subject,
                left: self
                    .left
                    .iter()
                    .flat_map(|&side| self.cells(side, index, edition))
                    .collect(),
                right: self
                    .right
                    .iter()
                    .flat_map(|&side| self.cells(side, index, edition))
                    .collect(),
            })
            .collect()
    }

    /// The cells of one side in the column, row or group `index`.
    fn cells(&self, side: Side, index: u8, edition: Edition) -> Vec<Key> {
        let three = |row, column| Key {
            table: Table::Three,
            row,
            column,
        };
        let four = |column| Key {
            table: Table::Four,
            row: index,
            column,
        };
        match (side, self.over) {
            (Side::Part(part), _) => table3::rows_of(part, edition)
                .into_iter()
                .map(|row| three(row, index))
                .collect(),
            (Side::Applicants, _) => (0..table3::TOTAL_COLUMN)
                .map(|column| three(index, column))
                .collect(),
            (Side::Results, _) => (0..table4::TOTAL_ITEM).map(four).collect(),
            (Side::Total, Over::Groups) => vec![four(table4::TOTAL_ITEM)],
            (Side::Total, _) => vec![three(index, table3::TOTAL_COLUMN)],
        }
    }
}
