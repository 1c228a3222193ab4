//! The title, the statistical period and the text name different years: what is left of last year's report.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::recognise::Filled;
use crate::recognise::story::Passage;
use crate::text::find;

pub const RULE: Rule = Rule {
    id: "form-year",
    severity: Severity::Error,
    title: Head {
        zh: "年度前后不一致",
        en: "Title, period and text name different years",
    },
    basis: Head {
        zh: "《条例》第四十九条：公布上一年度的报告",
        en: "Article 49 of the Regulation: the report is on the year before",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let Some(year) = filled.title.year else {
        for subject in ["period", "text"] {
            says.cannot_tell(
                RULE.id,
                subject,
                "标题中没有年度",
                "the title names no year",
            );
        }
        return;
    };
    let passages = filled.story.passages().into_iter();
    let periods: Vec<(&Passage, i32, i32)> = passages.filter_map(period).collect();
    let differs = |period: &&(&Passage, i32, i32)| (period.1, period.2) != (year, year);
    let other = periods.iter().find(differs);
    let otherwise = match periods.is_empty() {
        true => Outcome::CannotTell(Words::new(
            "没有读到统计期限",
            "no statistical period was read",
        )),
        false => Outcome::Held,
    };
    // Where another sentence names the right period it may be about something else.
    let severity = match periods.iter().filter(differs).count() == periods.len() {
        true => RULE.severity,
        false => Severity::Warning,
    };
    let found = other.map(|(passage, from, to)| Finding {
        severity,
        ..of_period(passage, *from, *to, year)
    });
    text::end(
        &RULE,
        "period",
        found.into_iter().collect(),
        otherwise,
        says,
    );
    let found = text::each(filled, &|passage| {
        let (at, stale) = stale(&passage.plain, year)?;
        Some(of_text(passage, at, stale, year))
    });
    text::end(&RULE, "text", found, text::clean(filled), says);
}

/// The years from and to which a text counts: 2023年1月1日至2023年12月31日.
fn period(passage: &Passage) -> Option<(&Passage, i32, i32)> {
    let plain = &passage.plain;
    if !text::has(plain, &["统计", "期限", "时限", "数据", "本报告"]) {
        return None;
    }
    /// Bytes between the two days.
    const BETWEEN: usize = 40;
    let years = text::years(plain);
    let (from, rest) = years.iter().find_map(|&(_, from, end)| {
        let rest = plain.get(end..)?;
        rest.starts_with("1月1日").then_some((from, rest))
    })?;
    let to = find::first(rest, "12月31日").filter(|at| *at < BETWEEN)?;
    let between = rest.get(..to)?;
    let last = text::years(between)
        .last()
        .filter(|(_, _, end)| *end == between.len())
        .map(|(_, year, _)| *year);
    Some((passage, from, last.unwrap_or(from)))
}

/// What makes a past year in a text right: a comparison, a carry-over, the date of an act.
#[rustfmt::skip]
const LOOKS_BACK: [&str; 20] = [
    "同比", "相比", "比上", "较", "以来", "至今", "上年", "去年", "往年", "历年", "印发", "修订", "施行", "实施",
    "出台", "结转", "顺延", "累计", "(20", "连续",
];

/// A year before that of the title where the text tells figures of it and nothing of the title's year: where it stands.
fn stale(plain: &str, year: i32) -> Option<(usize, i32)> {
    /// So far back a copied text may come from.
    const BACK: i32 = 3;
    let years = text::years(plain);
    let &(at, first, end) = years.first()?;
    let others = years.iter().any(|(_, other, _)| *other != first);
    let past = (year - BACK..year).contains(&first);
    let before = plain.get(..at)?;
    // 自2022年, 《2022年…》 and (2022年 are about something else.
    let opens = !before.ends_with(['自', '从', '在', '于', '至', '对', '(', '《', '“', '"', '-']);
    let sentence = plain.get(end..)?.split(['。', '；']).next()?;
    let tells = text::has(sentence, &["共", "全年", "收到", "受理", "公开", "发布"])
        && text::counts(sentence);
    (past && !others && opens && tells && !text::has(plain, &LOOKS_BACK)).then_some((at, first))
}

fn of_period(passage: &Passage, from: i32, to: i32, year: i32) -> Finding {
    let period = match from == to {
        true => format!("{from}"),
        false => format!("{from}—{to}"),
    };
    let what = Words::new(
        format!("标题是 {year} 年，「统计期限」写的是 {period} 年"),
        format!("The title is of {year}, the statistical period of {period}"),
    );
    let how = Words::new(
        "核对报告的年度：多半是沿用了往年的文字，改正写错的一处",
        "See which year it is: the words of another year were probably kept; mend the wrong one",
    );
    text::finding(&RULE, "period".to_string(), passage.place, what, how)
}

fn of_text(passage: &Passage, at: usize, stale: i32, year: i32) -> Finding {
    let what = Words::new(
        format!(
            "标题是 {year} 年，正文「{}」写的是 {stale} 年的情况",
            text::around(&passage.plain, at)
        ),
        format!("The title is of {year}; this text tells of {stale}"),
    );
    let how = Words::new(
        format!("请核对：是否沿用了往年的文字；是的，年份和数字都要换成 {year} 年的"),
        format!(
            "Check it: if it was kept from another year, both year and figures have to be those of {year}"
        ),
    );
    let mut finding = text::finding(&RULE, "text".to_string(), passage.place, what, how);
    finding.severity = Severity::Warning;
    finding
}
