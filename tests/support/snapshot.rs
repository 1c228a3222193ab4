//! Compares a text with a committed file; `UPDATE=1 cargo test` rewrites the file instead.

use std::fs;
use std::path::Path;

/// `path` is relative to the root of the package.
pub fn same(path: &str, actual: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, actual).unwrap();
        return;
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    if let Some(line) = first_difference(&kept, actual) {
        panic!(
            "{path} differs from line {line} on; look at it and run UPDATE=1 cargo test\n{actual}"
        );
    }
}

fn first_difference(kept: &str, actual: &str) -> Option<usize> {
    if kept == actual {
        return None;
    }
    let same = kept.lines().zip(actual.lines()).take_while(|(a, b)| a == b);
    Some(same.count() + 1)
}
