//! The mark of a secret or internal paper on a report that is to be published. Only a line that is nothing but a mark
//! counts: 国家秘密 and 商业秘密 are words of every report.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Severity, Words};
use crate::recognise::Filled;
use crate::recognise::story::Passage;

pub const RULE: Rule = Rule {
    id: "residue-secret",
    severity: Severity::Warning,
    title: Head {
        zh: "有密级或内部标识",
        en: "Marked as secret or internal",
    },
    basis: Head {
        zh: "《条例》第十四条：依法确定为国家秘密的政府信息不予公开",
        en: "Article 14 of the Regulation: state secrets are not disclosed",
    },
    check,
};

const GRADES: [&str; 3] = ["绝密", "机密", "秘密"];
const INTERNAL: [&str; 9] = [
    "内部资料",
    "内部文件",
    "内部使用",
    "内部传阅",
    "仅供内部使用",
    "内部资料注意保存",
    "内部资料不得外传",
    "内部文件不得外传",
    "内部文件注意保存",
];

fn check(filled: &Filled, says: &mut Says) {
    let look = |passage: &Passage| is_marked(&passage.plain).then(|| told(passage));
    let mut found: Vec<Finding> = filled.story.above.iter().filter_map(look).collect();
    found.extend(text::each(filled, &look));
    text::end(&RULE, "", found, text::clean(filled), says);
}

fn is_marked(plain: &str) -> bool {
    let starred = text::has(plain, &["绝密★", "机密★", "秘密★"]);
    let line = plain.trim_start_matches("密级").trim_start_matches(':');
    let line = line.trim_matches(['(', ')', '[', ']', '★', '☆', '*', '!', '。']);
    // 秘密1年: with the time for which it holds.
    let grade = line.trim_end_matches(|c: char| c.is_ascii_digit() || "年月★长期".contains(c));
    let words: String = line.chars().filter(|c| c.is_alphanumeric()).collect();
    starred || GRADES.contains(&grade) || INTERNAL.contains(&words.as_str())
}

fn told(passage: &Passage) -> Finding {
    let shown = text::around(&passage.plain, 0);
    let what = Words::new(
        format!("有一行是密级或内部标识：「{shown}」"),
        format!("A line marks it as secret or internal: “{shown}”"),
    );
    let how = Words::new(
        "核对这份文件能否公开；是误留的标识，删去后再公布",
        "See whether this paper may be published; a mark left by mistake has to go first",
    );
    text::finding(&RULE, String::new(), passage.place, what, how)
}
