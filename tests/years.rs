//! Two years of made reports: a clean pair gives no error and no warning, one slip between the years exactly its finding,
//! and a report that is not the one before is named and never compared.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use gouji::finding::{Outcome, Severity};
use gouji::form::{Edition, Key, Table};
use gouji::model::Quantity;
use gouji::{Checked, LastYear, Options, check};

use support::html;
use support::made::{Blanks, Made, rows_of_three};
use support::rng::Rng;
use support::sheet::Part;
use support::words;

const PAIRS: u64 = 100;
const COLUMNS: [&str; 7] = [
    "natural", "business", "research", "charity", "legal", "other", "total",
];

/// Last year's report and this year's.
struct Pair {
    last: Made,
    this: Made,
}

fn number(made: &Made, name: &str) -> i64 {
    made.figures[&Key::parse(name).unwrap()].unwrap().0
}

fn put(made: &mut Made, name: &str, value: i64) {
    let key = Key::parse(name).unwrap();
    made.figures.insert(key, Some(Quantity(value)));
}

fn add(made: &mut Made, name: &str, more: i64) {
    let old = number(made, name);
    put(made, name, old + more * Quantity::UNIT);
}

impl Pair {
    /// Everything that goes from one year into the next agrees.
    fn new(seed: u64) -> Pair {
        let edition = Edition::ALL[usize::from(!seed.is_multiple_of(5))];
        let mut this = Made::new(edition, seed, Blanks::None);
        if this.year == 2019 {
            this.year = 2020;
            this.title = words::title(&this.agency, this.year, &mut Rng::new(seed));
            this.prose = words::prose(&this);
        }
        let before = Edition::of_year(this.year - 1).unwrap();
        let mut last = Made::new(before, seed + 10_005, Blanks::None);
        last.agency = this.agency.clone();
        last.year = this.year - 1;
        last.title = words::title(&last.agency, last.year, &mut Rng::new(seed));
        last.prose[0] = vec![format!(
            "{}年，本机关按要求公开各类信息，没有遗漏，也没有收到投诉。",
            last.year
        )];
        last.prose[4] = vec!["存在的问题是人手不足。改进：增加一名专职人员。".to_string()];
        for column in COLUMNS {
            let carried = number(&this, &format!("t3.carried_in.{column}"));
            put(&mut last, &format!("t3.carried_out.{column}"), carried);
        }
        let pair = [before, this.edition];
        for row in ["regulations", "normative"] {
            if pair == [Edition::E2021; 2] {
                let of = |item: &str| number(&this, &format!("t2.{row}.{item}"));
                let stock = of("in_force") - of("issued") + of("repealed");
                put(&mut last, &format!("t2.{row}.in_force"), stock);
            }
        }
        for row in ["licences", "services", "penalties", "coercion", "fees"] {
            if pair == [Edition::E2019; 2] {
                let of = |made: &Made| number(made, &format!("t2.{row}.previous"));
                let change = of(&this) - of(&last);
                put(&mut last, &format!("t2.{row}.change"), change);
            }
        }
        Pair { last, this }
    }

    fn checked(&self) -> Checked {
        let options = Options {
            previous: LastYear::read(html::clean(&self.last.parts()).as_bytes()).unwrap(),
            ..Options::default()
        };
        check(html::clean(&self.this.parts()).as_bytes(), &options).unwrap()
    }

    /// Errors and warnings: rule, subject, severity.
    fn said(&self) -> Vec<(&'static str, String, Severity)> {
        let checked = self.checked();
        let findings = checked.report.findings.iter();
        findings
            .filter(|finding| finding.severity < Severity::Info)
            .map(|finding| (finding.rule, finding.subject.clone(), finding.severity))
            .collect()
    }

    fn editions(&self) -> [Edition; 2] {
        [self.last.edition, self.this.edition]
    }
}

#[test]
fn nothing_is_held_against_a_clean_pair() {
    for seed in 0..PAIRS {
        assert_eq!(Pair::new(seed).said(), [], "seed {seed}");
    }
}

