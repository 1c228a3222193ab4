//! 其中 A a 件, B b 件: parts that together are another number than their whole.

use super::said::{Ends, quote};
use super::{Head, Rule, Says};
use crate::finding::{Finding, Severity, Words};
use crate::model::Quantity;
use crate::prose::{Measure, Mention};
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "prose-parts",
    severity: Severity::Warning,
    title: Head {
        zh: "“其中”各项与总数对不上",
        en: "The parts of a sentence do not add up to their whole",
    },
    basis: Head {
        zh: "“其中”之后是总数的各部分；惯例",
        en: "What stands behind 其中 is a part of what stands before it; practice",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let mut ends = Ends::default();
    for (at, whole) in filled.mentions.iter().enumerate() {
        let of_it = |m: &&Mention| {
            m.of == Some(at) && !matches!(m.measure, Measure::Share | Measure::Growth)
        };
        let parts: Vec<&Mention> = filled.mentions.iter().filter(of_it).collect();
        let Some(complete) = kind(whole, &parts) else {
            continue;
        };
        let sum = Quantity(
            parts
                .iter()
                .fold(0i64, |sum, part| sum.saturating_add(part.value.0)),
        );
        let wholes = wholes(filled, whole, at);
        let most = wholes.iter().max().copied().unwrap_or_default();
        if sum > most || complete && !wholes.contains(&sum) {
            ends.found.push(finding(filled, whole, &parts, sum));
        } else {
            ends.held = true;
        }
    }
    ends.tell(&RULE, filled, says);
}

/// Whether the parts are all there are. None where they may overlap, or count on different ways (不同渠道).
fn kind(whole: &Mention, parts: &[&Mention]) -> Option<bool> {
    let exact = parts.iter().all(|part| part.exact) && whole.exact;
    if !exact || parts.len() < 2 {
        return None;
    }
    let requests = matches!(
        whole.measure,
        Measure::New | Measure::Accepted | Measure::Handled | Measure::Done
    );
    let all = |is_it: fn(&Measure) -> Option<&'static str>| -> Option<Vec<&'static str>> {
        let mut ids: Vec<&'static str> = Vec::new();
        for part in parts {
            let id = is_it(&part.measure).filter(|id| !ids.contains(id))?;
            ids.push(id);
        }
        Some(ids)
    };
    let applicants = all(|measure| match measure {
        Measure::Applicants(ids) => ids.first().copied().filter(|_| ids.len() == 1),
        _ => None,
    });
    if let Some(ids) = applicants {
        let kinds = ids.contains(&"organisations");
        let apart = !kinds || ids.len() == 2 && ids.contains(&"natural");
        return (requests && apart).then_some(kinds);
    }
    let flow = all(|measure| match measure {
        Measure::New => Some("new"),
        Measure::CarriedIn => Some("carried_in"),
        _ => None,
    });
    if flow.is_some() {
        return requests.then_some(true);
    }
    let results = all(|measure| match measure {
        Measure::Results(ids) if ids.len() == 1 => ids.first().copied(),
        _ => None,
    });
    let items = results?.iter().filter(|id| id.contains('.')).count();
    match &whole.measure {
        // Of a group only its items are parts.
        Measure::Results(ids) => (ids.len() == 1 && items == parts.len()).then_some(false),
        _ => requests.then_some(false),
    }
}

/// What the parts may be parts of: their whole, another such figure of the paragraph, or new and carried in together.
fn wholes(filled: &Filled, whole: &Mention, at: usize) -> Vec<Quantity> {
    if matches!(whole.measure, Measure::Results(_)) {
        return vec![whole.value];
    }
    let is_near = |m: &&Mention| m.line == whole.line && m.exact && m.of != Some(at);
    let near = filled.mentions.iter().filter(is_near);
    let of = |is_it: fn(&Measure) -> bool| -> Vec<Quantity> {
        near.clone()
            .filter(|m| is_it(&m.measure))
            .map(|m| m.value)
            .collect()
    };
    let mut wholes = of(|m| {
        matches!(
            m,
            Measure::New | Measure::Accepted | Measure::Handled | Measure::Done
        )
    });
    let carried = of(|m| *m == Measure::CarriedIn);
    let sums = wholes
        .iter()
        .flat_map(|a| carried.iter().map(|b| Quantity(a.0.saturating_add(b.0))));
    let sums: Vec<Quantity> = sums.collect();
    wholes.extend(sums);
    wholes
}

fn finding(filled: &Filled, whole: &Mention, parts: &[&Mention], sum: Quantity) -> Finding {
    let (place, said) = quote(filled, whole);
    let named: Vec<String> = parts.iter().map(|part| part.value.to_string()).collect();
    let named = named.join(" + ");
    let what = Words::new(
        format!(
            "正文“{said}”，其中各项 {named} = {sum}，不是 {}",
            whole.value
        ),
        format!(
            "The text says “{said}”, but its parts {named} = {sum}, not {}",
            whole.value
        ),
    );
    let how = Words::new(
        "请核对总数和各项；只列出一部分的，通常写明“等”或“主要”",
        "Compare the whole with its parts; where only some are listed, the text usually says so",
    );
    let mut finding = RULE.finding("text".to_string(), Vec::new(), what, how);
    finding.found = Some(sum);
    finding.expected = Some(whole.value);
    finding.place = place;
    finding
}
