//! Words that both the text and the page use: names of tables, cells and places, doubts, troubles, and why an input
//! could not be read; always in Chinese and in English.

use crate::check::{Checked, drawn_edition};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table, sections, sums};
use crate::model::{Document, Place, Trouble, TroubleKind};
use crate::read::ReadError;
use crate::recognise::{Doubt, Filled, Previous};
use crate::repair::{Cause, Change};
use crate::rules::name;

/// The language that a person reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    Chinese,
    English,
}

impl Language {
    /// The words in this language.
    pub fn of(self, words: Words) -> String {
        match self {
            Language::Chinese => words.zh,
            Language::English => words.en,
        }
    }

    /// One of two constant texts.
    pub fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

/// 错误, 警告, 提示
pub fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Error => Words::new("错误", "Error"),
        Severity::Warning => Words::new("警告", "Warning"),
        Severity::Info => Words::new("提示", "Note"),
    }
}

/// 表三 收到和处理政府信息公开申请情况
pub fn table_title(table: Table) -> Words {
    let heading = sections::SECTIONS.iter().find(|s| s.table == Some(table));
    let en = match table {
        Table::Two => "disclosure on the authority's own initiative",
        Table::Three => "requests received and processed",
        Table::Four => "administrative review and litigation",
    };
    let title = table.title();
    Words::new(
        format!("{} {}", title.zh, heading.map_or("", |s| s.heading)),
        format!("{}: {en}", title.en),
    )
}

/// 2021 年格式（国办公开办函〔2021〕30号）
pub fn edition(edition: Option<Edition>) -> Words {
    match edition {
        Some(edition) => Words::new(
            format!("{} 年格式（{}）", edition.name(), edition.act()),
            format!("{} form ({})", edition.name(), edition.act()),
        ),
        None => Words::new("格式不明", "Form unknown"),
    }
}

/// With which other reports a report was compared.
pub fn compared(filled: &Filled) -> Vec<Words> {
    let mut compared = Vec::new();
    if let Previous::Given(before) = &filled.previous {
        let year = before.title.year.unwrap_or_default();
        compared.push(Words::new(
            format!("与 {year} 年度报告比较"),
            format!("compared with {year}"),
        ));
    }
    if let Some(area) = filled.area() {
        let (count, unread) = (area.counted().count(), area.unread.len());
        let other = area.units.len() - count;
        compared.push(Words::new(
            format!("与 {count} 份下级报告的合计核对（另有 {other} 份不计，{unread} 个文件读不了）"),
            format!("compared with the sum of {count} reports under it ({other} more not counted, {unread} files unread)"),
        ));
    }
    compared
}

/// 表三：最可能的原因
pub fn cause(checked: &Checked, cause: &Cause) -> Words {
    let part = of_part(checked, cause);
    let (zh, en) = match (cause.repairs.is_empty(), cause.decided) {
        (true, _) => (
            "没有找到改动不多的改法，请对照原始数据逐项核对",
            "no small set of changes was found; compare every figure with your records",
        ),
        (_, true) => ("最可能的原因", "the likeliest cause"),
        _ => (
            "下面任一种改法都能让合计对上，请对照原始数据",
            "each of these makes the sums hold; compare with your records",
        ),
    };
    Words::new(format!("{}：{zh}", part.zh), format!("{}: {en}", part.en))
}

/// The part of the form that a cause is about.
fn of_part(checked: &Checked, cause: &Cause) -> Words {
    let first = cause
        .repairs
        .first()
        .and_then(|repair| repair.changes.first());
    match (cause.table, first) {
        (Table::Four, Some(change)) => {
            let sheet = checked.filled.sheet(Table::Four);
            name::group(change.cell, drawn_edition(&checked.filled, sheet))
        }
        (table, _) => Words::new(table.title().zh, table.title().en),
    }
}

/// 表三「（一）予以公开 · 自然人」填成了 12，应为 21
pub fn change(checked: &Checked, change: &Change) -> Words {
    let sheet = checked.filled.sheet(change.cell.table);
    let cell = name::cell(change.cell, drawn_edition(&checked.filled, sheet));
    let proposed = change.proposed;
    match change.found {
        Some(found) => Words::new(
            format!("{}填成了 {found}，应为 {proposed}", cell.zh),
            format!("{} is {found} and should be {proposed}", cell.en),
        ),
        None => Words::new(
            format!("{}空着，应为 {proposed}", cell.zh),
            format!("{} is blank and should be {proposed}", cell.en),
        ),
    }
}

/// What a cell is called inside a sum: the head that differs from term to term.
pub fn term(over: sums::Over, key: Key, edition: Edition) -> Words {
    match over {
        sums::Over::Columns => name::row_heads(key, edition),
        sums::Over::Rows | sums::Over::Groups => name::column_heads(key, edition),
    }
}

/// Where a finding is: its own place, else that of its first cell.
pub fn finding_place<'a>(checked: &'a Checked, finding: &Finding) -> Option<&'a Place> {
    let of_cell = || {
        let figure = checked.filled.figure(*finding.cells.first()?)?;
        Some(figure.place)
    };
    let place = finding.place.or_else(of_cell)?;
    Some(checked.document.place(place))
}

