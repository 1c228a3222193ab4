//! What is odd about the units of an area: no report, two, or one that does not count as it stands.

use super::{apart, compared, obstacle};
use crate::finding::Words;
use crate::recognise::area::{Listed, Standing, Unread};
use crate::recognise::{Area, Filled, Unit};

/// A unit that is told, by the name that people know it by.
pub type Told = (String, Words);

/// Everything odd about the units under a report, in the order of the list and of the files; what the differences of
/// the cells say comes first.
pub fn all(filled: &Filled, area: &Area) -> Vec<Told> {
    let year = filled.title.year.unwrap_or_default();
    let apart = match obstacle(filled, area) {
        Some(_) => None,
        None => apart::apart(filled, area, &compared(filled, area).0),
    };
    let mut told: Vec<Told> = apart.iter().map(apart::told).collect();
    let listed = area.listed.iter().filter(|listed| listed.units.is_empty());
    told.extend(listed.map(missing));
    let units = area.units.iter().enumerate();
    told.extend(units.filter_map(|(at, (unit, standing))| odd(area, year, at, unit, *standing)));
    told.extend(area.unread.iter().map(unread));
    told
}

fn unread(Unread { source, zh, en }: &Unread) -> Told {
    let words = Words::new(
        format!(
            "「{source}」读不了，没有计入：{}",
            zh.trim_end_matches('。')
        ),
        format!(
            "“{source}” could not be read and is not counted: {}",
            en.trim_end_matches('.')
        ),
    );
    (source.clone(), words)
}

fn missing(listed: &Listed) -> Told {
    let name = &listed.name;
    let words = Words::new(
        format!("名单中的「{name}」没有报告"),
        format!("“{name}” of the list has no report"),
    );
    (name.clone(), words)
}

/// What is to be said of a unit's report; none where it counts and nothing is odd about it.
fn odd(area: &Area, year: i32, at: usize, unit: &Unit, standing: Standing) -> Option<Told> {
    let (name, source) = (unit.name(), &unit.source);
    let of = |at: usize| area.units.get(at).map(|(unit, _)| unit);
    let words = match standing {
        Standing::Own => return None,
        Standing::Counted => counted(area, year, at, unit)?,
        Standing::NoReport => Words::new(
            format!("「{source}」不像年度报告，没有计入"),
            format!("“{source}” does not look like a report and is not counted"),
        ),
        Standing::OtherYear(other) => Words::new(
            format!("「{name}」的报告（{source}）是 {other} 年的，不是 {year} 年的，没有计入"),
            format!(
                "The report of “{name}” ({source}) is on {other}, not on {year}, and is not counted"
            ),
        ),
        Standing::Twice(first) => {
            let other = of(first)?;
            let (zh, en) = match unit.figures == other.figures {
                true => (
                    "相同，只计一次",
                    "have the same tables and are counted once",
                ),
                false => (
                    "不同，有出入的格无法核对",
                    "differ; where they do, the sum is not known",
                ),
            };
            let other = &other.source;
            Words::new(
                format!("「{name}」有两份报告（{other}、{source}），表三、表四{zh}"),
                format!("“{name}” has two reports ({other}, {source}), which {en}"),
            )
        }
        Standing::Perhaps(first) => {
            let other = of(first)?.name();
            Words::new(
                format!(
                    "「{name}」与「{other}」的表三、表四完全相同，其中一份没有写明机关，可能是同一份"
                ),
                format!(
                    "“{name}” and “{other}” have the same tables 3 and 4, and one names no agency; they may be one report"
                ),
            )
        }
    };
    Some((subject(area, at, unit), words))
}

/// What is odd about a report that counts.
fn counted(area: &Area, year: i32, at: usize, unit: &Unit) -> Option<Words> {
    let (name, source) = (unit.name(), &unit.source);
    if unit.year.is_none() {
        return Some(Words::new(
            format!("「{name}」的报告（{source}）标题没有年度，按 {year} 年计入"),
            format!(
                "The title of “{name}” ({source}) names no year; it is counted as one on {year}"
            ),
        ));
    }
    let in_list = area.listed.iter().any(|listed| listed.units.contains(&at));
    if area.has_list && !in_list {
        return Some(Words::new(
            format!("「{name}」（{source}）不在名单中，已计入"),
            format!("“{name}” ({source}) is not in the list; it is counted"),
        ));
    }
    let mut before = area.counted().take_while(|(other, _)| *other < at);
    let (_, twin) = before.find(|(_, other)| is_copy(unit, other))?;
    let other = twin.name();
    Some(Words::new(
        format!("「{name}」与「{other}」的表三、表四完全相同，都已计入"),
        format!("“{name}” and “{other}” have the same tables 3 and 4; both are counted"),
    ))
}

/// Whether two reports agree in so much that it is hardly by chance.
fn is_copy(unit: &Unit, other: &Unit) -> bool {
    /// Different figures beside 0: small reports are often alike.
    const FIGURES: usize = 3;
    if !unit.is_like(other) {
        return false;
    }
    let mut numbers: Vec<i64> = Vec::new();
    for number in unit.figures.iter().filter_map(|(_, value)| *value) {
        if number.0 != 0 && !numbers.contains(&number.0) && numbers.len() < FIGURES {
            numbers.push(number.0);
        }
    }
    numbers.len() >= FIGURES
}

/// The name in the list, where it is there; else the unit's own.
fn subject(area: &Area, at: usize, unit: &Unit) -> String {
    let mut listed = area.listed.iter();
    let listed = listed.find(|listed| listed.units.contains(&at));
    listed
        .map_or(unit.name(), |listed| &listed.name)
        .to_string()
}
