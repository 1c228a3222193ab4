//! The target `copy-xlsx`.
#![no_main]

gouji_fuzz::drive!("copy-xlsx");
