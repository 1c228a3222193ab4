//! Last year's report beside this year's: whether it is the one before, by the same organ. Nothing else is compared.

use super::Filled;
use crate::form::agency;
use crate::text::fold::squeeze;

/// What was given as the report on the year before.
#[derive(Clone, Debug, Default)]
pub enum Previous {
    /// Nothing was.
    #[default]
    None,
    Unfit(Unfit),
    Given(Box<Filled>),
}

/// Why a report cannot be compared with this year's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It could not be read, with the reason in Chinese and in English.
    Unread { zh: String, en: String },
    /// The title of this report (or of the other) names no year.
    NoYear { this: bool },
    /// It is on another year than the one before.
    OtherYear { wanted: i32, given: i32 },
    /// It is certainly another organ's.
    OtherOrgan { this: String, given: String },
}

impl Previous {
    /// Takes a report as the one before, if it is.
    pub fn of(this: &Filled, given: Filled) -> Previous {
        match misfit(this, &given) {
            Some(unfit) => Previous::Unfit(unfit),
            None => Previous::Given(Box::new(given)),
        }
    }

    /// The report, where it may be compared. What a first visit loads compares none, and is without the rules' code.
    #[inline(always)]
    pub fn report(&self) -> Option<&Filled> {
        match self {
            Previous::Given(report) if cfg!(feature = "office") => Some(report),
            _ => None,
        }
    }
}

fn misfit(this: &Filled, given: &Filled) -> Option<Unfit> {
    let (year, other) = match (this.title.year, given.title.year) {
        (Some(year), Some(other)) => (year, other),
        (year, _) => {
            return Some(Unfit::NoYear {
                this: year.is_none(),
            });
        }
    };
    if other != year - 1 {
        return Some(Unfit::OtherYear {
            wanted: year - 1,
            given: other,
        });
    }
    let names = this.title.agency.as_ref().zip(given.title.agency.as_ref());
    let (this, given) = names.map(|(a, b)| (squeeze(a), squeeze(b)))?;
    agency::are_two(&this, &given).then_some(Unfit::OtherOrgan { this, given })
}
