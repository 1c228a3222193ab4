//! Report to plain text, as a colleague would say it: the verdict, then the likeliest cause, then each finding with
//! what, where, why and what to do, then what was checked. Lines name cells by their heads; nothing is drawn in columns.

use std::fmt::Write;

use crate::check::{Checked, drawn_edition};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::{Table, sums};
use crate::repair::{Cause, Change, Repair};
use crate::rules::{name, rule};
use crate::verdict::{Level, Verdict, verdict};
use crate::wording::{self, Language};

/// So many alternatives of a repair are listed; the rest are counted.
const ALTERNATIVES: usize = 8;

/// How the text is to look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    pub language: Language,
    /// Escape sequences for a terminal. Whatever a colour says is also said in words.
    pub colour: bool,
}

/// What is to be said about a checked input.
pub fn text(source: &str, checked: &Checked, look: Look) -> String {
    let mut page = Page {
        look,
        text: String::new(),
    };
    let verdict = verdict(checked);
    page.line(&look.bold(source));
    page.line(&look.verdict(&verdict));
    if let Some(why) = verdict.why {
        page.line(&look.of(why));
    }
    page.line(&bearings(checked, look.language));
    for trouble in wording::troubles(&checked.document) {
        let lead = look.pick("读入时：", "While reading: ");
        page.line(&format!("{lead}{}", look.of(trouble)));
    }
    let numbered = groups(&checked.report.findings);
    page.causes(checked, &numbered);
    page.findings(checked, &numbered);
    page.outcomes(checked);
    page.text
}

/// What is to be said about an input that could not be read.
pub fn unread(source: &str, message: Words, look: Look) -> String {
    let lead = look.pick("读不了：", "Cannot be read: ");
    let line = format!("{lead}{}", look.of(message));
    format!("{}\n{}\n", look.bold(source), look.paint(RED, &line))
}

const RED: &str = "31";
const YELLOW: &str = "33";
const GREEN: &str = "32";

impl Look {
    fn of(self, words: Words) -> String {
        self.language.of(words)
    }

    fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        self.language.pick(zh, en)
    }

    fn paint(self, colour: &str, text: &str) -> String {
        if self.colour {
            format!("\x1b[1;{colour}m{text}\x1b[0m")
        } else {
            text.to_string()
        }
    }

    fn bold(self, text: &str) -> String {
        if self.colour {
            format!("\x1b[1m{text}\x1b[0m")
        } else {
            text.to_string()
        }
    }

    fn verdict(self, verdict: &Verdict) -> String {
        let words = self.of(verdict.words.clone());
        match verdict.level {
            Level::Error => self.paint(RED, &words),
            Level::Warning => self.paint(YELLOW, &words),
            Level::Pass => self.paint(GREEN, &words),
            Level::Unknown => self.bold(&words),
        }
    }

    fn severity(self, severity: Severity) -> String {
        let words = self.of(wording::severity(severity));
        match severity {
            Severity::Error => self.paint(RED, &words),
            Severity::Warning => self.paint(YELLOW, &words),
            Severity::Info => words,
        }
    }
}

/// Edition, year, agency.
fn bearings(checked: &Checked, language: Language) -> String {
    let filled = &checked.filled;
    let mut parts = Vec::new();
    match filled.edition {
        Some(edition) => parts.push(language.of(Words::new(
            format!("{} 年格式（{}）", edition.name(), edition.act()),
            format!("{} form ({})", edition.name(), edition.act()),
        ))),
        None => parts.push(language.pick("格式不明", "Form unknown").to_string()),
    }
    if let Some(year) = filled.title.year {
        parts.push(language.of(Words::new(
            format!("{year} 年度报告"),
            format!("report on {year}"),
        )));
    }
    parts.extend(filled.title.agency.clone());
    parts.join(" · ")
}

/// Findings of one rule and severity, each with its number.
struct Group<'a> {
    severity: Severity,
    rule: &'static str,
    findings: Vec<(usize, &'a Finding)>,
}

