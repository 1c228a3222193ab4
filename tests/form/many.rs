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
    // It is met by several ways, and listed once.
    assert_eq!(texts(&cause), [truth.join(", ")]);
    assert_mends(&sheets, &cause.repairs[0]);
    assert!(cause.incomplete);
}

/// Cells with what stands there instead of 0, all repairs, and whether there may be others.
type Case = (
    Edition,
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
    bool,
);

const REFUSED: &[Case] = &[
    // Where every sum binds, three cells leave no freedom: the list is whole, though a pair was refused.
    (
        Edition::E2021,
        &[
            ("t3.denied.internal.charity", "9"),
            ("t3.unavailable.not_held.research", "14"),
            ("t3.unavailable.not_held.total", "9"),
            ("t3.total.charity", "9"),
            ("t3.total.total", "9"),
            ("t3.new.charity", "9"),
            ("t3.new.total", "9"),
        ],
        &[
            "t3.denied.internal.total 0>9, t3.unavailable.not_held.research 14>0, t3.unavailable.not_held.total 9>0",
            "t3.denied.internal.charity 9>0, t3.unavailable.not_held.research 14>0, t3.unavailable.not_held.charity 0>9",
        ],
        false,
    ),
    // Each of two totals gives way to the other, as far as 0.
    (
        Edition::E2021,
        &[
            ("t3.new.charity", "?"),
            ("t3.new.legal", "?"),
            ("t3.new.total", "146"),
            ("t3.denied.secret.other", ""),
            ("t3.denied.third_party.legal", "?"),
            ("t3.unavailable.not_held.research", "?"),
            ("t3.unavailable.not_held.total", "180"),
            ("t3.rejected.excessive.natural", "?"),
            ("t3.rejected.excessive.business", "?"),
            ("t3.rejected.excessive.charity", "?"),
            ("t3.rejected.excessive.total", "278"),
            ("t3.total.natural", "22"),
            ("t3.total.business", "27"),
            ("t3.total.research", "21"),
            ("t3.total.charity", "25"),
            ("t3.total.legal", "26"),
            ("t3.total.other", "25"),
            ("t3.total.total", "146"),
        ],
        &[
            "t3.new.natural 0>22, t3.new.business 0>27, t3.new.research 0>21, t3.new.other 0>25, t3.unavailable.not_held.total 180>146, t3.rejected.excessive.total 278>0",
            "t3.new.natural 0>22, t3.new.business 0>27, t3.new.research 0>21, t3.new.other 0>25, t3.unavailable.not_held.total 180>0, t3.rejected.excessive.total 278>146",
        ],
        true,
    ),
    // Every firm sum would hold with fewer cells, but one that cannot be told would break.
    (
        Edition::E2019,
        &[
            ("t3.new.research", "?"),
            ("t3.new.legal", "?"),
            ("t3.new.other", "?"),
            ("t3.denied.third_party.natural", "42"),
            ("t3.denied.third_party.total", "?"),
            ("t3.unavailable.unclear.natural", "42"),
            ("t3.unavailable.unclear.business", ""),
            ("t3.unavailable.unclear.total", "?"),
            ("t3.rejected.duplicate.natural", "1"),
            ("t3.rejected.duplicate.other", "?"),
            ("t3.rejected.excessive.research", ""),
            ("t3.rejected.excessive.legal", ""),
            ("t3.total.business", "10"),
            ("t3.total.research", "24"),
            ("t3.total.charity", ""),
            ("t3.total.legal", "20"),
            ("t3.total.other", "22"),
            ("t3.total.total", "118"),
        ],
        &[
            "t3.new.natural 0>85, t3.new.business 0>10, t3.new.total 0>161, t3.total.natural 0>85, t3.total.total 118>161",
        ],
        true,
    ),
    // Of the sets that the sums determine some are refused, and the others are still found.
    (
        Edition::E2021,
        &[
            ("t3.new.charity", "25"),
            ("t3.new.total", "?"),
            ("t3.granted.charity", "3"),
            ("t3.granted.total", "?"),
            ("t3.partly_granted.charity", "3"),
            ("t3.partly_granted.total", "?"),
            ("t3.denied.law.research", "1"),
            ("t3.denied.law.legal", "?"),
            ("t3.denied.security.charity", "3"),
            ("t3.denied.security.legal", "?"),
            ("t3.denied.third_party.charity", "2"),
            ("t3.denied.third_party.total", "?"),
            ("t3.denied.internal.charity", "2"),
            ("t3.denied.internal.total", "?"),
            ("t3.denied.process.charity", "3"),
            ("t3.denied.process.total", "7"),
            ("t3.denied.admin_inquiry.charity", "1"),
            ("t3.denied.admin_inquiry.total", "?"),
            ("t3.unavailable.unclear.charity", "3"),
            ("t3.unavailable.unclear.other", "?"),
            ("t3.rejected.petition.charity", "2"),
            ("t3.rejected.petition.total", "?"),
            ("t3.rejected.duplicate.charity", "1"),
            ("t3.rejected.duplicate.other", "?"),
            ("t3.rejected.reissue.charity", "1"),
            ("t3.rejected.reissue.other", "?"),
            ("t3.other.no_correction.charity", "2"),
            ("t3.other.no_correction.total", "?"),
            ("t3.other.unpaid.natural", "1"),
            ("t3.other.unpaid.charity", "3"),
            ("t3.other.unpaid.total", "4"),
            ("t3.total.natural", "?"),
            ("t3.total.charity", "25"),
        ],
        &[
            "t3.new.charity 25>29, t3.denied.law.research 1>0, t3.denied.process.natural 0>4, t3.total.charity 25>29",
            "t3.new.charity 25>29, t3.denied.law.research 1>0, t3.denied.process.legal 0>4, t3.total.charity 25>29",
            "t3.new.charity 25>33, t3.denied.law.research 1>0, t3.denied.process.charity 3>7, t3.total.charity 25>33",
        ],
        true,
    ),
];

#[test]
fn behind_a_set_that_is_refused_larger_ones_are_found() {
    for (edition, cells, expected, incomplete) in REFUSED {
        let mut sheets = Sheets::zero(*edition);
        for (name, value) in *cells {
            sheets.set_text(name, value);
        }
        let cause = three(&sheets);
        assert_eq!(texts(&cause), *expected);
        assert_eq!(cause.incomplete, *incomplete);
        for repair in &cause.repairs {
            assert_mends(&sheets, repair);
        }
    }
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
