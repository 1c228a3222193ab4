//! The one sentence that a person wants first: may this be published. It never claims more than was checked.

use crate::check::{Checked, drawn_edition};
use crate::finding::{Check, Outcome, Severity, Words};
use crate::form::{Table, sums};
use crate::model::TroubleKind;
use crate::recognise::{Doubt, Previous, SheetState};
use crate::repair::Change;
use crate::rules::{name, years};
use crate::wording;

/// So many changes are named in the verdict; the rest are counted.
const NAMED: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Error,
    Warning,
    Pass,
    /// Something that matters could not be checked.
    Unknown,
}

impl Verdict {
    /// All that stands behind the sentence: first what to do, then the limits.
    pub fn reasons(&self) -> Option<Words> {
        let parts: Vec<Words> = self.way_out.iter().chain(&self.why).cloned().collect();
        (!parts.is_empty()).then(|| joined(parts.into_iter(), "。", ". "))
    }
}

impl Level {
    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Pass => "pass",
            Level::Unknown => "unknown",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub level: Level,
    pub words: Words,
    /// The reason, or the limits of what was checked.
    pub why: Option<Words>,
    /// The fewest changes after which every sum holds, where they are decided.
    pub way_out: Option<Words>,
}

/// Judges a checked input. What is let stand is no fault, and is said.
pub fn verdict(checked: &Checked) -> Verdict {
    let mut verdict = judged(checked);
    let waived = checked.report.waived.len();
    if waived > 0 {
        let stands = Words::new(
            format!("另有 {waived} 处已说明理由，不计入"),
            format!(
                "{} let stand with a reason, not counted",
                counted(waived, "finding")
            ),
        );
        verdict.why = Some(joined(verdict.why.into_iter().chain([stands]), "。", ". "));
    }
    verdict
}

