//! The introduction counts or lists other parts than the six of the form.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::sections::SECTIONS;
use crate::recognise::Filled;
use crate::recognise::sections::has_sign;
use crate::recognise::story::{Passage, is_list};
use crate::text::find;

pub const RULE: Rule = Rule {
    id: "form-part-count",
    severity: Severity::Info,
    title: Head {
        zh: "开头说的部分数与格式不同",
        en: "The introduction counts other parts",
    },
    basis: Head {
        zh: "惯例：开头说明报告由六个部分组成",
        en: "Practice: the introduction says that there are six parts",
    },
    check,
};

/// The number of parts in the form.
const PARTS: u32 = SECTIONS.len() as u32;

fn check(filled: &Filled, says: &mut Says) {
    let first = filled
        .story
        .of(0)
        .flat_map(|section| section.passages.first());
    let introduction: Vec<&Passage> = filled.story.front.iter().chain(first).collect();
    let counted = introduction
        .iter()
        .find_map(|p| Some((*p, count(&p.plain)?)));
    let listed = introduction
        .iter()
        .find(|p| is_list(&p.plain) && text::has(&p.plain, &["组成"]));
    let found = match (counted, listed) {
        (Some((passage, count)), _) if count != PARTS => Some(miscounted(passage, count)),
        (_, Some(passage)) => unlisted(passage),
        _ => None,
    };
    let otherwise = match (counted, listed) {
        (None, None) => Outcome::NotApplicable,
        _ => Outcome::Held,
    };
    text::end(&RULE, "", found.into_iter().collect(), otherwise, says);
}

/// How many parts a sentence on the report says it has.
fn count(plain: &str) -> Option<u32> {
    if !text::has(plain, &["报告", "组成"]) {
        return None;
    }
    find::all(plain, "部分").into_iter().find_map(|at| {
        let before = plain.get(..at)?.trim_end_matches(['个', '大']);
        let number = before.chars().last()?;
        let rest = before.strip_suffix(number)?;
        let value = "零一二三四五六七八九十".chars().position(|c| c == number);
        let value = value.map(|v| v as u32).or(number.to_digit(10))?;
        // 第六部分 is one of them; 十六 and 16 are other numbers.
        let whole = !rest.ends_with(|c: char| c == '第' || c == '十' || c.is_ascii_digit());
        let counts = text::has(rest, &["由", "共", "分为", "包括", "包含", "含", "分"])
            || rest.ends_with('等');
        (whole && counts && value > 1).then_some(value)
    })
}

fn miscounted(passage: &Passage, count: u32) -> Finding {
    let what = Words::new(
        format!("开头说报告由「{count} 个部分」组成，格式规定的是 6 个部分"),
        format!("The introduction says that the report has {count} parts; the form has 6"),
    );
    told(passage, what)
}

/// The parts that a list leaves out.
fn unlisted(passage: &Passage) -> Option<Finding> {
    let missing = (0..SECTIONS.len()).filter(|&section| !has_sign(&passage.plain, section));
    let names: Vec<String> = missing.map(|section| text::heading(section).zh).collect();
    if names.is_empty() {
        return None;
    }
    let names = names.join("、");
    let what = Words::new(
        format!("开头列出的各部分中没有{names}"),
        format!("The introduction lists the parts without {names}"),
    );
    Some(told(passage, what))
}

fn told(passage: &Passage, what: Words) -> Finding {
    let how = Words::new(
        "请核对开头这句话与下面的六个标题是否一致",
        "Compare this sentence with the six headings below",
    );
    text::finding(&RULE, String::new(), passage.place, what, how)
}
