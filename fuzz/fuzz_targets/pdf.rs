//! The target `pdf`.
#![no_main]

gouji_fuzz::drive!("pdf");
