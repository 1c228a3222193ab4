//! The filled form: what recognition made of a document.

use super::story::Story;
use super::{Area, Previous};
use crate::form::{Edition, Key, Organ, Table};
use crate::model::{Date, PlaceId, Quantity};
use crate::prose::Mention;

/// A report bound to the form.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub title: Title,
    /// The edition that the tables follow; none where no table tells.
    pub edition: Option<Edition>,
    /// Tables 二, 三 and 四, in this order.
    pub tables: [Sheet; 3],
    pub sections: Vec<Heading>,
    /// The document looks like a whole report (a title or most of its sections), not like a pasted piece of one.
    pub whole_report: bool,
    /// Its text, section by section.
    pub story: Story,
    /// What its sentences say in figures, in the order of [`Story::passages`].
    pub mentions: Vec<Mention>,
    /// When it was published, as far as that is known.
    pub published: Option<Published>,
    /// Month and day by which it was to be published, where a person set them.
    pub deadline: Option<(u8, u8)>,
    /// The report on the year before, where a person gave it.
    pub previous: Previous,
    /// The reports under it, where a person gave them.
    pub area: Option<Box<Area>>,
}

/// What the title says.
#[derive(Clone, Debug, Default)]
pub struct Title {
    pub text: String,
    pub place: Option<PlaceId>,
    pub year: Option<i32>,
    pub agency: Option<String>,
    /// What kind of organ reports, as far as its name tells.
    pub organ: Organ,
}

/// The day of publication and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    pub date: Date,
    /// Where the document says it; none where a person does.
    pub place: Option<PlaceId>,
}

/// A heading that was taken for one of the six sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 0 to 5, for 一 to 六.
    pub section: usize,
    pub text: String,
    pub place: PlaceId,
    /// Index of its block in the document.
    pub block: usize,
}

/// One table of the form, as found.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub state: SheetState,
    /// The edition whose rows it has.
    pub rows_of: Option<Edition>,
    /// One entry for each cell that was found, in the order of the form.
    pub figures: Vec<(Key, Figure)>,
    /// Row and column heads as found, for [`form-label`].
    pub labels: Vec<Label>,
    pub oddities: Vec<Oddity>,
    pub place: Option<PlaceId>,
    /// Its cells stand as lines of text, in a format that has tables.
    pub as_text: bool,
}

/// How a table was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetState {
    /// Bound; its figures may be relied on.
    Bound,
    /// There is something, but its cells cannot be told apart; the sums stay silent.
    CannotTell(Doubt),
    /// Nothing like it was found.
    #[default]
    Missing,
}

/// Why a table, or a row of it, cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The figures stand without separators (00000002.).
    Glued,
    /// Fewer figures than columns: blanks were lost and with them the columns.
    CollapsedBlanks,
    /// Heads and figures do not agree on the columns.
    Columns,
    /// The labels are there and no figure belongs to them.
    NoFigures,
    /// The labels and figures are there, in another order than the form's: rows as columns.
    Layout,
    /// The text breaks off inside the table.
    BreaksOff,
    /// Two tables lay claim to the same cells (two years, two units).
    Twice,
    /// The place of the table holds a picture.
    Picture,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub raw: String,
    pub value: Value,
    /// How the number is written, where it is not plain digits.
    pub notation: Vec<Notation>,
    pub place: PlaceId,
}

/// The value of a cell. A blank is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Number(Quantity),
    Blank,
    /// /, -, —, 无, 不适用
    Dash,
    Unreadable,
}

impl Value {
    pub fn number(self) -> Option<Quantity> {
        match self {
            Value::Number(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// A blank or a dash: it stands for any number that is not negative.
    pub fn is_open(self) -> bool {
        matches!(self, Value::Blank | Value::Dash)
    }
}

/// Ways of writing a number that are read, and said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notation {
    FullWidth,
    Chinese,
    Separators,
    InnerSpaces,
    LeadingZeros,
    /// 件, 条, 宗, 个, 项 … behind the number
    Counter,
    /// 元 behind the number
    Yuan,
    /// 万元 behind the number
    TenThousandYuan,
    /// A word or a sign: 减 6, +3, －3
    Sign,
    /// Two minus signs: read as one
    DoubleSign,
    /// A remark behind the number, in brackets
    Remark,
}

/// A row or column head as found, beside the printed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub found: String,
    pub printed: &'static str,
    pub place: PlaceId,
    /// The cell it heads: its first figure, for naming.
    pub key: Option<Key>,
}

/// Ways in which a table departs from the form, seen while it was bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A row of the form that is not there. `row` indexes the row list of the table.
    RowMissing {
        row: u8,
    },
    /// A row that the form does not have, with figures.
    RowExtra {
        text: String,
        place: PlaceId,
    },
    /// A row that stands elsewhere than in the form.
    RowMoved {
        row: u8,
        place: PlaceId,
    },
    ColumnMissing {
        column: u8,
    },
    ColumnExtra {
        text: String,
        place: PlaceId,
    },
    /// Numbers in the row of a group label （三） to （六）.
    GroupFigures {
        group: &'static str,
        place: PlaceId,
    },
    /// The figures of one row could not be told apart.
    RowDoubtful {
        row: u8,
        doubt: Doubt,
        place: PlaceId,
    },
}

impl Filled {
    /// The reports under it. What a first visit loads sums none, and is without the rules' code.
    #[inline(always)]
    pub fn area(&self) -> Option<&Area> {
        match &self.area {
            Some(area) if cfg!(feature = "office") => Some(area),
            _ => None,
        }
    }

    pub fn sheet(&self, table: Table) -> &Sheet {
        match table {
            Table::Two => &self.tables[0],
            Table::Three => &self.tables[1],
            Table::Four => &self.tables[2],
        }
    }

    /// The edition whose rows and heads a table has, or is taken to have.
    pub fn edition_of(&self, table: Table) -> Edition {
        let rows_of = self.sheet(table).rows_of;
        rows_of.or(self.edition).unwrap_or(Edition::E2021)
    }

    /// The figure in a cell, if the cell was found.
    pub fn figure(&self, key: Key) -> Option<&Figure> {
        let figures = &self.sheet(key.table).figures;
        figures
            .iter()
            .find(|(k, _)| *k == key)
            .map(|(_, figure)| figure)
    }

    /// All figures that were found, in the order of the form.
    pub fn figures(&self) -> impl Iterator<Item = (Key, &Figure)> {
        self.tables
            .iter()
            .flat_map(|sheet| sheet.figures.iter().map(|(key, figure)| (*key, figure)))
    }
}
