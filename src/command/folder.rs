//! The files of a folder and of the folders in it, in a fixed order. Links are not followed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// Folders inside each other that are walked.
const DEPTH: usize = 16;
/// Files and folders that are looked at.
const ENTRIES: usize = 20_000;
/// What systems and programs leave in folders.
const LEFT_BEHIND: [&str; 3] = ["Thumbs.db", "desktop.ini", "gouji.toml"];

/// The files, and whether there were more than are looked at.
#[derive(Debug, Default)]
pub struct Files {
    pub paths: Vec<PathBuf>,
    pub cut: bool,
}

/// Walks a folder; its files by their paths.
pub fn files(folder: &Path) -> io::Result<Files> {
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let walk = WalkDir::new(folder).min_depth(1).max_depth(DEPTH + 1);
    let is_wanted = |entry: &DirEntry| !is_left_behind(&entry.file_name().to_string_lossy());
    let mut files = Files::default();
    for (at, entry) in walk.into_iter().filter_entry(is_wanted).enumerate() {
        let entry = entry?;
        let kind = entry.file_type();
        if at >= ENTRIES || kind.is_dir() && entry.depth() > DEPTH {
            files.cut = true;
            break;
        }
        if kind.is_file() {
            files.paths.push(entry.into_path());
        }
    }
    files.paths.sort();
    Ok(files)
}

/// Hidden files, and the locks of an open Word or WPS document.
fn is_left_behind(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || LEFT_BEHIND.contains(&name)
}
