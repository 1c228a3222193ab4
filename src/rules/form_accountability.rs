//! The report of a 人民政府 leaves out 工作考核, 社会评议 or 责任追究.

use super::{Head, Rule, Says, text};
use crate::finding::{Outcome, Severity, Words};
use crate::form::{Edition, Organ};
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "form-accountability",
    severity: Severity::Warning,
    title: Head {
        zh: "没有写工作考核、社会评议或责任追究",
        en: "Assessment, public review or accountability left out",
    },
    basis: Head {
        zh: "《条例》第五十条第二款：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况",
        en: "Article 50 of the Regulation: the report of a people's government also covers them",
    },
    check,
};

/// The three results, and how reports speak of each.
const RESULTS: [(&str, &str, &[&str]); 3] = [
    ("工作考核", "assessment", &["考核", "考评", "绩效", "测评"]),
    (
        "社会评议",
        "public review",
        &[
            "评议",
            "满意度",
            "第三方评估",
            "公众评",
            "群众评",
            "社会监督",
            "民意",
        ],
    ),
    (
        "责任追究",
        "accountability",
        &["追究", "追责", "问责", "责任制"],
    ),
];

fn check(filled: &Filled, says: &mut Says) {
    match filled.title.organ {
        Organ::Unknown => {
            return says.cannot_tell(
                RULE.id,
                "",
                "分不出报告的机关是不是人民政府",
                "whether a people's government reports cannot be told",
            );
        }
        organ if !organ.is_government() => return says.end(RULE.id, "", Outcome::NotApplicable),
        _ => {}
    }
    // The Regulation of 2019 asks for it.
    if filled
        .title
        .year
        .is_some_and(|y| Edition::of_year(y).is_none())
    {
        return says.end(RULE.id, "", Outcome::NotApplicable);
    }
    let first = match text::section(filled, 0) {
        Ok(passages) => passages,
        Err(outcome) => return says.end(RULE.id, "", outcome),
    };
    let all = text::joined(&filled.story.passages());
    let missing = RESULTS
        .iter()
        .filter(|(_, _, words)| !text::has(&all, words));
    let (zh, en): (Vec<&str>, Vec<&str>) = missing.map(|(zh, en, _)| (*zh, *en)).unzip();
    if zh.is_empty() {
        return says.end(RULE.id, "", Outcome::Held);
    }
    let what = Words::new(
        format!("人民政府的报告中没有读到「{}」的情况", zh.join("、")),
        format!(
            "The report of a people's government, and no {} in it",
            en.join(", ")
        ),
    );
    let how = Words::new(
        "请核对；没有写的，在总体情况的监督保障中补上，没有发生的也写明",
        "Check it; what is missing goes to supervision in section 1, even if nothing happened",
    );
    let heading = filled.story.of(0).map(|section| section.place).next();
    let place = first
        .last()
        .map(|p| p.place)
        .or(heading)
        .unwrap_or_default();
    let finding = text::finding(&RULE, String::new(), place, what, how);
    text::end(&RULE, "", vec![finding], Outcome::Held, says);
}
