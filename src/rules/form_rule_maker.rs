//! 规章 other than 0 in the report of an organ that cannot make them.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::agency::{Level, Seat};
use crate::form::{Key, Organ, Table};
use crate::model::Quantity;
use crate::recognise::{Figure, Filled};

pub const RULE: Rule = Rule {
    id: "form-rule-maker",
    severity: Severity::Error,
    title: Head {
        zh: "没有规章制定权的机关填了规章",
        en: "规章 counted by an organ that cannot make them",
    },
    basis: Head {
        zh: "《立法法》第九十一条、第九十三条：国务院部门和省、设区的市、自治州人民政府可以制定规章",
        en: "Legislation Law, articles 91 and 93: who may make 规章",
    },
    check,
};

/// What is counted as made: in the edition before, what was published may be of others.
const COUNTED: [&str; 4] = ["issued", "repealed", "in_force", "made"];

fn check(filled: &Filled, says: &mut Says) {
    let subject = Table::Two.name();
    let figures = look::figures(filled, Table::Two).iter();
    let figures: Vec<&(Key, Figure)> = figures
        .filter(|(key, _)| key.row_id() == "regulations" && COUNTED.contains(&key.column_id()))
        .collect();
    if figures.is_empty() {
        return look::end_figures(&RULE, filled, Table::Two, Vec::new(), says);
    }
    let above = |figure: &Figure| figure.value.number().is_some_and(|n| n > Quantity::ZERO);
    let counted = figures.iter().filter(|(_, figure)| above(figure));
    let counted: Vec<Key> = counted.map(|(key, _)| *key).collect();
    if counted.is_empty() {
        return look::end_figures(&RULE, filled, Table::Two, Vec::new(), says);
    }
    let severity = match filled.title.organ {
        Organ::Town | Organ::Subdistrict => Severity::Error,
        Organ::Government(Level::County) | Organ::Office(Level::County) => Severity::Warning,
        Organ::Department(Seat::Local) | Organ::Institution(Seat::Local) => Severity::Warning,
        Organ::Government(Level::Province | Level::Prefecture)
        | Organ::Office(Level::Province | Level::Prefecture) => {
            return says.end(RULE.id, subject, Outcome::Held);
        }
        // Whose report it is was not read: worth a look.
        Organ::Unknown if filled.title.agency.is_none() => Severity::Info,
        _ => {
            return says.cannot_tell(
                RULE.id,
                subject,
                "从名称分不出这个机关能不能制定规章",
                "whether this organ may make 规章 cannot be told from its name",
            );
        }
    };
    says.end(RULE.id, subject, Outcome::Broken);
    says.find(told(filled, counted, severity));
}

fn told(filled: &Filled, cells: Vec<Key>, severity: Severity) -> Finding {
    let edition = name::edition(filled, Table::Two);
    let named = name::cells(&cells, edition);
    let first = cells.first().and_then(|&key| filled.figure(key));
    let value = first.and_then(|figure| figure.value.number());
    let shown = value.map(|v| v.to_string()).unwrap_or_default();
    let what = match (&filled.title.agency, severity) {
        (Some(agency), Severity::Error | Severity::Warning) => Words::new(
            format!("{}填了 {shown}，「{agency}」没有规章制定权", named.zh),
            format!("{}: {shown}; {agency} cannot make 规章", named.en),
        ),
        _ => Words::new(
            format!("{}填了 {shown}，没有读到是哪个机关的报告", named.zh),
            format!("{}: {shown}; whose report it is was not read", named.en),
        ),
    };
    let how = Words::new(
        "请核对：县级以下的机关和地方部门没有规章，多半应填在行政规范性文件",
        "Check it: below a city, and for local departments, these are probably administrative normative documents",
    );
    let mut finding = RULE.finding(look::subject(&cells), cells, what, how);
    (finding.severity, finding.found) = (severity, value);
    finding
}