/// Puts the findings of a rule together, the worst first, and numbers them through.
fn groups(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in findings {
        let (severity, rule) = (finding.severity, finding.rule);
        let of_rule = |g: &&mut Group| g.severity == severity && g.rule == rule;
        match groups.iter_mut().find(of_rule) {
            Some(group) => group.findings.push((0, finding)),
            None => groups.push(Group {
                severity,
                rule,
                findings: vec![(0, finding)],
            }),
        }
    }
    groups.sort_by_key(|group| group.severity);
    let all = groups.iter_mut().flat_map(|group| &mut group.findings);
    for (index, (number, _)) in all.enumerate() {
        *number = index + 1;
    }
    groups
}

/// The text as it grows.
struct Page {
    look: Look,
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn causes(&mut self, checked: &Checked, groups: &[Group]) {
        for cause in &checked.report.causes {
            self.line("");
            self.cause(checked, cause, groups);
        }
    }

    fn cause(&mut self, checked: &Checked, cause: &Cause, groups: &[Group]) {
        let look = self.look;
        let title = of_part(checked, cause);
        let numbers = explained(cause, groups);
        let Some(first) = cause.repairs.first() else {
            self.line(&look.bold(&look.of(Words::new(
                format!("{}：没有找到改动不多的改法", title.zh),
                format!("{}: no small set of changes was found", title.en),
            ))));
            return;
        };
        if cause.decided {
            self.line(&look.bold(&look.of(Words::new(
                format!("{}：最可能的原因", title.zh),
                format!("{}: the likeliest cause", title.en),
            ))));
            self.repair(checked, first, "  ", &numbers);
            return;
        }
        self.line(&look.bold(&look.of(Words::new(
            format!("{}：下面任一种改法都能让合计对上，请核对原始数据", title.zh),
            format!(
                "{}: each of these makes the sums hold; compare with your records",
                title.en
            ),
        ))));
        for repair in cause.repairs.iter().take(ALTERNATIVES) {
            self.repair(checked, repair, "  - ", &[]);
        }
        let more = cause.repairs.len().saturating_sub(ALTERNATIVES);
        if more > 0 || cause.incomplete {
            let count = if more > 0 {
                format!(" {more} ")
            } else {
                String::new()
            };
            self.line(&look.of(Words::new(
                format!("  另有{count}种改法没有列出"),
                format!("  {count}more are not listed").replace("   ", "  "),
            )));
        }
    }

    /// 表三「（一）予以公开 · 自然人」填成了 12，应为 21：两个数字颠倒。
    fn repair(&mut self, checked: &Checked, repair: &Repair, lead: &str, numbers: &[usize]) {
        let look = self.look;
        let changes: Vec<String> = repair
            .changes
            .iter()
            .map(|change| look.of(change_words(checked, change)))
            .collect();
        let mut line = format!("{lead}{}", changes.join(look.pick("；", "; ")));
        if let Some(slip) = repair.slip.clone() {
            let _ = write!(line, "{}{}", look.pick("：", ": "), look.of(slip));
        }
        if !numbers.is_empty() {
            let list: Vec<String> = numbers.iter().map(usize::to_string).collect();
            line += &look.of(Words::new(
                format!("。改后第 {} 条对得上", list.join("、")),
                format!(". Then no. {} holds", list.join(", ")),
            ));
        }
        self.line(&line);
    }

    fn findings(&mut self, checked: &Checked, groups: &[Group]) {
        for group in groups {
            self.line("");
            self.group(checked, group);
        }
    }

    fn group(&mut self, checked: &Checked, group: &Group) {
        let look = self.look;
        let known = rule(group.rule);
        let title = known.map_or_else(String::new, |rule| {
            look.of(Words::new(rule.title.zh, rule.title.en))
        });
        let severity = look.severity(group.severity);
        self.line(&format!("{severity}  {title} [{}]", group.rule));
        let shared = shared_advice(group);
        for (number, finding) in &group.findings {
            let what = look.of(finding.what.clone());
            let place = wording::finding_place(checked, finding).and_then(wording::place);
            let place = place.map_or_else(String::new, |at| {
                look.of(Words::new(
                    format!("（{}）", at.zh),
                    format!(" ({})", at.en),
                ))
            });
            self.line(&format!("  {number}. {what}{place}"));
            if shared.is_none() {
                self.advice(&finding.how, "     ");
            }
        }
        if let Some(how) = shared {
            self.advice(how, "  ");
        }
        if let Some(rule) = known {
            let basis = look.of(Words::new(rule.basis.zh, rule.basis.en));
            self.line(&format!("  {}{basis}", look.pick("依据：", "Basis: ")));
        }
    }

