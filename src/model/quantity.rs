//! A reported number as an exact decimal: counts of 件 and amounts of money alike.

use std::fmt;

/// A decimal with six places, held as millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(pub i64);

impl Quantity {
    /// Millionths in one.
    pub const UNIT: i64 = 1_000_000;
    /// Decimal places that are kept.
    pub const PLACES: usize = 6;
    /// No figure of a report is larger; a larger one is called unreadable. Sums of a whole table stay far inside `i64`.
    pub const LARGEST: i64 = 100_000_000_000;

    pub const ZERO: Quantity = Quantity(0);

    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Quantity(number * Self::UNIT)
    }

    pub fn is_whole(self) -> bool {
        self.0 % Self::UNIT == 0
    }

    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Self::UNIT as f64
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let size = self.0.unsigned_abs();
        let (whole, part) = (size / Self::UNIT as u64, size % Self::UNIT as u64);
        if part == 0 {
            write!(f, "{whole}")
        } else {
            let digits = format!("{part:06}");
            write!(f, "{whole}.{}", digits.trim_end_matches('0'))
        }
    }
}
