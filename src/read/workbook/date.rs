//! Days that spreadsheets count: 1 is the first of January 1900, and 1900 has a 29 February there.

/// The last day that spreadsheets show: 31 December 9999.
const LAST: f64 = 2_958_466.0;
/// Days from 1 March of the year 0 to 31 December 1899.
const TO_1900: i64 = 693_900;
/// Days from the first day of 1900 to the first of 1904, which the other way of counting calls 0.
const TO_1904: f64 = 1462.0;
const SECONDS: f64 = 86_400.0;

/// The date (and the time) of a day's number; none where a spreadsheet shows none.
pub fn date(days: f64, with_time: bool, since_1904: bool) -> Option<String> {
    let days = if since_1904 { days + TO_1904 } else { days };
    if !(0.0..LAST).contains(&days) {
        return None;
    }
    let date = match days.floor() as i64 {
        0 => "1900-01-00".to_owned(),
        60 => "1900-02-29".to_owned(),
        day => civil(day + TO_1900 - i64::from(day > 60)),
    };
    match with_time {
        true => Some(format!("{date} {}", time(days)?)),
        false => Some(date),
    }
}

/// The time of a day.
pub fn time(days: f64) -> Option<String> {
    (0.0..LAST).contains(&days).then(|| clock(days.fract()))
}

/// Hours beyond a day, minutes and seconds.
pub fn elapsed(days: f64) -> Option<String> {
    (0.0..LAST).contains(&days).then(|| clock(days))
}

fn clock(days: f64) -> String {
    let seconds = (days * SECONDS).round() as i64;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}", seconds % 60)
}

/// Year, month and day by counting from March, so that the leap day ends a year.
fn civil(days: i64) -> String {
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_are_those_of_a_spreadsheet() {
        let cases = [
            (1.0, Some("1900-01-01")),
            (59.0, Some("1900-02-28")),
            (61.0, Some("1900-03-01")),
            (36_526.0, Some("2000-01-01")),
            (36_585.0, Some("2000-02-29")),
            (2_958_465.0, Some("9999-12-31")),
            (2_958_466.0, None),
            (-1.0, None),
        ];
        for (days, shown) in cases {
            assert_eq!(date(days, false, false).as_deref(), shown, "{days}");
        }
        assert_eq!(
            date(45_000.75, true, false).as_deref(),
            Some("2023-03-15 18:00:00")
        );
        assert_eq!(date(f64::NAN, false, false), None);
    }
}
