//! The target `zip`.
#![no_main]

gouji_fuzz::drive!("zip");
