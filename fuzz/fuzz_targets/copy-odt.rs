//! The target `copy-odt`.
#![no_main]

gouji_fuzz::drive!("copy-odt");
