//! A short run of every fuzz target: over its seeds, over every input that was wrong once, and over changed ones, the
//! same on every machine. `npm run fuzz` goes further, by what the code does with them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

use fuzz::seeds::{self, Seed};
use fuzz::{TARGETS, Target, change};

/// Changed inputs of a target, however many seeds it has.
const CHANGED: u32 = 160;
/// Bytes that a changed input may have.
const LARGEST: usize = 200_000;

#[test]
fn every_target_stands_its_seeds_and_changed_ones() {
    let queue = Mutex::new(TARGETS.iter().collect::<Vec<_>>());
    let wrong = Mutex::new(Vec::new());
    let work = || {
        while let Some(target) = take(&queue) {
            let failures = run(target);
            wrong.lock().unwrap().extend(failures);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn take<'a>(queue: &Mutex<Vec<&'a Target>>) -> Option<&'a Target> {
    queue.lock().unwrap().pop()
}

/// What a target does not stand, by names.
fn run(target: &Target) -> Vec<String> {
    let (seeds, kept) = (seeds::seeds(target), seeds::kept(target));
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    let changed = (0..CHANGED).map(|number| {
        let (name, seed) = &seeds[number as usize % seeds.len()];
        (format!("{name}-{number}"), changed(target, seed, number))
    });
    let all = seeds.iter().chain(&kept).cloned().chain(changed);
    all.filter_map(|seed| failure(target, seed)).collect()
}

fn changed(target: &Target, seed: &[u8], number: u32) -> Vec<u8> {
    let mut random = fuzz::Rng::new(u64::from(number) << 32);
    let mut raw = |bytes: &mut Vec<u8>, most| change::bytes::change(bytes, most, &mut random);
    fuzz::changed(target.name, seed, LARGEST, number, &mut raw)
}

/// Says which input failed, and keeps it where it can be looked at.
fn failure(target: &Target, (name, bytes): Seed) -> Option<String> {
    catch_unwind(AssertUnwindSafe(|| target.run(&bytes))).err()?;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("fuzz")
        .join(target.name);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    Some(format!("{}: {}", target.name, path.display()))
}

#[test]
fn every_target_has_its_program_and_every_kept_input_its_target() {
    let names: BTreeSet<String> = TARGETS
        .iter()
        .map(|target| target.name.to_string())
        .collect();
    let manifest = fs::read_to_string("fuzz/Cargo.toml").unwrap();
    for name in &names {
        let program = fs::read_to_string(format!("fuzz/fuzz_targets/{name}.rs")).unwrap();
        assert!(program.contains(&format!("drive!(\"{name}\")")), "{name}");
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
    }
    for folder in fs::read_dir(seeds::KEPT).into_iter().flatten() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&name), "{name} is no target");
    }
}