    fn advice(&mut self, how: &Words, indent: &str) {
        let lead = self.look.pick("怎么改：", "What to do: ");
        let how = self.look.of(how.clone());
        if !how.is_empty() {
            self.line(&format!("{indent}{lead}{how}"));
        }
    }

    fn outcomes(&mut self, checked: &Checked) {
        let look = self.look;
        let count = checked.report.outcomes();
        self.line("");
        self.line(&look.of(Words::new(
            format!(
                "核对了 {} 项：成立 {}，不成立 {}，无法判断 {}；不适用 {}",
                count.held + count.broken + count.cannot_tell,
                count.held,
                count.broken,
                count.cannot_tell,
                count.not_applicable
            ),
            format!(
                "{} checks: {} held, {} broken, {} cannot be told; {} do not apply",
                count.held + count.broken + count.cannot_tell,
                count.held,
                count.broken,
                count.cannot_tell,
                count.not_applicable
            ),
        )));
        for (rule_id, reason, times) in untold(checked) {
            let title = rule(rule_id).map_or_else(
                || rule_id.to_string(),
                |rule| look.of(Words::new(rule.title.zh, rule.title.en)),
            );
            self.line(&look.of(Words::new(
                format!("  无法判断（{times} 项）{title}：{}", reason.zh),
                format!("  Cannot tell ({times}) {title}: {}", reason.en),
            )));
        }
    }
}

/// The advice that all findings of a group share.
fn shared_advice<'a>(group: &'a Group) -> Option<&'a Words> {
    let (_, first) = group.findings.first()?;
    let same = |(_, finding): &(usize, &Finding)| finding.how == first.how;
    group.findings.iter().all(same).then_some(&first.how)
}

/// The part of the form that a cause is about.
fn of_part(checked: &Checked, cause: &Cause) -> Words {
    let first = cause
        .repairs
        .first()
        .and_then(|repair| repair.changes.first());
    match (cause.table, first) {
        (Table::Four, Some(change)) => {
            let sheet = checked.filled.sheet(Table::Four);
            name::group(change.cell, drawn_edition(&checked.filled, sheet))
        }
        (table, _) => Words::new(table.title().zh, table.title().en),
    }
}

/// The numbers of the findings that a cause explains: the broken sums of its part.
fn explained(cause: &Cause, groups: &[Group]) -> Vec<usize> {
    let is_sum = |finding: &Finding| sums::FAMILIES.iter().any(|f| f.id == finding.rule);
    let of_part = |finding: &Finding| {
        let table = finding.cells.first().map(|key| key.table);
        is_sum(finding)
            && table == Some(cause.table)
            && (cause.subject.is_empty() || finding.subject == cause.subject)
    };
    groups
        .iter()
        .flat_map(|group| &group.findings)
        .filter(|(_, finding)| of_part(finding))
        .map(|(number, _)| *number)
        .collect()
}

fn change_words(checked: &Checked, change: &Change) -> Words {
    let sheet = checked.filled.sheet(change.cell.table);
    let cell = name::cell(change.cell, drawn_edition(&checked.filled, sheet));
    let proposed = change.proposed;
    match change.found {
        Some(found) => Words::new(
            format!("{}填成了 {found}，应为 {proposed}", cell.zh),
            format!("{} is {found} and should be {proposed}", cell.en),
        ),
        None => Words::new(
            format!("{}空着，应为 {proposed}", cell.zh),
            format!("{} is blank and should be {proposed}", cell.en),
        ),
    }
}

/// Rules that could not be decided, with the reason and how many times.
fn untold(checked: &Checked) -> Vec<(&'static str, &Words, usize)> {
    let mut told: Vec<(&'static str, &Words, usize)> = Vec::new();
    for check in &checked.report.checks {
        let Outcome::CannotTell(reason) = &check.outcome else {
            continue;
        };
        let same = |(rule, words, _): &&mut (&'static str, &Words, usize)| {
            *rule == check.rule && *words == reason
        };
        match told.iter_mut().find(same) {
            Some((_, _, times)) => *times += 1,
            None => told.push((check.rule, reason, 1)),
        }
    }
    told
}