fn judged(checked: &Checked) -> Verdict {
    let count = |severity| {
        let findings = checked.report.findings.iter();
        findings.filter(|f| f.severity == severity).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if bound(checked).is_empty() {
        return no_table(checked);
    }
    if errors > 0 {
        return Verdict {
            level: Level::Error,
            words: Words::new(
                format!("有 {errors} 处错误，请修改后再发布"),
                format!("{}: correct before publishing", counted(errors, "error")),
            ),
            why: limits(unread(checked), checked),
            way_out: way_out(checked),
        };
    }
    if let Some(verdict) = untold(checked) {
        return verdict;
    }
    if warnings > 0 {
        return Verdict {
            level: Level::Warning,
            words: Words::new(
                format!("有 {warnings} 处需要核对"),
                format!("{} to look into", counted(warnings, "point")),
            ),
            why: limits(beside(checked), checked),
            way_out: None,
        };
    }
    if let Some((count, reason)) = undecided(checked) {
        return unknown(
            &format!("有 {count} 项合计算不出来"),
            &format!("{} cannot be worked out", counted(count, "sum")),
            Some(reason),
        );
    }
    if let Previous::Unfit(unfit) = &checked.filled.previous {
        return unknown(
            "没有与去年的报告比较",
            "not compared with last year’s report",
            Some(years::unfit_words(unfit)),
        );
    }
    pass(checked)
}

/// The tables that were read.
fn bound(checked: &Checked) -> Vec<Table> {
    let is_bound = |table: &Table| checked.filled.sheet(*table).state == SheetState::Bound;
    Table::ALL.into_iter().filter(is_bound).collect()
}

fn unknown(zh: &str, en: &str, why: Option<Words>) -> Verdict {
    Verdict {
        level: Level::Unknown,
        words: Words::new(format!("无法判断：{zh}"), format!("Cannot tell: {en}")),
        why,
        way_out: None,
    }
}

fn no_table(checked: &Checked) -> Verdict {
    match unread(checked) {
        Some(why) => unknown("表格没有读出来", "no table could be read", Some(why)),
        None => unknown(
            "没有找到年度报告的表格",
            "no table of an annual report was found",
            Some(Words::new(
                "请粘贴完整的报告，或至少第三、第四部分的表格",
                "paste the whole report, or at least the tables of its sections three and four",
            )),
        ),
    }
}

/// The tables that are there and could not be read, with the reasons.
fn unread(checked: &Checked) -> Option<Words> {
    let mut doubts: Vec<(Doubt, Vec<Table>)> = Vec::new();
    for table in Table::ALL {
        let SheetState::CannotTell(doubt) = checked.filled.sheet(table).state else {
            continue;
        };
        match doubts.iter_mut().find(|(same, _)| *same == doubt) {
            Some((_, tables)) => tables.push(table),
            None => doubts.push((doubt, vec![table])),
        }
    }
    let say = |(doubt, tables): &(Doubt, Vec<Table>)| {
        let (names, why) = (names(tables), wording::doubt(*doubt));
        Words::new(
            format!("{}：{}", names.zh, why.zh),
            format!("{}: {}", names.en, why.en),
        )
    };
    (!doubts.is_empty()).then(|| joined(doubts.iter().map(say), "。", ". "))
}

/// 表三、表四
fn names(tables: &[Table]) -> Words {
    let titles = tables.iter().map(|table| table.title());
    joined(
        titles.map(|title| Words::new(title.zh, title.en)),
        "、",
        ", ",
    )
}

/// What keeps a report without errors from being judged at all.
fn untold(checked: &Checked) -> Option<Verdict> {
    if let Some(why) = unread(checked) {
        let is_unread = |table: &Table| {
            matches!(
                checked.filled.sheet(*table).state,
                SheetState::CannotTell(_)
            )
        };
        let names = names(&Table::ALL.into_iter().filter(is_unread).collect::<Vec<_>>());
        return Some(unknown(
            &format!("{}没有读出来", names.zh),
            &format!("{} could not be read", names.en),
            Some(why),
        ));
    }
    let cut = |kind| matches!(kind, TroubleKind::Truncated | TroubleKind::LimitReached);
    if checked.document.troubles.iter().any(|t| cut(t.kind)) {
        let troubles = wording::troubles(&checked.document);
        let why = joined(troubles.into_iter(), "。", ". ");
        return Some(unknown(
            "文件没有读完",
            "the input was not read to its end",
            Some(why),
        ));
    }
    let silent = bound(checked)
        .into_iter()
        .find(|&table| all_untold(checked, table))?;
    let title = silent.title();
    Some(unknown(
        &format!("{}的合计都算不出来", title.zh),
        &format!("none of the sums of {} can be worked out", title.en),
        undecided(checked).map(|(_, reason)| reason),
    ))
}

/// The checks of the sums.
fn sum_checks(checked: &Checked) -> impl Iterator<Item = &Check> {
    let is_sum = |check: &&Check| sums::FAMILIES.iter().any(|f| f.id == check.rule);
    checked.report.checks.iter().filter(is_sum)
}

/// Whether a table has sums and none of them was decided.
fn all_untold(checked: &Checked, table: Table) -> bool {
    let of_table = |check: &&Check| match table {
        Table::Two => false,
        Table::Three => check.rule != sums::CASES.id,
        Table::Four => check.rule == sums::CASES.id,
    };
    let mut told = sum_checks(checked)
        .filter(of_table)
        .map(|check| !matches!(check.outcome, Outcome::CannotTell(_)))
        .peekable();
    told.peek().is_some() && !told.any(|told| told)
}

/// How many sums could not be decided, with the first reason.
fn undecided(checked: &Checked) -> Option<(usize, Words)> {
    let mut reasons = sum_checks(checked).filter_map(|check| match &check.outcome {
        Outcome::CannotTell(reason) => Some(reason),
        _ => None,
    });
    let first = reasons.next()?.clone();
    Some((1 + reasons.count(), first))
}

/// The same as a limit of what was checked.
fn beside(checked: &Checked) -> Option<Words> {
    let (count, reason) = undecided(checked)?;
    Some(Words::new(
        format!("另有 {count} 项合计算不出来：{}", reason.zh),
        format!(
            "Besides, {} cannot be worked out: {}",
            counted(count, "sum"),
            reason.en
        ),
    ))
}

/// The fewest changes after which every sum holds, where they are decided.
fn way_out(checked: &Checked) -> Option<Words> {
    let causes = &checked.report.causes;
    if causes.is_empty() || !causes.iter().all(|cause| cause.decided) {
        return None;
    }
    let changes: Vec<&Change> = causes
        .iter()
        .filter_map(|cause| cause.repairs.first())
        .flat_map(|repair| &repair.changes)
        .collect();
    let say = |change: &&Change| {
        let sheet = checked.filled.sheet(change.cell.table);
        let cell = name::cell(change.cell, drawn_edition(&checked.filled, sheet));
        let (found, proposed) = (change.found, change.proposed);
        match found {
            Some(found) => Words::new(
                format!("{}应为 {proposed}，现为 {found}", cell.zh),
                format!("{} should be {proposed} and is {found}", cell.en),
            ),
            None => Words::new(
                format!("{}应填 {proposed}，现为空白", cell.zh),
                format!("{} should be {proposed} and is blank", cell.en),
            ),
        }
    };
    let list = joined(changes.iter().take(NAMED).map(say), "；", "; ");
    let count = changes.len();
    let more = if count > NAMED {
        ("等", " …")
    } else {
        ("", "")
    };
    let all = only_sums_are_wrong(checked);
    let gone = if all {
        "错误即可全部消除"
    } else {
        "合计即可全部对上"
    };
    let gone_en = if all {
        "no error is left"
    } else {
        "every sum holds"
    };
    Some(Words::new(
        format!("改 {count} 个单元格，{gone}：{}{}", list.zh, more.0),
        format!(
            "Change {} and {gone_en}: {}{}",
            counted(count, "cell"),
            list.en,
            more.1
        ),
    ))
}

fn only_sums_are_wrong(checked: &Checked) -> bool {
    let mut errors = checked.report.findings.iter();
    errors.all(|finding| {
        finding.severity != Severity::Error || sums::FAMILIES.iter().any(|f| f.id == finding.rule)
    })
}

/// Nothing was found: said of the whole report only if all of its tables were read.
fn pass(checked: &Checked) -> Verdict {
    let tables = bound(checked);
    let done = done(checked);
    if checked.filled.whole_report && tables.len() == Table::ALL.len() {
        return Verdict {
            level: Level::Pass,
            words: Words::new("可以发布", "Ready to publish"),
            why: Some(done),
            way_out: None,
        };
    }
    let names = names(&tables);
    Verdict {
        level: Level::Pass,
        words: Words::new(
            format!("{}没有发现问题", names.zh),
            format!("Nothing wrong found in {}", names.en),
        ),
        why: limits(Some(done), checked),
        way_out: None,
    }
}

/// Adds that there was more to a report than was seen.
fn limits(why: Option<Words>, checked: &Checked) -> Option<Words> {
    if checked.filled.whole_report {
        return why;
    }
    let is_missing = |table: &Table| checked.filled.sheet(*table).state == SheetState::Missing;
    let missing: Vec<Table> = Table::ALL.into_iter().filter(is_missing).collect();
    let names = names(&missing);
    let partial = match missing.is_empty() {
        true => Words::new(
            "这不是一份完整的报告，其余部分没有检查",
            "This is not a whole report; the rest was not checked",
        ),
        false => Words::new(
            format!("这不是一份完整的报告（没有{}），其余部分没有检查", names.zh),
            format!(
                "This is not a whole report ({} not there); the rest was not checked",
                names.en
            ),
        ),
    };
    Some(joined(why.into_iter().chain([partial]), "。", ". "))
}

/// How much was checked, and that only notes came of it.
fn done(checked: &Checked) -> Words {
    let outcomes = checked.report.outcomes();
    let checks = outcomes.held + outcomes.broken;
    let notes = checked.report.findings.len();
    let made = counted(checks, "check");
    match notes {
        0 if !checked.report.waived.is_empty() => Words::new(
            format!("已核对 {checks} 项，没有别的问题"),
            format!("{made} made, nothing else found"),
        ),
        0 => Words::new(
            format!("已核对 {checks} 项，没有发现问题"),
            format!("{made} made, nothing found"),
        ),
        _ => Words::new(
            format!("已核对 {checks} 项，没有错误，只有 {notes} 处提示"),
            format!("{made} made, no error, only {}", counted(notes, "note")),
        ),
    }
}

fn joined(words: impl Iterator<Item = Words>, zh: &str, en: &str) -> Words {
    let (mut all_zh, mut all_en) = (Vec::new(), Vec::new());
    for words in words {
        all_zh.push(words.zh);
        all_en.push(words.en);
    }
    Words::new(all_zh.join(zh), all_en.join(en))
}

/// 1 error, 2 errors
fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
