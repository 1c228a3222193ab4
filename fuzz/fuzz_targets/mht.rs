//! The target `mht`.
#![no_main]

gouji_fuzz::drive!("mht");
