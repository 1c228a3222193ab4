//! A sentence that breaks off where a number belongs: 收到申请件, 共制发件规范性文件, 累计发布　　条.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Severity, Words};
use crate::recognise::Filled;
use crate::recognise::story::Passage;
use crate::text::find;

pub const RULE: Rule = Rule {
    id: "residue-gap",
    severity: Severity::Warning,
    title: Head {
        zh: "句中该有数字的地方是空的",
        en: "A number is missing in a sentence",
    },
    basis: Head {
        zh: "填报惯例：数字漏填或在转换中丢失，请核对",
        en: "Practice: the number was not filled in, or was lost on the way",
    },
    check,
};

/// What a number stands before.
const COUNTERS: [&str; 10] = [
    "人次", "万元", "件", "条", "次", "篇", "份", "期", "场", "元",
];
/// What is counted: before the number, or behind the counter.
const THINGS: [&str; 12] = [
    "政府信息公开申请",
    "信息公开申请",
    "依申请公开申请",
    "依申请公开",
    "申请",
    "各类政府信息",
    "政府信息",
    "各类信息",
    "信息",
    "行政规范性文件",
    "规范性文件",
    "信息处理费",
];
/// What is done with it.
const DEEDS: [&str; 18] = [
    "收到",
    "受理",
    "新收",
    "办理",
    "办结",
    "答复",
    "制发",
    "制定",
    "印发",
    "主动公开",
    "公开",
    "发布",
    "新增",
    "收取",
    "开展",
    "组织",
    "举办",
    "推送",
];
/// After these a number has to come.
const SUMS: [&str; 5] = ["共计", "总计", "合计", "累计", "共"];
/// After these a share has to come.
const SHARES: [&str; 5] = ["占", "占比", "占比为", "同比增长", "同比下降"];
/// After these and a deed too: 全年收到申请件
const TIMES: [&str; 3] = ["全年", "年度", "年"];

fn check(filled: &Filled, says: &mut Says) {
    let found = text::each(filled, &|passage| {
        let at = gap(&passage.plain)?;
        Some(told(passage, at))
    });
    text::end(&RULE, "", found, text::clean(filled), says);
}

/// The byte at which a number is missing.
fn gap(plain: &str) -> Option<usize> {
    let before = |at: usize| plain.get(..at).unwrap_or_default();
    for counter in COUNTERS {
        for at in find::all(plain, counter) {
            let behind = plain.get(at + counter.len()..).unwrap_or_default();
            if is_open(before(at), behind) || before(at).ends_with("__") {
                return Some(at);
            }
        }
    }
    let shares = find::all(plain, "%").into_iter();
    let mut shares = shares.filter(|at| find::ends(before(*at), &SHARES));
    shares.next()
}

/// Whether the words before a counter ask for a number and those behind it leave none to come.
fn is_open(before: &str, behind: &str) -> bool {
    let stops = |c: char| !c.is_alphanumeric();
    let ends = behind.chars().next().is_none_or(stops);
    let (rest, thing) = without(before, &THINGS);
    let (rest, deed) = without(rest, &DEEDS);
    // 公共 is no sum; 每年 and 逐年 no time.
    let sum = without(rest, &SUMS).1 && !rest.ends_with("公共");
    let time = without(rest, &TIMES).1 && !rest.ends_with("每年") && !rest.ends_with("逐年");
    let goes_on = THINGS.iter().any(|thing| behind.starts_with(thing));
    match (sum, thing, deed) {
        (true, ..) => ends || goes_on && !thing,
        (false, true, true) => time && ends,
        _ => false,
    }
}

/// A text without the longest of some words at its end, and whether one was there.
fn without<'a>(text: &'a str, words: &[&str]) -> (&'a str, bool) {
    let found = words.iter().filter_map(|word| text.strip_suffix(word));
    match found.min_by_key(|rest| rest.len()) {
        Some(rest) => (rest, true),
        None => (text, false),
    }
}

fn told(passage: &Passage, at: usize) -> Finding {
    let shown = text::around(&passage.plain, at);
    let what = Words::new(
        format!("「{shown}」处似乎缺少数字"),
        format!("A number seems to be missing in “{shown}”"),
    );
    let how = Words::new(
        "请核对原文，补上数字；没有发生的，通常写 0 或改写这句话",
        "Check it and add the number; where nothing happened, write 0, as is usual, or reword the sentence",
    );
    text::finding(&RULE, String::new(), passage.place, what, how)
}
