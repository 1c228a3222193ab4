//! Report to plain text, as a colleague would say it: the verdict, then the likeliest cause, then each finding with
//! what, where, why and what to do, then what was checked. Lines name cells by their heads; nothing is drawn in columns.

mod causes;
mod untold;

use crate::check::Checked;
use crate::finding::{Finding, Severity, Words};
use crate::order;
use crate::rules::rule;
use crate::text::fold::is_direction;
use crate::verdict::{Level, Verdict, verdict};
use crate::waiver::{Waived, Waiver};
use crate::wording::{self, Language};

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
    page.line(&look.bold(&harmless(source)));
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
    page.waived(checked);
    page.outcomes(checked);
    page.text
}

/// What is to be said about an input that could not be read.
pub fn unread(source: &str, message: Words, look: Look) -> String {
    let lead = look.pick("读不了：", "Cannot be read: ");
    let line = format!("{lead}{}", look.of(message));
    format!(
        "{}\n{}\n",
        look.bold(&harmless(source)),
        look.paint(RED, &line)
    )
}

const RED: &str = "31";
const YELLOW: &str = "33";
const GREEN: &str = "32";

impl Look {
    /// What a report or a person wrote may stand in the words, so they are made harmless.
    fn of(self, words: Words) -> String {
        harmless(&self.language.of(words))
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

/// A text that a terminal does not obey: without signs that move, paint or turn what stands there.
pub fn harmless(text: &str) -> String {
    text.replace(|c: char| c.is_control() || is_direction(c), "\u{fffd}")
}

/// Edition, year, agency.
fn bearings(checked: &Checked, language: Language) -> String {
    let filled = &checked.filled;
    let mut parts = vec![language.of(wording::edition(filled.edition))];
    if let Some(year) = filled.title.year {
        parts.push(language.of(Words::new(
            format!("{year} 年度报告"),
            format!("report on {year}"),
        )));
    }
    parts.extend(filled.title.agency.as_deref().map(harmless));
    let compared = wording::compared(filled).into_iter();
    parts.extend(compared.map(|words| language.of(words)));
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
    order::by_key(&mut groups, |group| group.severity);
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

    /// What is let stand, with the reasons, and the waivers that match nothing any more.
    fn waived(&mut self, checked: &Checked) {
        let look = self.look;
        let report = &checked.report;
        if !report.waived.is_empty() || !report.expired.is_empty() {
            self.line("");
        }
        for Waived { finding, reason } in &report.waived {
            let lead = look.pick("已说明理由，不计入：", "Let stand, not counted: ");
            let what = look.of(finding.what.clone());
            self.line(&format!("{lead}{what} [{}]", finding.rule));
            self.line(&format!(
                "  {}{}",
                look.pick("理由：", "Reason: "),
                harmless(reason)
            ));
        }
        for Waiver { key, reason, .. } in &report.expired {
            let lead = look.pick(
                "失效的说明（原处已改或已不再提示）：",
                "Expired (what it was about has changed or is no longer found): ",
            );
            let why = look.pick("理由：", "Reason: ");
            self.line(&format!(
                "{lead}{}",
                harmless(&format!("{key}（{why}{reason}）"))
            ));
        }
    }

    fn outcomes(&mut self, checked: &Checked) {
        let look = self.look;
        let count = checked.report.outcomes();
        self.line("");
        self.line(&look.of(Words::new(
            format!(
                "核对了 {} 项：通过 {}，未通过 {}，无法判断 {}；不适用 {}",
                count.held + count.broken + count.cannot_tell,
                count.held,
                count.broken,
                count.cannot_tell,
                count.not_applicable
            ),
            format!(
                "{} checks: {} passed, {} did not, {} cannot be told; {} do not apply",
                count.held + count.broken + count.cannot_tell,
                count.held,
                count.broken,
                count.cannot_tell,
                count.not_applicable
            ),
        )));
        for line in untold::lines(&checked.report.checks, look) {
            self.line(&line);
        }
    }
}

/// The advice that all findings of a group share.
fn shared_advice<'a>(group: &'a Group) -> Option<&'a Words> {
    let (_, first) = group.findings.first()?;
    let same = |(_, finding): &(usize, &Finding)| finding.how == first.how;
    group.findings.iter().all(same).then_some(&first.how)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_moves_and_paints_nothing_on_a_terminal() {
        let report =
            "<p>示例市&#27;[2J\u{202e}2024年政府信息公开工作年度报告</p><p>总计&#27;[31m\t&#155;1m";
        let checked = crate::check(report.as_bytes(), &crate::Options::default());
        let Ok(checked) = checked else {
            unreachable!("HTML is always read");
        };
        let said = text("\u{1b}c.txt", &checked, Look::default());
        assert!(!said.contains(|c: char| c.is_control() && c != '\n' || is_direction(c)));
        assert_eq!(harmless("甲\u{1b}[2J\u{202e}乙"), "甲\u{fffd}[2J\u{fffd}乙");
    }
}
