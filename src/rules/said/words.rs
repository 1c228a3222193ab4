//! The sentences about what the text says.

use super::readings::{Reading, Value, readings};
use crate::finding::{Finding, Words};
use crate::form::Head;
use crate::model::{PlaceId, Quantity};
use crate::prose::Mention;
use crate::recognise::Filled;
use crate::recognise::story::Passage;
use crate::rules::{Rule, look, name};
use crate::text::fold::is_space;

/// What to do about a figure that is not that of the table.
const HOW: Head = Head {
    zh: "请核对正文和表格，改正其中一处；口径不同的，通常在正文中写明",
    en: "Compare the text with the table and mend one of them; where the text counts something else, it usually says so",
};

/// That no reading of a mention fits.
pub fn finding(rule: &Rule, filled: &Filled, mention: &Mention) -> Finding {
    let readings = readings(filled, mention);
    let numbers: Vec<(&Reading, Quantity)> = readings
        .iter()
        .filter_map(|reading| Some((reading, number(reading, filled)?)))
        .collect();
    let (place, said) = quote(filled, mention);
    let first = numbers.first();
    let cells = first.map_or(Vec::new(), |(reading, _)| reading.plus.clone());
    let name = cells.first().map_or_else(Words::default, |key| {
        name::cells(&cells, name::edition(filled, key.table))
    });
    let expected = first.map(|(_, number)| *number);
    let number = expected.map_or(String::new(), |number| number.to_string());
    let (sum, sum_en) = if cells.len() > 1 {
        ("合计", " add up to")
    } else {
        ("为", " is")
    };
    let (others, others_en) = others(&numbers, expected);
    let what = Words::new(
        format!("正文“{said}”与{}{sum} {number} 不一致{others}", name.zh),
        format!(
            "The text says “{said}”; {}{sum_en} {number}{others_en}",
            name.en
        ),
    );
    let mut finding = rule.finding(
        look::subject(&cells),
        cells,
        what,
        Words::new(HOW.zh, HOW.en),
    );
    finding.found = Some(mention.value);
    finding.expected = expected;
    finding.place = place;
    finding
}

fn number(reading: &Reading, filled: &Filled) -> Option<Quantity> {
    match reading.value(filled) {
        Value::Number(number) | Value::AtLeast(number) => Some(number),
        Value::Unknown(_) => None,
    }
}

/// The other values that would have been taken: ，也不是 12、13
fn others(numbers: &[(&Reading, Quantity)], first: Option<Quantity>) -> (String, String) {
    /// More are not named.
    const NAMED: usize = 3;
    let mut values: Vec<Quantity> = Vec::new();
    for (_, value) in numbers {
        if Some(*value) != first && !values.contains(value) {
            values.push(*value);
        }
    }
    let named: Vec<String> = values.iter().take(NAMED).map(Quantity::to_string).collect();
    match named.is_empty() {
        true => (String::new(), String::new()),
        false => (
            format!("，换一种算法（{}）也不相符", named.join("、")),
            format!(
                "; other ways of counting ({}) do not give it either",
                named.join(", ")
            ),
        ),
    }
}

/// Where a mention stands, and its clause as it stands there.
pub fn quote(filled: &Filled, mention: &Mention) -> (Option<PlaceId>, String) {
    let Some(passage) = filled.story.passages().get(mention.line).copied() else {
        return (None, String::new());
    };
    (Some(passage.place), clause(passage, mention))
}

fn clause(passage: &Passage, mention: &Mention) -> String {
    /// Characters that are shown; of a longer clause its end.
    const SHOWN: usize = 40;
    let shown = passage.text.chars().filter(|c| !is_space(*c));
    let length = mention.range.end.saturating_sub(mention.range.start);
    let cut = length.saturating_sub(SHOWN);
    let text: String = shown
        .skip(mention.range.start + cut)
        .take(length - cut)
        .collect();
    if cut > 0 { format!("…{text}") } else { text }
}
