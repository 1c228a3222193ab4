//! What an enemy's file may cost: documents that no program writes end in findings or in words, each within five
//! seconds and 256 MB. The memory is counted by the allocator of this program, so it has one test and no threads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "hostile/characters.rs"]
mod characters;
#[path = "hostile/containers.rs"]
mod containers;
#[path = "hostile/markup.rs"]
mod markup;
#[path = "hostile/pages.rs"]
mod pages;
#[path = "hostile/sheets.rs"]
mod sheets;
mod support;
#[path = "hostile/texts.rs"]
mod texts;
#[path = "hostile/words.rs"]
mod words;

use std::time::{Duration, Instant};

use gouji::{Options, check};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Bytes beside those of the file, which the caller holds.
const BYTES: usize = 256 << 20;
/// Five seconds as the program is shipped (`cargo test --release --test hostile`); tests are built for less speed.
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 5 });

/// What it is, how it is made, and how it must end: `read`, the kind of error, or a rule that must have found something.
type Case = (&'static str, fn() -> Vec<u8>, &'static str);

#[test]
fn absurd_documents_end_in_time_and_memory() {
    let mut wrong = Vec::new();
    let groups: [&[Case]; 7] = [
        characters::CASES,
        containers::CASES,
        markup::CASES,
        pages::CASES,
        sheets::CASES,
        texts::CASES,
        words::CASES,
    ];
    for (name, make, expected) in groups.concat() {
        let bytes = make();
        let (ending, took, cost) = measure(&bytes, expected);
        let within = took <= TIME && cost <= BYTES;
        if !within || ending != expected {
            let megabytes = cost >> 20;
            wrong.push(format!("{name}: {ending}, {took:?}, {megabytes} MB"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// How it ends, how long it takes, and the bytes that it takes at a time.
fn measure(bytes: &[u8], expected: &'static str) -> (&'static str, Duration, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let start = Instant::now();
    let ending = match check(bytes, &Options::default()) {
        Ok(checked) => {
            assert!(!checked.report.checks.is_empty());
            let findings = &checked.report.findings;
            match findings.iter().any(|finding| finding.rule == expected) {
                true => expected,
                false => "read",
            }
        }
        Err(error) => {
            let message = error.message();
            assert!(message.zh.ends_with('。') && message.en.ends_with('.'));
            assert!(!message.zh.contains(char::is_control), "{message:?}");
            error.kind().name()
        }
    };
    let took = start.elapsed();
    (ending, took, MEMORY.peak_usage().saturating_sub(before))
}
