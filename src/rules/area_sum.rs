//! A figure of a report on a whole area is not what the reports under it add up to.

use super::area::{self, CellSum};
use super::{Head, Rule, Says, name};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::model::Quantity;
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "area-sum",
    severity: Severity::Warning,
    title: Head {
        zh: "与下级单位报告的合计不同",
        en: "Differs from the sum of the reports under it",
    },
    basis: Head {
        zh: "惯例：汇总报告表三、表四的每一格，通常是所属各单位报告之和",
        en: "Practice: each cell of tables 3 and 4 is usually the sum of the units’",
    },
    check,
};

/// A sentence names so many contributors; the rest are counted.
const NAMED: usize = 3;

fn check(filled: &Filled, says: &mut Says) {
    let Some(area) = filled.area() else {
        return says.end(RULE.id, "", Outcome::NotApplicable);
    };
    if let Some(why) = area::obstacle(filled, area) {
        return says.end(RULE.id, "", Outcome::CannotTell(why));
    }
    let (cells, ends) = area::cells(filled, area);
    let units = area.counted().count();
    for sum in cells {
        if let (Outcome::Broken, Some(found)) = (&sum.outcome, sum.found) {
            says.find(finding(filled, &sum, found, units));
        }
        says.end(RULE.id, &sum.key.name(), sum.outcome);
    }
    for (table, outcome) in ends {
        says.end(RULE.id, table.name(), outcome);
    }
}

fn finding(filled: &Filled, sum: &CellSum, found: Quantity, units: usize) -> Finding {
    let cell = name::cell(sum.key, filled.edition_of(sum.key.table));
    let apart = Quantity(found.0.abs_diff(sum.sum.0).try_into().unwrap_or(i64::MAX));
    let (zh_way, en_way) = match found > sum.sum {
        true => ("多", "more"),
        false => ("少", "less"),
    };
    let (zh_least, en_least) = match sum.at_least {
        true => ("至少", "at least "),
        false => ("", ""),
    };
    let from = contributors(sum);
    let doubtful = doubtful(sum);
    let total = sum.sum;
    let what = Words::new(
        format!(
            "{}是 {found}，比 {units} 份下级报告的合计{zh_least} {total} {zh_way} {apart}{}{}",
            cell.zh, from.zh, doubtful.zh
        ),
        format!(
            "{} is {found}, {apart} {en_way} than the {en_least}{total} that the {units} reports under it add up to{}{}",
            cell.en, from.en, doubtful.en
        ),
    );
    let how = Words::new(
        "请核对本报告和各单位报告的这一格，看有没有漏报、重报。可以不等的：有的单位不在文件夹里（如垂直管理的税务、海关），有的报告本身已含下属单位，统计口径不同，或本报告只报本级；核对后保留",
        "Check this cell here and in the units’ reports for what was left out or counted twice. They may lawfully differ where units are not in the folder (as tax or customs offices under vertical leadership), where a report already holds those of its own units, where the counting differs, or where this report is on one organ only; keep the figure then",
    );
    Finding {
        found: Some(found),
        expected: Some(sum.sum),
        ..RULE.finding(sum.key.name(), vec![sum.key], what, how)
    }
}

/// The first unit whose own sums are broken at this cell: it is looked at first.
fn doubtful(sum: &CellSum) -> Words {
    let mut units = sum.contributions.iter();
    let Some((unit, _)) = units.find(|(unit, _)| area::is_doubtful(unit, sum.key)) else {
        return Words::default();
    };
    let name = unit.name();
    Words::new(
        format!("。先看「{name}」：它自己的合计在这一格就不平"),
        format!("; look at “{name}” first: its own sums are broken at this cell"),
    )
}

/// ：甲 7、乙 5，等 4 个单位
fn contributors(sum: &CellSum) -> Words {
    let mut from = Words::default();
    for (at, (unit, number)) in sum.contributions.iter().take(NAMED).enumerate() {
        let (zh, en) = if at == 0 {
            ("：", ": ")
        } else {
            ("、", ", ")
        };
        let name = unit.name();
        from.zh += &format!("{zh}{name} {number}");
        from.en += &format!("{en}{name} {number}");
    }
    let more = sum.contributions.len().saturating_sub(NAMED);
    if more > 0 {
        from.zh += &format!("，等 {} 个单位", sum.contributions.len());
        from.en += &format!(" and {more} more");
    }
    from
}
