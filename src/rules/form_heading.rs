//! The wording of a section's heading: another wording is a note, another meaning a warning.

use super::{Head, Rule, Says, text};
use crate::finding::{Outcome, Severity, Words};
use crate::form::sections::SECTIONS;
use crate::recognise::Filled;
use crate::recognise::sections::Wording;
use crate::recognise::story::Section;
use crate::text::fold::fold;

pub const RULE: Rule = Rule {
    id: "form-heading",
    severity: Severity::Warning,
    title: Head {
        zh: "部分的标题与格式不同",
        en: "The heading of a section differs from the printed one",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号所附格式的六个标题；试行格式相同",
        en: "The six headings of the form, 国办公开办函〔2021〕30号; the same in the edition before",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for section in 0..SECTIONS.len() {
        let subject = text::subject(section);
        let Some(found) = filled.story.of(section).next() else {
            let name = text::heading(section);
            let (zh, en) = (
                format!("没有找到{}", name.zh),
                format!("{} was not found", name.en),
            );
            says.cannot_tell(RULE.id, &subject, &zh, &en);
            continue;
        };
        if breaks_off(filled, found) {
            let (zh, en) = ("标题到这里中断", "the heading breaks off");
            says.cannot_tell(RULE.id, &subject, zh, en);
            continue;
        }
        let findings = told(found).map(|(severity, what, how)| {
            let mut finding = text::finding(&RULE, subject.clone(), found.place, what, how);
            finding.severity = severity;
            finding
        });
        text::end(
            &RULE,
            &subject,
            findings.into_iter().collect(),
            Outcome::Held,
            says,
        );
    }
}

/// Whether the document ends inside of the heading.
fn breaks_off(filled: &Filled, found: &Section) -> bool {
    let last = filled
        .story
        .sections
        .last()
        .is_some_and(|last| last.place == found.place);
    let printed = SECTIONS
        .get(found.section)
        .map_or("", |section| section.heading);
    let begun = fold(&found.heading).core;
    let part = begun.len() < printed.chars().count() && fold(printed).core.starts_with(&begun);
    last && found.passages.is_empty() && part
}

fn told(found: &Section) -> Option<(Severity, Words, Words)> {
    let (severity, zh, en) = match found.wording {
        Wording::Printed => return None,
        Wording::Variant => (
            Severity::Info,
            "措辞与格式不同",
            "is worded in another way than in the form",
        ),
        Wording::Other => (
            Severity::Warning,
            "所在的位置，格式中是另一个标题",
            "stands where the form has another heading",
        ),
    };
    let due = text::heading(found.section);
    let what = Words::new(
        format!("标题「{}」{zh}", found.heading),
        format!("The heading “{}” {en}", found.heading),
    );
    let how = match severity {
        Severity::Info => Words::new(
            format!("意思相近，不影响检查；格式中是{}，有空时统一", due.zh),
            format!("The meaning is alike; the form has {}", due.en),
        ),
        _ => Words::new(
            format!(
                "请核对：格式中这里是{}；内容不同的，按格式归入相应部分",
                due.zh
            ),
            format!(
                "Check it: the form has {} here; move what belongs elsewhere",
                due.en
            ),
        ),
    };
    Some((severity, what, how))
}
