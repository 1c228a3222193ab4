//! Row and column heads beside the printed ones: other words are told one by one, other punctuation once for each table.

use super::{Head, Rule, Says, look};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Key, Table};
use crate::recognise::{Filled, Label, SheetState};
use crate::text::fold::{fold, is_space, narrow, simplified};

pub const RULE: Rule = Rule {
    id: "form-label",
    severity: Severity::Warning,
    title: Head {
        zh: "行名、表头与格式不同",
        en: "A row or column head differs from the printed one",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号所附表格；试行格式为〔2019〕60号",
        en: "The tables printed in 国办公开办函〔2021〕30号; for 2019 and 2020 in 〔2019〕60号",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let sheet = filled.sheet(table);
        let labels: &[Label] = match sheet.state {
            SheetState::Bound => &sheet.labels,
            SheetState::CannotTell(_) | SheetState::Missing => &[],
        };
        let of = |kind: Difference| -> Vec<&Label> {
            let same_kind = |label: &&Label| difference(&label.found, label.printed) == kind;
            labels.iter().filter(same_kind).collect()
        };
        let words = of(Difference::Words);
        let mut found: Vec<Finding> = if words.len() > look::ONE_BY_ONE {
            words_together(table, &words).into_iter().collect()
        } else {
            words
                .iter()
                .map(|label| words_alone(table, label))
                .collect()
        };
        found.extend(writing(table, &of(Difference::Writing)));
        look::end_form(&RULE, filled, table, found, says);
    }
}

/// How far a head is from the printed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Difference {
    None,
    /// Punctuation, brackets, spaces, quotes, the mark or the lack of an ordinal, traditional characters, a left-out remark.
    Writing,
    Words,
}

fn difference(found: &str, printed: &str) -> Difference {
    // Where a cell breaks its lines says nothing about its words.
    let lines: String = found.lines().map(str::trim).collect();
    if lines == printed {
        return Difference::None;
    }
    let (a, b) = (fold(found), fold(printed));
    let same_words = a.core == b.core && (a.ordinal == b.ordinal || a.ordinal == 0);
    // A remark may be left out, but not the unit of an amount.
    let unit_lost = printed.contains("万元") && !found.contains("万元");
    // That the form leaves one out is no reason to leave it out.
    if same_words && found.contains('元') && !printed.contains('元') {
        return Difference::None;
    }
    if letters(found) == letters(printed) || (same_words && !unit_lost) {
        Difference::Writing
    } else {
        Difference::Words
    }
}

/// What is left without punctuation and spaces.
fn letters(text: &str) -> String {
    let letters = narrow(text).filter(|c| c.is_alphanumeric() && !is_space(*c));
    letters.map(simplified).collect()
}

fn finding(table: Table, labels: &[&Label], what: Words, how: Words) -> Finding {
    let cells: Vec<Key> = labels.iter().filter_map(|label| label.key).collect();
    let mut finding = RULE.finding(table.name().to_string(), cells, what, how);
    finding.place = labels.first().map(|label| label.place);
    finding
}

fn words_alone(table: Table, label: &Label) -> Finding {
    let (title, printed, raw) = (table.title(), label.printed, look::clipped(&label.found));
    let what = if raw.is_empty() {
        Words::new(
            format!("{}缺少行名或表头「{printed}」", title.zh),
            format!("{}: the head “{printed}” is not there", title.en),
        )
    } else {
        Words::new(
            format!("{}的“{raw}”与格式的「{printed}」不同", title.zh),
            format!("{}: “{raw}” differs from the printed “{printed}”", title.en),
        )
    };
    let how = Words::new(format!("改为「{printed}」"), format!("Write “{printed}”"));
    finding(table, &[label], what, how)
}

fn words_together(table: Table, labels: &[&Label]) -> Option<Finding> {
    let (title, count, first) = (table.title(), labels.len(), labels.first()?);
    let (raw, printed) = (look::clipped(&first.found), first.printed);
    let what = Words::new(
        format!(
            "{}有 {count} 处行名或表头与格式不同，如“{raw}”，格式为「{printed}」",
            title.zh
        ),
        format!(
            "{}: {count} heads differ from the form, such as “{raw}” for “{printed}”",
            title.en
        ),
    );
    let how = Words::new(
        format!("换用格式的{}，把数字填进去", title.zh),
        format!("Take {} of the form and fill in the figures", title.en),
    );
    Some(finding(table, labels, what, how))
}

fn writing(table: Table, labels: &[&Label]) -> Option<Finding> {
    let (title, count, first) = (table.title(), labels.len(), labels.first()?);
    let (raw, printed) = (look::clipped(&first.found), first.printed);
    let what = Words::new(
        format!(
            "{}有 {count} 处行名或表头只是序号、标点、空格或字形与格式不同，如“{raw}”，格式为「{printed}」",
            title.zh
        ),
        format!(
            "{}: {count} heads differ in ordinals, punctuation, spaces or script only, such as “{raw}” for “{printed}”",
            title.en
        ),
    );
    let how = Words::new(
        "不影响检查；有空时按格式统一",
        "Nothing hangs on it; write them as the form does when convenient",
    );
    let mut finding = finding(table, labels, what, how);
    finding.severity = Severity::Info;
    Some(finding)
}
