//! The likeliest cause of the broken sums, before the findings that it explains.

use std::fmt::Write;

use super::{Group, Page};
use crate::check::Checked;
use crate::finding::{Finding, Words};
use crate::form::sums;
use crate::repair::{Cause, Repair};
use crate::wording;

/// So many alternatives of a repair are listed; the rest are counted.
const ALTERNATIVES: usize = 8;

impl Page {
    pub(super) fn causes(&mut self, checked: &Checked, groups: &[Group]) {
        for cause in &checked.report.causes {
            self.line("");
            self.cause(checked, cause, groups);
        }
    }

    fn cause(&mut self, checked: &Checked, cause: &Cause, groups: &[Group]) {
        let look = self.look;
        self.line(&look.bold(&look.of(wording::cause(checked, cause))));
        let mut others = cause.repairs.as_slice();
        if let (true, Some((first, rest))) = (cause.decided, others.split_first()) {
            self.repair(checked, first, "  ", &explained(cause, groups));
            others = rest;
        }
        let lead = match cause.decided {
            true => look.pick("  也可能：", "  Or: "),
            false => "  - ",
        };
        for repair in others.iter().take(ALTERNATIVES) {
            self.repair(checked, repair, lead, &[]);
        }
        let more = others.len().saturating_sub(ALTERNATIVES);
        if more > 0 {
            self.line(&look.of(Words::new(
                format!("  另有 {more} 种改法没有列出"),
                format!("  {more} more are not listed"),
            )));
        } else if cause.incomplete && !cause.repairs.is_empty() {
            self.line(look.pick("  还有别的改法没有列出", "  More are not listed"));
        }
    }

    /// 表三「（一）予以公开 · 自然人」填成了 12，应为 21：两数字颠倒。
    fn repair(&mut self, checked: &Checked, repair: &Repair, lead: &str, numbers: &[usize]) {
        let look = self.look;
        let changes: Vec<String> = repair
            .changes
            .iter()
            .map(|change| look.of(wording::change(checked, change)))
            .collect();
        let mut line = format!("{lead}{}", changes.join(look.pick("；", "; ")));
        if let Some(reason) = repair.reason() {
            let _ = write!(line, "{}{}", look.pick("：", ": "), look.of(reason));
        }
        if !numbers.is_empty() {
            let list: Vec<String> = numbers.iter().map(usize::to_string).collect();
            line += &look.of(Words::new(
                format!("。改后第 {} 条即可对上", list.join("、")),
                format!(". This settles no. {}", list.join(", ")),
            ));
        }
        self.line(&line);
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
