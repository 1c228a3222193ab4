//! The target `docx`.
#![no_main]

gouji_fuzz::drive!("docx");
