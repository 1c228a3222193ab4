//! The target `recognise`.
#![no_main]

gouji_fuzz::drive!("recognise");
