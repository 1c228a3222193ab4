//! The findings of a sheet with what, where, what to do and why; what would mend the sums; what a person lets stand; and
//! how the checks of every rule ended.

use super::{Page, class, sign};
use crate::check::Checked;
use crate::finding::{Check, Finding, Outcome, Words};
use crate::model::Place;
use crate::repair::Cause;
use crate::rules::{RULES, Rule, rule};
use crate::waiver::{Waived, Waiver};
use crate::wording;

/// So many alternatives of a repair are listed; the rest are counted.
const ALTERNATIVES: usize = 8;

impl Page {
    pub(super) fn causes(&mut self, checked: &Checked) {
        for cause in &checked.report.causes {
            let heading = self.of(wording::cause(checked, cause));
            self.to.put("<h2>", &heading, "</h2>\n");
            self.repairs(checked, cause);
        }
    }

    fn repairs(&mut self, checked: &Checked, cause: &Cause) {
        self.to.tag("<ul>\n");
        for (at, repair) in cause.repairs.iter().take(ALTERNATIVES).enumerate() {
            let changes = repair.changes.iter();
            let changes: Vec<String> = changes
                .map(|change| self.of(wording::change(checked, change)))
                .collect();
            let mut line = changes.join(self.pick("；", "; "));
            if cause.decided && at > 0 {
                line.insert_str(0, self.pick("也可能：", "or: "));
            }
            if let Some(reason) = repair.reason() {
                line.push_str(self.pick("：", ": "));
                line.push_str(&self.of(reason));
            }
            self.to.put("<li>", &line, "</li>\n");
        }
        self.to.tag("</ul>\n");
        let more = cause.repairs.len().saturating_sub(ALTERNATIVES);
        if more > 0 || cause.incomplete && !cause.repairs.is_empty() {
            self.line(self.pick("还有别的改法没有列出", "More are not listed"));
        }
    }

    pub(super) fn findings(&mut self, checked: &Checked) {
        self.heading("发现", "Findings");
        if checked.report.findings.is_empty() {
            self.line(self.pick("没有", "None"));
            return;
        }
        self.to.tag("<ol class=\"findings\">\n");
        for (finding, number) in checked.report.findings.iter().zip(1..) {
            let severity = self.of(wording::severity(finding.severity));
            let lead = format!("{} {number} {severity}", sign(finding.severity));
            self.to
                .put("<li class=\"", class(finding.severity), "\">\n");
            self.to.put("<p><b>", &lead, "</b> ");
            self.to
                .put("", &self.language.of(finding.what.clone()), "</p>\n");
            self.place(checked, finding);
            self.advice(finding);
            self.to.tag("</li>\n");
        }
        self.to.tag("</ol>\n");
    }

    /// Where it is: what a person looks for, and on a page also the box.
    fn place(&mut self, checked: &Checked, finding: &Finding) {
        let place = wording::finding_place(checked, finding);
        let Some((place, words)) = place.and_then(|place| Some((place, wording::place(place)?)))
        else {
            return;
        };
        let mut at = self.of(words);
        if let &Place::Page {
            x,
            y,
            width,
            height,
            ..
        } = place
        {
            at.push_str(&self.of(Words::new(
                format!("，距左 {x}、距上 {y}、宽 {width}、高 {height}（磅）"),
                format!(
                    ", {x} from the left, {y} from the top, {width} wide, {height} high (points)"
                ),
            )));
        }
        let lead = self.pick("位置：", "Place: ");
        self.line(&format!("{lead}{at}"));
    }

    fn advice(&mut self, finding: &Finding) {
        let how = self.of(finding.how.clone());
        if !how.is_empty() {
            let lead = self.pick("怎么改：", "What to do: ");
            self.line(&format!("{lead}{how}"));
        }
        let Some(rule) = rule(finding.rule) else {
            return;
        };
        let (basis, title) = (self.of(words(rule.basis)), self.of(words(rule.title)));
        let lead = self.pick("依据：", "Basis: ");
        let text = format!("{lead}{basis} · {title} [{}]", rule.id);
        self.to.put("<p class=\"soft\">", &text, "</p>\n");
    }

