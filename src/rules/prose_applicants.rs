//! 自然人 N 件, 法人或其他组织 M 件: who asked.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-applicants",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的申请人情况与表三不一致",
        en: "The text counts other applicants than Table 3",
    },
    basis: Head {
        zh: "表三的申请人各列；正文与表格一致是惯例",
        en: "The columns of Table 3; that the text agrees with them is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    matches!(mention.measure, Measure::Applicants(_)) && !mention.worded
}
