//! Golden grids: every file of `tests/read` is read and shown as a person would draw it; `UPDATE=1` rewrites.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "read/render.rs"]
mod render;

use std::fs;
use std::path::PathBuf;

use render::render;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/read")
}

/// The inputs: everything that is neither a golden text nor code.
fn inputs() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            path.is_file() && !name.ends_with(".grid") && !name.ends_with(".rs")
        })
        .collect();
    paths.sort();
    paths
}

fn read(path: &PathBuf) -> String {
    let bytes = fs::read(path).unwrap();
    match gouji::read::read(&bytes, &path.to_string_lossy()) {
        Ok(document) => render(&document),
        Err(error) => {
            let message = error.message();
            format!(
                "! {}\n! {}\n! {}\n",
                error.kind().name(),
                message.zh,
                message.en
            )
        }
    }
}

#[test]
fn golden_grids() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in inputs() {
        let golden = path.with_file_name(format!(
            "{}.grid",
            path.file_name().unwrap().to_string_lossy()
        ));
        let got = read(&path);
        if update {
            fs::write(&golden, &got).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != got {
            wrong.push(format!("{} reads differently now:\n{got}", path.display()));
        }
    }
    assert!(!inputs().is_empty());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