#[test]
fn the_rules_compare_what_both_editions_print() {
    for seed in 0..PAIRS {
        let pair = Pair::new(seed);
        let checked = pair.checked();
        let held = |rule: &str| {
            let checks = checked.report.checks.iter();
            let own = checks.filter(|c| c.rule == rule && c.outcome == Outcome::Held);
            own.count()
        };
        let stocks = usize::from(pair.editions() == [Edition::E2021; 2]) * 2;
        let bases = usize::from(pair.editions() == [Edition::E2019; 2]) * 5;
        let counted = ["years-carry", "years-stock", "years-base", "years-same"];
        let counts = counted.map(held);
        assert_eq!(counts, [7, stocks, bases, 1], "seed {seed}");
        let untold = checked.report.checks.iter().find(|check| {
            let figures = counted.contains(&check.rule);
            figures && matches!(check.outcome, Outcome::CannotTell(_))
        });
        assert_eq!(untold, None, "seed {seed}");
    }
}

/// Of a table that this report lacks nothing is said; what last year's lacks is.
#[test]
fn a_table_that_is_not_there_is_not_compared() {
    let without = |made: &Made, table: Table| {
        let mut parts = made.parts();
        parts.retain(|part| !matches!(part, Part::Sheet(sheet) if sheet.table == table));
        html::clean(&parts)
    };
    let pair = (0..PAIRS).map(Pair::new);
    let pair = pair
        .into_iter()
        .find(|pair| pair.editions() == [Edition::E2021; 2]);
    let pair = pair.unwrap();
    for (table, rule, words) in [
        (Table::Two, "years-stock", "去年的报告里没有读到表二"),
        (Table::Three, "years-carry", "去年的报告里没有读到表三"),
    ] {
        let outcomes = |last: &str, this: &str| -> Vec<Outcome> {
            let options = Options {
                previous: LastYear::read(last.as_bytes()).unwrap(),
                ..Options::default()
            };
            let checks = check(this.as_bytes(), &options).unwrap().report.checks;
            let own = checks.into_iter().filter(|check| check.rule == rule);
            own.map(|check| check.outcome).collect()
        };
        let whole = [&pair.last, &pair.this].map(|made| html::clean(&made.parts()));
        let [last, this] = [&pair.last, &pair.this].map(|made| without(made, table));
        assert_eq!(
            outcomes(&whole[0], &this),
            [Outcome::NotApplicable],
            "{rule}"
        );
        match &outcomes(&last, &whole[1])[..] {
            [Outcome::CannotTell(why)] => assert_eq!(why.zh, words),
            other => panic!("{rule}: {other:?}"),
        }
    }
}

#[test]
fn a_slip_between_the_years_gives_its_finding() {
    for seed in 0..PAIRS {
        for column in ["natural", "legal"] {
            let mut pair = Pair::new(seed);
            add(&mut pair.last, &format!("t3.carried_out.{column}"), 1);
            add(&mut pair.last, "t3.carried_out.total", 1);
            let said = |subject: &str, severity| ("years-carry", subject.to_string(), severity);
            let expected = [
                said("total", Severity::Error),
                said(column, Severity::Warning),
            ];
            assert_eq!(pair.said(), expected, "seed {seed}");
        }
        let mut pair = Pair::new(seed);
        let (cell, rule, row) = match pair.editions() {
            [Edition::E2021, _] => ("t2.normative.in_force", "years-stock", "normative"),
            [_, Edition::E2019] => ("t2.penalties.change", "years-base", "penalties"),
            // Of table 二 nothing goes from the one edition into the other.
            _ => continue,
        };
        add(&mut pair.last, cell, 7);
        let expected = [(rule, row.to_string(), Severity::Warning)];
        assert_eq!(pair.said(), expected, "seed {seed}");
    }
}

#[test]
fn a_row_of_last_year_that_does_not_add_up_is_held_against_nobody() {
    for seed in 0..PAIRS {
        for column in ["natural", "total"] {
            let mut pair = Pair::new(seed);
            add(&mut pair.last, &format!("t3.carried_out.{column}"), 1);
            assert_eq!(pair.said(), [], "seed {seed}");
            let checks = pair.checked().report.checks;
            let mut untold = checks.iter().filter(|check| check.rule == "years-carry");
            let told = untold.find_map(|check| match &check.outcome {
                Outcome::CannotTell(why) if check.subject == column => Some(why.zh.clone()),
                _ => None,
            });
            assert!(told.unwrap().contains("合计不平"), "seed {seed}");
        }
    }
}

