//! 占 x%: a share that is not its part over its whole.

use super::said::{Ends, quote};
use super::{Head, Rule, Says};
use crate::finding::{Finding, Severity, Words};
use crate::form::Key;
use crate::model::Quantity;
use crate::prose::{Measure, Mention};
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "prose-percent",
    severity: Severity::Info,
    title: Head {
        zh: "正文的占比与件数不符",
        en: "A share in the text is not its part over its whole",
    },
    basis: Head {
        zh: "占比=部分÷总数；惯例",
        en: "A share is the part over the whole; practice",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let mut ends = Ends::default();
    for share in filled
        .mentions
        .iter()
        .filter(|m| m.measure == Measure::Share)
    {
        let part = share.of.and_then(|at| filled.mentions.get(at));
        let Some(part) = part.filter(|part| part.exact && share.exact && is_part(part)) else {
            continue;
        };
        let wholes = wholes(filled, part);
        let Some(first) = wholes.first() else {
            continue;
        };
        if wholes
            .iter()
            .any(|&whole| is_share(part.value, whole, share))
        {
            ends.held = true;
        } else {
            ends.found.push(finding(filled, share, part, *first));
        }
    }
    ends.tell(&RULE, filled, says);
}

fn is_part(part: &Mention) -> bool {
    matches!(
        part.measure,
        Measure::Results(_)
            | Measure::Applicants(_)
            | Measure::CarriedIn
            | Measure::CarriedOut
            | Measure::Done
    )
}

/// What a share may be of: any figure of the paragraph, or what came in or was settled by table 三.
fn wholes(filled: &Filled, part: &Mention) -> Vec<Quantity> {
    const CELLS: [&str; 4] = [
        "t3.total.total",
        "t3.new.total",
        "t3.carried_in.total",
        "t3.carried_out.total",
    ];
    let is_count = |m: &&Mention| {
        m.line == part.line && m.exact && !matches!(m.measure, Measure::Share | Measure::Growth)
    };
    let near = filled.mentions.iter().filter(is_count).map(|m| m.value);
    let cell = |name: &&str| filled.figure(Key::parse(name)?)?.value.number();
    let cells: Vec<Quantity> = CELLS.iter().filter_map(cell).collect();
    let pairs = cells
        .iter()
        .flat_map(|a| cells.iter().map(|b| Quantity(a.0.saturating_add(b.0))));
    /// No paragraph that a person reads has more.
    const MOST: usize = 30;
    let near: Vec<Quantity> = near.take(MOST).collect();
    let said = near
        .iter()
        .flat_map(|a| near.iter().map(|b| Quantity(a.0.saturating_add(b.0))));
    let mut wholes: Vec<Quantity> = cells
        .iter()
        .copied()
        .chain(pairs)
        .chain(near.iter().copied())
        .chain(said)
        .collect();
    wholes.retain(|&whole| whole >= part.value && whole > Quantity::ZERO);
    wholes
}

/// Rounded or cut at the last decimal that is written, and never closer than 0.01 of a percentage point.
fn is_share(part: Quantity, whole: Quantity, share: &Mention) -> bool {
    const CLOSEST: f64 = 0.01;
    let exact = part.to_f64() / whole.to_f64() * 100.0;
    let last = (0..share.places).fold(1.0, |size, _| size / 10.0);
    (exact - share.value.to_f64()).abs() <= f64::max(last, CLOSEST) + 1e-9
}

fn finding(filled: &Filled, share: &Mention, part: &Mention, whole: Quantity) -> Finding {
    let ((place, said), (_, of)) = (quote(filled, share), quote(filled, part));
    // Without the code that writes any float, which a first visit would load.
    let hundredths = (part.value.to_f64() / whole.to_f64() * 10_000.0).round() as i64;
    let exact = format!("{}.{:02}%", hundredths / 100, hundredths % 100);
    let part = part.value;
    let what = Words::new(
        format!("正文“{of}”“{said}”：{part} ÷ {whole} = {exact}"),
        format!("The text says “{of}”, “{said}”; {part} ÷ {whole} = {exact}"),
    );
    let how = Words::new(
        "请核对占比、件数和总数",
        "Check the share, its part and its whole",
    );
    let mut finding = RULE.finding("text".to_string(), Vec::new(), what, how);
    finding.found = Some(share.value);
    finding.place = place;
    finding
}
