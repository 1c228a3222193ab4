//! Reads what the sentences of a report say in figures: how many requests came in, how they were settled, how many
//! cases there were. A sentence of which a word is not known says nothing; what is of another scope says so.

mod clause;
mod decide;
mod numbers;
mod reader;
mod run;
mod spot;
mod words;

use std::ops::Range;

use crate::model::Quantity;

pub use reader::read;

/// A line of a report, as it is read here: without spaces, in half width and simplified characters.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub plain: &'a str,
    /// 0 to 5, for 一 to 六; none before the first heading.
    pub section: Option<usize>,
}

/// What is known of the report before its sentences are read.
#[derive(Clone, Debug, Default)]
pub struct About {
    pub year: Option<i32>,
    /// The name of the organ.
    pub agency: Option<String>,
}

/// A figure in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub measure: Measure,
    pub value: Quantity,
    /// Decimal places as written.
    pub places: usize,
    /// Written as one number: no 余, 约, 万 or range.
    pub exact: bool,
    pub scope: Scope,
    /// Said in words: 未收到.
    pub worded: bool,
    /// The mention it is named a part of (其中), or a share or growth of.
    pub of: Option<usize>,
    /// Index of its line.
    pub line: usize,
    /// The clause, in characters of the line.
    pub range: Range<usize>,
    /// Sentences are counted over the report.
    pub sentence: usize,
}

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 收到, 新收
    New,
    /// 受理: may leave out what was not accepted.
    Accepted,
    /// 办理, or only named: what came in or what was settled.
    Handled,
    CarriedIn,
    CarriedOut,
    /// 答复, 办结
    Done,
    /// Results, by the ids of their rows or groups in table 三; of several their sum.
    Results(Vec<&'static str>),
    /// Kinds of applicants, by the ids of their columns; `organisations` for all but 自然人.
    Applicants(Vec<&'static str>),
    /// `review`, `suits`, `direct`, `after_review`; of several their sum.
    Cases(Vec<&'static str>),
    /// Row and item of table 二.
    Documents(&'static str, &'static str),
    /// A row of decisions of table 二.
    Decisions(&'static str),
    /// 信息处理费, in yuan
    Fee,
    /// An amount behind 信息处理费 in its sentence, in yuan
    FeePart,
    /// x% of the mention it is of
    Share,
    /// + or − x% against the year before
    Growth,
    /// The figure of the year before with which the mention it is of is compared: 较上年的 29 件
    Base,
    /// A part that no cell counts: on the way it came, in time.
    Part,
    /// Not known.
    Unknown,
}

/// Of what a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This organ, this year.
    Own,
    /// The year before the report's, or a year that cannot be told from it.
    Before,
    /// A whole area, this year: that of the tables or a wider one.
    Whole,
    /// Part of an area, other organs, part of the year; or it cannot be told.
    Other,
}
