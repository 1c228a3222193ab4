//! The target `copy-html`.
#![no_main]

gouji_fuzz::drive!("copy-html");
