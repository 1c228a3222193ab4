//! Published before the year that it reports on was over.

use super::{Head, Rule, Says};
use crate::finding::{Outcome, Severity, Words};
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "date-early",
    severity: Severity::Warning,
    title: Head {
        zh: "公布早于年度结束",
        en: "Published before the year was over",
    },
    basis: Head {
        zh: "《条例》第四十九条：公布上一年度的报告",
        en: "Article 49 of the Regulation: the report is on the year before",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let Some(published) = filled.published else {
        return says.end(RULE.id, "", Outcome::NotApplicable);
    };
    let Some(year) = filled.title.year else {
        return says.cannot_tell(RULE.id, "", "标题中没有年度", "the title names no year");
    };
    if published.date.year > year {
        return says.end(RULE.id, "", Outcome::Held);
    }
    let what = Words::new(
        format!(
            "「{year} 年度」的报告公布于 {}，这一年还没有结束",
            published.date
        ),
        format!(
            "A report on {year}, published on {}, before that year was over",
            published.date
        ),
    );
    let how = Words::new(
        "请核对标题的年度和公布日期，哪一个写错了",
        "See which is wrong: the year in the title or the day of publication",
    );
    let mut finding = RULE.finding(String::new(), Vec::new(), what, how);
    finding.place = published.place.or(filled.title.place);
    says.end(RULE.id, "", Outcome::Broken);
    says.find(finding);
}
