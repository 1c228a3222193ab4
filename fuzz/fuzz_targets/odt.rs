//! The target `odt`.
#![no_main]

gouji_fuzz::drive!("odt");
