//! The door to libFuzzer: one line in each file of `fuzz_targets/` makes a program of a target.

/// A program that runs one target, with its inputs changed by what they are built of.
#[macro_export]
macro_rules! drive {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(
            init: $crate::seeds::write($crate::target($name)),
            |data: &[u8]| $crate::target($name).run(data)
        );
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
            let mut raw = |bytes: &mut Vec<u8>, most: usize| {
                let size = bytes.len();
                bytes.resize(most.max(size), 0);
                let size = libfuzzer_sys::fuzzer_mutate(bytes, size, most.max(size));
                bytes.truncate(size);
            };
            let changed = $crate::changed($name, &data[..size], most, seed, &mut raw);
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        });
    };
}
