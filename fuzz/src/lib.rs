//! The fuzz targets: what each does with its bytes, how these are changed, and what they begin with. cargo-fuzz drives
//! them from `fuzz_targets/`; `tests/fuzz.rs` takes this file in as a module and drives them for some seconds.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod change;
mod copies;
mod drive;
mod form;
mod read;
mod repair;
mod said;
pub mod seeds;
mod settings;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use change::{Raw, Shape};
pub use support::rng::Rng;

/// One thing that is to stand any bytes.
pub struct Target {
    pub name: &'static str,
    /// Checks what must hold for these bytes; a name is what they would be called.
    body: fn(&[u8], &str),
    /// How they are built, so that changed ones still reach what lies behind a container.
    pub shape: Shape,
}

/// Of one input, at the best of its runs: a machine that has other things to do may be slow at one.
const TIME: Duration = Duration::from_secs(5);
const RUNS: usize = 3;

impl Target {
    pub fn run(&self, bytes: &[u8]) {
        let in_time = (0..RUNS).any(|_| {
            let start = Instant::now();
            (self.body)(bytes, self.name);
            start.elapsed() < TIME
        });
        assert!(in_time, "{}: over {TIME:?}, {RUNS} times", self.name);
    }
}

const fn reader(name: &'static str, shape: Shape) -> Target {
    let body = read::body;
    Target { name, body, shape }
}

const fn copy(name: &'static str, shape: Shape) -> Target {
    let body = copies::body;
    Target { name, body, shape }
}

const fn of(name: &'static str, body: fn(&[u8], &str), shape: Shape) -> Target {
    Target { name, body, shape }
}

/// All of them; each has a file in `fuzz_targets/` and an entry in Cargo.toml.
pub const TARGETS: &[Target] = &[
    reader("html", Shape::Markup),
    reader("text", Shape::Words),
    reader("xml", Shape::Markup),
    reader("docx", Shape::Zip),
    reader("xlsx", Shape::Zip),
    reader("ods", Shape::Zip),
    reader("odt", Shape::Zip),
    reader("ofd", Shape::Zip),
    reader("zip", Shape::Zip),
    reader("xls", Shape::Compound),
    reader("doc", Shape::Compound),
    reader("pdf", Shape::Pdf),
    reader("rtf", Shape::Words),
    reader("mht", Shape::Words),
    of("bundle", read::bundle, Shape::Zip),
    of("recognise", form::body, Shape::Bytes),
    of("repair", repair::body, Shape::Bytes),
    copy("copy-html", Shape::Markup),
    copy("copy-docx", Shape::Zip),
    copy("copy-odt", Shape::Zip),
    copy("copy-xlsx", Shape::Zip),
    of("settings", settings::body, Shape::Words),
];

pub fn target(name: &str) -> &'static Target {
    let found = TARGETS.iter().find(|target| target.name == name);
    found.unwrap_or_else(|| panic!("no target {name}"))
}

/// A number that follows from bytes alone: what is to be done with them besides reading them.
pub fn number_of(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// An input of a target, changed.
pub fn changed(name: &str, data: &[u8], most: usize, seed: u32, raw: Raw) -> Vec<u8> {
    change::change(
        target(name).shape,
        data,
        most,
        &mut Rng::new(seed.into()),
        raw,
    )
}
