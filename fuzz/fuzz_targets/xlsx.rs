//! The target `xlsx`.
#![no_main]

gouji_fuzz::drive!("xlsx");
