//! The six sections stand in another order than in the form, under other numbers, or twice.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::recognise::Filled;
use crate::recognise::story::Section;

pub const RULE: Rule = Rule {
    id: "form-section-order",
    severity: Severity::Warning,
    title: Head {
        zh: "各部分的顺序或序号与格式不同",
        en: "Sections in another order or under other numbers",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号所附格式的六个部分",
        en: "The six sections of the form, 国办公开办函〔2021〕30号",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let sections = &filled.story.sections;
    let [_, _, ..] = sections.as_slice() else {
        return says.cannot_tell(
            RULE.id,
            "",
            "没有找到各部分的标题",
            "the headings of the sections were not found",
        );
    };
    // In 一、 and 第一部分 only sections are numbered; in （一） and 1. also what is inside of them.
    let nests =
        |heading: &str| heading.starts_with(['(', '（']) || heading.starts_with(char::is_numeric);
    let again = |section: &Section| {
        filled.story.of(section.section).count() > 1
            && (!in_order(sections) || nests(&section.heading))
    };
    // A heading inside of a section may have the very wording and style of one of the six.
    if filled.story.repeated || sections.iter().any(again) {
        return says.cannot_tell(
            RULE.id,
            "",
            "有的标题出现了两次，可能是目录、小标题，或有两份报告",
            "headings stand twice: a table of contents, headings inside of a section, or two reports",
        );
    }
    let moved: Vec<Finding> = sections
        .windows(2)
        .filter_map(|pair| match pair {
            [before, here] if here.section < before.section => Some(moved(before, here)),
            [before, here] if here.section == before.section => Some(twice(here)),
            _ => None,
        })
        .collect();
    // Where they stand in another order their numbers follow from it.
    let numbered = are_numbered(sections);
    let found = match moved.is_empty() {
        true if numbered => sections.iter().filter_map(misnumbered).collect(),
        _ => moved,
    };
    let otherwise = match numbered {
        true => Outcome::Held,
        false => Outcome::CannotTell(Words::new(
            "顺序与格式一致，但标题前没有序号，或序号都相同，可能在转换中丢失",
            "the order is right, but the headings have no numbers, or all the same; perhaps they were lost",
        )),
    };
    text::end(&RULE, "", found, otherwise, says);
}

/// Whether numbers stand in front of the headings, not all the same: those were lost on the way.
fn are_numbered(sections: &[Section]) -> bool {
    let mut numbers = sections
        .iter()
        .map(|section| section.ordinal)
        .filter(|&n| n > 0);
    let first = numbers.next();
    let counted = sections
        .iter()
        .filter(|section| section.ordinal > 0)
        .count();
    counted == 1 || numbers.any(|number| Some(number) != first)
}

fn in_order(sections: &[Section]) -> bool {
    sections.is_sorted_by_key(|section| section.section)
}

fn finding(section: &Section, what: Words, how: Words) -> Finding {
    text::finding(
        &RULE,
        text::subject(section.section),
        section.place,
        what,
        how,
    )
}

fn moved(before: &Section, here: &Section) -> Finding {
    let what = Words::new(
        format!("「{}」排在「{}」之后", here.heading, before.heading),
        format!("“{}” stands behind “{}”", here.heading, before.heading),
    );
    let how = Words::new(
        "按格式的顺序调整，并改正各部分的序号",
        "Put the sections into the order of the form and number them anew",
    );
    finding(here, what, how)
}

fn twice(here: &Section) -> Finding {
    let what = Words::new(
        format!("「{}」出现了两次", here.heading),
        format!("“{}” stands twice", here.heading),
    );
    let how = Words::new(
        "合并两处的内容，只保留一个标题",
        "Join what stands under both and keep one heading",
    );
    finding(here, what, how)
}

/// Its number is not that of the form.
fn misnumbered(here: &Section) -> Option<Finding> {
    if here.ordinal == 0 || here.ordinal as usize == here.section + 1 {
        return None;
    }
    let due = text::heading(here.section);
    let what = Words::new(
        format!("「{}」的序号与格式不同", here.heading),
        format!("“{}” has another number than in the form", here.heading),
    );
    let how = Words::new(
        format!("格式中是{}；核对是否漏了前面的部分", due.zh),
        format!(
            "In the form it is {}; see whether a section before it is missing",
            due.en
        ),
    );
    Some(finding(here, what, how))
}
