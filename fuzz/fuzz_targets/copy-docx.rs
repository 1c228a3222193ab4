//! The target `copy-docx`.
#![no_main]

gouji_fuzz::drive!("copy-docx");
