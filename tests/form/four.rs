//! Table 四: one sum for each group, so a broken one names its cells and decides only where a slip speaks for one.

use gouji::form::{Edition, Key, Table};
use gouji::repair::{COMBINED, Cause, combined, repairs};

use super::filled::{Sheets, random};
use super::mend::{assert_mends, text, texts};

fn group(sheets: &mut Sheets, group: &str, figures: [&str; 5]) {
    let items = ["upheld", "corrected", "other", "pending", "total"];
    for (item, figure) in items.iter().zip(figures) {
        sheets.set_text(&format!("t4.{group}.{item}"), figure);
    }
}

/// The cause of one broken group, `review`.
fn review(figures: [&str; 5]) -> Cause {
    let mut sheets = Sheets::zero(Edition::E2021);
    group(&mut sheets, "review", figures);
    let mut causes = repairs(&sheets.filled());
    assert_eq!(causes.len(), 1, "{figures:?}");
    for repair in &causes[0].repairs {
        assert_mends(&sheets, repair);
    }
    causes.remove(0)
}

#[test]
fn every_wrong_cell_of_table_four_is_among_the_candidates() {
    let base = random(Edition::E2021, 21);
    for key in Key::all(Table::Four, Edition::E2021) {
        let mut wrong = base.clone();
        let size = 10_000;
        wrong.set(key, base.get(key) + size);
        let causes = repairs(&wrong.filled());
        assert_eq!(causes.len(), 1);
        let cause = &causes[0];
        assert_eq!((cause.table, cause.subject), (Table::Four, key.row_id()));
        let old = format!("{} {}>{}", key.name(), base.get(key) + size, base.get(key));
        assert!(texts(cause).contains(&old), "{old}: {:?}", texts(cause));
        // A part too large leaves the part and the total; a total too large leaves all five.
        let expected = if key.column_id() == "total" { 5 } else { 2 };
        assert_eq!(cause.repairs.len(), expected);
        assert!(!cause.incomplete);
    }
}

/// Figures of a group, its first candidate with the slip, how many candidates there are, whether the first is decided.
type Ranked = ([&'static str; 5], &'static str, &'static str, usize, bool);

const RANKED: &[Ranked] = &[
    // 淮安市洪泽区 2023
    (
        ["10", "1", "0", "0", "0"],
        "total 0>11",
        "分项已填，总计还是 0 或空白",
        1,
        true,
    ),
    (
        ["5", "0", "0", "0", "0"],
        "total 0>5",
        "分项已填，总计还是 0 或空白",
        2,
        true,
    ),
    // A slip puts its cell first; alone it decides nothing.
    (
        ["10", "2", "0", "0", "21"],
        "total 21>12",
        "两数字颠倒",
        5,
        false,
    ),
    (
        ["35", "4", "0", "0", "57"],
        "upheld 35>53",
        "两数字颠倒",
        5,
        false,
    ),
    (
        ["5", "6", "0", "0", "111"],
        "total 111>11",
        "一位数字写了两遍",
        5,
        false,
    ),
    (
        ["3", "40", "0", "0", "7"],
        "corrected 40>4",
        "末尾多写了 0",
        2,
        false,
    ),
    (
        ["30", "4", "0", "0", "70"],
        "corrected 4>40",
        "漏一位：末尾的 0",
        5,
        false,
    ),
    (
        ["118", "45", "0", "0", "63"],
        "upheld 118>18",
        "一位数字写了两遍",
        2,
        false,
    ),
    (
        ["128", "45", "0", "0", "63"],
        "upheld 128>18",
        "多写了一位数字",
        2,
        false,
    ),
    (
        ["18", "45", "0", "0", "173"],
        "upheld 18>128",
        "漏一位",
        5,
        false,
    ),
    (
        ["16", "45", "0", "0", "63"],
        "total 63>61",
        "一位数字写错",
        5,
        false,
    ),
    (
        ["7", "7", "2", "0", "9"],
        "upheld 7>0",
        "重复计入：相邻格的数又填了一遍",
        3,
        false,
    ),
    (
        ["3", "2", "0", "0", "8"],
        "total 8>5",
        "重复计入：总计多算了一个分项",
        5,
        false,
    ),
    (
        ["3", "2", "0", "0", "9"],
        "total 9>5",
        "总计没有随分项更新",
        5,
        false,
    ),
    // One digit of 25 in the other's place is no swap.
    (
        ["20", "5", "0", "0", "12"],
        "total 12>25",
        "总计没有随分项更新",
        2,
        false,
    ),
    (
        ["3", "2", "", "", "4"],
        "total 4>5",
        "总计没有随分项更新",
        3,
        false,
    ),
    // A count below 0 is wrong by itself.
    (
        ["-3", "2", "0", "0", "5"],
        "upheld -3>3",
        "多写了负号",
        4,
        true,
    ),
];

#[test]
fn the_likeliest_slip_comes_first() {
    for (figures, first, slip, count, decided) in RANKED {
        let cause = review(*figures);
        let texts = texts(&cause);
        assert_eq!(
            texts[0],
            format!("t4.review.{first}"),
            "{figures:?}: {texts:?}"
        );
        let found = cause.repairs[0].slip.clone().unwrap_or_default();
        assert_eq!(found.zh, *slip, "{figures:?}");
        assert_eq!(found.zh.is_empty(), found.en.is_empty());
        assert_eq!(
            (texts.len(), cause.decided),
            (*count, *decided),
            "{figures:?}"
        );
    }
}

#[test]
fn a_repair_never_proposes_a_negative_or_broken_figure() {
    // The total is 0.5: only a change of the part that is no whole number mends the sum in whole numbers.
    let cause = review(["2.5", "0", "0", "0", "2"]);
    assert_eq!(texts(&cause), ["t4.review.upheld 2.5>2"]);
    let cause = review(["0", "0", "0", "0", "2.5"]);
    assert_eq!(texts(&cause), ["t4.review.total 2.5>0"]);
}

#[test]
fn causes_are_combined_best_first() {
    let mut sheets = random(Edition::E2021, 22);
    group(&mut sheets, "review", ["10", "1", "0", "0", "0"]);
    group(&mut sheets, "direct", ["3", "2", "0", "0", "8"]);
    group(&mut sheets, "after_review", ["5", "0", "0", "0", "0"]);
    let granted = Key::parse("t3.granted.natural").unwrap();
    let old = sheets.get(granted);
    sheets.set(granted, old + 700);
    let causes = repairs(&sheets.filled());
    assert_eq!(causes.len(), 4);
    let sets = combined(&causes);
    assert_eq!(sets.len(), 10);
    assert_eq!(
        text(&sets[0]),
        format!(
            "t3.granted.natural {}>{old}, t4.review.total 0>11, t4.direct.total 8>5, t4.after_review.total 0>5",
            old + 700
        )
    );
    assert!(sets.iter().all(|set| set.len() == 4));
    for (at, set) in sets.iter().enumerate() {
        assert!(!sets[..at].contains(set));
    }
    group(&mut sheets, "review", ["3", "2", "0", "0", "8"]);
    group(&mut sheets, "after_review", ["3", "2", "0", "0", "8"]);
    let sets = combined(&repairs(&sheets.filled()));
    assert_eq!(sets.len(), COMBINED);
    // Second-best repairs of each cause come before the worst of one.
    for at in 1..4 {
        let repairs: Vec<_> = sets.iter().map(|set| &set[at]).collect();
        assert!(repairs.iter().any(|change| *change != repairs[0]));
    }
    assert_eq!(combined(&[]), Vec::<Vec<_>>::new());
}
