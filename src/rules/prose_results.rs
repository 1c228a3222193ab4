//! 予以公开, 部分公开, 不予公开 … N 件: the results, one by one or together.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-results",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的办理结果与表三不一致",
        en: "The text counts other results than Table 3",
    },
    basis: Head {
        zh: "表三的各项办理结果；正文与表格一致是惯例",
        en: "The results in Table 3; that the text agrees with them is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    matches!(mention.measure, Measure::Results(_)) && !mention.worded
}