/// A place as a person would look for it; none where there is nothing to say.
pub fn place(place: &Place) -> Option<Words> {
    match place {
        Place::Whole => None,
        Place::Text { line, .. } => {
            Some(Words::new(format!("第 {line} 行"), format!("line {line}")))
        }
        Place::Html { table: 0, .. } => None,
        Place::Html {
            table, row, column, ..
        } => Some(in_table(*table, *row, *column, ("列", "column"))),
        Place::Story {
            table: 0,
            paragraph,
            ..
        } => Some(Words::new(
            format!("第 {paragraph} 段"),
            format!("paragraph {paragraph}"),
        )),
        Place::Story {
            table, row, cell, ..
        } => Some(in_table(*table, *row, *cell, ("格", "cell"))),
        Place::Sheet { sheet, row: 0, .. } => Some(Words::new(
            format!("工作表 {sheet}"),
            format!("sheet {sheet}"),
        )),
        Place::Sheet { sheet, row, column } => {
            let cell = format!("{sheet}!{}{row}", column_letters(*column));
            Some(Words::new(cell.clone(), cell))
        }
        Place::Page { page, .. } => {
            Some(Words::new(format!("第 {page} 页"), format!("page {page}")))
        }
        Place::Host { id } => Some(Words::new(format!("单元格 {id}"), format!("cell {id}"))),
    }
}

/// The letters over a spreadsheet's column, counted from 1: A, B … Z, AA.
fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A cell, a row or a whole table of the input, counted from 1; 0 where there is none. `unit` is what the last number
/// counts: the columns of the grid, or the cells of the row.
fn in_table(table: u32, row: u32, last: u32, unit: (&str, &str)) -> Words {
    let (zh, en) = unit;
    match (row, last) {
        (0, _) => Words::new(format!("第 {table} 个表格"), format!("table {table}")),
        (_, 0) => Words::new(
            format!("第 {table} 个表格第 {row} 行"),
            format!("table {table}, row {row}"),
        ),
        _ => Words::new(
            format!("第 {table} 个表格第 {row} 行第 {last} {zh}"),
            format!("table {table}, row {row}, {en} {last}"),
        ),
    }
}

/// Why a table cannot be told, and what to do.
pub fn doubt(doubt: Doubt) -> Words {
    let (zh, en) = match doubt {
        Doubt::Glued => (
            "数字连在一起，中间没有分隔，分不清各在哪一格；请从 Word 或网页里直接复制表格",
            "its figures are glued together and cannot be told apart; copy the table itself out of Word or the web page",
        ),
        Doubt::CollapsedBlanks => (
            "空白格丢失，分不清数字各在哪一列；请从 Word 或网页里直接复制表格，或在空白处填 0",
            "blank cells were lost and with them the columns; copy the table itself out of Word or the web page, or fill in the zeros",
        ),
        Doubt::Columns => (
            "表头与数字的列数对不上；请对照格式核对表头和各列",
            "its heads and its figures do not agree on the columns; compare them with the form",
        ),
        Doubt::NoFigures => (
            "只有表头和行名，没有数字；请填写后再检查",
            "it has heads and labels and no figures; fill it in and check again",
        ),
        Doubt::Layout => (
            "行列的排法与法定格式不同，无法核对；请改用格式规定的表格",
            "its rows and columns are laid out in another way than the form's; use the table of the form",
        ),
        Doubt::BreaksOff => (
            "表格在中途断开；请复制完整的表格",
            "it breaks off in the middle; copy the whole table",
        ),
        Doubt::Twice => (
            "有两张表对应同一位置；请一次只检查一份报告、一个年度",
            "two tables claim the same place; check one report and one year at a time",
        ),
        Doubt::Picture => (
            "这里是一张图片，图片里的数字无法核对；请改用可编辑的表格",
            "it is a picture, whose figures cannot be checked; use a real table",
        ),
    };
    Words::new(zh, en)
}

/// What was lost while reading, each said once, in reading order.
pub fn troubles(document: &Document) -> Vec<Words> {
    let mut said: Vec<TroubleKind> = Vec::new();
    let mut words = Vec::new();
    for trouble in &document.troubles {
        if !said.contains(&trouble.kind) {
            said.push(trouble.kind);
            words.push(trouble_at(document, trouble));
        }
    }
    words
}

fn trouble_at(document: &Document, trouble: &Trouble) -> Words {
    let (zh, en) = match trouble.kind {
        TroubleKind::Undecodable => (
            "有些字节不是有效的文字，已用 � 代替",
            "some bytes are not valid text and were replaced by �",
        ),
        TroubleKind::Truncated => (
            "文件在中途断开，后面的内容没有读到",
            "the input breaks off; what should follow was not read",
        ),
        TroubleKind::LimitReached => (
            "内容过多，超出限度的部分没有读",
            "there is too much of it; what lies beyond the limit was not read",
        ),
        TroubleKind::SpansCut => (
            "有的单元格跨出了表格，已按表格大小截断",
            "some cells reached beyond their table and were cut to its size",
        ),
        TroubleKind::Hidden => (
            "有隐藏的表格、行或单元格，页面上看不到，请核对",
            "it has hidden tables, rows or cells that the page does not show; check them",
        ),
        TroubleKind::Uncomputed => (
            "有公式没有保存计算结果，这些格按空白处理；请用 Excel 或 WPS 表格打开，保存后再检查",
            "some formulas were saved without their results and count as blanks; open it in Excel or WPS, save it, and check again",
        ),
    };
    match place(document.place(trouble.place)) {
        Some(at) => Words::new(format!("{zh}（{}）", at.zh), format!("{en} ({})", at.en)),
        None => Words::new(zh, en),
    }
}

/// The word and the sentence for an input that could not be read.
pub fn read_error(error: &ReadError) -> (&'static str, Words) {
    let message = error.message();
    (error.kind().name(), Words::new(message.zh, message.en))
}
