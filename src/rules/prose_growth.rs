//! 同比增长 x%: a growth that is not this year's over last year's, which stands beside it or in last year's report.

use super::said::{Ends, Reading, Value, quote, readings};
use super::{Head, Rule, Says};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::model::Quantity;
use crate::prose::{Measure, Mention, Scope};
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "prose-growth",
    severity: Severity::Info,
    title: Head {
        zh: "正文的同比增减与两年的件数不符",
        en: "A growth in the text is not that of the two years",
    },
    basis: Head {
        zh: "同比=本年÷上年−1；惯例",
        en: "Growth is this year's figure over last year's, less one; practice",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    // What a first visit loads cannot look at them: 2 KB.
    if cfg!(not(feature = "office")) {
        return says.end(RULE.id, "", untold(filled));
    }
    let mut ends = Ends::default();
    let mentions = &filled.mentions;
    let is_growth = |m: &&Mention| m.measure == Measure::Growth && m.exact;
    for growth in mentions.iter().filter(is_growth) {
        let of = |m: &Mention| m.of.and_then(|at| mentions.get(at)).filter(|m| m.exact);
        match (of(growth), filled.previous.report()) {
            (Some(base), _) if base.measure == Measure::Base => {
                if let Some(of) = of(base) {
                    beside(filled, growth, base, of, &mut ends);
                }
            }
            (Some(of), Some(previous)) if of.scope == Scope::Own && counts(of) => {
                against(filled, previous, growth, of, &mut ends);
            }
            _ => {}
        }
    }
    if filled.previous.report().is_none() && !ends.held && ends.found.is_empty() {
        return says.end(RULE.id, "", Outcome::NotApplicable);
    }
    ends.tell(&RULE, filled, says);
}

/// How the rule ends where growths are not looked at.
fn untold(filled: &Filled) -> Outcome {
    match filled.mentions.iter().any(|m| m.measure == Measure::Base) {
        true => Outcome::CannotTell(Words::new(
            "同比增减在给出上年度报告后、或由 gouji-full.html 和命令核对",
            "growths are checked with last year’s report, by gouji-full.html or by the command",
        )),
        false => Outcome::NotApplicable,
    }
}

/// A growth whose base stands beside it. Any figure before it in its sentence may be what grew.
fn beside(filled: &Filled, growth: &Mention, base: &Mention, of: &Mention, ends: &mut Ends) {
    let mentions = filled.mentions.iter();
    let before = mentions.take_while(|m| !std::ptr::eq(*m, base));
    let mut before = before.filter(|m| m.sentence == base.sentence);
    match before.any(|now| is_growth(base.value, now.value, growth)) {
        true => ends.held = true,
        false => ends.found.push(finding(filled, growth, of, base.value)),
    }
}

/// A growth over what the tables of last year's report say.
fn against(filled: &Filled, previous: &Filled, growth: &Mention, of: &Mention, ends: &mut Ends) {
    let (before, mut now) = (values(previous, of), values(filled, of));
    now.push(of.value);
    let fits = |now: &Quantity| before.iter().any(|before| is_growth(*before, *now, growth));
    match before.first() {
        None => {
            ends.open = Some(Words::new(
                "上年报告中没有读到这一数字",
                "last year's report does not tell this figure",
            ));
        }
        Some(_) if now.iter().any(fits) => ends.held = true,
        Some(first) => ends.found.push(finding(filled, growth, of, *first)),
    }
}

fn counts(mention: &Mention) -> bool {
    matches!(
        mention.measure,
        Measure::New | Measure::Accepted | Measure::Handled | Measure::Done
    )
}

/// What the tables of a report say of a measure, by every reading.
fn values(filled: &Filled, of: &Mention) -> Vec<Quantity> {
    let readings = readings(filled, of);
    let number = |reading| match Reading::value(reading, filled) {
        Value::Number(number) => Some(number),
        _ => None,
    };
    readings.iter().filter_map(number).collect()
}

fn is_growth(before: Quantity, now: Quantity, growth: &Mention) -> bool {
    const CLOSEST: f64 = 0.01;
    if before <= Quantity::ZERO {
        return false;
    }
    let last = (0..growth.places).fold(1.0, |size, _| size / 10.0);
    (change(before, now) - growth.value.to_f64()).abs() <= f64::max(last, CLOSEST) + 1e-9
}

/// In per cent.
fn change(before: Quantity, now: Quantity) -> f64 {
    (now.to_f64() / before.to_f64() - 1.0) * 100.0
}

fn finding(filled: &Filled, growth: &Mention, of: &Mention, before: Quantity) -> Finding {
    let ((place, said), (_, count)) = (quote(filled, growth), quote(filled, of));
    let (zh, en) = match before > Quantity::ZERO {
        true => {
            let change = change(before, of.value);
            (
                format!("上年 {before}，应为 {change:+.2}%"),
                format!("last year {before}, which makes {change:+.2}%"),
            )
        }
        false => (
            "上年为 0，算不出同比".to_string(),
            "last year 0, which gives no growth".to_string(),
        ),
    };
    let what = Words::new(
        format!("正文“{count}”“{said}”：{zh}"),
        format!("The text says “{count}”, “{said}”: {en}"),
    );
    let how = Words::new(
        "请核对同比和两年的件数；口径不同的，通常在正文中写明",
        "Check the growth and the figures of both years; where something else is compared, the text usually says so",
    );
    let mut finding = RULE.finding("text".to_string(), Vec::new(), what, how);
    finding.found = Some(growth.value);
    finding.place = place;
    finding
}
