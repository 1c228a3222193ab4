//! The target `doc`.
#![no_main]

gouji_fuzz::drive!("doc");
