//! 未收到申请, 0 件, 无: then the rows are all 0.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::model::Quantity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-zero",
    severity: Severity::Warning,
    title: Head {
        zh: "正文写没有发生，表格不是 0",
        en: "The text says there was nothing; the table is not 0",
    },
    basis: Head {
        zh: "表三、表四的各行；正文与表格一致是惯例",
        en: "The rows of Tables 3 and 4; that the text agrees with them is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    let of_many = matches!(
        mention.measure,
        Measure::New | Measure::Accepted | Measure::Handled | Measure::Cases(_)
    );
    mention.worded || of_many && mention.value == Quantity::ZERO
}
