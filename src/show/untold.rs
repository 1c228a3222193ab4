//! What could not be decided, said briefly: a reason that several rules share stands once and alone; else a rule with
//! its first reason and the number of its checks.

use super::Look;
use crate::finding::{Check, Outcome, Words};
use crate::rules::rule;

/// Checks that are said in one line.
struct Untold<'a> {
    /// None where the reason is shared by several rules.
    rule: Option<&'static str>,
    reason: &'a Words,
    checks: usize,
    /// The rule has other reasons too.
    varied: bool,
}

/// The lines, in the order of the checks.
pub fn lines(checks: &[Check], look: Look) -> Vec<String> {
    let lead = look.pick("无法判断：", "Cannot tell: ");
    let line = |untold: &Untold| format!("  {lead}{}", untold.text(look));
    gather(checks).iter().map(line).collect()
}

fn gather(checks: &[Check]) -> Vec<Untold<'_>> {
    let shared = |rule: &'static str, reason: &Words| {
        let mut others = checks.iter().filter(|check| check.rule != rule);
        others.any(|check| reason_of(check) == Some(reason))
    };
    let mut gathered: Vec<Untold> = Vec::new();
    for check in checks {
        let Some(reason) = reason_of(check) else {
            continue;
        };
        let rule = (!shared(check.rule, reason)).then_some(check.rule);
        let same = |untold: &&mut Untold| {
            untold.rule == rule && (rule.is_some() || untold.reason == reason)
        };
        match gathered.iter_mut().find(same) {
            Some(untold) => {
                untold.checks += 1;
                untold.varied |= untold.reason != reason;
            }
            None => gathered.push(Untold {
                rule,
                reason,
                checks: 1,
                varied: false,
            }),
        }
    }
    gathered
}

fn reason_of(check: &Check) -> Option<&Words> {
    match &check.outcome {
        Outcome::CannotTell(reason) => Some(reason),
        _ => None,
    }
}

impl Untold<'_> {
    fn text(&self, look: Look) -> String {
        let Some(id) = self.rule else {
            return look.of(self.reason.clone());
        };
        let title = rule(id).map_or(Words::new(id, id), |rule| {
            Words::new(rule.title.zh, rule.title.en)
        });
        let (checks, reason) = (self.checks, self.reason);
        let (etc, etc_en) = if self.varied {
            ("，等", ", and so on")
        } else {
            ("", "")
        };
        let count = if checks > 1 {
            Words::new(format!("（{checks} 项）"), format!(" ({checks})"))
        } else {
            Words::default()
        };
        look.of(Words::new(
            format!("{}{}：{}{etc}", title.zh, count.zh, reason.zh),
            format!("{}{}: {}{etc_en}", title.en, count.en, reason.en),
        ))
    }
}
