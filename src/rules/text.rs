//! How a rule looks at the text of a report: a section where it can be relied on, and otherwise what stands in the way.

use super::look::{ONE_BY_ONE, clipped};
use super::{Rule, Says};
use crate::finding::{Finding, Outcome, Words};
use crate::form::sections::SECTIONS;
use crate::model::PlaceId;
use crate::recognise::Filled;
use crate::recognise::story::Passage;
use crate::text::find;
use crate::text::fold::squeeze;

/// 「五、存在的主要问题及改进情况」
pub fn heading(section: usize) -> Words {
    let name = SECTIONS.get(section);
    let (ordinal, words) = name.map_or(("", ""), |s| (s.ordinal, s.heading));
    Words::new(
        format!("「{ordinal}、{words}」"),
        format!("section {} “{ordinal}、{words}”", section + 1),
    )
}

/// The name of a section in findings and checks: `s5`.
pub fn subject(section: usize) -> String {
    format!("s{}", section + 1)
}

/// The text of a section, or why it cannot be relied on.
pub fn section(filled: &Filled, section: usize) -> Result<Vec<&Passage>, Outcome> {
    let story = &filled.story;
    let name = heading(section);
    let unsure = |zh: &str, en: &str| {
        Err(Outcome::CannotTell(Words::new(
            format!("{}：{zh}", name.zh),
            format!("{}: {en}", name.en),
        )))
    };
    if story.of(section).next().is_none() {
        return unsure("没有找到这一标题", "its heading was not found");
    }
    if story.of(section).any(|s| s.picture) {
        return unsure(
            "这一部分有图片，图中的文字读不到",
            "it holds a picture, whose words cannot be read",
        );
    }
    let passages: Vec<&Passage> = story.of(section).flat_map(|s| &s.passages).collect();
    if passages.iter().any(|passage| is_cut(&passage.plain)) {
        return unsure("其中有省略的内容", "something of it is left out");
    }
    let last = story.sections.last().is_some_and(|s| s.section == section);
    if last && (passages.is_empty() || story.cut) {
        return unsure(
            "内容到这里中断，可能没有复制完整",
            "the text breaks off here; perhaps it was not copied whole",
        );
    }
    Ok(passages)
}

/// Whether something was left out: ...
fn is_cut(plain: &str) -> bool {
    const MARKS: [&str; 2] = ["...", "…"];
    MARKS
        .iter()
        .any(|mark| plain.starts_with(mark) || plain.ends_with(mark))
        || has(plain, &["[...]"])
}

/// The texts of passages in one.
pub fn joined(passages: &[&Passage]) -> String {
    passages
        .iter()
        .map(|passage| passage.plain.as_str())
        .collect()
}

/// Whether one of the words stands in a text.
pub fn has(plain: &str, words: &[&str]) -> bool {
    find::has(plain, words)
}

/// What a rule finds in the passages of a report, up to as many as are told one by one.
pub fn each(filled: &Filled, look: &dyn Fn(&Passage) -> Option<Finding>) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in filled.story.passages() {
        if found.len() < ONE_BY_ONE {
            found.extend(look(passage));
        }
    }
    found
}

/// A finding about a place in the text.
pub fn finding(rule: &Rule, subject: String, place: PlaceId, what: Words, how: Words) -> Finding {
    let mut finding = rule.finding(subject, Vec::new(), what, how);
    finding.place = Some(place);
    finding
}

/// Ends a check: broken where there are findings, else as given.
pub fn end(rule: &Rule, subject: &str, found: Vec<Finding>, otherwise: Outcome, says: &mut Says) {
    let outcome = match found.is_empty() {
        true => otherwise,
        false => Outcome::Broken,
    };
    says.end(rule.id, subject, outcome);
    says.findings.extend(found);
}

/// The text around a byte position, on one line: “…收到申请件…”
pub fn around(text: &str, at: usize) -> String {
    /// Characters that are shown before the position.
    const BEFORE: usize = 8;
    let front = text.get(..at).unwrap_or_default();
    let skipped = front.chars().count().saturating_sub(BEFORE);
    let rest: String = text.chars().skip(skipped).collect();
    let mark = if skipped > 0 { "…" } else { "" };
    format!("{mark}{}", clipped(&rest))
}

/// What a rule on the text of a report says where there is none of it.
pub fn nothing() -> Outcome {
    Outcome::CannotTell(Words::new(
        "没有读到报告的正文",
        "no text of the report was read",
    ))
}

/// How a rule that looks for something in all of the text ends where it found nothing.
pub fn clean(filled: &Filled) -> Outcome {
    match filled.story.passages().is_empty() {
        false => Outcome::Held,
        true => nothing(),
    }
}

/// Every line of the report's own text: the title, the headings, the paragraphs; without spaces, in half width.
pub fn lines(filled: &Filled) -> Vec<(String, PlaceId)> {
    let title = filled
        .title
        .place
        .map(|place| (squeeze(&filled.title.text), place));
    let story = &filled.story;
    let line = |passage: &Passage| (passage.plain.clone(), passage.place);
    let mut lines: Vec<(String, PlaceId)> = title.into_iter().collect();
    lines.extend(story.front.iter().map(line));
    for section in &story.sections {
        lines.push((squeeze(&section.heading), section.place));
        lines.extend(section.passages.iter().map(line));
    }
    lines
}

/// Every year that a text names, with the bytes at which it begins and at which 年 ends.
pub fn years(plain: &str) -> Vec<(usize, i32, usize)> {
    let places = find::all(plain, "年").into_iter();
    let year = |at: usize| {
        let from = at.checked_sub(4)?;
        let year: i32 = plain.get(from..at)?.parse().ok()?;
        let longer = plain.get(..from)?.ends_with(|c: char| c.is_ascii_digit());
        let known = (2008..=2099).contains(&year) && !longer;
        known.then_some((from, year, at + "年".len()))
    };
    places.filter_map(year).collect()
}

/// Whether a number stands before 件, 条, 次 or 篇.
pub fn counts(sentence: &str) -> bool {
    let mut digit = false;
    for c in sentence.chars() {
        if digit && "件条次篇".contains(c) {
            return true;
        }
        digit = c.is_ascii_digit();
    }
    false
}
