//! The day on which a page says that it was published: 发布日期：2026-01-20.

use super::Published;
use super::story::{Passage, Story};
use crate::model::Date;
use crate::text::fold::narrow;

/// How a page names the day, in half width.
const NAMES: [&str; 5] = [
    "发布日期:",
    "发布时间:",
    "公开日期:",
    "公开时间:",
    "发文日期:",
];

/// The only day that stands behind one of the names; none where two differ.
pub fn find(story: &Story) -> Option<Published> {
    let around = story.above.iter().chain(&story.front);
    let mut days = around.filter_map(day);
    let first = days.next()?;
    days.all(|other| other.date == first.date).then_some(first)
}

fn day(passage: &Passage) -> Option<Published> {
    // With its spaces: they part the day from the hour.
    let line: String = narrow(&passage.text).collect();
    let mut names = NAMES.iter();
    let rest = names.find_map(|name| Some(line.split_once(name)?.1))?;
    Some(Published {
        date: date(rest.trim_start())?,
        place: Some(passage.place),
    })
}

/// Reads `2026-01-20`, `2026/1/20`, `2026.1.20` or `2026年1月20日` at the beginning of a text.
pub fn date(text: &str) -> Option<Date> {
    let (year, rest) = number(text, 4)?;
    let rest = rest.strip_prefix(['-', '/', '.', '年'])?;
    let (month, rest) = number(rest, 2)?;
    let rest = rest.strip_prefix(['-', '/', '.', '月'])?;
    let (day, _) = number(rest, 2)?;
    Date::new(i32::try_from(year).ok()?, month as u8, day as u8)
}

/// The number in front of a text, of so many digits at most, and what stands behind it.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit);
    let (number, rest) = text.split_at_checked(digits.count())?;
    Some((number.parse().ok()?, rest))
}
