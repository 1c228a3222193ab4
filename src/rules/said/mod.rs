//! How a rule compares what the text says with the tables: every reading of a sentence is tried before a word is said.

mod readings;
mod words;

use super::{Rule, Says, text};
use crate::finding::{Finding, Outcome, Words};
use crate::model::Quantity;
use crate::prose::{Measure, Mention, Scope};
use crate::recognise::Filled;

pub use readings::{Value, readings};
pub use words::quote;

/// How a figure of the text stands to the tables.
enum Standing {
    Fits,
    /// A cell that it may count is blank, unreadable or not known.
    Open(Words),
    /// No reading fits.
    Off,
}

/// Checks the mentions that a rule is about.
pub fn check(rule: &Rule, filled: &Filled, says: &mut Says, is_mine: fn(&Mention) -> bool) {
    let own: Vec<&Mention> = filled
        .mentions
        .iter()
        .filter(|m| is_mine(m) && m.exact)
        .collect();
    let mut ends = Ends::default();
    let mut seen: Vec<(usize, &Measure)> = Vec::new();
    for mention in &own {
        let of = (mention.line, &mention.measure);
        if seen.contains(&of) {
            continue;
        }
        seen.push(of);
        let group: Vec<&Mention> = own
            .iter()
            .copied()
            .filter(|m| (m.line, &m.measure) == of)
            .collect();
        ends.group(rule, filled, &group);
    }
    ends.tell(rule, filled, says);
}

/// How the checks of a rule ended so far.
#[derive(Default)]
pub struct Ends {
    pub found: Vec<Finding>,
    pub open: Option<Words>,
    pub held: bool,
}

impl Ends {
    /// The same measure in one paragraph: one figure that fits, or all of them together, is enough.
    fn group(&mut self, rule: &Rule, filled: &Filled, group: &[&Mention]) {
        let mut open = None;
        for mention in group {
            match standing(filled, mention, mention.value) {
                Standing::Fits => {
                    self.held = true;
                    return;
                }
                Standing::Open(why) => open = Some(why),
                Standing::Off => {}
            }
        }
        let sum = group
            .iter()
            .fold(0i64, |sum, mention| sum.saturating_add(mention.value.0));
        let Some(first) = group.iter().find(|mention| is_sure(filled, mention)) else {
            return;
        };
        match (standing(filled, first, Quantity(sum)), open) {
            (Standing::Fits, _) => self.held = true,
            (_, Some(why)) => self.open = self.open.take().or(Some(why)),
            _ => self.found.push(words::finding(rule, filled, first)),
        }
    }

    /// Says how the rule ended.
    pub fn tell(self, rule: &Rule, filled: &Filled, says: &mut Says) {
        let otherwise = match (self.open, self.held) {
            (Some(why), _) => Outcome::CannotTell(why),
            (None, true) => Outcome::Held,
            (None, false) if filled.story.passages().is_empty() => text::nothing(),
            (None, false) => Outcome::NotApplicable,
        };
        text::end(rule, "", self.found, otherwise, says);
    }
}

fn standing(filled: &Filled, mention: &Mention, value: Quantity) -> Standing {
    let mut open = None;
    for reading in readings(filled, mention) {
        match reading.value(filled) {
            Value::Number(number) if number == value => return Standing::Fits,
            Value::AtLeast(number) if number == value => return Standing::Fits,
            Value::AtLeast(number) if number < value => open = open.or(Some(reading.blank(filled))),
            Value::Unknown(why) => open = open.or(Some(why)),
            _ => {}
        }
    }
    open.map_or(Standing::Off, Standing::Open)
}

/// Whether a mention surely is of this organ and this year.
fn is_sure(filled: &Filled, mention: &Mention) -> bool {
    if readings(filled, mention).is_empty() {
        return false;
    }
    // 收到 12 件，受理 10 件: what was accepted may be less.
    let came = |m: &Mention| m.line == mention.line && m.measure == Measure::New && m.of.is_none();
    // 收到 12 件，撤回 2 件，实际受理 10 件: a table may count what was accepted only.
    let fewer = |m: &Mention| {
        m.line == mention.line && m.measure == Measure::Accepted && m.value < mention.value
    };
    let other = match mention.measure {
        Measure::Accepted => filled.mentions.iter().any(came),
        Measure::New => filled.mentions.iter().any(fewer),
        _ => false,
    };
    if other {
        return false;
    }
    match (mention.scope, &mention.measure) {
        (Scope::Own, _) => true,
        // A stock can be told back by a year.
        (Scope::Before, Measure::Documents(_, "in_force")) => true,
        _ => false,
    }
}
