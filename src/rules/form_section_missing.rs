//! One of the six sections is not there. Where its heading may only have been lost on the way, nothing is claimed.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::Edition;
use crate::form::sections::SECTIONS;
use crate::model::PlaceId;
use crate::recognise::story::Story;
use crate::recognise::{Filled, SheetState};

pub const RULE: Rule = Rule {
    id: "form-section-missing",
    severity: Severity::Error,
    title: Head {
        zh: "缺少规定的部分",
        en: "A section is missing",
    },
    basis: Head {
        zh: "《条例》第五十条；国办公开办函〔2021〕30号所附格式的六个部分",
        en: "Article 50 of the Regulation; the six sections of the form, 国办公开办函〔2021〕30号",
    },
    check,
};

/// So many of the six headings make sure that headings can be found at all.
const FOUND: usize = 3;

fn check(filled: &Filled, says: &mut Says) {
    let old = filled
        .title
        .year
        .is_some_and(|y| Edition::of_year(y).is_none());
    for section in 0..SECTIONS.len() {
        let found = filled.story.of(section).next().is_some();
        let outcome = match doubt(filled, section) {
            _ if found => Outcome::Held,
            // Before 2019 there was no form.
            _ if old => Outcome::NotApplicable,
            Some((zh, en)) => {
                let name = text::heading(section);
                Outcome::CannotTell(Words::new(
                    format!("{}：{zh}", name.zh),
                    format!("{}: {en}", name.en),
                ))
            }
            None => {
                says.find(told(filled, section));
                Outcome::Broken
            }
        };
        says.end(RULE.id, &text::subject(section), outcome);
    }
}

/// Why a heading that was not found may be there all the same.
fn doubt(filled: &Filled, section: usize) -> Option<(&'static str, &'static str)> {
    let story = &filled.story;
    let count = (0..SECTIONS.len())
        .filter(|&s| story.of(s).next().is_some())
        .count();
    let before = story.sections.iter().rfind(|s| s.section < section);
    let after = story.sections.iter().any(|s| s.section > section);
    if !filled.whole_report || count < FOUND || story.cut && !after {
        return Some(("可能只粘贴了部分内容", "perhaps only a part was pasted"));
    }
    if story.traces.get(section) == Some(&true) {
        return Some((
            "没有单独成行的标题，但正文里有它的字样，可能在转换中连在了一起",
            "no heading on a line of its own, but words of it in the text: perhaps they ran together",
        ));
    }
    if before.is_some_and(|s| s.picture) {
        return Some((
            "前一部分有图片，可能在图里",
            "perhaps it is in the picture before it",
        ));
    }
    let lost = match section {
        0 => filled.title.text.is_empty() || !after || has_text_before(story),
        5 => before.is_none_or(|s| s.section != 4) || text::section(filled, 4).is_err(),
        _ => before.is_none() || !after,
    };
    lost.then_some((
        "前后的内容不全，标题可能在转换中丢失",
        "what stands around it is not whole: its heading may have been lost",
    ))
}

/// Whether a text stands before the first heading that is no introduction: the section may be there without its heading.
fn has_text_before(story: &Story) -> bool {
    /// So many characters are a text.
    const TEXT: usize = 40;
    const INTRODUCTION: [&str; 4] = ["统计期限", "本报告", "年度报告", "编制"];
    let mut front = story.front.iter().map(|passage| passage.plain.as_str());
    front.any(|plain| plain.chars().count() >= TEXT && !text::has(plain, &INTRODUCTION))
}

fn told(filled: &Filled, section: usize) -> Finding {
    let name = text::heading(section);
    let sheet = SECTIONS
        .get(section)
        .and_then(|s| s.table)
        .map(|t| filled.sheet(t));
    let has_table = sheet.is_some_and(|sheet| sheet.state == SheetState::Bound);
    let what = match has_table {
        true => Words::new(
            format!("没有{}这一标题，只有它的表格", name.zh),
            format!("No heading of {}; its table is there", name.en),
        ),
        false => Words::new(
            format!("没有找到{}这一部分", name.zh),
            format!("No {}", name.en),
        ),
    };
    let how = Words::new(
        "按格式补上标题和内容；这一部分没有情况的，也保留标题并写明",
        "Add its heading and its content; where there is nothing to report, keep the heading and say so",
    );
    let place = filled.story.sections.iter().rfind(|s| s.section < section);
    let place = place
        .or(filled.story.sections.first())
        .map_or(PlaceId(0), |s| s.place);
    let mut finding = text::finding(&RULE, text::subject(section), place, what, how);
    if has_table {
        finding.severity = Severity::Warning;
    }
    finding
}
