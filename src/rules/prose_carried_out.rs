//! 结转下年度 N 件: the requests that are carried on.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-carried-out",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的结转下年度数与表三不一致",
        en: "The text carries out other requests than Table 3",
    },
    basis: Head {
        zh: "表三「四、结转下年度继续办理」；正文与表格一致是惯例",
        en: "Row 4 of Table 3; that the text agrees with it is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    mention.measure == Measure::CarriedOut && !mention.worded
}
