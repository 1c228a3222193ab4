//! The command `gouji`: files in, text or JSON out, an exit status that a script can rely on.

mod command;

/// Most of a check's time is small pieces of text, and many checks run side by side.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    command::run()
}
