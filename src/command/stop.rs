//! Ctrl-C: the first one ends the work with what is done, the second at once.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit status after Ctrl-C, as shells have it.
pub const STATUS: u8 = 130;

static WANTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C does not end the program but asks for the end. Where a system allows no handler, it ends as ever.
pub fn listen() {
    let _ = ctrlc::set_handler(|| {
        if WANTED.swap(true, Ordering::Relaxed) {
            process::exit(STATUS.into());
        }
    });
}

/// Whether the person wants to stop.
pub fn is_wanted() -> bool {
    WANTED.load(Ordering::Relaxed)
}
