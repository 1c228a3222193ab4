//! 制定, 废止, 现行有效 规范性文件 N 件; decisions on licences, penalties and coercion.

use super::{Head, Rule, said};
use crate::finding::Severity;
use crate::prose::{Measure, Mention};

pub const RULE: Rule = Rule {
    id: "prose-documents",
    severity: Severity::Warning,
    title: Head {
        zh: "正文的文件或决定数与表二不一致",
        en: "The text counts other documents than Table 2",
    },
    basis: Head {
        zh: "表二的各行；正文与表格一致是惯例",
        en: "The rows of Table 2; that the text agrees with them is practice",
    },
    check: |filled, says| said::check(&RULE, filled, says, is_mine),
};

fn is_mine(mention: &Mention) -> bool {
    let counts = matches!(
        mention.measure,
        Measure::Documents(..) | Measure::Decisions(_)
    );
    counts && !mention.worded
}
