//! Words of the blank template that were left standing: 该部分以表格形式报告, （文字描述）, ××, XX.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Severity, Words};
use crate::model::PlaceId;
use crate::recognise::Filled;
use crate::text::find;

pub const RULE: Rule = Rule {
    id: "residue-template",
    severity: Severity::Warning,
    title: Head {
        zh: "留有模板的提示文字",
        en: "Words of the template were left in",
    },
    basis: Head {
        zh: "填报惯例：模板的说明和占位符号不是报告的内容",
        en: "Practice: instructions and placeholders are no part of a report",
    },
    check,
};

/// What only a template says, in half width.
const PHRASES: [&str; 11] = [
    "部分以表格形式报告",
    "(文字描述",
    "(单位名称)",
    "(机关名称)",
    "(填报单位",
    "请填写单位",
    "请填写机关",
    "请填写数据",
    "(此处填写",
    "(年份)",
    "请在此处填",
];
/// Lines that are nothing else.
const LINES: [&str; 2] = ["表格如下", "文字描述"];
/// What a placeholder stands before: ××市, XX件, XXXX年.
const BEHIND: &str = "年月日市县区镇乡局委办厅省州件条次篇人元万%份";
/// Before these a single one is enough: X月X日.
const SINGLE: &str = "年月日件";

fn check(filled: &Filled, says: &mut Says) {
    let mut found: Vec<(String, PlaceId, usize)> = Vec::new();
    for (plain, place) in text::lines(filled) {
        let Some(at) = residue(&plain) else { continue };
        let shown = text::around(&plain, at);
        match found.iter_mut().find(|(before, ..)| *before == shown) {
            Some((_, _, count)) => *count += 1,
            None => found.push((shown, place, 1)),
        }
    }
    let found = found
        .into_iter()
        .map(|(shown, place, count)| told(&shown, place, count));
    text::end(&RULE, "", found.collect(), text::clean(filled), says);
}

/// Where something of a template begins in a line.
fn residue(plain: &str) -> Option<usize> {
    let phrase = find::first_of(plain, &PHRASES);
    let bare = plain.trim_matches([':', '。', '(', ')']);
    let line = LINES.contains(&bare).then_some(0);
    phrase.or(line).or_else(|| placeholder(plain))
}

/// A run of × or X before a word that would follow a name or a number.
fn placeholder(plain: &str) -> Option<usize> {
    let is_mark = |c: char| matches!(c, '×' | 'X' | 'x' | '✕' | '╳');
    let mut from = 0;
    while let Some(found) = plain.get(from..)?.find(is_mark) {
        let at = from + found;
        let rest = plain.get(at..)?;
        let run = rest.chars().take_while(|c| is_mark(*c)).count();
        let bytes: usize = rest.chars().take(run).map(char::len_utf8).sum();
        from = at + bytes;
        let behind = rest.get(bytes..)?.chars().next();
        let before = plain.get(..at)?.chars().last();
        // 3×5 is a product, MAX a word; 20XX is neither.
        let year = plain.get(..at)?.ends_with("20") && run == 2;
        let free = year || before.is_none_or(|c| !c.is_ascii_alphanumeric());
        let signs = if run > 1 { BEHIND } else { SINGLE };
        if free && behind.is_some_and(|c| signs.contains(c)) {
            return Some(at);
        }
    }
    None
}

fn told(shown: &str, place: PlaceId, count: usize) -> Finding {
    let (times, times_en) = match count {
        1 => (String::new(), String::new()),
        _ => (format!("，共 {count} 处"), format!(", {count} times")),
    };
    let what = Words::new(
        format!("「{shown}」像是模板的提示或占位文字{times}"),
        format!("“{shown}” looks like words of the template{times_en}"),
    );
    let how = Words::new(
        "删去提示文字；占位符号换成实际的名称或数字",
        "Delete instructions; put the real name or number in the place of a placeholder",
    );
    text::finding(&RULE, String::new(), place, what, how)
}
