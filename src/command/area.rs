//! `gouji area`: a report on an area, checked, and compared cell by cell with the sum of the reports in a folder. Of
//! each of them only its figures are kept.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use gouji::finding::{Severity, Words};
use gouji::recognise::Unit;
use gouji::recognise::area::{Given, MOST_UNITS, Unread};
use gouji::waiver::Waiver;
use gouji::wording;
use gouji::{Checked, Options};

use super::arguments::Area;
use super::check::Status;
use super::ended;
use super::folder;
use super::input::{self, Failure};
use super::output::Output;
use super::settings;
use super::style::Style;

/// Checks the report and writes what is to be said about it, then which files could not be read.
pub fn run(arguments: &Area) -> ExitCode {
    let given = gather(arguments);
    let status = given.and_then(|(given, failures)| write(arguments, given, failures));
    ended(status.map(|status| status as u8), arguments.lang.into())
}

/// Files that may lie in the folder and are none of its units': the report on the area, the list.
const BESIDE: usize = 2;

/// A file that could not be read, by its name, with the word and the sentence.
type Unreadable = (String, Failure);

fn write(arguments: &Area, given: Given, failures: Vec<Unreadable>) -> Result<Status, Words> {
    let source = arguments.parent.to_string_lossy();
    let waivers = arguments.waivers.as_deref().map(settings::waivers);
    let waivers = waivers.transpose()?.unwrap_or_default();
    let checked = parent(arguments, given, waivers);
    let mut status = match &checked {
        Err(_) => Status::Unread,
        Ok((_, checked)) if checked.report.has_errors() => Status::Errors,
        Ok(_) => Status::Clean,
    };
    if !failures.is_empty() {
        status = Status::Unread;
    }
    let style = Style::new(arguments.format, Severity::Error, arguments.lang.into());
    let mut output = Output::new(style);
    let mut write = || -> io::Result<()> {
        output.begin()?;
        match &checked {
            Ok((bytes, checked)) => output.write(style.document(&source, bytes, checked))?,
            Err(failure) => output.write(style.unread(&source, failure))?,
        }
        for (source, failure) in &failures {
            output.write(style.unread(source, failure))?;
        }
        output.end()
    };
    match write() {
        // Whoever read the output has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Words::new(
            format!("输出时出错：{error}"),
            format!("cannot write: {error}"),
        )),
        _ => Ok(status),
    }
}

/// The report with its bytes.
fn parent(
    arguments: &Area,
    given: Given,
    waivers: Vec<Waiver>,
) -> Result<(Vec<u8>, Checked), Failure> {
    let bytes = input::file(&arguments.parent)?;
    let file = settings::above(Path::new(&arguments.parent));
    let file = file.map_err(|wrong| ("settings", wrong))?;
    let options = Options {
        name: arguments.parent.to_string_lossy().into_owned(),
        published: file.published,
        deadline: file.deadline,
        settings: file.settings,
        area: Some(given),
        waivers,
        ..Options::default()
    };
    let checked = gouji::check(&bytes, &options);
    let checked = checked.map_err(|error| wording::read_error(&error))?;
    Ok((bytes, checked))
}

/// The units' reports, one after the other, and the list.
fn gather(arguments: &Area) -> Result<(Given, Vec<Unreadable>), Words> {
    let folder = &arguments.under;
    let files =
        folder::files(folder, MOST_UNITS + BESIDE).map_err(|error| not_walked(folder, &error))?;
    let beside = [
        Some(Path::new(&arguments.parent)),
        arguments.list.as_deref(),
    ];
    let beside: Vec<PathBuf> = beside
        .into_iter()
        .flatten()
        .filter_map(|path| fs::canonicalize(path).ok())
        .collect();
    let is_beside =
        |path: &PathBuf| fs::canonicalize(path).is_ok_and(|path| beside.contains(&path));
    let mut paths = files.paths;
    paths.retain(|path| !is_beside(path));
    if paths.is_empty() {
        return Err(empty(folder));
    }
    if files.cut || paths.len() > MOST_UNITS {
        return Err(too_many(folder));
    }
    let mut given = Given {
        listed: arguments.list.as_deref().map(names).transpose()?,
        ..Given::default()
    };
    let mut failures = Vec::new();
    for path in &paths {
        let source = path.to_string_lossy().into_owned();
        match unit(path, &source) {
            Ok(unit) => given.units.push(unit),
            Err((kind, words)) => {
                given.unread.push(Unread {
                    source: source.clone(),
                    zh: words.zh.clone(),
                    en: words.en.clone(),
                });
                failures.push((source, (kind, words)));
            }
        }
    }
    Ok((given, failures))
}

fn unit(path: &Path, source: &str) -> Result<Unit, Failure> {
    let bytes = input::file(path.as_os_str())?;
    gouji::unit(&bytes, source).map_err(|error| wording::read_error(&error))
}

fn names(path: &Path) -> Result<Vec<String>, Words> {
    let bytes = input::file(path.as_os_str());
    let names = bytes.and_then(|bytes| {
        let names = gouji::unit_names(&bytes, &path.to_string_lossy());
        names.map_err(|error| wording::read_error(&error))
    });
    let names = names
        .map_err(|(_, words)| words)
        .and_then(|names| match names.is_empty() {
            true => Err(Words::new("没有一个单位名称", "there is no name in it")),
            false => Ok(names),
        });
    names.map_err(|words| named(path, words))
}

fn not_walked(folder: &Path, error: &io::Error) -> Words {
    let words = match error.kind() {
        io::ErrorKind::NotFound => Words::new("没有这个文件夹", "there is no such folder"),
        io::ErrorKind::NotADirectory => Words::new("这不是文件夹", "this is no folder"),
        _ => Words::new(
            format!("读取时出错：{error}"),
            format!("reading failed: {error}"),
        ),
    };
    named(folder, words)
}

fn empty(folder: &Path) -> Words {
    let words = Words::new(
        "文件夹里没有下级单位的报告。请把各单位的报告放进去再核对",
        "there are no units’ reports in this folder; put them there and try again",
    );
    named(folder, words)
}

fn too_many(folder: &Path) -> Words {
    let words = Words::new(
        format!("文件夹里的文件多于 {MOST_UNITS} 个，或层数太多。请只放下级单位的报告"),
        format!(
            "this folder holds more than {MOST_UNITS} files, or too many folders inside each other; leave only the units’ reports in it"
        ),
    );
    named(folder, words)
}

fn named(path: &Path, words: Words) -> Words {
    let path = path.display();
    Words::new(
        format!("{path}：{}", words.zh),
        format!("{path}: {}", words.en),
    )
}
