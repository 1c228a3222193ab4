//! The target `repair`.
#![no_main]

gouji_fuzz::drive!("repair");
