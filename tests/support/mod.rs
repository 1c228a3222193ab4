//! Makes reports with a known truth and writes them in the layouts that reports are found in, for the tests and the
//! benches. Knows the form only through `gouji::form`; its sums and faults are worked out on their own.

// Each test program uses its own part of this module.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod biff;
pub mod bound;
pub mod change;
pub mod docx;
pub mod fault;
pub mod houses;
pub mod html;
pub mod layout;
pub mod made;
pub mod numerals;
pub mod ofd;
pub mod paper;
pub mod parts;
pub mod pdf;
pub mod rng;
pub mod said;
pub mod sheet;
pub mod snapshot;
pub mod story;
pub mod text;
pub mod words;
pub mod xlsx;
pub mod zip;
