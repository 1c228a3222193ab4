//! A number in an unusual notation: it is read, and what was read is said.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table};
use crate::order;
use crate::recognise::{Figure, Filled, Notation};

pub const RULE: Rule = Rule {
    id: "figure-notation",
    severity: Severity::Info,
    title: Head {
        zh: "数字写法不规范",
        en: "A number in an unusual notation",
    },
    basis: Head {
        zh: "填报惯例：格内只写半角阿拉伯数字",
        en: "Practice: a cell holds plain Arabic digits only",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let odd = look::pick(filled, table, |_, figure| {
            figure.value.number().is_some() && figure.notation.iter().any(|&n| word(n).is_some())
        });
        let edition = name::edition(filled, table);
        let found = if odd.len() > look::ONE_BY_ONE {
            told_together(&odd, edition).into_iter().collect()
        } else {
            let each = odd.iter();
            each.filter_map(|&(key, figure)| told(key, figure, edition))
                .collect()
        };
        look::end_figures(&RULE, filled, table, found, says);
    }
}

/// How a notation is called; none for units of money, which have a rule of their own.
fn word(notation: Notation) -> Option<(&'static str, &'static str)> {
    match notation {
        Notation::FullWidth => Some(("全角数字", "full-width digits")),
        Notation::Chinese => Some(("中文数字", "Chinese numerals")),
        Notation::Separators => Some(("千位分隔符", "thousands separators")),
        Notation::InnerSpaces => Some(("数字中有空格", "spaces inside the number")),
        Notation::LeadingZeros => Some(("前面多余的 0", "leading zeros")),
        Notation::Counter => Some(("带量词", "a counting word")),
        Notation::Sign => Some(("增减写成文字或加号", "a word or a plus sign for the sign")),
        Notation::DoubleSign => Some(("两个负号", "two minus signs")),
        Notation::Remark => Some(("带说明", "a remark behind the number")),
        Notation::Yuan | Notation::TenThousandYuan => None,
    }
}

fn words(figures: &[(Key, &Figure)]) -> Words {
    let mut all: Vec<Notation> = Vec::new();
    for (_, figure) in figures {
        all.extend(&figure.notation);
    }
    order::by_key(&mut all, |&notation| notation);
    all.dedup();
    let (zh, en): (Vec<_>, Vec<_>) = all.into_iter().filter_map(word).unzip();
    Words::new(zh.join("、"), en.join(", "))
}

fn told(key: Key, figure: &Figure, edition: Edition) -> Option<Finding> {
    let number = figure.value.number()?;
    let (name, raw) = (name::cell(key, edition), look::clipped(&figure.raw));
    let words = words(&[(key, figure)]);
    let what = Words::new(
        format!("{}的“{raw}”读作 {number}（{}）", name.zh, words.zh),
        format!("{}: “{raw}” was read as {number} ({})", name.en, words.en),
    );
    let how = Words::new(
        format!("数值无误的话，通常只写 {number}"),
        format!("If that is right, {number} alone is usually written"),
    );
    let mut finding = RULE.finding(key.name(), vec![key], what, how);
    finding.found = Some(number);
    Some(finding)
}

fn told_together(odd: &[(Key, &Figure)], edition: Edition) -> Option<Finding> {
    let keys = look::keys(odd);
    let (name, words) = (name::cells(&keys, edition), words(odd));
    let (_, example) = odd.first()?;
    let (raw, number) = (look::clipped(&example.raw), example.value.number()?);
    let what = Words::new(
        format!("{}的写法：{}，如“{raw}”读作 {number}", name.zh, words.zh),
        format!(
            "{}: {}; “{raw}”, for example, was read as {number}",
            name.en, words.en
        ),
    );
    let how = Words::new(
        "请核对读数；通常只写半角阿拉伯数字",
        "Check what was read; plain Arabic digits are usual",
    );
    Some(RULE.finding(look::subject(&keys), keys, what, how))
}
