//! The list of rules. One rule is one `.rs` and one `.md`; the page is its documentation, its examples are run by the tests.

pub mod area;
mod area_missing;
pub mod area_sum;
mod date_early;
mod date_late;
mod figure_blank;
mod figure_dash;
mod figure_integer;
mod figure_negative;
mod figure_notation;
mod figure_total_only;
mod figure_unit;
mod figure_unreadable;
mod form_accountability;
mod form_citation;
mod form_column_extra;
mod form_column_missing;
mod form_edition;
mod form_fee_statement;
mod form_group_figures;
mod form_heading;
mod form_label;
mod form_overview;
mod form_part_count;
mod form_problems;
mod form_row_extra;
mod form_row_missing;
mod form_row_order;
mod form_rule_maker;
mod form_section_missing;
mod form_section_order;
mod form_stock;
mod form_table_missing;
mod form_year;
mod identity;
pub mod look;
pub mod name;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
mod prose_applicants;
mod prose_carried_in;
mod prose_carried_out;
mod prose_cases;
mod prose_documents;
mod prose_done;
mod prose_fee;
mod prose_growth;
mod prose_new;
mod prose_parts;
mod prose_percent;
mod prose_results;
mod prose_zero;
mod residue_agency;
mod residue_gap;
mod residue_markup;
mod residue_personal;
mod residue_secret;
mod residue_template;
pub mod said;
mod sums;
mod text;
pub mod years;
mod years_copied;
mod years_jump;
mod years_same;

use crate::finding::{Check, Finding, Outcome, Severity, Words};
use crate::form::Key;
use crate::recognise::Filled;

/// A rule of the book.
#[derive(Debug)]
pub struct Rule {
    /// Kebab words that name the fault, with the family first.
    pub id: &'static str,
    /// The severity of its findings; a finding may be milder.
    pub severity: Severity,
    pub title: Head,
    /// Where it comes from: article of the Regulation, words of the form, or practice.
    pub basis: Head,
    pub check: fn(&Filled, &mut Says),
}

pub use crate::form::Head;

impl Rule {
    /// A finding of this rule about some cells, at its usual severity.
    pub fn finding(&self, subject: String, cells: Vec<Key>, what: Words, how: Words) -> Finding {
        Finding {
            rule: self.id,
            subject,
            severity: self.severity,
            what,
            how,
            cells,
            found: None,
            expected: None,
            place: None,
        }
    }
}

/// The edition of the rule book, as a check sheet names it: raised when a rule comes, goes, or has another severity or
/// basis. `tests/house.rs` holds the book to it.
pub const BOOK: u32 = 1;

/// Every rule, in the order in which it is listed to people.
pub const RULES: &[&Rule] = &[
    &sums::BALANCE,
    &sums::RESULTS,
    &sums::ROW,
    &sums::CASES,
    &form_section_missing::RULE,
    &form_section_order::RULE,
    &form_heading::RULE,
    &form_table_missing::RULE,
    &form_edition::RULE,
    &form_row_missing::RULE,
    &form_row_extra::RULE,
    &form_row_order::RULE,
    &form_column_missing::RULE,
    &form_column_extra::RULE,
    &form_group_figures::RULE,
    &form_label::RULE,
    &form_stock::RULE,
    &form_rule_maker::RULE,
    &form_year::RULE,
    &form_citation::RULE,
    &form_part_count::RULE,
    &form_overview::RULE,
    &form_accountability::RULE,
    &form_problems::RULE,
    &form_fee_statement::RULE,
    &figure_unreadable::RULE,
    &figure_negative::RULE,
    &figure_integer::RULE,
    &figure_unit::RULE,
    &figure_blank::RULE,
    &figure_total_only::RULE,
    &figure_dash::RULE,
    &figure_notation::RULE,
    &prose_new::RULE,
    &prose_carried_in::RULE,
    &prose_carried_out::RULE,
    &prose_done::RULE,
    &prose_results::RULE,
    &prose_applicants::RULE,
    &prose_cases::RULE,
    &prose_documents::RULE,
    &prose_zero::RULE,
    &prose_parts::RULE,
    &prose_percent::RULE,
    &prose_growth::RULE,
    &prose_fee::RULE,
    &date_late::RULE,
    &date_early::RULE,
    &residue_template::RULE,
    &residue_gap::RULE,
    &residue_agency::RULE,
    &residue_personal::RULE,
    &residue_secret::RULE,
    &residue_markup::RULE,
    &years::CARRY,
    &years::STOCK,
    &years::BASE,
    &years_same::RULE,
    &years_copied::RULE,
    &years_jump::RULE,
    &area_sum::RULE,
    &area_missing::RULE,
];

/// Collects what a rule says.
#[derive(Debug, Default)]
pub struct Says {
    pub findings: Vec<Finding>,
    pub checks: Vec<Check>,
}

impl Says {
    /// Reports a finding.
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Says how the check of a subject ended. Every rule calls it at least once.
    pub fn end(&mut self, rule: &'static str, subject: &str, outcome: Outcome) {
        self.checks.push(Check {
            rule,
            subject: subject.to_string(),
            outcome,
        });
    }

    /// Ends a check that cannot be decided.
    pub fn cannot_tell(&mut self, rule: &'static str, subject: &str, zh: &str, en: &str) {
        self.end(rule, subject, Outcome::CannotTell(Words::new(zh, en)));
    }
}

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id).copied()
}
