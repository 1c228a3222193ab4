//! Another organ's name where 本机关's should stand: the mark of a copied report. Said only where both names are sure.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::{Organ, agency};
use crate::recognise::Filled;
use crate::recognise::story::Passage;
use crate::text::find;
use crate::text::fold::squeeze;

pub const RULE: Rule = Rule {
    id: "residue-agency",
    severity: Severity::Warning,
    title: Head {
        zh: "正文写的是别的机关",
        en: "The text names another organ",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号：内容雷同、敷衍塞责的要追究责任",
        en: "国办公开办函〔2021〕30号: copied reports are held against their authors",
    },
    check,
};

/// What a report calls its own organ, and no other calls its own.
const OWN: [(&str, &[&str]); 4] = [
    ("镇", &["我局", "我乡"]),
    ("乡", &["我局", "我镇"]),
    ("街道", &["我局", "我镇"]),
    ("局", &["我镇", "我街道"]),
];

fn check(filled: &Filled, says: &mut Says) {
    let Some(own) = filled.title.agency.as_deref().map(squeeze) else {
        return says.cannot_tell(
            RULE.id,
            "",
            "标题中没有机关名称",
            "the title names no organ",
        );
    };
    if filled.title.organ == Organ::Unknown {
        return says.cannot_tell(
            RULE.id,
            "",
            "从名称分不出是哪一类机关",
            "the kind of organ cannot be told from its name",
        );
    }
    let introduced = filled.story.front.iter().find_map(|p| {
        let other = introduced(&p.plain)?;
        agency::differ(&own, other).then(|| told(p, &own, other))
    });
    let named = || {
        let passages = filled.story.passages();
        passages.into_iter().find_map(|p| {
            let other = own_name(&p.plain, &own)?;
            Some(told(p, &own, other))
        })
    };
    let found = introduced.or_else(named);
    text::end(&RULE, "", found.into_iter().collect(), Outcome::Held, says);
}

/// The organ whose report the introduction says it is: 现公布某某局2023年政府信息公开工作年度报告.
fn introduced(plain: &str) -> Option<&str> {
    const NAMES: [&str; 2] = ["年政府信息公开工作年度报告", "年度政府信息公开工作年度报告"];
    const BEFORE: [&str; 12] = [
        "公布",
        "发布",
        "编制",
        "现将",
        "将",
        "由",
        "是",
        "的",
        "关于",
        "形成",
        "了",
        "本报告为",
    ];
    /// No name of an organ is longer.
    const LONGEST: usize = 24;
    let at = find::first_of(plain, &NAMES)?;
    let front = plain.get(..at)?;
    let front = front.trim_end_matches(|c: char| c.is_ascii_digit());
    if front.len() + 4 != at {
        return None;
    }
    let clause = front
        .rsplit([',', '。', ';', ':', '、', '《', '"', '“', '('])
        .next()?;
    let cut = BEFORE
        .iter()
        .filter_map(|word| Some(find::all(clause, word).last()? + word.len()))
        .max();
    let name = clause.get(cut.unwrap_or(0)..)?;
    let own = name.starts_with(['我', '本', '该', '全', '各', '我']);
    let count = name.chars().count();
    ((4..=LONGEST).contains(&count) && !own).then_some(name)
}

/// 我局 in the report of a town.
fn own_name<'a>(plain: &'a str, own: &str) -> Option<&'a str> {
    let name = agency::bare(own);
    let (_, others) = OWN.iter().find(|(end, _)| name.ends_with(end))?;
    others.iter().find_map(|other| {
        let at = find::all(plain, other).into_iter().find(|at| {
            let before = plain.get(..*at).unwrap_or_default();
            let behind = plain.get(at + other.len()..).unwrap_or_default();
            // 自我局限, 我镇街, 我乡镇, “我镇…”
            !before.ends_with(['自', '“', '"', '《'])
                && !behind.starts_with(['镇', '乡', '街', '限', '村'])
        })?;
        plain.get(at..at + other.len())
    })
}

fn told(passage: &Passage, agency: &str, other: &str) -> Finding {
    let what = Words::new(
        format!("标题是“{agency}”，正文写的是「{other}」"),
        format!("The title is of {agency}, the text of “{other}”"),
    );
    let how = Words::new(
        "请核对：是否沿用了别的机关的文字；是的，改为本机关的名称和情况",
        "Check it: if the words of another organ were kept, put name and facts of this one",
    );
    text::finding(&RULE, String::new(), passage.place, what, how)
}
