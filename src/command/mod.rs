//! Arguments, and what each subcommand does with them.

mod area;
mod arguments;
mod book;
mod check;
mod folder;
mod input;
mod output;
mod settings;

use std::process::ExitCode;

use arguments::{Arguments, Command};

/// Runs the command; the exit status is 0, 1 or 2.
pub fn run() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return arguments::explain(&error),
    };
    match &arguments.command {
        Command::Check(check) => check::run(check),
        Command::Area(area) => area::run(area),
        Command::Rules(rules) => book::list(rules.lang.into()),
        Command::Explain(explain) => book::explain(&explain.rule, explain.lang.into()),
    }
}
