//! The target `xml`.
#![no_main]

gouji_fuzz::drive!("xml");
