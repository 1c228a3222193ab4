//! 信息处理费 N 元: its breakdown adds up to more, or it is the amount of 行政事业性收费.

use super::said::{Ends, quote};
use super::{Head, Rule, Says};
use crate::finding::{Finding, Severity, Words};
use crate::form::Key;
use crate::model::{PlaceId, Quantity};
use crate::prose::{Measure, Mention, Scope};
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "prose-fee",
    severity: Severity::Warning,
    title: Head {
        zh: "信息处理费的明细或口径对不上",
        en: "The handling fee: breakdown or kind of fee",
    },
    basis: Head {
        zh: "国办函〔2020〕109号：信息处理费按件或按量收取，以元计；与行政事业性收费不同是惯例",
        en: "国办函〔2020〕109号: the fee is charged per item or volume, in yuan; that it is no administrative fee is practice",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let mut ends = Ends::default();
    for (at, fee) in filled.mentions.iter().enumerate() {
        if fee.measure != Measure::Fee || !fee.exact {
            continue;
        }
        ends.held = true;
        let parts = filled
            .mentions
            .iter()
            .filter(|m| m.of == Some(at) && m.measure == Measure::FeePart);
        let parts: Vec<&Mention> = parts.collect();
        let sum = Quantity(
            parts
                .iter()
                .fold(0i64, |sum, part| sum.saturating_add(part.value.0)),
        );
        if sum > fee.value && parts.iter().all(|part| part.exact) {
            ends.found.push(of_parts(filled, fee, sum));
        }
        ends.found.extend(of_table(filled, fee));
    }
    ends.tell(&RULE, filled, says);
}

fn of_parts(filled: &Filled, fee: &Mention, sum: Quantity) -> Finding {
    let (place, said) = quote(filled, fee);
    let what = Words::new(
        format!("正文“{said}”，其中各项合计 {sum} 元"),
        format!("The text says “{said}”; its parts add up to {sum} yuan"),
    );
    let how = Words::new("请核对总额和各项", "Compare the whole with its parts");
    told(fee, Vec::new(), place, (what, how))
}

/// The same amount stands in table 二 as 行政事业性收费, in 万元 or as it is.
fn of_table(filled: &Filled, fee: &Mention) -> Option<Finding> {
    const TEN_THOUSAND: i64 = 10_000;
    let key = Key::parse("t2.fees.amount")?;
    let amount = filled
        .figure(key)?
        .value
        .number()
        .filter(|n| *n > Quantity::ZERO)?;
    let same = amount == fee.value || amount.0.saturating_mul(TEN_THOUSAND) == fee.value.0;
    if !same || fee.scope != Scope::Own {
        return None;
    }
    let (place, said) = quote(filled, fee);
    let what = Words::new(
        format!("表二「行政事业性收费」的 {amount} 与正文“{said}”是同一金额"),
        format!("行政事业性收费 in Table 2, {amount}, is the amount of the text “{said}”"),
    );
    let how = Words::new(
        "请核对：信息处理费以元计，在第六部分报告，通常不计入表二的行政事业性收费",
        "Check: the handling fee is told in section 6, in yuan, and usually does not count as 行政事业性收费",
    );
    Some(told(fee, vec![key], place, (what, how)))
}

fn told(
    fee: &Mention,
    cells: Vec<Key>,
    place: Option<PlaceId>,
    (what, how): (Words, Words),
) -> Finding {
    let mut finding = RULE.finding("text".to_string(), cells, what, how);
    finding.found = Some(fee.value);
    finding.place = place;
    finding
}
