//! What could not be decided, said briefly: a reason that many rules share stands once and alone; else a rule with its
//! first reason and the number of its checks.

use super::Look;
use crate::finding::{Check, Outcome, Words};
use crate::rules::rule;

/// A reason that so many rules share is said without them.
const MANY: usize = 3;

/// Checks that are said in one line.
struct Untold<'a> {
    /// None where the reason is shared by many rules.
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
    let shared = |reason: &Words| {
        let with = checks.iter().filter(|c| reason_of(c) == Some(reason));
        let mut rules: Vec<&str> = with.map(|check| check.rule).collect();
        rules.dedup();
        rules.len() >= MANY
    };
    let mut gathered: Vec<Untold> = Vec::new();
    for check in checks {
        let Some(reason) = reason_of(check) else {
            continue;
        };
        let rule = (!shared(reason)).then_some(check.rule);
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
        let more = match (self.varied, checks) {
            (true, _) => Words::new(
                format!("，等 {checks} 项"),
                format!(", and {} more", checks - 1),
            ),
            (false, 1) => Words::default(),
            (false, _) => Words::new(format!("（{checks} 项）"), format!(" ({checks} times)")),
        };
        look.of(Words::new(
            format!("{}{}（{}）", reason.zh, more.zh, title.zh),
            format!("{}{} ({})", reason.en, more.en, title.en),
        ))
    }
}
