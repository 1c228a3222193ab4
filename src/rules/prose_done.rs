//! 答复, 办结 N 件: the requests that were settled. 同意公开答复 N 件 is a result, not this.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-done",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的答复办结数与表三不一致",
        en: "The text settles other requests than Table 3",
    },
    basis: Head {
        zh: "表三「（七）总计」；正文与表格一致是惯例",
        en: "Row (7) of Table 3; that the text agrees with it is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    mention.measure == Measure::Done && !mention.worded
}
