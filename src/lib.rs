//! Checks a 政府信息公开工作年度报告: finds the statutory tables, checks their cross-totals and the rules of the form,
//! and says of every wrong figure what it should be and why. Pure: nothing is kept, nothing is sent.

mod check;
pub mod finding;
pub mod form;
#[cfg(feature = "office")]
pub mod mark;
pub mod model;
mod order;
pub mod prose;
pub mod read;
pub mod recognise;
pub mod repair;
pub mod report;
pub mod rules;
pub mod settings;
pub mod show;
pub mod sums;
pub mod text;
pub mod verdict;
pub mod view;
pub mod waiver;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod wording;

pub use check::{
    Checked, HostBlock, HostCell, LastYear, Options, check, check_document, check_filled,
    check_host, drawn_edition, unit, unit_names,
};
