//! A cell whose text is no number. It is named; the sums it stands in stay silent.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table};
use crate::recognise::{Figure, Filled, Value};

pub const RULE: Rule = Rule {
    id: "figure-unreadable",
    severity: Severity::Error,
    title: Head {
        zh: "格内不是一个数字",
        en: "A cell that holds no number",
    },
    basis: Head {
        zh: "格式表内每一格是一个数字",
        en: "Every cell of the printed tables holds one number",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let broken = look::pick(filled, table, |_, figure| figure.value == Value::Unreadable);
        let edition = name::edition(filled, table);
        let found = if broken.len() > look::ONE_BY_ONE {
            vec![told_together(&broken, edition)]
        } else {
            let each = broken.iter();
            each.map(|&(key, figure)| told(key, figure, edition))
                .collect()
        };
        look::end_figures(&RULE, filled, table, found, says);
    }
}

fn told(key: Key, figure: &Figure, edition: Edition) -> Finding {
    let (name, raw) = (name::cell(key, edition), look::clipped(&figure.raw));
    let what = Words::new(
        format!("{}的“{raw}”不是一个数字", name.zh),
        format!("{}: “{raw}” is not a number", name.en),
    );
    RULE.finding(key.name(), vec![key], what, remedy(&figure.raw))
}

fn told_together(broken: &[(Key, &Figure)], edition: Edition) -> Finding {
    let keys = look::keys(broken);
    let (name, example) = (name::cells(&keys, edition), broken.first());
    let raw = example.map_or(String::new(), |(_, figure)| look::clipped(&figure.raw));
    let what = Words::new(
        format!("{}不是数字，如“{raw}”", name.zh),
        format!("{}: not a number, such as “{raw}”", name.en),
    );
    let how = Words::new(
        "请在这些格内各填一个阿拉伯数字",
        "Write one number in Arabic digits in each of these cells",
    );
    RULE.finding(look::subject(&keys), keys, what, how)
}

/// What to do, by what the text looks like.
fn remedy(raw: &str) -> Words {
    let letters = |c: char| matches!(c, 'O' | 'o' | 'Ｏ' | 'ｏ' | 'l' | 'I' | '○');
    let rest = raw
        .chars()
        .filter(|c| !c.is_numeric() && !c.is_whitespace());
    let (mut others, mut lookalikes) = (0, 0);
    for c in rest {
        others += 1;
        lookalikes += usize::from(letters(c));
    }
    let parts = raw
        .split(|c: char| !c.is_numeric())
        .filter(|part| !part.is_empty());
    if raw.contains('\u{202E}') {
        Words::new(
            "格内有一个看不见的字符，使数字倒着显示；请清空这一格，重新输入数字",
            "An invisible character in the cell makes its digits show backwards; clear the cell and type the number anew",
        )
    } else if is_date(raw) || raw.trim_end().ends_with('%') {
        Words::new(
            "表格软件把它显示成了日期、时间或百分比；请把单元格格式改为“常规”，再核对数字",
            "A spreadsheet shows it as a date, a time or a percentage; set the cell's format to General, then check the number",
        )
    } else if others > 0 && others == lookalikes {
        Words::new(
            "像是把字母当成了数字，请改为数字 0 或 1",
            "Letters seem to stand for digits; write the digit 0 or 1",
        )
    } else if parts.count() > 1 {
        Words::new(
            "一格只填一个数字，请核对后只留一个",
            "A cell holds one number; check and keep one",
        )
    } else {
        Words::new(
            "请在这一格填一个阿拉伯数字",
            "Write one number in Arabic digits in this cell",
        )
    }
}

/// A date or a time as spreadsheets show one: 2025-01-03, 12:30.
fn is_date(raw: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let date: Vec<&str> = raw.trim().split(['-', '/', ' ', ':']).collect();
    let year = date.first().is_some_and(|year| year.len() == 4);
    date.iter().all(|part| digits(part)) && (year && date.len() >= 3 || raw.contains(':'))
}
