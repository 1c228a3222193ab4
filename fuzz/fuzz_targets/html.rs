//! The target `html`.
#![no_main]

gouji_fuzz::drive!("html");
