//! The command `gouji`: files in, text or JSON out, an exit status that a script can rely on.

mod command;

fn main() -> std::process::ExitCode {
    command::run()
}
