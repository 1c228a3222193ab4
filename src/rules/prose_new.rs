//! 收到、受理、新收 N 件: the requests that came in, with or without those carried in.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::model::Quantity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-new",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的收到申请数与表三不一致",
        en: "The text counts other new requests than Table 3",
    },
    basis: Head {
        zh: "表三「一、本年新收」和「二、上年结转」；正文与表格一致是惯例",
        en: "Rows 1 and 2 of Table 3; that the text agrees with it is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    let counts = matches!(
        mention.measure,
        Measure::New | Measure::Accepted | Measure::Handled
    );
    counts && mention.value != Quantity::ZERO && !mention.worded
}
