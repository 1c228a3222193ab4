//! Published after the day that the Regulation sets for this kind of organ, or that a person set.

use super::{Head, Rule, Says};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::Organ;
use crate::form::agency::Seat;
use crate::model::Date;
use crate::recognise::{Filled, Published};

pub const RULE: Rule = Rule {
    id: "date-late",
    severity: Severity::Error,
    title: Head {
        zh: "公布晚于期限",
        en: "Published after the deadline",
    },
    basis: Head {
        zh: "《条例》第四十九条：县级以上人民政府部门 1 月 31 日前，县级以上地方人民政府 3 月 31 日前",
        en: "Article 49 of the Regulation: departments by 31 January, governments by 31 March",
    },
    check,
};

const JANUARY: (u8, u8) = (1, 31);
const MARCH: (u8, u8) = (3, 31);

fn check(filled: &Filled, says: &mut Says) {
    let Some(published) = filled.published else {
        return says.end(RULE.id, "", Outcome::NotApplicable);
    };
    let Some(year) = filled.title.year else {
        return says.cannot_tell(RULE.id, "", "标题中没有年度", "the title names no year");
    };
    let after = |(month, day)| Date::new(year + 1, month, day).filter(|due| published.date > *due);
    let by_law = by_law(filled.title.organ, &after);
    let late = match filled.deadline {
        // A day that a person set is practice, until that of the Regulation is over too.
        Some(set) => after(set).map(|due| match by_law {
            Some((_, severity)) => (due, severity),
            None => (due, Severity::Warning),
        }),
        None => by_law,
    };
    if published.place.is_some() && moved(published.date, year) {
        return says.cannot_tell(
            RULE.id,
            "",
            "页面上的日期晚了一年以上，可能是网站迁移后的日期",
            "the day on the page is more than a year late: perhaps that of a move of the site",
        );
    }
    let unsure = filled.title.organ == Organ::Unknown && filled.deadline.is_none();
    match late {
        Some((due, severity)) => {
            says.end(RULE.id, "", Outcome::Broken);
            says.find(told(filled, published, due, severity));
        }
        None if unsure && after(JANUARY).is_some() => says.cannot_tell(
            RULE.id,
            "",
            "分不出是部门（1 月 31 日前）还是政府（3 月 31 日前）的报告",
            "a department's (due 31 January) or a government's (31 March) cannot be told",
        ),
        None => says.end(RULE.id, "", Outcome::Held),
    }
}

/// The day that is over, and how surely it binds the organ.
fn by_law(organ: Organ, after: &dyn Fn((u8, u8)) -> Option<Date>) -> Option<(Date, Severity)> {
    let of = |day, severity| after(day).map(|due| (due, severity));
    match organ {
        Organ::Government(_) => of(MARCH, Severity::Error),
        // Some report for themselves, some for their government.
        Organ::Office(_) => of(MARCH, Severity::Error).or_else(|| of(JANUARY, Severity::Warning)),
        Organ::Department(Seat::Local) => of(JANUARY, Severity::Error),
        Organ::Unknown => of(MARCH, Severity::Warning),
        _ => of(JANUARY, Severity::Warning),
    }
}

/// Whether the day on a page is so late that the page was rather moved than published.
fn moved(date: Date, year: i32) -> bool {
    date.year > year + 1
}

fn told(filled: &Filled, published: Published, due: Date, severity: Severity) -> Finding {
    let whose = filled.title.agency.as_deref().unwrap_or_default();
    let what = Words::new(
        format!("「{whose}」的报告公布于 {}，晚于 {due}", published.date),
        format!(
            "The report of {whose} was published on {}, after {due}",
            published.date
        ),
    );
    let bound = matches!(
        filled.title.organ,
        Organ::Government(_) | Organ::Office(_) | Organ::Department(Seat::Local)
    );
    let how = match (published.place, severity) {
        _ if !bound && filled.deadline.is_none() => Words::new(
            "《条例》没有单独规定这类机关的期限，通常与部门或本级政府相同；请核对公布日期和本地的期限",
            "The Regulation sets no day for this kind of organ, which usually keeps that of departments or of its government; check the day and the local deadline",
        ),
        (Some(_), _) => Words::new(
            "请核对页面上的日期是不是首次公布的日期；迟了的，通常要向主管部门说明",
            "See whether the day on the page is that of the first publication; if late, the office in charge is usually told why",
        ),
        (None, Severity::Error) => Words::new(
            "尽快公布，并向本级政府信息公开工作主管部门说明原因",
            "Publish it soon, and tell the office in charge why",
        ),
        (None, _) => Words::new(
            "请核对本地的期限；期限不同的，可以另行设定",
            "Check the local deadline; another one can be set",
        ),
    };
    let mut finding = RULE.finding(String::new(), Vec::new(), what, how);
    finding.place = published.place;
    // What a page says of itself is no proof.
    finding.severity = match published.place {
        Some(_) => Severity::Warning,
        None => severity,
    };
    finding
}
