//! A day of the calendar, as a report or a person gives it.

use std::fmt;

/// A day; its parts are in order of size, so that earlier days are smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i32,
    /// 1 to 12
    pub month: u8,
    /// 1 to 31
    pub day: u8,
}

impl Date {
    /// A day that is in the calendar.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        ((1..=days).contains(&day) && (1900..=2999).contains(&year)).then_some(Date {
            year,
            month,
            day,
        })
    }

    /// `2026-02-03`
    pub fn parse(text: &str) -> Option<Date> {
        let (year, day) = text.split_once('-')?;
        let (month, day) = month_and_day(day)?;
        Date::new(year.parse().ok()?, month, day)
    }
}

/// `02-03`: a day of any year.
pub fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    /// A leap year, so that 29 February is a day.
    const ANY: i32 = 2000;
    Date::new(ANY, month, day).map(|date| (date.month, date.day))
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar_only() {
        let read = |text| Date::parse(text).map(|date| date.to_string());
        assert_eq!(read("2026-2-3").as_deref(), Some("2026-02-03"));
        assert_eq!(read("2024-02-29").as_deref(), Some("2024-02-29"));
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-02",
            "",
            "2026/02/03",
            "2-3",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(month_and_day("02-29"), Some((2, 29)));
        assert_eq!(month_and_day("02-30"), None);
    }
}
