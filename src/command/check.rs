//! `gouji check`: all inputs, on all cores, written in the order of the arguments as they come. Few are in memory at a
//! time, and none of them stops the others.

use std::io;
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use gouji::LastYear;
use gouji::finding::Words;
use gouji::wording::Language;

use super::arguments::Check;
use super::checker::{Checker, last_year};
use super::inputs::{Input, Inputs};
use super::output::Output;
use super::progress::Progress;
use super::style::{Piece, Style};
use super::{ended, pool, stop};

/// How an input ended; the worst is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Clean = 0,
    Errors = 1,
    Unread = 2,
}

/// Checks the inputs and writes what is to be said about each.
pub fn run(arguments: &Check) -> ExitCode {
    let language = Language::from(arguments.lang);
    ended(all(arguments, language), language)
}

fn all(arguments: &Check, language: Language) -> Result<u8, Words> {
    let mut checker = Checker::new(arguments)?;
    let inputs = inputs(arguments)?;
    let style = Style::new(arguments.format, arguments.fail_on.into(), language);
    let mut output = Output::new(style);
    let mut worst = Status::Clean;
    stop::listen();
    let write = || -> io::Result<()> {
        output.begin()?;
        if let Some(file) = &arguments.previous {
            checker.previous = last_year(file).or_else(|failure| {
                worst = Status::Unread;
                output.write(style.unread(&file.to_string_lossy(), &failure))?;
                Ok::<_, io::Error>(LastYear::Unread(failure.1))
            })?;
        }
        let passed_over = inputs.passed_over();
        let progress = Progress::new(|| count(arguments), language);
        let results = pool::run(inputs, move |input| one(&input, &checker, style));
        while let Some((status, piece)) = results.next() {
            worst = worst.max(status);
            progress.aside(|| output.write(piece))?;
            progress.step();
        }
        progress.end();
        output.end()?;
        say_the_rest(
            passed_over.load(Ordering::Relaxed),
            output.written(),
            language,
        );
        Ok(())
    };
    match write() {
        Ok(()) if stop::is_wanted() => Ok(stop::STATUS),
        Ok(()) => Ok(worst as u8),
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(worst as u8),
        Err(error) => Err(Words::new(
            format!("输出时出错：{error}"),
            format!("cannot write: {error}"),
        )),
    }
}

/// How the input ended, and what is to be said about it.
fn one(input: &Input, checker: &Checker, style: Style) -> (Status, Piece) {
    match checker.check(input) {
        Ok((bytes, checked)) => {
            let status = match style.fails(&checked) {
                true => Status::Errors,
                false => Status::Clean,
            };
            (status, style.document(&input.source, &bytes, &checked))
        }
        Err(failure) => (Status::Unread, style.unread(&input.source, &failure)),
    }
}

fn inputs(arguments: &Check) -> Result<Inputs, Words> {
    let reports = &arguments.reports;
    let standard = reports
        .files
        .iter()
        .chain(&reports.files_from)
        .chain(&arguments.previous);
    if standard.filter(|name| *name == "-").count() > 1 {
        return Err(Words::new(
            "标准输入（-）只能用一次",
            "standard input (-) can be used only once",
        ));
    }
    // The list may be standard input, which is read only once.
    let is_many = arguments.previous.is_some()
        && (reports.files_from.is_some() || Inputs::new(reports)?.nth(1).is_some());
    if is_many {
        return Err(Words::new(
            "--previous 只与一份报告比较。请一次给出一份今年的报告",
            "--previous is compared with one report; give one report of this year at a time",
        ));
    }
    Inputs::new(reports)
}

/// The inputs once more, where that is possible.
fn count(arguments: &Check) -> Option<Inputs> {
    let is_read_once = arguments.reports.files_from.as_deref() == Some("-".as_ref());
    (!is_read_once).then(|| Inputs::new(&arguments.reports).ok())?
}

/// What was not checked, on standard error.
fn say_the_rest(passed_over: usize, written: usize, language: Language) {
    if passed_over > 0 {
        let words = Words::new(
            format!("另有 {passed_over} 个文件从名称看不是报告，没有检查"),
            format!("{passed_over} other files are no reports by their names and were not checked"),
        );
        eprintln!("gouji: {}", language.of(words));
    }
    if stop::is_wanted() {
        let words = Words::new(
            format!("已中断：检查了 {written} 份，后面的没有检查"),
            format!("stopped: {written} were checked, the others were not"),
        );
        eprintln!("gouji: {}", language.of(words));
    }
}
