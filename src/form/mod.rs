//! The law as constants: the statutory tables of both editions of 政府信息公开工作年度报告格式, their labels,
//! and their sums. Depends on nothing but numbers, so that an official can read it against the printed form.

pub mod agency;
mod edition;
mod key;
pub mod layout;
pub mod sections;
pub mod sums;
pub mod table2;
pub mod table3;
pub mod table4;

pub use agency::Organ;
pub use edition::Edition;
pub use key::{Head, Key, Table};
pub use sums::{Equation, Family};
