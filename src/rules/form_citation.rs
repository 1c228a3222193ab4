//! A report on 2021 or later that cites the form for 2019 and 2020.

use super::{Head, Rule, Says, text};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::Edition;
use crate::recognise::Filled;
use crate::recognise::story::Passage;
use crate::text::find;

pub const RULE: Rule = Rule {
    id: "form-citation",
    severity: Severity::Warning,
    title: Head {
        zh: "引用了旧的格式文件",
        en: "It cites the form of the years before",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号，用于 2021 年度起的报告",
        en: "国办公开办函〔2021〕30号, for reports on 2021 and later",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    match filled.title.year.map(Edition::of_year) {
        None => says.cannot_tell(RULE.id, "", "标题中没有年度", "the title names no year"),
        Some(Some(Edition::E2021)) => look(filled, says),
        Some(_) => says.end(RULE.id, "", Outcome::NotApplicable),
    }
}

fn look(filled: &Filled, says: &mut Says) {
    // Who names both editions tells them apart: 国办公开办函〔2019〕60号、〔2021〕30号.
    let passages = filled.story.passages();
    let current = passages.iter().any(|p| cites(&p.plain, "", "2021", "30号"));
    let old = |passage: &&&Passage| {
        cites(&passage.plain, "公开办函", "2019", "60号")
            || text::has(&passage.plain, &["工作年度报告格式(试行)"])
    };
    let mut found = Vec::new();
    if let (false, Some(passage)) = (current, passages.iter().find(old)) {
        found.push(told(passage));
    }
    text::end(&RULE, "", found, text::clean(filled), says);
}

/// Whether a text cites a paper by what stands before its year, year and number, in any brackets.
fn cites(plain: &str, series: &str, year: &str, number: &str) -> bool {
    let brackets: &[char] = &[
        '(', ')', '[', ']', '{', '}', '﹝', '﹞', '《', '》', '〈', '〉',
    ];
    find::all(plain, number).into_iter().any(|at| {
        let before = plain.get(..at).unwrap_or_default();
        let before = before.trim_end_matches('第').trim_end_matches(brackets);
        let rest = before
            .strip_suffix(year)
            .map(|rest| rest.trim_end_matches(brackets));
        rest.is_some_and(|rest| rest.ends_with(series))
    })
}

fn told(passage: &Passage) -> Finding {
    let what = Words::new(
        "正文引用的是「国办公开办函〔2019〕60号」（试行格式）",
        "The text cites 国办公开办函〔2019〕60号, the form for 2019 and 2020",
    );
    let how = Words::new(
        "改为国办公开办函〔2021〕30号，并核对表格是否也用了新格式",
        "Cite 国办公开办函〔2021〕30号, and see whether the tables follow it too",
    );
    text::finding(&RULE, String::new(), passage.place, what, how)
}
