//! Arguments, and what each subcommand does with them.

mod area;
mod arguments;
mod book;
mod check;
mod checker;
mod dataset;
mod extract;
mod folder;
mod input;
mod inputs;
mod mark;
mod output;
mod pool;
mod progress;
mod settings;
mod stop;
mod style;
mod watch;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use check::Status;
use gouji::finding::Words;
use gouji::show::harmless;
use gouji::wording::Language;

/// Runs the command; the exit status is 0, 1, 2 or, after Ctrl-C, 130.
pub fn run() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return arguments::explain(&error),
    };
    match &arguments.command {
        Command::Check(check) => check::run(check),
        Command::Area(area) => area::run(area),
        Command::Extract(extract) => extract::run(extract),
        Command::Watch(watch) => watch::run(watch),
        Command::Mark(mark) => mark::run(mark),
        Command::Rules(rules) => book::list(rules.lang.into()),
        Command::Explain(explain) => book::explain(&explain.rule, explain.lang.into()),
    }
}

/// The status that a command ends with; what kept it from its work is said.
fn ended(status: Result<u8, Words>, language: Language) -> ExitCode {
    status.map_or_else(
        |wrong| {
            complain(&language.of(wrong));
            ExitCode::from(Status::Unread as u8)
        },
        ExitCode::from,
    )
}

/// Says on standard error what went wrong. Names of files may stand in it, which a terminal must not obey.
fn complain(text: &str) {
    let lines: Vec<String> = text.lines().map(harmless).collect();
    eprintln!("gouji: {}", lines.join("\n"));
}
