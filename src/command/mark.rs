//! `gouji mark`: a copy of the report with notes at what was found, and with `--mend` the first proposals in it. The
//! report itself is never written to, and no other file is written over.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use gouji::finding::Words;
use gouji::mark::{self, Copy, Wish};
use gouji::model::Kind;
use gouji::show::harmless;
use gouji::verdict::{Level, verdict};
use gouji::wording::{self, Language};
use gouji::{Checked, Options};

use super::arguments::Mark;
use super::check::Status;
use super::{complain, input, settings};

/// Writes the copy and says what is in it.
pub fn run(arguments: &Mark) -> ExitCode {
    let language = Language::from(arguments.lang);
    match written(arguments) {
        Ok((copy, checked)) => {
            let text = language.of(told(&copy, &checked, &arguments.output));
            let lines: Vec<String> = text.lines().map(harmless).collect();
            match writeln!(io::stdout(), "{}", lines.join("\n")) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    eprintln!("gouji: 输出时出错 cannot write: {error}");
                    ExitCode::from(Status::Unread as u8)
                }
                _ => ExitCode::SUCCESS,
            }
        }
        Err(wrong) => {
            complain(&language.of(wrong));
            ExitCode::from(Status::Unread as u8)
        }
    }
}

fn written(arguments: &Mark) -> Result<(Copy, Checked), Words> {
    let source = arguments.file.to_string_lossy();
    let of_file = |words: Words| {
        Words::new(
            format!("{source}：{}", words.zh),
            format!("{source}: {}", words.en),
        )
    };
    let (copy, checked) = made(arguments).map_err(of_file)?;
    save(&arguments.output, &copy.bytes)?;
    Ok((copy, checked))
}

fn made(arguments: &Mark) -> Result<(Copy, Checked), Words> {
    let bytes = input::file(&arguments.file).map_err(|(_, words)| words)?;
    let file = settings::above(Path::new(&arguments.file))?;
    let mut options = Options {
        name: arguments.file.to_string_lossy().into_owned(),
        published: file.published,
        deadline: file.deadline,
        settings: file.settings,
        ..Options::default()
    };
    let check = |options: &Options| {
        gouji::check(&bytes, options).map_err(|error| wording::read_error(&error).1)
    };
    let mut checked = check(&options)?;
    if arguments.track && !matches!(checked.document.kind, Kind::Docx | Kind::Odt) {
        return Err(Words::new(
            "只有 .docx 和 .odt 能把改动写成修订。请去掉 --track",
            "only .docx and .odt hold tracked changes; leave out --track",
        ));
    }
    same_format(arguments, checked.document.kind)?;
    let mut wish = Wish {
        notes: true,
        track: arguments.track,
        language: arguments.lang.into(),
        date: now(),
        reasons: Vec::new(),
    };
    if arguments.mend {
        // A mended page is there to be pasted back: nothing but its figures differs.
        wish.notes = checked.document.kind != Kind::Html;
        let proposals = mark::proposals(&checked);
        options.edits = proposals.edits;
        wish.reasons = proposals.reasons;
        checked = check(&options)?;
    }
    let copy = mark::copy(&bytes, &checked, &wish).map_err(|refusal| refusal.words())?;
    Ok((copy, checked))
}

/// A program opens a file by its ending, and a copy is in the format of the report, whatever it is called.
fn same_format(arguments: &Mark, kind: Kind) -> Result<(), Words> {
    let ending = |path: &Path| {
        let ending = path.extension().unwrap_or_default();
        ending.to_string_lossy().to_lowercase()
    };
    let (own, wanted) = (
        ending(Path::new(&arguments.file)),
        ending(&arguments.output),
    );
    let usual: &[&str] = match kind {
        Kind::Docx => &["docx"],
        Kind::Xlsx => &["xlsx"],
        Kind::Odt => &["odt"],
        Kind::Html => &["html", "htm"],
        _ => &[],
    };
    // With macros, or as a template, it is none that the usual ending stands for.
    let is_special =
        ["docm", "dotm", "dotx", "xlsm", "xltm", "xltx", "ott"].contains(&own.as_str());
    let fits = !is_special && usual.contains(&wanted.as_str());
    if wanted.is_empty() || wanted == own || usual.is_empty() || fits {
        return Ok(());
    }
    let ending = match (is_special, usual.first()) {
        (false, Some(usual)) => (*usual).to_string(),
        _ => own,
    };
    Err(Words::new(
        format!(
            "副本与报告是同一种格式，以 .{wanted} 为名就打不开。请让副本的名字以 .{ending} 结尾"
        ),
        format!(
            "the copy is in the format of the report and would not open as .{wanted}; end its name with .{ending}"
        ),
    ))
}

/// Writes a file that is not there yet; so the report itself is safe whatever the name.
fn save(path: &Path, bytes: &[u8]) -> Result<(), Words> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| {
        let path = path.display();
        match error.kind() {
            io::ErrorKind::AlreadyExists => Words::new(
                format!("{path}：已有这个文件，没有改写它。请换个名字，或先把它移开"),
                format!("{path}: there is such a file, and it was left as it is; choose another name, or move it away"),
            ),
            io::ErrorKind::NotFound => Words::new(
                format!("{path}：没有这个文件夹"),
                format!("{path}: there is no such folder"),
            ),
            _ => Words::new(
                format!("{path}：写入时出错：{error}"),
                format!("{path}: writing failed: {error}"),
            ),
        }
    })
}

/// What is in the copy.
fn told(copy: &Copy, checked: &Checked, path: &Path) -> Words {
    let path = path.display();
    let (placed, aside, mended) = (copy.placed, copy.aside, copy.mended.len());
    let mut words = Words::new(
        format!("{path}：{placed} 条意见写在各自的位置，{aside} 条写在开头；改了 {mended} 格"),
        format!(
            "{path}: {placed} notes stand at their places, {aside} at the beginning; cells changed: {mended}"
        ),
    );
    for (key, left) in &copy.left {
        let sheet = checked.filled.sheet(key.table);
        let edition = gouji::drawn_edition(&checked.filled, sheet);
        let cell = gouji::rules::name::cell(*key, edition);
        let why = left.words();
        words.zh += &format!("\n{}没有改：{}", cell.zh, why.zh);
        words.en += &format!("\n{} was not changed: {}", cell.en, why.en);
    }
    // A copy without notes is no clean report where there was little to look at.
    let verdict = verdict(checked);
    if verdict.level == Level::Unknown {
        for part in [Some(verdict.words), verdict.why].into_iter().flatten() {
            words.zh += &format!("\n{}", part.zh);
            words.en += &format!("\n{}", part.en);
        }
    }
    words
}

/// The time as files write it: `2026-02-03T08:00:00Z`.
fn now() -> String {
    let now = jiff::Timestamp::now();
    now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
