//! 行政复议 N 件, 行政诉讼 N 件 about disclosure of information.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::model::Quantity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-cases",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的复议诉讼数与表四不一致",
        en: "The text counts other cases than Table 4",
    },
    basis: Head {
        zh: "表四各组的总计；正文与表格一致是惯例",
        en: "The totals of Table 4; that the text agrees with them is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    let counts = matches!(mention.measure, Measure::Cases(_));
    counts && mention.value != Quantity::ZERO && !mention.worded
}
