//! `gouji check`: each input in the order of the arguments, one after the other, so that memory stays flat.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use gouji::finding::Words;
use gouji::waiver::Waiver;
use gouji::wording::Language;
use gouji::{Checked, LastYear, Options};

use super::arguments::Check;
use super::input;
use super::output::Output;
use super::settings;

/// How an input ended; the worst is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Clean = 0,
    Errors = 1,
    Unread = 2,
}

/// What the files beside the reports say.
struct Given {
    /// Settings named by the person, for every report.
    settings: Option<settings::File>,
    waivers: Vec<Waiver>,
    previous: LastYear,
}

/// Checks the inputs and writes what is to be said about each.
pub fn run(arguments: &Check) -> ExitCode {
    let mut given = match given(arguments) {
        Ok(given) => given,
        Err(wrong) => {
            eprintln!("gouji: {}", Language::from(arguments.lang).of(wrong));
            return ExitCode::from(Status::Unread as u8);
        }
    };
    let mut output = Output::new(arguments.format, arguments.lang.into());
    let mut worst = Status::Clean;
    let mut write = || -> io::Result<()> {
        output.begin()?;
        if let Some(file) = &arguments.previous {
            given.previous = last_year(file).or_else(|(kind, message)| {
                worst = Status::Unread;
                output.unread(&file.to_string_lossy(), kind, message.clone())?;
                Ok::<_, io::Error>(LastYear::Unread(message))
            })?;
        }
        for file in &arguments.files {
            let (status, written) = one(file, arguments, &given, &mut output);
            worst = worst.max(status);
            written?;
        }
        output.end()
    };
    match write() {
        Ok(()) => ExitCode::from(worst as u8),
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(worst as u8),
        Err(error) => {
            eprintln!("gouji: 输出时出错 cannot write: {error}");
            ExitCode::from(2)
        }
    }
}

/// How the input ended, and whether that could be written.
fn one(
    file: &OsStr,
    arguments: &Check,
    given: &Given,
    output: &mut Output,
) -> (Status, io::Result<()>) {
    let source = source(file, arguments);
    match checked(file, &source, arguments, given) {
        Ok(checked) => {
            let status = match checked.report.has_errors() {
                true => Status::Errors,
                false => Status::Clean,
            };
            (status, output.document(&source, &checked))
        }
        Err((kind, message)) => (Status::Unread, output.unread(&source, kind, message)),
    }
}

fn given(arguments: &Check) -> Result<Given, Words> {
    let settings = arguments
        .settings
        .as_deref()
        .map(settings::read)
        .transpose()?;
    let waivers = arguments
        .waivers
        .as_deref()
        .map(settings::waivers)
        .transpose()?;
    let waivers = waivers.unwrap_or_default();
    Ok(Given {
        settings,
        waivers,
        previous: LastYear::None,
    })
}

/// The name under which the input is reported.
fn source(file: &OsStr, arguments: &Check) -> String {
    match &arguments.name {
        Some(name) if file == "-" => name.clone(),
        _ => file.to_string_lossy().into_owned(),
    }
}

fn checked(
    file: &OsStr,
    source: &str,
    arguments: &Check,
    given: &Given,
) -> Result<Checked, (&'static str, Words)> {
    let bytes = bytes(file)?;
    let file = match &given.settings {
        Some(settings) => settings.clone(),
        None => settings::above(Path::new(file)).map_err(|wrong| ("settings", wrong))?,
    };
    let options = Options {
        name: source.to_string(),
        edits: Vec::new(),
        published: arguments.published.or(file.published),
        deadline: arguments.deadline.or(file.deadline),
        settings: file.settings,
        waivers: given.waivers.clone(),
        previous: given.previous.clone(),
        area: None,
    };
    gouji::check(&bytes, &options).map_err(|error| gouji::wording::read_error(&error))
}

/// Last year's report.
fn last_year(file: &OsStr) -> Result<LastYear, (&'static str, Words)> {
    LastYear::read(&bytes(file)?).map_err(|error| gouji::wording::read_error(&error))
}

fn bytes(file: &OsStr) -> Result<Vec<u8>, (&'static str, Words)> {
    if file == "-" {
        input::standard()
    } else {
        input::file(file)
    }
}