    /// What is let stand, with the reasons, and the waivers that match nothing any more.
    pub(super) fn waived(&mut self, checked: &Checked) {
        let report = &checked.report;
        if report.waived.is_empty() && report.expired.is_empty() {
            return;
        }
        self.heading("已说明理由，不计入", "Let stand with a reason, not counted");
        self.to.tag("<ul>\n");
        for Waived { finding, reason } in &report.waived {
            let what = self.of(finding.what.clone());
            let line = format!("{what} [{}]", finding.rule);
            self.reason("", &line, reason);
        }
        let lead = self.pick(
            "失效（原处已改或已不再提示）：",
            "Expired (changed, or no longer found): ",
        );
        for Waiver { key, reason, .. } in &report.expired {
            self.reason(lead, key, reason);
        }
        self.to.tag("</ul>\n");
    }

    fn reason(&mut self, lead: &str, what: &str, reason: &str) {
        let why = self.pick("理由：", "Reason: ");
        self.to.put("<li><p>", lead, "").put("", what, "</p>\n<p>");
        self.to.text(why).put("", reason, "</p></li>\n");
    }

    /// One line a rule: how many of its checks ended in which way, and the first reason why one could not be told.
    pub(super) fn outcomes(&mut self, checked: &Checked) {
        self.heading("核对清单", "Checks");
        self.to.tag("<table class=\"rules\">\n<tr>");
        self.to.put(
            "<th scope=\"col\">",
            self.language.pick("规则", "Rule"),
            "</th>",
        );
        for (zh, en) in [
            ("通过", "Passed"),
            ("未通过", "Did not"),
            ("无法判断", "Cannot tell"),
            ("不适用", "Does not apply"),
        ] {
            self.to.put(
                "<th scope=\"col\" class=\"count\">",
                self.language.pick(zh, en),
                "</th>",
            );
        }
        self.to.tag("</tr>\n");
        for rule in RULES {
            let checks: Vec<&Check> = checked
                .report
                .checks
                .iter()
                .filter(|check| check.rule == rule.id)
                .collect();
            self.outcome(rule, &checks);
        }
        self.to.tag("</table>\n");
    }

    fn outcome(&mut self, rule: &Rule, checks: &[&Check]) {
        let mut counts = [0_usize; 4];
        let mut reasons = Vec::new();
        for check in checks {
            let [held, broken, untold, idle] = &mut counts;
            match &check.outcome {
                Outcome::Held => *held += 1,
                Outcome::Broken => *broken += 1,
                Outcome::NotApplicable => *idle += 1,
                Outcome::CannotTell(reason) => {
                    *untold += 1;
                    reasons.push(reason);
                }
            }
        }
        let title = self.of(words(rule.title));
        let [_, broken, ..] = counts;
        self.to.tag(if broken > 0 {
            "<tr class=\"broken\">"
        } else {
            "<tr>"
        });
        self.to
            .put("<th scope=\"row\">", &title, " [")
            .put("", rule.id, "]");
        if let Some((reason, others)) = reasons.split_first() {
            let many = others.iter().any(|other| other != reason);
            let mut reason = self.of((*reason).clone());
            if many {
                reason.push_str(self.pick("，等", ", and others"));
            }
            self.to.put("<br><span class=\"soft\">", &reason, "</span>");
        }
        self.to.tag("</th>");
        for (at, count) in counts.into_iter().enumerate() {
            let mark = if at == 1 && count > 0 { "✕ " } else { "" };
            self.to.put("<td class=\"count\">", mark, "");
            self.to.put("", &count.to_string(), "</td>");
        }
        self.to.tag("</tr>\n");
    }
}

fn words(head: crate::form::Head) -> Words {
    Words::new(head.zh, head.en)
}
