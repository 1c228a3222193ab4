//! What the arguments name, one report after the other: files, folders, patterns, lists, archives of reports, standard
//! input. Nothing is opened before it is its turn, and nothing is kept.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use gouji::finding::Words;
use gouji::read::{Bundle, is_report, is_zip};
use gouji::wording;

use super::arguments::Reports;
use super::folder::{self, Entry, Walk};
use super::input::{self, Failure};

/// One report, not yet read.
pub struct Input {
    /// The name under which it is reported.
    pub source: String,
    from: Origin,
}

enum Origin {
    Standard,
    File(PathBuf),
    /// A report in an archive of several.
    Packed {
        archive: PathBuf,
        bundle: Arc<Bundle>,
        at: usize,
    },
    /// What could not even be looked for.
    Wrong(Failure),
}

impl Input {
    /// Its bytes, or why there are none.
    pub fn bytes(&self) -> Result<Vec<u8>, Failure> {
        match &self.from {
            Origin::Standard => input::standard(),
            Origin::File(path) => input::file(path.as_os_str()),
            Origin::Packed { bundle, at, .. } => bundle
                .report(*at)
                .map_err(|error| wording::read_error(&error)),
            Origin::Wrong(failure) => Err(failure.clone()),
        }
    }

    /// The file that it is or lies in; none for standard input.
    pub fn path(&self) -> Option<&Path> {
        match &self.from {
            Origin::Standard | Origin::Wrong(_) => None,
            Origin::File(path) => Some(path),
            Origin::Packed { archive, .. } => Some(archive),
        }
    }
}

/// Where the next input comes from; what is found in one may be another.
enum Source {
    Arguments(std::vec::IntoIter<OsString>),
    List(Box<dyn BufRead + Send>, u8),
    Pattern(String, glob::Paths, bool),
    Folder(PathBuf, Walk, bool),
    Archive(Opened, usize),
}

/// An archive of several reports.
#[derive(Clone)]
struct Opened {
    path: PathBuf,
    source: String,
    bundle: Arc<Bundle>,
}

/// The inputs, in the order of the arguments.
pub struct Inputs {
    stack: Vec<Source>,
    recursive: bool,
    name: Option<String>,
    /// Files of folders and archives that are no reports by their names.
    passed_over: Arc<AtomicUsize>,
}

impl Inputs {
    pub fn new(reports: &Reports) -> Result<Inputs, Words> {
        let mut stack = Vec::new();
        if let Some(list) = &reports.files_from {
            let end = if reports.null { 0 } else { b'\n' };
            stack.push(Source::List(open_list(list)?, end));
        }
        // What is typed comes first.
        stack.push(Source::Arguments(reports.files.clone().into_iter()));
        Ok(Inputs {
            stack,
            recursive: reports.recursive,
            name: reports.name.clone(),
            passed_over: Arc::default(),
        })
    }

