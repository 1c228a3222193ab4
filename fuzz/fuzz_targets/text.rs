//! The target `text`.
#![no_main]

gouji_fuzz::drive!("text");
