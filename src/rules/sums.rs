//! The four rules of the cross-totals. What they add up is written once, in `form::sums`; here they get their titles,
//! their bases and their outcomes.

mod words;

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Outcome, Severity};
use crate::form::sums as form;
use crate::form::{Edition, Family, Key};
use crate::recognise::Filled;
use crate::sums::{self, Standing, Sum, Sums};

pub const BALANCE: Rule = Rule {
    id: form::BALANCE.id,
    severity: Severity::Error,
    title: Head {
        zh: "表三每列：新收+上年结转=总计+结转下年度",
        en: "Table 3, each column: new + carried in = total + carried out",
    },
    basis: Head {
        zh: "表三左上角印明：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
        en: "Printed in the corner cell of Table 3: item 1 plus item 2 equals item 3 plus item 4",
    },
    check: |filled, says| check(&form::BALANCE, filled, says),
};

pub const RESULTS: Rule = Rule {
    id: form::RESULTS.id,
    severity: Severity::Error,
    title: Head {
        zh: "表三每列：（七）总计=各项办理结果之和",
        en: "Table 3, each column: (7) Total = the sum of the results",
    },
    basis: Head {
        zh: "表三的行名「（七）总计」",
        en: "The label （七）总计 (total) in Table 3",
    },
    check: |filled, says| check(&form::RESULTS, filled, says),
};

pub const ROW: Rule = Rule {
    id: form::ROW.id,
    severity: Severity::Error,
    title: Head {
        zh: "表三每行：总计=六类申请人之和",
        en: "Table 3, each row: Total = the sum of the six kinds of applicants",
    },
    basis: Head {
        zh: "表三的列名「总计」",
        en: "The label 总计 (total) in Table 3",
    },
    check: |filled, says| check(&form::ROW, filled, says),
};

pub const CASES: Rule = Rule {
    id: form::CASES.id,
    severity: Severity::Error,
    title: Head {
        zh: "表四每组：总计=四种结果之和",
        en: "Table 4, each group: Total = the sum of the four results",
    },
    basis: Head {
        zh: "表四的列名「总计」",
        en: "The label 总计 (total) in Table 4",
    },
    check: |filled, says| check(&form::CASES, filled, says),
};

/// Says of every sum of a family how it stands.
fn check(family: &'static Family, filled: &Filled, says: &mut Says) {
    let edition = name::edition(filled, family.table());
    let sums = match sums::of_family(family, filled) {
        Sums::Missing => return says.end(family.id, "", Outcome::NotApplicable),
        Sums::Doubtful(doubt) => {
            let why = Outcome::CannotTell(look::doubted(family.table(), doubt));
            return says.end(family.id, "", why);
        }
        Sums::Told(sums) => sums,
    };
    for sum in sums {
        let outcome = match &sum.tally.standing {
            Standing::Held => Outcome::Held,
            Standing::Broken => Outcome::Broken,
            Standing::Open { completing } => {
                Outcome::CannotTell(words::open(&sum, *completing, edition))
            }
            Standing::Unknown(lack) => Outcome::CannotTell(words::lack(lack, filled, edition)),
        };
        if outcome == Outcome::Broken {
            says.find(finding(&sum, filled, edition));
        }
        says.end(family.id, sum.equation.subject, outcome);
    }
}

fn finding(sum: &Sum, filled: &Filled, edition: Edition) -> Finding {
    let equation = &sum.equation;
    let cells: Vec<Key> = equation
        .right
        .iter()
        .chain(&equation.left)
        .copied()
        .collect();
    let first = cells.first().and_then(|&cell| filled.figure(cell));
    // A side with blanks has no sum that could be stated.
    let whole = |side, open| (open == 0).then_some(side);
    Finding {
        rule: equation.family.id,
        subject: equation.subject.to_string(),
        severity: Severity::Error,
        what: words::what(sum, filled, edition),
        how: words::how(sum, edition),
        found: whole(sum.tally.right, sum.tally.open_right),
        expected: whole(sum.tally.left, sum.tally.open_left),
        place: first.map(|figure| figure.place),
        cells,
    }
}
