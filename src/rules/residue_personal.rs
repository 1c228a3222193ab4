//! Personal data in a report: identity-card numbers, private mobile numbers, names of applicants.

use super::{Head, Rule, Says, identity, text};
use crate::finding::{Finding, Severity, Words};
use crate::recognise::Filled;
use crate::recognise::story::Passage;
use crate::text::find;
use crate::text::fold::narrow;

pub const RULE: Rule = Rule {
    id: "residue-personal",
    severity: Severity::Error,
    title: Head {
        zh: "出现个人信息",
        en: "Personal data",
    },
    basis: Head {
        zh: "《条例》第十五条：涉及个人隐私的政府信息，公开会造成损害的不得公开",
        en: "Article 15 of the Regulation: personal privacy is not disclosed to its harm",
    },
    check,
};

/// Words of a line that gives the ways to reach the office.
const CONTACT: [&str; 14] = [
    "电话", "联系", "传真", "手机", "热线", "咨询", "邮编", "邮箱", "地址", "监督", "举报", "投诉",
    "值班", "客服",
];

fn check(filled: &Filled, says: &mut Says) {
    let passages = filled.story.passages();
    let mut found = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| passages.get(at));
        let contact = text::has(&passage.plain, &CONTACT)
            || passage.in_cell && before.is_some_and(|p| text::has(&p.plain, &CONTACT));
        let plain: String = narrow(&passage.text).collect();
        for run in runs(&plain) {
            if identity::is_card(run) {
                found.push(told(
                    passage,
                    run,
                    "身份证号码",
                    "an identity-card number",
                    RULE.severity,
                ));
            } else if identity::is_mobile(run) && !contact {
                found.push(told(
                    passage,
                    run,
                    "手机号码",
                    "a mobile number",
                    Severity::Warning,
                ));
            }
        }
        if let Some(name) = applicant(&passage.plain) {
            found.push(told(
                passage,
                name,
                "申请人姓名",
                "the name of an applicant",
                Severity::Warning,
            ));
        }
    }
    text::end(&RULE, "", found, text::clean(filled), says);
}

/// Runs of digits that nothing goes on, with the X that may end an identity number.
fn runs(plain: &str) -> impl Iterator<Item = &str> {
    let parts =
        plain.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_' && c != '.');
    parts.filter(|part| part.len() == 11 || part.len() == 18)
}

/// Family names that are no words before a name.
const FAMILIES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚";
/// What stands behind a name and behind no other word in its place.
const BEHIND: [&str; 8] = ["先生", "女士", "(男", "(女", ",男", ",女", "诉", "不服"];

/// A name behind 申请人 or 原告. 张某 and 张×× are none.
fn applicant(plain: &str) -> Option<&str> {
    let mut places = ["申请人", "原告"].iter().flat_map(|word| {
        let places = find::all(plain, word).into_iter();
        places.filter_map(|at| plain.get(at + word.len()..))
    });
    places.find_map(|rest| {
        let rest = rest.trim_start_matches(':');
        let family = rest.chars().next().filter(|c| FAMILIES.contains(*c))?;
        (1..=2).find_map(|given| {
            let name: usize = rest.chars().take(1 + given).map(char::len_utf8).sum();
            let (name, behind) = rest.split_at_checked(name)?;
            let known = !name.contains(['某', '×', 'X', '*']) && name.starts_with(family);
            let sure = BEHIND.iter().any(|word| behind.starts_with(word));
            (known && sure && name.chars().all(char::is_alphabetic)).then_some(name)
        })
    })
}

fn told(passage: &Passage, found: &str, zh: &str, en: &str, severity: Severity) -> Finding {
    /// Characters of it that are shown at either end: a report on it is no second disclosure.
    const SHOWN: usize = 2;
    let chars: Vec<char> = found.chars().collect();
    let long = chars.len() > 2 * SHOWN;
    let front: String = chars.iter().take(if long { SHOWN } else { 1 }).collect();
    let back: String = chars
        .iter()
        .skip(if long {
            chars.len() - SHOWN
        } else {
            chars.len()
        })
        .collect();
    let what = Words::new(
        format!("正文中有{zh}「{front}*{back}」"),
        format!("The text holds {en}, “{front}*{back}”"),
    );
    let how = Words::new(
        "公布前删去或隐去；确需公开的，先取得本人同意",
        "Delete or mask it before publication, unless the person agrees",
    );
    let mut finding = text::finding(&RULE, String::new(), passage.place, what, how);
    finding.severity = severity;
    finding
}
