//! A unit under a report has no report, or two, or one that was not counted as it stands.

use super::area::told;
use super::{Head, Rule, Says};
use crate::finding::{Outcome, Severity, Words};
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "area-missing",
    severity: Severity::Info,
    title: Head {
        zh: "下级单位的报告缺少、重复或没有计入",
        en: "A unit’s report is missing, double or not counted",
    },
    basis: Head {
        zh: "《条例》第四十九条：各机关每年公布上一年度的报告",
        en: "Article 49 of the Regulation: every organ publishes a report on the year before",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let Some(area) = filled.area() else {
        return says.end(RULE.id, "", Outcome::NotApplicable);
    };
    let told = told::all(filled, area);
    for listed in &area.listed {
        if !told.iter().any(|(name, _)| *name == listed.name) {
            says.end(RULE.id, &listed.name, Outcome::Held);
        }
    }
    if told.is_empty() && area.listed.is_empty() {
        says.end(RULE.id, "", Outcome::Held);
    }
    for (name, what) in told {
        says.end(RULE.id, &name, Outcome::Broken);
        let how = match name.is_empty() {
            true => Words::new(
                "请把缺的报告补齐后再核对；给出单位名单，就知道缺谁",
                "Add the reports that are missing and compare again; a list of the units tells whose",
            ),
            false => Words::new(
                "请核对这个单位的报告，补齐或去掉后再核对；不必报告的单位，可从名单中去掉",
                "Look after this unit’s report, add it or take it away, and compare again; a unit that need not report can be taken off the list",
            ),
        };
        let mut finding = RULE.finding(name, Vec::new(), what, how);
        finding.place = filled.title.place;
        says.find(finding);
    }
}
