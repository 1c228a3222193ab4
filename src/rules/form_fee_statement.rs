//! Section six does not say whether 信息处理费 was charged.

use super::{Head, Rule, Says, text};
use crate::finding::{Outcome, Severity, Words};
use crate::form::Edition;
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "form-fee-statement",
    severity: Severity::Warning,
    title: Head {
        zh: "第六部分没有说明信息处理费",
        en: "Section 6 does not mention the handling fee",
    },
    basis: Head {
        zh: "年度报告格式模板第六部分的说明：收取信息处理费情况在此处报告",
        en: "Note in the template of the form: the fees charged are reported in section 6",
    },
    check,
};

const SECTION: usize = 5;
/// However it is said: 收取信息处理费 380 元, 未收费, 收费情况:无
const WORDS: [&str; 7] = ["处理费", "收费", "费用", "收取", "计费", "缴费", "计收"];

fn check(filled: &Filled, says: &mut Says) {
    // The fee is charged since 2021.
    match filled.title.year.map(Edition::of_year) {
        Some(Some(Edition::E2021)) => {}
        Some(_) => return says.end(RULE.id, "", Outcome::NotApplicable),
        None if filled.edition == Some(Edition::E2021) => {}
        None => return says.cannot_tell(RULE.id, "", "标题中没有年度", "the title names no year"),
    }
    let passages = match text::section(filled, SECTION) {
        Ok(passages) => passages,
        Err(outcome) => return says.end(RULE.id, "", outcome),
    };
    if text::has(&text::joined(&passages), &WORDS) {
        return says.end(RULE.id, "", Outcome::Held);
    }
    let elsewhere = filled
        .story
        .passages()
        .into_iter()
        .find(|p| text::has(&p.plain, &["信息处理费"]));
    let heading = filled.story.of(SECTION).map(|section| section.place).next();
    let first = passages.first().map(|passage| passage.place);
    let place = first.or(heading).unwrap_or_default();
    let (what, how, severity) = match elsewhere {
        Some(_) => (
            Words::new(
                "「六、其他需要报告的事项」没有说明信息处理费，别的部分说了",
                "Section 6 does not mention the handling fee; another section does",
            ),
            Words::new(
                "通常写在第六部分，可以移过来",
                "It is usually said in section 6",
            ),
            Severity::Info,
        ),
        None => (
            Words::new(
                "「六、其他需要报告的事项」没有说明收取信息处理费的情况",
                "Section 6 does not say whether a handling fee was charged",
            ),
            Words::new(
                "补写一句：收取了的写明件数和金额（元），没有收取的写明没有收取",
                "Add a sentence: how many times and how much (in yuan), or that none was charged",
            ),
            Severity::Warning,
        ),
    };
    let mut finding = text::finding(&RULE, text::subject(SECTION), place, what, how);
    finding.severity = severity;
    text::end(&RULE, "", vec![finding], Outcome::Held, says);
}
