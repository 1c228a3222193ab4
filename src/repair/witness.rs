//! What stands outside a table and speaks for a repair or against it: sentences of the text, and last year's report.

use super::Change;
use crate::finding::Words;
use crate::form::{Key, Table, table3};
use crate::model::Quantity;
use crate::prose::Mention;
use crate::recognise::Filled;
use crate::rules::said::{self, Reading, Value};

/// A set is clearly likelier than another when a witness agrees with it and not with the other.
pub const CLEARLY: i32 = 2;
/// So many figures of the text are heard.
const HEARD: usize = 24;
/// So many of its sentences are quoted.
const QUOTED: usize = 2;

/// Who speaks for or against the repairs of a table.
pub struct Witnesses<'a> {
    filled: &'a Filled,
    all: Vec<Witness<'a>>,
}

/// One of these figures is what one of these sums of cells comes to.
struct Witness<'a> {
    /// Who says so; none for last year's report.
    mention: Option<&'a Mention>,
    figures: Vec<Quantity>,
    /// With what they come to as the table stands.
    readings: Vec<(Reading, Value)>,
}

impl<'a> Witnesses<'a> {
    pub fn of(filled: &'a Filled, table: Table) -> Witnesses<'a> {
        let is_about = |reading: &Reading| reading.plus.iter().all(|key| key.table == table);
        let claims = said::claims(filled, HEARD).into_iter();
        let text = claims.map(|claim| (Some(claim.mention), claim.figures, claim.readings));
        let heard = text.chain(last_year(filled));
        let heard = heard.filter(|(_, _, readings)| readings.iter().all(is_about));
        let all = heard.map(|(mention, figures, readings)| Witness {
            mention,
            figures,
            readings: readings
                .into_iter()
                .map(|reading| {
                    let value = reading.value(filled);
                    (reading, value)
                })
                .collect(),
        });
        Witnesses {
            filled,
            all: all.collect(),
        }
    }

    /// Keeps those that tell these sets apart, or from the table as it stands.
    pub fn hear<'b>(&mut self, sets: impl Iterator<Item = &'b [Change]> + Clone) {
        self.all.retain(|witness| {
            let against = |set| witness.agrees(set) == Some(false);
            witness.agrees(&[]) != Some(true) || sets.clone().any(against)
        });
    }

    /// Witnesses against a set, less those for it.
    pub fn odds(&self, set: &[Change]) -> i32 {
        let votes = self.all.iter().map(|witness| match witness.agrees(set) {
            Some(true) => -1,
            Some(false) => 1,
            None => 0,
        });
        votes.sum()
    }

    /// Who agrees with a set: 与正文“受理11件”一致
    pub fn words(&self, set: &[Change]) -> Option<Words> {
        let agree = |witness: &&Witness| witness.agrees(set) == Some(true);
        let agree: Vec<&Witness> = self.all.iter().filter(agree).collect();
        let said = agree.iter().filter_map(|witness| witness.mention);
        let quotes: Vec<String> = said
            .take(QUOTED)
            .map(|mention| format!("“{}”", said::quote(self.filled, mention).1))
            .collect();
        let last_year = agree.iter().any(|witness| witness.mention.is_none());
        let (zh, en) = match (quotes.is_empty(), last_year) {
            (true, false) => return None,
            (true, true) => (String::new(), String::new()),
            (false, true) => (quotes.concat() + "、", quotes.join(", ") + " and with "),
            (false, false) => (quotes.concat(), quotes.join(", ")),
        };
        let text = if zh.is_empty() {
            ("", "")
        } else {
            ("正文", "the text ")
        };
        let before = match last_year {
            true => (
                "上年度报告的结转下年度",
                "what last year’s report carried out",
            ),
            false => ("", ""),
        };
        Some(Words::new(
            format!("与{}{zh}{}一致", text.0, before.0),
            format!("agrees with {}{en}{}", text.1, before.1),
        ))
    }
}

impl Witness<'_> {
    /// Whether one of its sums comes to one of its figures after some changes; none where that hangs on a cell that is
    /// blank or unreadable.
    fn agrees(&self, changes: &[Change]) -> Option<bool> {
        let mut open = false;
        for (reading, value) in &self.readings {
            let by = changes.iter().map(|change| shift(reading, change));
            let by = by.fold(0, i64::saturating_add);
            match value {
                Value::Number(number) | Value::AtLeast(number) => {
                    let sum = Quantity(number.0.saturating_add(by));
                    if self.figures.contains(&sum) {
                        return Some(true);
                    }
                    let more = self.figures.iter().any(|figure| *figure > sum);
                    open |= more && matches!(value, Value::AtLeast(_));
                }
                Value::Unknown(_) => open = true,
            }
        }
        (!open).then_some(false)
    }
}

/// By how much a change moves a sum.
fn shift(reading: &Reading, change: &Change) -> i64 {
    let by = change.proposed.0 - change.found.unwrap_or_default().0;
    match () {
        _ if reading.plus.contains(&change.cell) => by,
        _ if reading.minus.contains(&change.cell) => -by,
        _ => 0,
    }
}

type Heard<'a> = (Option<&'a Mention>, Vec<Quantity>, Vec<Reading>);

/// What last year's report carried out, column by column.
fn last_year<'a>(filled: &'a Filled) -> impl Iterator<Item = Heard<'a>> {
    let before = filled.previous.report();
    let keys = before.into_iter().flat_map(|before| {
        let cell = |column: &str, row: &str| Key::parse(&format!("t3.{row}.{column}"));
        table3::COLUMNS.iter().filter_map(move |column| {
            let carried = before.figure(cell(column.id, "carried_out")?)?;
            Some((carried.value.number()?, cell(column.id, "carried_in")?))
        })
    });
    keys.map(|(figure, key)| {
        let reading = Reading {
            plus: vec![key],
            minus: Vec::new(),
        };
        (None, vec![figure], vec![reading])
    })
}
