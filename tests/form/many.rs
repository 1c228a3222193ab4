//! Repairs of several cells: moved figures, totals that were never filled, and faults too many to explain.

use std::time::{Duration, Instant};

use gouji::form::{Edition, Key, Table, table3};
use gouji::repair::{LISTED, repairs};

use super::filled::{Random, Sheets, random};
use super::mend::{assert_mends, text, texts, three};

/// No search may take longer, in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_millis(500);

fn key(name: &str) -> Key {
    Key::parse(name).expect(name)
}

/// Exchanges the figures of two cells.
fn exchange(sheets: &mut Sheets, a: &str, b: &str) {
    let (in_a, in_b) = (sheets.get(key(a)), sheets.get(key(b)));
    sheets.set(key(a), in_b);
    sheets.set(key(b), in_a);
}

#[test]
fn a_figure_in_the_wrong_place_is_put_back_first() {
    let cases = [
        (
            "t3.granted.natural",
            "t3.granted.business",
            [37, 0],
            "填入相邻列",
        ),
        // （二） stands below （一）, and 3.其他 below 2. across the row that only 2019 prints.
        (
            "t3.granted.legal",
            "t3.partly_granted.legal",
            [37, 0],
            "填入相邻行",
        ),
        (
            "t3.rejected.reissue.legal",
            "t3.other.no_correction.legal",
            [37, 0],
            "填入相邻行",
        ),
        (
            "t3.denied.law.charity",
            "t3.denied.law.legal",
            [37, 12],
            "相邻两格的数填反",
        ),
        (
            "t3.granted.natural",
            "t3.other.misc.natural",
            [37, 0],
            "数填到了同行或同列的另一格",
        ),
    ];
    for (a, b, figures, slip) in cases {
        let mut sheets = random(Edition::E2021, 41);
        for (name, figure) in [a, b].into_iter().zip(figures) {
            add_to_totals(&mut sheets, key(name), figure);
        }
        assert_eq!(repairs(&sheets.filled()), []);
        exchange(&mut sheets, a, b);
        let cause = three(&sheets);
        let first = &cause.repairs[0];
        assert!(cause.repairs.len() > 1, "{a}");
        let expected = format!(
            "{a} {}>{}, {b} {}>{}",
            figures[1], figures[0], figures[0], figures[1]
        );
        assert_eq!(text(&first.changes), expected);
        assert_eq!(first.slip.clone().unwrap().zh, slip);
        assert!(!cause.incomplete);
    }
}

/// Gives a cell a figure and lets every total follow.
fn add_to_totals(sheets: &mut Sheets, cell: Key, figure: i64) {
    let more = figure - sheets.get(cell);
    let row = |id: &str| table3::ROWS.iter().position(|row| row.id == id).unwrap() as u8;
    for column in [cell.column, table3::TOTAL_COLUMN] {
        for row in [cell.row, row("total"), row("new")] {
            let key = Key {
                row,
                column,
                ..cell
            };
            sheets.set(key, sheets.get(key) + more);
        }
    }
}

/// Two rows by two columns of 5 in a report that says that nothing came in. No cell can make up for another, because
/// none can fall below 0: all four must go, though three of them already determine the fourth.
#[test]
fn cells_that_the_sums_do_not_determine_are_found_together() {
    let mut sheets = Sheets::zero(Edition::E2021);
    let mut truth = Vec::new();
    for row in ["granted", "partly_granted"] {
        for column in ["natural", "business"] {
            let name = format!("t3.{row}.{column}");
            sheets.set(key(&name), 5);
            truth.push(format!("{name} 5>0"));
        }
    }
    let cause = three(&sheets);
    assert_eq!(texts(&cause)[0], truth.join(", "));
    assert_mends(&sheets, &cause.repairs[0]);
    assert!(cause.incomplete);
}

#[test]
fn totals_that_were_never_filled_are_all_proposed() {
    for edition in Edition::ALL {
        let base = random(edition, 42);
        let mut wrong = base.clone();
        let mut truth = Vec::new();
        for key in Key::all(Table::Three, edition) {
            if key.column == table3::TOTAL_COLUMN {
                wrong.set(key, 0);
                truth.push(format!("{} 0>{}", key.name(), base.get(key)));
            }
        }
        let began = Instant::now();
        let cause = three(&wrong);
        assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
        assert_eq!(texts(&cause)[0], truth.join(", "));
        assert!(cause.decided && cause.repairs.len() <= LISTED);
    }
}

#[test]
fn a_row_of_totals_that_was_never_filled_is_proposed() {
    let base = random(Edition::E2021, 43);
    let mut wrong = base.clone();
    wrong.set_row("total", [0; 7]);
    let cause = three(&wrong);
    let total = Key::all(Table::Three, Edition::E2021)
        .into_iter()
        .filter(|key| key.row_id() == "total");
    let truth = total.map(|key| format!("{} 0>{}", key.name(), base.get(key)));
    assert_eq!(texts(&cause)[0], truth.collect::<Vec<_>>().join(", "));
    assert!(cause.decided);
}

#[test]
fn beyond_three_cells_the_search_is_bounded_and_says_when_it_gave_up() {
    let mut random_numbers = Random(44);
    let (mut found, mut gave_up) = (0, 0);
    for round in 0..120 {
        let edition = Edition::ALL[round % 2];
        let base = random(edition, 44 + round as u64);
        let keys = Key::all(Table::Three, edition);
        let mut wrong = base.clone();
        let faults = 4 + round % 9;
        for _ in 0..faults {
            let key = keys[random_numbers.below(keys.len() as u64) as usize];
            wrong.set(key, wrong.get(key) + 1 + random_numbers.below(900) as i64);
        }
        let began = Instant::now();
        let cause = three(&wrong);
        assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
        assert!(cause.repairs.len() <= LISTED);
        for repair in &cause.repairs {
            assert!(repair.changes.len() <= faults);
            assert_mends(&wrong, repair);
        }
        if cause.repairs.is_empty() {
            assert!(cause.incomplete && !cause.decided);
            gave_up += 1;
        } else {
            found += 1;
        }
    }
    eprintln!("four to twelve faults: {found} found, {gave_up} given up");
    assert!(found > 60);
}

#[test]
fn a_table_of_noise_is_given_up() {
    let mut random_numbers = Random(45);
    let mut sheets = Sheets::zero(Edition::E2021);
    for key in Key::all(Table::Three, Edition::E2021) {
        sheets.set(key, random_numbers.below(1_000) as i64);
    }
    let began = Instant::now();
    let cause = three(&sheets);
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
    assert!(cause.incomplete && !cause.decided);
}
