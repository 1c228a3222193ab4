//! Section five is empty, or has no problems or no improvements in it.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::recognise::Filled;
use crate::recognise::story::Passage;

pub const RULE: Rule = Rule {
    id: "form-problems",
    severity: Severity::Warning,
    title: Head {
        zh: "第五部分没有写问题或改进情况",
        en: "Section 5 lacks problems or improvements",
    },
    basis: Head {
        zh: "《条例》第五十条第（四）项：存在的主要问题及改进情况",
        en: "Article 50 (4) of the Regulation: main problems and improvements",
    },
    check,
};

const SECTION: usize = 4;

/// How reports speak of a problem.
#[rustfmt::skip]
const PROBLEMS: [&str; 36] = [
    "问题", "不足", "短板", "薄弱", "弱项", "不够", "有待", "差距", "不高", "欠缺", "不到位", "不及时",
    "困难", "滞后", "仍需", "还需", "尚需", "需要进一步", "需进一步", "缺乏", "单一", "有限", "不强", "不全", "不深",
    "不精", "不充分", "不平衡", "不规范", "不完善", "不健全", "不多", "未能", "瓶颈", "偏", "较少",
];

/// How reports speak of an improvement.
#[rustfmt::skip]
const IMPROVEMENTS: [&str; 41] = [
    "改进", "加强", "提升", "提高", "完善", "优化", "强化", "下一步", "将", "继续", "措施", "整改",
    "推进", "健全", "规范", "创新", "加大", "拓展", "丰富", "深化", "严格", "落实", "加快", "着力",
    "增强", "培训", "学习", "充实", "改善", "解决", "细化", "扩大", "做好", "明确",
    "要求", "建立", "制定", "今后", "对策", "思路", "增派",
];

fn check(filled: &Filled, says: &mut Says) {
    let passages = match text::section(filled, SECTION) {
        Ok(passages) => passages,
        Err(outcome) => return says.end(RULE.id, "", outcome),
    };
    let plain = text::joined(&passages);
    let found = lacks(&plain).map(|(what, how)| told(filled, &passages, what, how));
    text::end(&RULE, "", found.into_iter().collect(), Outcome::Held, says);
}

/// What a section five lacks, and what to do.
fn lacks(plain: &str) -> Option<(Words, Words)> {
    /// A denial is no longer: 无。 本年度不存在问题。
    const DENIAL: usize = 16;
    let short = plain.chars().count() <= DENIAL;
    if short && (plain.is_empty() || text::has(plain, &["无", "没有", "不存在", "暂无", "/"]))
    {
        let what = match plain {
            "" => Words::new(
                "「五、存在的主要问题及改进情况」没有内容",
                "Section 5 is empty",
            ),
            _ => Words::new(
                format!("「五、存在的主要问题及改进情况」只写了“{plain}”"),
                format!("Section 5 says no more than “{plain}”"),
            ),
        };
        let how = Words::new(
            "写明本年度存在的主要问题，以及改进的情况或打算",
            "Tell the main problems of the year, and how they were or will be dealt with",
        );
        return Some((what, how));
    }
    let (zh, en) = match (text::has(plain, &PROBLEMS), text::has(plain, &IMPROVEMENTS)) {
        (true, true) => return None,
        (false, _) => ("存在的主要问题", "problems"),
        (true, false) => ("改进情况", "improvements"),
    };
    let what = Words::new(
        format!("「五、存在的主要问题及改进情况」中没有读到{zh}"),
        format!("No {en} were read in section 5"),
    );
    let how = Words::new(
        format!("请核对，没有写的补上{zh}"),
        format!("Check it, and add the {en} if they are missing"),
    );
    Some((what, how))
}

fn told(filled: &Filled, passages: &[&Passage], what: Words, how: Words) -> Finding {
    let heading = filled.story.of(SECTION).map(|section| section.place).next();
    let first = passages.first().map(|passage| passage.place);
    let place = first.or(heading).unwrap_or_default();
    text::finding(&RULE, text::subject(SECTION), place, what, how)
}
