//! A section without its table. A picture, a table that cannot be read and a pasted fragment are told apart.

use super::{Head, Rule, Says, look};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::{Edition, Table, sections::SECTIONS};
use crate::recognise::{Doubt, Filled, SheetState};

pub const RULE: Rule = Rule {
    id: "form-table-missing",
    severity: Severity::Error,
    title: Head {
        zh: "缺少法定表格",
        en: "A statutory table is missing",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号：第二、三、四部分以表格形式报告",
        en: "国办公开办函〔2021〕30号: sections 2, 3 and 4 are given as tables",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let unknown_form = filled
        .title
        .year
        .is_some_and(|year| Edition::of_year(year).is_none());
    for table in Table::ALL {
        let heading = heading(filled, table);
        let outcome = match filled.sheet(table).state {
            SheetState::Bound if filled.sheet(table).as_text => as_text(filled, table, says),
            SheetState::Bound => Outcome::Held,
            SheetState::CannotTell(Doubt::Picture) => picture(filled, table, says),
            SheetState::CannotTell(doubt) => Outcome::CannotTell(look::doubted(table, doubt)),
            // Before 2019 there was no form.
            SheetState::Missing if unknown_form => Outcome::NotApplicable,
            SheetState::Missing if filled.whole_report || heading.is_some() => {
                missing(filled, table, says)
            }
            SheetState::Missing => Outcome::CannotTell(Words::new(
                format!(
                    "没有{}，也没有它的标题：可能只粘贴了部分内容",
                    table.title().zh
                ),
                format!(
                    "Neither {} nor its heading: perhaps only a part was pasted",
                    table.title().en
                ),
            )),
        };
        says.end(RULE.id, table.name(), outcome);
    }
}

fn heading(filled: &Filled, table: Table) -> Option<&crate::recognise::Heading> {
    let of_table = |section: usize| {
        SECTIONS
            .get(section)
            .is_some_and(|s| s.table == Some(table))
    };
    filled
        .sections
        .iter()
        .find(|heading| of_table(heading.section))
}

fn picture(filled: &Filled, table: Table, says: &mut Says) -> Outcome {
    let title = table.title();
    let what = Words::new(
        format!("{}是图片，不是表格", title.zh),
        format!("{} is a picture, not a table", title.en),
    );
    let how = Words::new(
        "请改为可复制的表格；图片中的数字无法检查",
        "Give it as a real table; figures in a picture cannot be checked",
    );
    says.find(finding(filled, table, what, how));
    Outcome::Broken
}

/// Read all the same, but the reader of the report sees lines, not a table. A page may draw it so: a warning.
fn as_text(filled: &Filled, table: Table, says: &mut Says) -> Outcome {
    let title = table.title();
    let what = Words::new(
        format!("{}的内容在，但不是表格，只是文字", title.zh),
        format!("{} is there as lines of text, not as a table", title.en),
    );
    let how = Words::new(
        "多半是按纯文本粘贴的：请保留表格重新粘贴，或插入空白表后填写",
        "It was probably pasted as plain text: paste it again with its table, or fill in a blank one",
    );
    says.find(Finding {
        severity: Severity::Warning,
        ..finding(filled, table, what, how)
    });
    Outcome::Broken
}

fn missing(filled: &Filled, table: Table, says: &mut Says) -> Outcome {
    let title = table.title();
    let section = SECTIONS.iter().find(|section| section.table == Some(table));
    let (ordinal, name) = section.map_or(("", ""), |section| (section.ordinal, section.heading));
    let what = match heading(filled, table) {
        Some(_) => Words::new(
            format!("「{ordinal}、{name}」下没有找到{}", title.zh),
            format!("No {} under its heading “{ordinal}、{name}”", title.en),
        ),
        None => Words::new(
            format!("没有找到{}，也没有「{ordinal}、{name}」这一标题", title.zh),
            format!("Neither {} nor its heading “{ordinal}、{name}”", title.en),
        ),
    };
    let how = Words::new(
        "请在这一部分放入格式规定的表格；作为附件或链接的，移到正文",
        "Put the printed table into this section; move it in if it is an attachment or a link",
    );
    says.find(finding(filled, table, what, how));
    Outcome::Broken
}

fn finding(filled: &Filled, table: Table, what: Words, how: Words) -> Finding {
    let mut finding = RULE.finding(table.name().to_string(), Vec::new(), what, how);
    let place = heading(filled, table).map(|heading| heading.place);
    finding.place = filled.sheet(table).place.or(place).or(filled.title.place);
    finding
}
