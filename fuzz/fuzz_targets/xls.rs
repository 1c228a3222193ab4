//! The target `xls`.
#![no_main]

gouji_fuzz::drive!("xls");
