//! `gouji extract`: the figures of many reports as one set of data. Nothing is checked; what could not be read is told on
//! standard error and is not in the set.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use gouji::finding::Words;
use gouji::read;
use gouji::recognise;
use gouji::view::{FiguresView, figures};
use gouji::wording::{self, Language};

use super::arguments::{Data, Extract};
use super::check::Status;
use super::checker::guarded;
use super::dataset::Dataset;
use super::input::Failure;
use super::inputs::{Input, Inputs};
use super::{complain, ended, pool, stop};

pub fn run(arguments: &Extract) -> ExitCode {
    let language = Language::from(arguments.lang);
    ended(all(arguments, language), language)
}

fn all(arguments: &Extract, language: Language) -> Result<u8, Words> {
    let inputs = Inputs::new(&arguments.reports)?;
    let to = target(arguments)?;
    stop::listen();
    let mut status = Status::Clean;
    let write = || -> io::Result<()> {
        let mut set = Dataset::new(arguments.format, arguments.wide, language, to)?;
        let results = pool::run(inputs, move |input| {
            (input.source.clone(), guarded(|| one(&input, language)))
        });
        while let Some((source, read)) = results.next() {
            match read {
                Ok(report) => set.add(&report)?,
                Err((_, why)) => {
                    status = Status::Unread;
                    complain(&format!("{source}: {}", language.of(why)));
                }
            }
        }
        set.end()
    };
    match write() {
        Ok(()) if stop::is_wanted() => Ok(stop::STATUS),
        Ok(()) => Ok(status as u8),
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(status as u8),
        Err(error) => Err(not_written(&error)),
    }
}

fn one(input: &Input, language: Language) -> Result<FiguresView, Failure> {
    let document = read::read(&input.bytes()?, &input.source);
    let document = document.map_err(|error| wording::read_error(&error))?;
    let filled = recognise::bound(&document);
    Ok(figures(&input.source, &filled, language))
}

/// Where the set goes: a file that is not there yet, or standard output.
fn target(arguments: &Extract) -> Result<Box<dyn Write>, Words> {
    if let Some(path) = &arguments.output {
        let file = File::create_new(path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Words::new(
                format!("{} 已经存在，没有覆盖。请换一个文件名", path.display()),
                format!(
                    "{} is there already and was not written over; name another file",
                    path.display()
                ),
            ),
            io::ErrorKind::NotFound => Words::new(
                format!("{}：没有这个文件夹", path.display()),
                format!("{}: there is no such folder", path.display()),
            ),
            _ => not_written(&error),
        })?;
        return Ok(Box::new(BufWriter::new(file)));
    }
    if arguments.format == Data::Xlsx && io::stdout().is_terminal() {
        return Err(Words::new(
            "xlsx 不能显示在终端里。请用 -o 文件名.xlsx",
            "an xlsx cannot be shown in a terminal; name a file with -o",
        ));
    }
    Ok(Box::new(BufWriter::new(io::stdout())))
}

fn not_written(error: &io::Error) -> Words {
    Words::new(
        format!("输出时出错：{error}"),
        format!("cannot write: {error}"),
    )
}