#[test]
fn tables_and_text_of_last_year_are_told() {
    for seed in (0..PAIRS).filter(|seed| !seed.is_multiple_of(5)) {
        let mut pair = Pair::new(seed);
        // A year that ends as it began, so that its tables may stand twice.
        let this = &mut pair.this;
        for column in COLUMNS {
            let total = number(this, &format!("t3.total.{column}"));
            for (row, value) in [("new", total), ("carried_in", 0), ("carried_out", 0)] {
                put(this, &format!("t3.{row}.{column}"), value);
            }
        }
        for row in ["regulations", "normative"] {
            let issued = number(this, &format!("t2.{row}.issued"));
            put(this, &format!("t2.{row}.repealed"), issued);
        }
        this.prose = words::prose(this);
        for (key, value) in &mut pair.last.figures {
            if let Some(same) = pair.this.figures.get(key) {
                *value = *same;
            }
        }
        let flows = |key: &Key| !["in_force", "issued"].contains(&key.column_id());
        let some = pair.this.figures.iter();
        let some = some
            .filter(|(key, n)| flows(key) && n.unwrap().0 != 0)
            .count()
            > 0;
        let same = ("years-same", String::new(), Severity::Warning);
        // In the first year of an edition table 二 differs, and the rows under 其他处理 do.
        let whole = rows_of_three(pair.last.edition) == rows_of_three(pair.this.edition);
        if some && whole {
            assert_eq!(pair.said(), [same], "seed {seed}");
        }
        let mut pair = Pair::new(seed);
        let last = pair.last.year;
        pair.last.prose = pair.this.prose.clone();
        for line in pair.last.prose.iter_mut().flatten() {
            *line = line.replace(&pair.this.year.to_string(), &last.to_string());
        }
        let copied = ("years-copied", String::new(), Severity::Warning);
        assert_eq!(pair.said(), [copied], "seed {seed}");
    }
}

#[test]
fn a_report_that_is_not_the_one_before_is_never_compared() {
    type Change = fn(&mut Made);
    let wrong: [(&str, Change); 4] = [
        ("不是", |last| {
            last.title = last
                .title
                .replace(&last.year.to_string(), &(last.year - 1).to_string())
        }),
        ("不是", |last| {
            last.title = last
                .title
                .replace(&last.year.to_string(), &(last.year + 1).to_string())
        }),
        ("“示例市教育局”", |last| {
            last.title = format!("示例市教育局{}年政府信息公开工作年度报告", last.year)
        }),
        ("没有年度", |last| {
            last.title = format!("{}政府信息公开工作年度报告", last.agency)
        }),
    ];
    for (words, change) in wrong {
        for seed in 0..20 {
            let mut pair = Pair::new(seed);
            add(&mut pair.last, "t3.carried_out.total", 1);
            change(&mut pair.last);
            assert_eq!(pair.said(), [], "seed {seed}");
            let checked = pair.checked();
            let years = checked
                .report
                .checks
                .iter()
                .filter(|c| c.rule.starts_with("years-"));
            for check in years {
                match &check.outcome {
                    Outcome::CannotTell(why) => assert!(why.zh.contains(words), "{}", why.zh),
                    other => panic!("seed {seed}: {} {other:?}", check.rule),
                }
            }
        }
    }
}

#[test]
fn a_report_that_cannot_be_read_is_said() {
    let pair = Pair::new(2);
    let error = LastYear::read(b"").unwrap_err();
    let options = Options {
        previous: LastYear::Unread(gouji::wording::read_error(&error).1),
        ..Options::default()
    };
    let checked = check(html::clean(&pair.this.parts()).as_bytes(), &options).unwrap();
    let verdict = gouji::verdict::verdict(&checked);
    assert_eq!(verdict.words.zh, "无法判断：没有与去年的报告比较");
    assert!(verdict.why.unwrap().zh.contains("内容为空"));
    assert_eq!(checked.filled.sheet(Table::Two).figures.len(), 10);
}
