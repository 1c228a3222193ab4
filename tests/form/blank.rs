//! Blanks, dashes, unreadable cells and cells that were not found, case by case.

use gouji::finding::Outcome;
use gouji::form::Edition;
use gouji::recognise::{Doubt, Filled, Oddity, SheetState};
use gouji::report::report;

use super::filled::Sheets;

/// The outcome in short: `held`, `broken`, or the reason in Chinese.
fn outcome(filled: &Filled, rule: &str, subject: &str) -> String {
    let checks = report(filled).checks;
    let check = checks
        .iter()
        .find(|c| c.rule == rule && c.subject == subject);
    match &check.expect(subject).outcome {
        Outcome::Held => "held".into(),
        Outcome::Broken => "broken".into(),
        Outcome::CannotTell(why) => {
            assert!(!why.en.is_empty());
            why.zh.clone()
        }
        Outcome::NotApplicable => "not applicable".into(),
    }
}

/// 结果维持, 结果纠正, 其他结果, 尚未审结, 总计 of 行政复议, and how the sum ends.
const CASES: &[([&str; 5], &str)] = &[
    (["1", "2", "3", "4", "10"], "held"),
    (["1", "2", "3", "4", "11"], "broken"),
    // True with every blank at 0.
    (["1", "2", "", "", "3"], "held"),
    (["", "", "", "", ""], "held"),
    (["/", "/", "/", "/", "0"], "held"),
    // One blank would complete it.
    (
        ["1", "2", "", "4", "10"],
        "表四「行政复议 · 其他结果」未填，填 3 则合计相符",
    ),
    (
        ["1", "2", "/", "4", "10"],
        "表四「行政复议 · 其他结果」未填，填 3 则合计相符",
    ),
    (
        ["1", "2", "3", "4", ""],
        "表四「行政复议 · 总计」未填，填 10 则合计相符",
    ),
    (
        ["10", "1", "", "", ""],
        "表四「行政复议 · 总计」未填，填 11 则合计相符（其余空白按 0 计）",
    ),
    // Several could.
    (
        ["1", "", "", "4", "10"],
        "表四「行政复议」有 2 格未填，已填的数相差 5",
    ),
    // A blank is no negative number.
    (["7", "", "", "4", "10"], "broken"),
    (["7", "/", "3", "4", "10"], "broken"),
    (["-1", "0", "0", "0", ""], "broken"),
    // What cannot be read makes nothing else wrong.
    (
        ["7", "?", "3", "4", "10"],
        "表四「行政复议 · 结果纠正」读不出数字",
    ),
    (
        ["?", "?", "?", "?", "?"],
        "表四「行政复议 · 结果维持」读不出数字",
    ),
    (
        ["7", "2", "3", "4", "!"],
        "没有找到表四「行政复议 · 总计」一格",
    ),
    (
        ["7", "!", "3", "4", "?"],
        "没有找到表四「行政复议 · 结果纠正」一格",
    ),
];

#[test]
fn a_blank_stands_for_any_number_that_is_not_negative() {
    for (texts, expected) in CASES {
        let mut sheets = Sheets::zero(Edition::E2021);
        for (item, text) in ["upheld", "corrected", "other", "pending", "total"]
            .iter()
            .zip(texts)
        {
            sheets.set_text(&format!("t4.review.{item}"), text);
        }
        assert_eq!(
            outcome(&sheets.filled(), "sum-cases", "review"),
            *expected,
            "{texts:?}"
        );
    }
}

#[test]
fn blanks_may_complete_the_balance_on_either_side() {
    let cases = [
        (
            ["", "1", "5", "0"],
            "表三「一、本年新收政府信息公开申请数量 · 自然人」未填，填 4 则合计相符",
        ),
        (
            ["7", "1", "", "0"],
            "表三「（七）总计 · 自然人」未填，填 8 则合计相符",
        ),
        (
            ["7", "1", "5", ""],
            "表三「四、结转下年度继续办理 · 自然人」未填，填 3 则合计相符",
        ),
        (
            ["7", "1", "", ""],
            "表三「自然人」列有 2 格未填，已填的数相差 8",
        ),
        (["9", "", "5", "1"], "broken"),
        (["5", "", "5", "/"], "held"),
    ];
    for (texts, expected) in cases {
        let mut sheets = Sheets::zero(Edition::E2021);
        let rows = ["new", "carried_in", "total", "carried_out"];
        for (row, text) in rows.iter().zip(texts) {
            sheets.set_text(&format!("t3.{row}.natural"), text);
        }
        let outcome = outcome(&sheets.filled(), "sum-balance", "natural");
        assert_eq!(outcome, expected, "{texts:?}");
    }
}

#[test]
fn a_broken_sum_with_blanks_says_at_least() {
    let mut sheets = Sheets::zero(Edition::E2021);
    for (item, text) in [
        ("upheld", "7"),
        ("corrected", ""),
        ("pending", "4"),
        ("total", "10"),
    ] {
        sheets.set_text(&format!("t4.review.{item}"), text);
    }
    let report = report(&sheets.filled());
    let finding = &report.findings[0];
    assert_eq!(
        finding.what.zh,
        "表四「行政复议」总计与分项之和不符：7+空白+0+4，至少为 11，表中总计为 10，至少相差 1"
    );
    assert_eq!(
        finding.what.en,
        "Table 4, “Administrative review”: the total is not the sum of its parts: 7+blank+0+4, at least 11, \
         the table says 10, a difference of at least 1"
    );
    assert_eq!(finding.expected, None);
}

#[test]
fn a_table_in_doubt_keeps_its_sums_silent() {
    let mut filled = Sheets::zero(Edition::E2021).filled();
    filled.tables[1].state = SheetState::CannotTell(Doubt::CollapsedBlanks);
    filled.tables[2].state = SheetState::Missing;
    for rule in ["sum-balance", "sum-results", "sum-row"] {
        assert_eq!(outcome(&filled, rule, ""), "表三：空白格丢失，数字对不上列");
    }
    assert_eq!(outcome(&filled, "sum-cases", ""), "not applicable");
    assert_eq!(report(&filled).findings, []);
}

#[test]
fn a_row_in_doubt_is_named_with_its_reason() {
    let mut sheets = Sheets::zero(Edition::E2021);
    sheets.cells.retain(|(key, _)| key.row_id() != "granted");
    let mut filled = sheets.filled();
    filled.tables[1].oddities.push(Oddity::RowDoubtful {
        row: 2,
        doubt: Doubt::CollapsedBlanks,
        place: gouji::model::PlaceId(0),
    });
    let why = "表三「（一）予以公开」行：空白格丢失，数字对不上列";
    assert_eq!(outcome(&filled, "sum-row", "granted"), why);
    assert_eq!(outcome(&filled, "sum-results", "natural"), why);
    assert_eq!(outcome(&filled, "sum-balance", "natural"), "held");
}

#[test]
fn a_row_beside_the_form_may_explain_the_difference() {
    let mut sheets = Sheets::zero(Edition::E2021);
    sheets.set_text("t3.total.natural", "3");
    let mut filled = sheets.filled();
    filled.tables[1].oddities.push(Oddity::RowExtra {
        text: "4.撤回申请".into(),
        place: gouji::model::PlaceId(0),
    });
    assert_eq!(
        outcome(&filled, "sum-results", "natural"),
        "表三有格式以外的一行「4.撤回申请」，总计是否计入它无从判断"
    );
    assert_eq!(outcome(&filled, "sum-results", "other"), "held");
    assert_eq!(outcome(&filled, "sum-balance", "natural"), "broken");
}
