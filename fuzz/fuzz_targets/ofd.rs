//! The target `ofd`.
#![no_main]

gouji_fuzz::drive!("ofd");
