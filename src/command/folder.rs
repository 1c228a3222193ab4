//! The files of a folder and of the folders in it, in a fixed order. Links are not followed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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

/// Walks a folder: each folder's files by name, then its folders.
pub fn files(folder: &Path) -> io::Result<Files> {
    let mut files = Files::default();
    let mut left = ENTRIES;
    walk(folder, DEPTH, &mut left, &mut files)?;
    Ok(files)
}

fn walk(folder: &Path, depth: usize, left: &mut usize, files: &mut Files) -> io::Result<()> {
    let (mut here, mut below) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let Some(rest) = left.checked_sub(1) else {
            files.cut = true;
            break;
        };
        *left = rest;
        let entry = entry?;
        let kind = entry.file_type()?;
        if is_left_behind(&entry.file_name().to_string_lossy()) {
            continue;
        }
        if kind.is_file() {
            here.push(entry.path());
        } else if kind.is_dir() {
            below.push(entry.path());
        }
    }
    here.sort();
    below.sort();
    files.paths.append(&mut here);
    let Some(depth) = depth.checked_sub(1) else {
        files.cut |= !below.is_empty();
        return Ok(());
    };
    below
        .iter()
        .try_for_each(|folder| walk(folder, depth, left, files))
}

/// Hidden files, and the locks of an open Word or WPS document.
fn is_left_behind(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || LEFT_BEHIND.contains(&name)
}
