//! What this year's report says against last year's: figures that stand in both, or follow from both. How a rule gets at
//! last year's report, and why it cannot.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::sums::ROW;
use crate::form::{Key, Table};
use crate::model::Quantity;
use crate::recognise::{Filled, Previous, SheetState, Unfit, Value};
use crate::sums::{self, Standing, Sums};

pub const CARRY: Rule = Rule {
    id: "years-carry",
    severity: Severity::Error,
    title: Head {
        zh: "上年结转与去年报告的结转下年度不同",
        en: "Carried in differs from what last year carried out",
    },
    basis: Head {
        zh: "表三的行名：上年结转，就是去年报告的结转下年度继续办理",
        en: "The rows of table 3: what is carried in is what last year’s report carried out",
    },
    check: |filled, says| check(&CARRIED, filled, says),
};

pub const STOCK: Rule = Rule {
    id: "years-stock",
    severity: Severity::Warning,
    title: Head {
        zh: "现行有效与去年的对不上",
        en: "In force does not follow from last year’s",
    },
    basis: Head {
        zh: "表二的列名：本年制发件数、本年废止件数、现行有效件数",
        en: "The heads of table 2: issued and repealed this year, in force",
    },
    check: |filled, says| check(&STOCKS, filled, says),
};

pub const BASE: Rule = Rule {
    id: "years-base",
    severity: Severity::Warning,
    title: Head {
        zh: "上一年项目数量与去年的对不上",
        en: "Items last year do not follow from last year’s report",
    },
    basis: Head {
        zh: "表二（2019 年格式）的列名：上一年项目数量、本年增/减",
        en: "The heads of table 2 (2019 form): items last year, change this year",
    },
    check: |filled, says| check(&BASES, filled, says),
};

/// A figure that follows from others, in rows or columns of a table.
struct Family {
    rule: &'static str,
    table: Table,
    /// The rows or columns.
    subjects: &'static [&'static str],
    /// Before and behind the subject in the name of the cell.
    found: [&'static str; 2],
    terms: &'static [Term],
    how: Head,
}