    /// Counts, while the inputs are taken, what is left out.
    pub fn passed_over(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.passed_over)
    }

    /// An argument, or a line of a list: a file, or more than one.
    fn typed(&mut self, typed: OsString, may_be_pattern: bool) -> Option<Input> {
        if may_be_pattern && typed == "-" {
            let source = self.name.clone().unwrap_or_else(|| "-".to_string());
            let from = Origin::Standard;
            return Some(Input { source, from });
        }
        let kind = fs::metadata(&typed);
        if may_be_pattern
            && kind.is_err()
            && let Some(pattern) = pattern(&typed)
        {
            return self.pattern(pattern);
        }
        self.path(typed.into(), kind.is_ok_and(|kind| kind.is_dir()))
    }

    fn pattern(&mut self, pattern: &str) -> Option<Input> {
        match glob::glob(pattern) {
            Ok(paths) => {
                let source = Source::Pattern(pattern.to_string(), paths, false);
                self.stack.push(source);
                None
            }
            Err(error) => Some(wrong(pattern, no_pattern(&error))),
        }
    }

    fn path(&mut self, path: PathBuf, is_folder: bool) -> Option<Input> {
        if is_folder && self.recursive {
            let walk = folder::walk(&path);
            self.stack.push(Source::Folder(path, walk, false));
            return None;
        }
        let source = path.to_string_lossy().into_owned();
        if !is_folder
            && is_zip(&source)
            && let Some(bundle) = File::open(&path).ok().and_then(Bundle::open)
        {
            self.archive(path, source, bundle);
            return None;
        }
        let from = Origin::File(path);
        Some(Input { source, from })
    }

    fn archive(&mut self, path: PathBuf, source: String, bundle: Bundle) {
        self.leave(bundle.passed_over);
        let bundle = Arc::new(bundle);
        let opened = Opened {
            path,
            source,
            bundle,
        };
        self.stack.push(Source::Archive(opened, 0));
    }

    /// What an archive holds at a place: a report, or another archive.
    fn packed(&mut self, opened: Opened, at: usize) -> Option<Input> {
        let Opened {
            path,
            source,
            bundle,
        } = opened;
        let Some(name) = bundle.name(at) else {
            self.stack.pop();
            return bundle.cut.then(|| wrong(&source, crowded()));
        };
        let source = format!("{source}/{name}");
        match bundle.inner(at) {
            Some(Ok(inner)) => {
                self.archive(path, source, inner);
                return None;
            }
            Some(Err(error)) => return Some(wrong(&source, wording::read_error(&error))),
            None => {}
        }
        let from = Origin::Packed {
            archive: path,
            bundle,
            at,
        };
        Some(Input { source, from })
    }

    /// A file of a folder, if it is a report by its name.
    fn walked(&mut self, entry: Entry) -> Option<Input> {
        let source = entry.path().to_string_lossy().into_owned();
        match entry {
            Entry::File(path) if self.is_wanted(&path) => self.path(path, false),
            Entry::File(_) => {
                self.leave(1);
                None
            }
            Entry::Deep(_) => Some(wrong(&source, too_deep())),
            Entry::Wrong(_, error) => Some(wrong(&source, input::failure(&error))),
        }
    }

    /// Whether a file of the folder is a report by its name; the folder then is not empty.
    fn is_wanted(&mut self, path: &Path) -> bool {
        let Some(Source::Folder(folder, _, found)) = self.stack.last_mut() else {
            return false;
        };
        let inside = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
        let inside = inside.replace('\\', "/");
        let is_wanted = is_report(&inside) || is_zip(&inside);
        *found |= is_wanted;
        is_wanted
    }

    fn leave(&self, count: usize) {
        self.passed_over.fetch_add(count, Ordering::Relaxed);
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            let found = match self.stack.last_mut()? {
                Source::Arguments(files) => match files.next() {
                    Some(file) => self.typed(file, true),
                    None => self.end(),
                },
                Source::List(lines, end) => match line(lines, *end) {
                    Ok(Some(line)) => self.typed(line, false),
                    Ok(None) => self.end(),
                    Err(error) => {
                        self.stack.pop();
                        Some(wrong("--files-from", input::failure(&error)))
                    }
                },
                Source::Pattern(pattern, paths, found) => match paths.next() {
                    Some(path) => {
                        let is_hidden = path.as_ref().is_ok_and(|path| is_hidden(path, pattern));
                        if is_hidden {
                            continue;
                        }
                        *found = true;
                        match path {
                            Ok(path) => {
                                let is_folder = path.is_dir();
                                self.path(path, is_folder)
                            }
                            Err(error) => {
                                let path = error.path().to_string_lossy().into_owned();
                                Some(wrong(&path, input::failure(error.error())))
                            }
                        }
                    }
                    None => self.end(),
                },
                Source::Folder(_, walk, _) => match walk.next() {
                    Some(entry) => self.walked(entry),
                    None => self.end(),
                },
                Source::Archive(opened, next) => {
                    let (opened, at) = (opened.clone(), *next);
                    *next += 1;
                    self.packed(opened, at)
                }
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

impl Inputs {
    /// Leaves the source that is empty; one in which nothing was found is said.
    fn end(&mut self) -> Option<Input> {
        match self.stack.pop()? {
            Source::Pattern(pattern, _, false) => Some(wrong(&pattern, no_match())),
            Source::Folder(folder, _, false) => {
                Some(wrong(&folder.to_string_lossy(), no_reports()))
            }
            _ => None,
        }
    }
}

/// A name with the signs of a pattern in it.
fn pattern(typed: &OsStr) -> Option<&str> {
    typed.to_str().filter(|text| text.contains(['*', '?', '[']))
}

/// Whether a name begins with a dot where the pattern does not say so: the sign for many letters does not stand for one.
fn is_hidden(path: &Path, pattern: &str) -> bool {
    let dotted = |name: &str| name.starts_with('.') && !name.trim_matches('.').is_empty();
    let any = |mut names: Vec<String>| {
        let last = names.pop().is_some_and(|name| dotted(&name));
        (names.iter().any(|name| dotted(name)), last)
    };
    let names = path.iter().map(|name| name.to_string_lossy().into_owned());
    let (folders, file) = any(names.collect());
    let typed = pattern.split(['/', '\\']).map(str::to_string);
    let (typed_folders, typed_file) = any(typed.collect());
    folders && !typed_folders || file && !typed_file
}

fn open_list(list: &OsStr) -> Result<Box<dyn BufRead + Send>, Words> {
    if list == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(list).map_err(|error| {
        let ((_, words), list) = (input::failure(&error), list.to_string_lossy());
        Words::new(
            format!("{list}：{}", words.zh),
            format!("{list}: {}", words.en),
        )
    })?;
    Ok(Box::new(BufReader::new(file)))
}

/// The next line that is not empty, without its end.
fn line(lines: &mut dyn BufRead, end: u8) -> io::Result<Option<OsString>> {
    loop {
        let mut line = Vec::new();
        if lines.read_until(end, &mut line)? == 0 {
            return Ok(None);
        }
        let mut name = line.strip_suffix(&[end]).unwrap_or(&line);
        if end == b'\n' {
            // Written on Windows, or by its editor.
            name = name.strip_suffix(b"\r").unwrap_or(name);
            name = name.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(name);
        }
        if !name.is_empty() {
            return Ok(Some(path_of(name)));
        }
    }
}

#[cfg(unix)]
fn path_of(name: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(name).to_owned()
}

#[cfg(not(unix))]
fn path_of(name: &[u8]) -> OsString {
    gouji::text::decode(name).text.into()
}

fn wrong(source: &str, failure: Failure) -> Input {
    Input {
        source: source.to_string(),
        from: Origin::Wrong(failure),
    }
}

fn no_match() -> Failure {
    let words = Words::new(
        "没有文件与它相符。请检查文件名和路径",
        "No file matches it. Check its name and path",
    );
    ("not-found", words)
}

fn no_pattern(error: &glob::PatternError) -> Failure {
    let words = Words::new(
        "没有这个文件，也不是一个完整的通配符。请检查文件名和路径",
        format!(
            "There is no such file, and it is no pattern either ({error}). Check its name and path"
        ),
    );
    ("not-found", words)
}

fn no_reports() -> Failure {
    let words = Words::new(
        "文件夹里没有报告文件。请检查路径",
        "There are no report files in this folder. Check its path",
    );
    ("empty", words)
}

fn too_deep() -> Failure {
    let words = Words::new(
        "文件夹层数太多，里面的没有检查。请把报告移到浅一些的文件夹",
        "There are too many folders inside each other; what is in here was not checked. Move the reports higher up",
    );
    ("folder", words)
}

fn crowded() -> Failure {
    let words = Words::new(
        "压缩包里的文件太多，后面的没有检查。请先解压，再检查文件夹",
        "There are too many files in this archive; the last ones were not checked. Unpack it and check the folder",
    );
    ("too-large", words)
}
