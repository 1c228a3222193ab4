//! The target `ods`.
#![no_main]

gouji_fuzz::drive!("ods");
