//! Which of several repairs that are equally small comes first: the one that the text, or last year's report, agrees with.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use gouji::finding::Words;
use gouji::form::{Edition, Key};
use gouji::model::Quantity;
use gouji::repair::Cause;
use gouji::{LastYear, Options, check};

use support::html;
use support::made::{Blanks, Made};

/// A made report whose figures leave every alternative open.
fn made() -> Made {
    let mut made = Made::new(Edition::E2021, 2, Blanks::None);
    for (key, value) in &mut made.figures {
        if key.name().starts_with("t4.") {
            *value = Some(Quantity::ZERO);
        }
    }
    made
}

fn put(made: &mut Made, figures: &[(&str, i64)]) {
    for (name, value) in figures {
        let value = Some(Quantity(value * Quantity::UNIT));
        made.figures.insert(Key::parse(name).unwrap(), value);
    }
}

/// Adds so much to some cells.
fn add(made: &mut Made, names: &[&str], more: i64) {
    for name in names {
        let value = made.count(name) + more;
        put(made, &[(name, value)]);
    }
}

/// The only cause, of a report with a paragraph more.
fn cause(made: &Made, sentence: &str, last: Option<&Made>) -> Cause {
    let mut made = made.clone();
    made.prose[0].push(sentence.to_string());
    let previous = last.map(|last| LastYear::read(html::clean(&last.parts()).as_bytes()).unwrap());
    let options = Options {
        previous: previous.unwrap_or_default(),
        ..Options::default()
    };
    let checked = check(html::clean(&made.parts()).as_bytes(), &options).unwrap();
    let mut causes = checked.report.causes;
    assert_eq!(causes.len(), 1, "{causes:?}");
    causes.remove(0)
}

/// The cells of the first repair, and who agrees with it.
fn first(cause: &Cause) -> (Vec<String>, Option<Words>) {
    let first = &cause.repairs[0];
    let cells = first.changes.iter().map(|change| change.cell.name());
    (cells.collect(), first.agrees.clone())
}

#[test]
fn a_sentence_tells_which_cell_of_table_four_is_wrong() {
    let cases = [
        (
            "因政府信息公开被申请行政复议35件。",
            "t4.review.total",
            true,
        ),
        (
            "因政府信息公开被申请行政复议三十五件。",
            "t4.review.total",
            true,
        ),
        // All parts agree with it, and the total alone does not.
        (
            "因政府信息公开被申请行政复议53件。",
            "t4.review.other",
            false,
        ),
        // It agrees with none.
        (
            "因政府信息公开被申请行政复议44件。",
            "t4.review.total",
            false,
        ),
        (
            "全市因政府信息公开被申请行政复议53件。",
            "t4.review.total",
            false,
        ),
        (
            "因政府信息公开被申请行政复议约53件。",
            "t4.review.total",
            false,
        ),
        ("", "t4.review.total", false),
    ];
    for (sentence, cell, decided) in cases {
        let mut made = made();
        put(
            &mut made,
            &[
                ("t4.review.upheld", 31),
                ("t4.review.corrected", 4),
                ("t4.review.total", 53),
            ],
        );
        let cause = cause(&made, sentence, None);
        let (cells, agrees) = first(&cause);
        assert_eq!(
            (cells, cause.decided),
            (vec![cell.to_string()], decided),
            "{sentence}"
        );
        assert_eq!(cause.repairs.len(), 5);
        let quoted = sentence.starts_with('因') && !sentence.contains(['约', '4']);
        let said = format!("与正文“{}”一致", sentence.trim_end_matches('。'));
        assert_eq!(
            agrees.map(|agrees| agrees.zh),
            quoted.then_some(said),
            "{sentence}"
        );
    }
}

/// Each of three rows could each be off by as much: only what stands outside the table tells.
#[test]
fn the_text_and_last_year_tell_rows_apart() {
    let mut guessed = 0;
    let natural_and_total =
        |row: &str| ["natural", "total"].map(|column| format!("t3.{row}.{column}"));
    for row in ["new", "carried_in", "carried_out"] {
        let truth = {
            let mut made = made();
            let rows = ["new", "carried_in", "carried_out"].map(natural_and_total);
            let cells: Vec<&str> = rows.iter().flatten().map(String::as_str).collect();
            // Large enough for each of the three to be the wrong one.
            add(&mut made, &cells[..4], 20);
            add(&mut made, &cells[4..], 40);
            made
        };
        let cells = natural_and_total(row);
        let mut wrong = truth.clone();
        add(&mut wrong, &[&cells[0], &cells[1]], 9);
        let blind = cause(&wrong, "", None);
        assert_eq!(blind.repairs.len(), 3, "{row}");
        guessed += usize::from(first(&blind).0 == cells);

        let count = |row: &str| truth.count(&format!("t3.{row}.total"));
        let sentence = match row {
            "new" => format!("本年新收政府信息公开申请{}件。", count(row)),
            "carried_in" => format!("政府信息公开申请上年结转{}件。", count(row)),
            _ => format!("政府信息公开申请结转下年度继续办理{}件。", count(row)),
        };
        let told = cause(&wrong, &sentence, None);
        let said = format!("与正文“{}”一致", sentence.trim_end_matches('。'));
        let (found, agrees) = first(&told);
        assert_eq!((found, told.decided), (cells.to_vec(), true), "{row}");
        assert_eq!(agrees.unwrap().zh, said);

        if row != "carried_in" {
            continue;
        }
        let mut last = Made::new(Edition::E2021, 7, Blanks::None);
        last.agency = truth.agency.clone();
        last.title = truth
            .title
            .replace(&truth.year.to_string(), &(truth.year - 1).to_string());
        for column in [
            "natural", "business", "research", "charity", "legal", "other", "total",
        ] {
            let carried = truth.count(&format!("t3.carried_in.{column}"));
            put(&mut last, &[(&format!("t3.carried_out.{column}"), carried)]);
        }
        let told = cause(&wrong, "", Some(&last));
        let (found, agrees) = first(&told);
        assert_eq!((found, told.decided), (cells.to_vec(), true));
        let agrees = agrees.unwrap();
        assert_eq!(agrees.zh, "与上年度报告的结转下年度一致");
        assert_eq!(agrees.en, "agrees with what last year’s report carried out");
        let (_, agrees) = first(&cause(&wrong, &sentence, Some(&last)));
        assert_eq!(
            agrees.unwrap().zh,
            said.replace("”一致", "”、上年度报告的结转下年度一致")
        );
    }
    assert!(guessed < 3);
}

/// A witness puts nothing right that the sums do not put wrong.
#[test]
fn a_witness_accuses_nobody() {
    let mut made = made();
    made.prose[0].push("因政府信息公开被申请行政复议35件。".to_string());
    let checked = check(html::clean(&made.parts()).as_bytes(), &Options::default()).unwrap();
    assert!(checked.report.causes.is_empty());
}