struct Term {
    of_last_year: bool,
    sign: i64,
    name: [&'static str; 2],
}

const fn last(name: [&'static str; 2]) -> Term {
    Term {
        of_last_year: true,
        sign: 1,
        name,
    }
}

const fn this(sign: i64, name: [&'static str; 2]) -> Term {
    Term {
        of_last_year: false,
        sign,
        name,
    }
}

const CARRIED: Family = Family {
    rule: "years-carry",
    table: Table::Three,
    subjects: &[
        "natural", "business", "research", "charity", "legal", "other", "total",
    ],
    found: ["t3.carried_in.", ""],
    terms: &[last(["t3.carried_out.", ""])],
    how: Head {
        zh: "两处是同一批申请：请对照台账，改正填错的一处。去年的报告有误、机构改革划转申请的，以实际为准，并在第六部分说明",
        en: "Both count the same requests: compare the records and mend the wrong one. Where last year’s report was wrong, or requests moved with a reform of organs, keep the facts and say so in section six",
    },
};

const STOCKS: Family = Family {
    rule: "years-stock",
    table: Table::Two,
    subjects: &["regulations", "normative"],
    found: ["t2.", ".in_force"],
    terms: &[
        last(["t2.", ".in_force"]),
        this(1, ["t2.", ".issued"]),
        this(-1, ["t2.", ".repealed"]),
    ],
    how: Head {
        zh: "请核对这几个数。文件修改、合并、清理、有效期届满或者统计口径改变的，可以不等，核对后保留",
        en: "Check these figures. They may lawfully differ where documents were amended, merged, cleaned up or ran out, or are counted in another way; keep them then",
    },
};

const BASES: Family = Family {
    rule: "years-base",
    table: Table::Two,
    subjects: &["licences", "services", "penalties", "coercion", "fees"],
    found: ["t2.", ".previous"],
    terms: &[last(["t2.", ".previous"]), last(["t2.", ".change"])],
    how: Head {
        zh: "请核对这几个数。事项目录调整、职责划转或者统计口径改变的，可以不等，核对后保留",
        en: "Check these figures. They may lawfully differ where the list of items or the duties of the organ changed, or the way of counting; keep them then",
    },
};

/// A term with its cell and what stands there.
struct Part {
    of_last_year: bool,
    sign: i64,
    key: Key,
    value: Option<Quantity>,
}

fn check(family: &'static Family, filled: &Filled, says: &mut Says) {
    let before = match before(filled).and_then(|before| {
        both_bound(filled, before, family.table)?;
        Ok(before)
    }) {
        Ok(before) => before,
        Err(outcome) => return says.end(family.rule, "", outcome),
    };
    let count = says.checks.len();
    for subject in family.subjects {
        let key = |name: &[&str; 2]| Key::parse(&[name[0], subject, name[1]].concat());
        let Some(found) = key(&family.found) else {
            continue;
        };
        let terms = family.terms.iter();
        let terms: Vec<(&Term, Key)> = terms.filter_map(|t| Some((t, key(&t.name)?))).collect();
        let prints = |last: bool, key: Key| {
            let report = if last { before } else { filled };
            key.is_in(report.edition_of(key.table))
        };
        let printed = terms.iter().all(|(t, key)| prints(t.of_last_year, *key));
        if prints(false, found) && printed {
            let outcome = link(family, subject, found, &terms, [filled, before], says);
            says.end(family.rule, subject, outcome);
        }
    }
    // The editions do not both print these cells.
    if says.checks.len() == count {
        says.end(family.rule, "", Outcome::NotApplicable);
    }
}

/// Compares one figure; tells it where it differs.
fn link(
    family: &'static Family,
    subject: &str,
    found: Key,
    terms: &[(&Term, Key)],
    [filled, before]: [&Filled; 2],
    says: &mut Says,
) -> Outcome {
    let mut parts = Vec::new();
    for (term, key) in terms {
        let report = if term.of_last_year { before } else { filled };
        match value(report, *key, term.of_last_year) {
            Ok(value) => parts.push(Part {
                of_last_year: term.of_last_year,
                sign: term.sign,
                key: *key,
                value,
            }),
            Err(why) => return Outcome::CannotTell(why),
        }
    }
    let stands = match value(filled, found, false) {
        Ok(value) => value,
        Err(why) => return Outcome::CannotTell(why),
    };
    let parts_sum = parts.iter().map(|part| part.sign * worth(part.value).0);
    let expected = Quantity(parts_sum.sum());
    if worth(stands) == expected {
        return Outcome::Held;
    }
    let open = parts.iter().any(|part| part.value.is_none());
    let (Some(number), false) = (stands, open) else {
        return Outcome::CannotTell(blank(filled, found, expected, open));
    };
    if let Some(why) = doubted(before, &parts) {
        return Outcome::CannotTell(why);
    }
    let what = sentence(filled, before, found, number, &parts, expected);
    let mut cells = vec![found];
    let own = parts.iter().filter(|part| !part.of_last_year);
    cells.extend(own.map(|part| part.key));
    let milder = family.table == Table::Three && subject != "total";
    says.find(Finding {
        rule: family.rule,
        subject: subject.to_string(),
        severity: match milder || family.table == Table::Two {
            true => Severity::Warning,
            false => Severity::Error,
        },
        what,
        how: Words::new(family.how.zh, family.how.en),
        cells,
        found: Some(number),
        expected: Some(expected),
        place: None,
    });
    Outcome::Broken
}

/// A figure of last year's report in a row whose own total is wrong is held against nobody.
fn doubted(before: &Filled, parts: &[Part]) -> Option<Words> {
    let Sums::Told(rows) = sums::of_family(&ROW, before) else {
        return None;
    };
    let broken = rows
        .iter()
        .filter(|row| row.tally.standing == Standing::Broken);
    let broken: Vec<Key> = broken
        .flat_map(|row| row.equation.terms().map(|(key, _)| key))
        .collect();
    let mut old = parts.iter().filter(|part| part.of_last_year);
    let part = old.find(|part| broken.contains(&part.key))?;
    let cell = name::cell(part.key, before.edition_of(part.key.table));
    Some(Words::new(
        format!("去年的报告{}所在的一行合计不平，不知哪个数有误", cell.zh),
        format!(
            "the row of {} in last year’s report does not add up, so it is not known which figure is wrong",
            cell.en
        ),
    ))
}

/// A blank at zero.
fn worth(value: Option<Quantity>) -> Quantity {
    value.unwrap_or(Quantity::ZERO)
}

/// The part of the sentence that all three rules share.
fn sentence(
    filled: &Filled,
    before: &Filled,
    found: Key,
    number: Quantity,
    parts: &[Part],
    expected: Quantity,
) -> Words {
    let cell = name::cell(found, filled.edition_of(found.table));
    let mut from = Words::default();
    for part in parts {
        let value = worth(part.value);
        let report = if part.of_last_year { before } else { filled };
        let heads = name::cell(part.key, report.edition_of(part.key.table));
        let year = report.title.year.unwrap_or_default();
        let (zh, en) = if from.zh.is_empty() {
            ("", "")
        } else {
            ("、", ", ")
        };
        from.zh += &format!("{zh}{year} 年{} {value}", heads.zh);
        from.en += &format!("{en}{} of {year}, {value}", heads.en);
    }
    Words::new(
        format!("{}是 {number}；按{}，应为 {expected}", cell.zh, from.zh),
        format!(
            "{} is {number}; it should be {expected} by {}",
            cell.en, from.en
        ),
    )
}

fn blank(filled: &Filled, found: Key, expected: Quantity, open: bool) -> Words {
    let cell = name::cell(found, filled.edition_of(found.table));
    match open {
        true => Words::new(
            format!("{}：据以计算的格（可能在去年的报告里）有空白", cell.zh),
            format!(
                "{}: a cell it follows from, perhaps in last year’s report, is blank",
                cell.en
            ),
        ),
        false => Words::new(
            format!("{}空白，填 {expected} 就与去年的报告一致", cell.zh),
            format!(
                "{} is blank; {expected} would agree with last year’s report",
                cell.en
            ),
        ),
    }
}

/// Last year's report, or how a rule ends without it. What a first visit loads has none (`Previous::report`).
#[inline(always)]
pub fn before(filled: &Filled) -> Result<&Filled, Outcome> {
    if cfg!(not(feature = "office")) {
        return Err(Outcome::NotApplicable);
    }
    match &filled.previous {
        Previous::None => Err(Outcome::NotApplicable),
        Previous::Unfit(unfit) => Err(Outcome::CannotTell(unfit_words(unfit))),
        Previous::Given(before) => Ok(before),
    }
}

/// Whether the cells of a table can be told in both reports.
pub fn both_bound(filled: &Filled, before: &Filled, table: Table) -> Result<(), Outcome> {
    let title = table.title();
    match filled.sheet(table).state {
        SheetState::Bound => {}
        SheetState::Missing => return Err(Outcome::NotApplicable),
        SheetState::CannotTell(doubt) => {
            return Err(Outcome::CannotTell(look::doubted(table, doubt)));
        }
    }
    match before.sheet(table).state {
        SheetState::Bound => Ok(()),
        _ => Err(Outcome::CannotTell(Words::new(
            format!("去年的报告里没有读到{}", title.zh),
            format!("{} of last year’s report was not read", title.en),
        ))),
    }
}

/// What stands in a cell, none for a blank; or why that is not known.
pub fn value(report: &Filled, key: Key, last: bool) -> Result<Option<Quantity>, Words> {
    match report.figure(key).map(|figure| figure.value) {
        Some(Value::Number(number)) => Ok(Some(number)),
        Some(Value::Blank | Value::Dash) => Ok(None),
        Some(Value::Unreadable) | None => {
            let cell = name::cell(key, report.edition_of(key.table));
            let whose = match last {
                true => ("去年的报告", "last year’s report: "),
                false => ("", ""),
            };
            Err(Words::new(
                format!("{}{}没有读到数字", whose.0, cell.zh),
                format!("{}no number was read in {}", whose.1, cell.en),
            ))
        }
    }
}

/// Why the report that was given is not compared.
pub fn unfit_words(unfit: &Unfit) -> Words {
    match unfit {
        Unfit::Unread { zh, en } => Words::new(
            format!("去年的报告读不了：{}", zh.trim_end_matches('。')),
            format!(
                "last year’s report cannot be read: {}",
                en.trim_end_matches('.')
            ),
        ),
        Unfit::NoYear { this: true } => Words::new(
            "这份报告的标题没有年度，不能与去年的比较",
            "the title of this report names no year, so it is not compared with last year’s",
        ),
        Unfit::NoYear { this: false } => Words::new(
            "去年的报告标题没有年度，没有比较",
            "the title of last year’s report names no year; it was not compared",
        ),
        Unfit::OtherYear { wanted, given } => Words::new(
            format!("作比较的报告是 {given} 年的，不是 {wanted} 年的，没有比较"),
            format!(
                "the report to compare with is on {given}, not on {wanted}; it was not compared"
            ),
        ),
        Unfit::OtherOrgan { this, given } => Words::new(
            format!("作比较的报告是“{given}”的，不是“{this}”的，没有比较"),
            format!(
                "the report to compare with is that of {given}, not of {this}; it was not compared"
            ),
        ),
    }
}
