//! Section one leaves out one of its five topics.

use super::{Head, Rule, Says, text};
use crate::finding::{Outcome, Severity, Words};
use crate::form::Edition;
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "form-overview",
    severity: Severity::Warning,
    title: Head {
        zh: "总体情况没有写全五个方面",
        en: "The overview leaves out a topic",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号一（一）：主动公开、依申请公开、政府信息管理、平台建设、监督保障",
        en: "国办公开办函〔2021〕30号, 1 (1): the five topics of the overview",
    },
    check,
};

/// The five topics, and how reports speak of each.
const TOPICS: [(&str, &str, &[&str]); 5] = [
    (
        "主动公开",
        "proactive disclosure",
        &[
            "主动公开",
            "发布",
            "公布",
            "公示",
            "公开信息",
            "公开政府信息",
            "推送",
            "公开各类",
            "信息公开",
        ],
    ),
    ("依申请公开", "disclosure on request", &["申请"]),
    (
        "政府信息管理",
        "information management",
        &[
            "管理",
            "规范性文件",
            "审核",
            "审查",
            "目录",
            "动态调整",
            "保密",
            "清理",
            "归档",
            "更新",
            "流程",
            "制度",
        ],
    ),
    (
        "平台建设",
        "platforms",
        &[
            "平台",
            "网站",
            "门户",
            "公众号",
            "专栏",
            "栏目",
            "新媒体",
            "公报",
            "查阅",
            "公开栏",
            "渠道",
            "微信",
            "微博",
            "网页",
        ],
    ),
    (
        "监督保障",
        "supervision",
        &[
            "监督",
            "保障",
            "考核",
            "培训",
            "评议",
            "追究",
            "问责",
            "领导小组",
            "组织领导",
            "督查",
            "督促",
            "检查",
            "专人",
            "机制",
        ],
    ),
];

fn check(filled: &Filled, says: &mut Says) {
    match filled.title.year.map(Edition::of_year) {
        Some(Some(Edition::E2021)) => {}
        Some(_) => return says.end(RULE.id, "", Outcome::NotApplicable),
        None => return says.cannot_tell(RULE.id, "", "标题中没有年度", "the title names no year"),
    }
    let passages = match text::section(filled, 0) {
        Ok(passages) => passages,
        Err(outcome) => return says.end(RULE.id, "", outcome),
    };
    let plain = text::joined(&passages);
    let missing = TOPICS
        .iter()
        .filter(|(_, _, words)| !text::has(&plain, words));
    let (zh, en): (Vec<&str>, Vec<&str>) = missing.map(|(zh, en, _)| (*zh, *en)).unzip();
    if zh.is_empty() {
        return says.end(RULE.id, "", Outcome::Held);
    }
    // Without a word under it the heading of section two may have been taken for its end.
    if plain.is_empty() && !filled.story.front.is_empty() {
        return says.cannot_tell(
            RULE.id,
            "",
            "「一、总体情况」下没有内容，正文可能在标题之前",
            "nothing under the heading of section 1; its text may stand before it",
        );
    }
    let what = Words::new(
        format!("「一、总体情况」中没有读到{}的情况", zh.join("、")),
        format!("No {} in section 1", en.join(", ")),
    );
    let how = Words::new(
        "请核对；没有写的补上，没有发生的也写明",
        "Check it; add what is missing, even if nothing happened",
    );
    let heading = filled.story.of(0).map(|section| section.place).next();
    let place = heading.unwrap_or_default();
    let finding = text::finding(&RULE, text::subject(0), place, what, how);
    text::end(&RULE, "", vec![finding], Outcome::Held, says);
}
