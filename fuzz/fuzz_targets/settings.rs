//! The target `settings`.
#![no_main]

gouji_fuzz::drive!("settings");
