//! How a rule compares what the text says with the tables: every reading of a sentence is tried before a word is said.

mod readings;
mod words;

use super::{Rule, Says, text};
use crate::finding::{Finding, Outcome, Words};
use crate::model::Quantity;
use crate::prose::{Measure, Mention, Scope};
use crate::recognise::Filled;

pub use readings::{Reading, Value, readings};
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
    for group in groups(&own) {
        ends.group(rule, filled, &group);
    }
    ends.tell(rule, filled, says);
}

/// Mentions by what they count in which paragraph.
fn groups<'a>(mentions: &[&'a Mention]) -> Vec<Vec<&'a Mention>> {
    let mut groups: Vec<Vec<&Mention>> = Vec::new();
    for mention in mentions {
        let of = |m: &Mention| (m.line, &m.measure) == (mention.line, &mention.measure);
        match groups.iter_mut().find(|group| group.iter().any(|m| of(m))) {
            Some(group) => group.push(mention),
            None => groups.push(vec![mention]),
        }
    }
    groups
}

/// What a paragraph surely says of one measure: one of these figures, by one of these readings.
pub struct Claim<'a> {
    /// The first to say it.
    pub mention: &'a Mention,
    pub figures: Vec<Quantity>,
    pub readings: Vec<Reading>,
}

/// What the text surely says of the tables, up to so many claims.
pub fn claims<'a>(filled: &'a Filled, most: usize) -> Vec<Claim<'a>> {
    let sure = |m: &&Mention| m.exact && is_sure(filled, m);
    let own: Vec<&Mention> = filled.mentions.iter().filter(sure).take(most).collect();
    let claim = |group: Vec<&'a Mention>| {
        let mention = *group.first()?;
        let mut figures: Vec<Quantity> = group.iter().map(|m| m.value).collect();
        figures.push(sum(&group));
        let readings = readings(filled, mention);
        Some(Claim {
            mention,
            figures,
            readings,
        })
    };
    groups(&own).into_iter().filter_map(claim).collect()
}

fn sum(group: &[&Mention]) -> Quantity {
    let values = group.iter().map(|mention| mention.value.0);
    Quantity(values.fold(0, i64::saturating_add))
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
        let Some(first) = group.iter().find(|mention| is_sure(filled, mention)) else {
            return;
        };
        match (standing(filled, first, sum(group)), open) {
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
        (Scope::Whole, measure) => tells_of_the_tables(filled, measure),
        // A stock can be told back by a year.
        (Scope::Before, Measure::Documents(_, "in_force")) => true,
        _ => false,
    }
}

/// Whether 全县 is what the tables count: two figures of other measures are those of the tables, one of them large.
fn tells_of_the_tables(filled: &Filled, measure: &Measure) -> bool {
    /// Smaller figures agree by chance.
    const LEAST: i64 = 3 * Quantity::UNIT;
    const LARGE: i64 = 10 * Quantity::UNIT;
    let agrees = |m: &&Mention| {
        let tells = m.scope == Scope::Whole && m.exact && m.value.0 >= LEAST;
        tells && m.measure != *measure && matches!(standing(filled, m, m.value), Standing::Fits)
    };
    let mut agreeing = filled.mentions.iter().filter(agrees);
    let large = agreeing.clone().find(|m| m.value.0 >= LARGE);
    large
        .is_some_and(|large| agreeing.any(|m| m.measure != large.measure && m.value != large.value))
}
