//! The target `rtf`.
#![no_main]

gouji_fuzz::drive!("rtf");
