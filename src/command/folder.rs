//! The files of a folder and of the folders in it, in a fixed order, as they are found. A link
//! to a file is that file; one to a folder is not followed, for it may lead back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// Folders inside each other that are walked.
const DEPTH: usize = 16;
/// What systems and programs leave in folders.
const LEFT_BEHIND: [&str; 3] = ["Thumbs.db", "desktop.ini", "gouji.toml"];

/// What a walk comes across.
pub enum Entry {
    File(PathBuf),
    /// A folder that lies too deep to be walked.
    Deep(PathBuf),
    /// A folder that cannot be looked into.
    Wrong(PathBuf, io::Error),
}

impl Entry {
    pub fn path(&self) -> &Path {
        match self {
            Entry::File(path) | Entry::Deep(path) | Entry::Wrong(path, _) => path,
        }
    }
}

/// A walk through a folder.
pub type Walk = Box<dyn Iterator<Item = Entry> + Send>;

/// Walks a folder; its files by their paths.
pub fn walk(folder: &Path) -> Walk {
    let root = folder.to_owned();
    let walk = WalkDir::new(folder)
        .min_depth(1)
        .max_depth(DEPTH + 1)
        .sort_by_file_name();
    let is_wanted = |entry: &DirEntry| !is_left_behind(&entry.file_name().to_string_lossy());
    let entries = walk.into_iter().filter_entry(is_wanted);
    Box::new(entries.filter_map(move |entry| match entry {
        Ok(entry) if is_file(&entry) => Some(Entry::File(entry.into_path())),
        Ok(entry) if entry.file_type().is_dir() && entry.depth() > DEPTH => {
            Some(Entry::Deep(entry.into_path()))
        }
        Ok(_) => None,
        Err(error) => {
            let path = error.path().unwrap_or(&root).to_owned();
            Some(Entry::Wrong(path, error.into()))
        }
    }))
}

/// A link that leads nowhere counts as one, so that it is named.
fn is_file(entry: &DirEntry) -> bool {
    match entry.path_is_symlink() {
        true => fs::metadata(entry.path()).map_or(true, |file| file.is_file()),
        false => entry.file_type().is_file(),
    }
}

/// The files, and whether there were more than are wanted.
#[derive(Debug, Default)]
pub struct Files {
    pub paths: Vec<PathBuf>,
    pub cut: bool,
}

/// The files of a folder, `most` at most.
pub fn files(folder: &Path, most: usize) -> io::Result<Files> {
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let mut files = Files::default();
    for entry in walk(folder) {
        match entry {
            Entry::Wrong(_, error) => return Err(error),
            Entry::File(path) if files.paths.len() < most => files.paths.push(path),
            Entry::File(_) | Entry::Deep(_) => {
                files.cut = true;
                break;
            }
        }
    }
    Ok(files)
}

/// Hidden files, and the locks of an open Word or WPS document.
pub fn is_left_behind(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || LEFT_BEHIND.contains(&name)
}
