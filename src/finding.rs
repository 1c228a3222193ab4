//! The few things a checker may say: a finding about cells or a place, the outcome of a check, and words in two languages.

use crate::form::Key;
use crate::model::{PlaceId, Quantity};

/// A sentence in Chinese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub zh: String,
    pub en: String,
}

impl Words {
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Words {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

/// How bad: FORM 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Breaks the Regulation or words printed in the form.
    Error,
    /// Very likely a mistake.
    Warning,
    /// Worth a look.
    Info,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// One thing that is wrong or worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the rule.
    pub rule: &'static str,
    /// The row, column, group or cell it is about, in the names of the form; empty where the rule has none.
    pub subject: String,
    pub severity: Severity,
    /// What is wrong, with the actual values.
    pub what: Words,
    /// What to do.
    pub how: Words,
    /// The cells it is about, the subject first.
    pub cells: Vec<Key>,
    pub found: Option<Quantity>,
    pub expected: Option<Quantity>,
    pub place: Option<PlaceId>,
}

/// How a check ended. Silence is never mistaken for a clean report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Held,
    Broken,
    /// With the reason.
    CannotTell(Words),
    NotApplicable,
}

/// A check that was made: a rule, or a rule on one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub rule: &'static str,
    pub subject: String,
    pub outcome: Outcome,
}
