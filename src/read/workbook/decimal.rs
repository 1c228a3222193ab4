//! Numbers as decimals with the fifteen digits that spreadsheets keep, so that 2.675 rounds to 2.68 and 0.1 + 0.2 is 0.3.

/// Digits that count; behind them binary fractions make noise.
const DIGITS: usize = 15;
/// Places that a number without a format is shown with. A column shows as many as it has room for; the form's largest
/// unit, 万元, has no use for more.
const GENERAL: usize = 6;
/// A number with more places is written with an exponent.
const PLACES: i32 = 40;

/// 0.d₁d₂d₃… × 10^point.
#[derive(Clone, Debug, PartialEq)]
pub struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// None for what is no number.
    pub fn of(value: f64) -> Option<Decimal> {
        if !value.is_finite() {
            return None;
        }
        let text = format!("{:.*e}", DIGITS - 1, value.abs());
        let (digits, exponent) = text.split_once('e')?;
        let digits: Vec<u8> = digits
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|b| b - b'0')
            .collect();
        let point = exponent.parse::<i32>().ok()? + 1;
        Some(Decimal {
            negative: value < 0.0,
            digits,
            point,
        })
    }

    /// Times a power of ten.
    pub fn shifted(self, places: i32) -> Decimal {
        Decimal {
            point: self.point + places,
            ..self
        }
    }

    /// Rounded half away from zero to so many places, without zeros at the end of them.
    pub fn rounded(mut self, places: usize) -> String {
        if self.point > PLACES || self.point < -PLACES {
            return self.with_exponent();
        }
        let keep = self.point + places as i32;
        if keep < 0 {
            self.digits = vec![0];
            self.point = 1;
        } else {
            self.round_to(keep as usize);
        }
        self.plain()
    }

    fn round_to(&mut self, keep: usize) {
        let up = self.digits.get(keep).is_some_and(|d| *d >= 5);
        self.digits.truncate(keep);
        if !up {
            return;
        }
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    fn plain(&self) -> String {
        let digit = |at: i32| {
            let found = usize::try_from(at).ok().and_then(|at| self.digits.get(at));
            char::from(b'0' + found.copied().unwrap_or(0))
        };
        let whole: String = (0..self.point).map(digit).collect();
        let part: String = (self.point..self.digits.len() as i32).map(digit).collect();
        let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
        let sign = match self.negative && !(whole.is_empty() && part.is_empty()) {
            true => "-",
            false => "",
        };
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if part.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{part}")
    }

    fn with_exponent(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let digits: String = self.digits.iter().map(|d| char::from(b'0' + d)).collect();
        let (first, rest) = digits.split_at(1.min(digits.len()));
        let rest = rest.trim_end_matches('0');
        let point = if rest.is_empty() { "" } else { "." };
        format!("{sign}{first}{point}{rest}E{:+}", self.point - 1)
    }
}

/// A number without a format.
pub fn general(value: f64) -> String {
    let number = Decimal::of(value);
    number.map_or("#NUM!".to_owned(), |number| number.rounded(GENERAL))
}

#[cfg(test)]
mod tests {
    use super::{Decimal, general};

    #[test]
    fn general_has_no_noise() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (-12.25, "-12.25"),
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333"),
            (1763.668414285714, "1763.668414"),
            (99999.999999999, "100000"),
            (123456789012.0, "123456789012"),
            (75_946.215_245, "75946.215245"),
            (99999999999.6, "99999999999.6"),
            (1e-6, "0.000001"),
            (1e-12, "0"),
            (1e60, "1E+60"),
            (-1.5e-60, "-1.5E-60"),
            (f64::NAN, "#NUM!"),
        ];
        for (value, shown) in cases {
            assert_eq!(general(value), shown, "{value:e}");
        }
    }

    #[test]
    fn rounding_is_decimal() {
        let cases = [
            (2.675, 2, "2.68"),
            (1.005, 2, "1.01"),
            (0.5, 0, "1"),
            (-0.4, 0, "0"),
            (0.04, 1, "0"),
            (0.05, 1, "0.1"),
            (9.99, 1, "10"),
            (0.0049, 2, "0"),
        ];
        for (value, places, shown) in cases {
            let number = Decimal::of(value).map(|d| d.rounded(places));
            assert_eq!(number.as_deref(), Some(shown), "{value}");
        }
    }
}
