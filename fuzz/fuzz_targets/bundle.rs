//! The target `bundle`.
#![no_main]

gouji_fuzz::drive!("bundle");
