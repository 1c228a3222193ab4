//! 上年结转 N 件: the requests carried over from last year.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-carried-in",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的上年结转数与表三不一致",
        en: "The text carries in other requests than Table 3",
    },
    basis: Head {
        zh: "表三「二、上年结转」；正文与表格一致是惯例",
        en: "Row 2 of Table 3; that the text agrees with it is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    mention.measure == Measure::CarriedIn && !mention.worded
}
