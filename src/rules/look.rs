//! How a rule looks at a table: its figures where they can be relied on, and otherwise what stands in the way.

use super::name;
use super::{Rule, Says};
use crate::finding::{Finding, Outcome, Words};
use crate::form::{Key, Table};
use crate::recognise::{Doubt, Figure, Filled, Oddity, SheetState};
use crate::text::fold::is_space;

/// Faults of one kind in one table are told one by one up to this many, and as one finding beyond it.
pub const ONE_BY_ONE: usize = 6;

/// What a finding is about, in the names of the form: its cell, or its table where there are several.
pub fn subject(keys: &[Key]) -> String {
    match keys {
        [] => String::new(),
        [key] => key.name(),
        [first, ..] => first.table.name().to_string(),
    }
}

/// The name of a row: `t3.granted`.
pub fn row_subject(key: Key) -> String {
    format!("{}.{}", key.table.name(), key.row_id())
}

/// In which ways a table departs from the form; nothing where its cells cannot be told apart.
pub fn oddities(filled: &Filled, table: Table) -> impl Iterator<Item = &Oddity> {
    let sheet = filled.sheet(table);
    let bound = sheet.state == SheetState::Bound;
    sheet.oddities.iter().filter(move |_| bound)
}

/// The figures of a table; none where its cells cannot be told apart.
pub fn figures(filled: &Filled, table: Table) -> &[(Key, Figure)] {
    let sheet = filled.sheet(table);
    match sheet.state {
        SheetState::Bound => &sheet.figures,
        SheetState::CannotTell(_) | SheetState::Missing => &[],
    }
}

/// The figures of a table that a rule stops at.
pub fn pick(
    filled: &Filled,
    table: Table,
    stops: impl Fn(Key, &Figure) -> bool,
) -> Vec<(Key, &Figure)> {
    let figures = figures(filled, table).iter();
    let figures = figures.map(|(key, figure)| (*key, figure));
    figures
        .filter(|(key, figure)| stops(*key, figure))
        .collect()
}

/// The text of a cell for a sentence: one line, without what shows nothing, cut where it is long.
pub fn clipped(raw: &str) -> String {
    /// Characters that are shown.
    const SHOWN: usize = 20;
    let shown = raw.replace(|c: char| is_space(c) && !c.is_whitespace(), "");
    let line: Vec<&str> = shown.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// The keys of figures.
pub fn keys(figures: &[(Key, &Figure)]) -> Vec<Key> {
    figures.iter().map(|(key, _)| *key).collect()
}

/// Tells what a rule found among the figures of a table, and how its check of the table ended.
pub fn end_figures(
    rule: &Rule,
    filled: &Filled,
    table: Table,
    found: Vec<Finding>,
    says: &mut Says,
) {
    let obstacle = obstacle(filled, table).or_else(|| doubtful_row(filled, table));
    end(rule, table, obstacle, found, says);
}

/// The same for a rule about the rows, columns and heads of a table.
pub fn end_form(rule: &Rule, filled: &Filled, table: Table, found: Vec<Finding>, says: &mut Says) {
    end(rule, table, obstacle(filled, table), found, says);
}

fn end(rule: &Rule, table: Table, obstacle: Option<Outcome>, found: Vec<Finding>, says: &mut Says) {
    let outcome = if found.is_empty() {
        obstacle.unwrap_or(Outcome::Held)
    } else {
        Outcome::Broken
    };
    says.end(rule.id, table.name(), outcome);
    says.findings.extend(found);
}

/// What keeps a rule from looking at a table as a whole.
fn obstacle(filled: &Filled, table: Table) -> Option<Outcome> {
    match filled.sheet(table).state {
        // Of a table that breaks off the rest was never seen.
        SheetState::Bound => doubts(filled, table)
            .find(|(_, doubt)| *doubt == Doubt::BreaksOff)
            .map(|(_, doubt)| Outcome::CannotTell(doubted(table, doubt))),
        SheetState::Missing => Some(Outcome::NotApplicable),
        SheetState::CannotTell(doubt) => Some(Outcome::CannotTell(doubted(table, doubt))),
    }
}

/// A row of a bound table whose figures could not be told apart: nothing is said of them, so no rule may call them held.
fn doubtful_row(filled: &Filled, table: Table) -> Option<Outcome> {
    let (row, doubt) = doubts(filled, table).next()?;
    let key = Key {
        table,
        row,
        column: 0,
    };
    let (name, reason) = (name::row(key, name::edition(filled, table)), reason(doubt));
    Some(Outcome::CannotTell(Words::new(
        format!("{}：{}", name.zh, reason.zh),
        format!("{}: {}", name.en, reason.en),
    )))
}

/// The doubtful rows of a table.
fn doubts(filled: &Filled, table: Table) -> impl Iterator<Item = (u8, Doubt)> {
    let oddities = filled.sheet(table).oddities.iter();
    oddities.filter_map(|oddity| match oddity {
        Oddity::RowDoubtful { row, doubt, .. } => Some((*row, *doubt)),
        _ => None,
    })
}

/// Why the cells of a table cannot be told: 表三：数字连在一起，分不清各格
pub fn doubted(table: Table, doubt: Doubt) -> Words {
    let (title, reason) = (table.title(), reason(doubt));
    Words::new(
        format!("{}：{}", title.zh, reason.zh),
        format!("{}: {}", title.en, reason.en),
    )
}

/// Why cells cannot be told, in words.
pub fn reason(doubt: Doubt) -> Words {
    match doubt {
        Doubt::Glued => Words::new(
            "数字连在一起，分不清各格",
            "the figures run together without separators",
        ),
        Doubt::CollapsedBlanks => Words::new(
            "空白格丢失，数字对不上列",
            "blank cells were lost, so the columns are not known",
        ),
        Doubt::Columns => Words::new(
            "表头与数字的列数不一致",
            "heads and figures disagree on the columns",
        ),
        Doubt::NoFigures => Words::new("只有行名和表头，没有读到数字", "heads without figures"),
        Doubt::Layout => Words::new(
            "表格的行列排法与法定格式不同",
            "its rows and columns are laid out in another way than the form's",
        ),
        Doubt::BreaksOff => {
            Words::new("内容在表格中间中断", "the text breaks off inside the table")
        }
        Doubt::Twice => Words::new("有两张表对应这一张表", "two tables lay claim to its cells"),
        Doubt::Picture => Words::new("表格是图片，读不到数字", "the table is a picture"),
    }
}
