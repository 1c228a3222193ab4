//! How far it has come: a bar on standard error, if that is a terminal, for more than one report.

use std::io::{self, IsTerminal};
use std::thread;

use gouji::wording::Language;
use indicatif::{ProgressBar, ProgressStyle};

use super::inputs::Inputs;

pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Nothing is shown in a pipe. `count` gives the inputs once more, to count them while they are checked; without it
    /// there is no end to measure by.
    pub fn new(count: impl FnOnce() -> Option<Inputs>, language: Language) -> Progress {
        if !io::stderr().is_terminal() {
            return Progress {
                bar: ProgressBar::hidden(),
            };
        }
        let bar = ProgressBar::new_spinner();
        let style = |template: &str| {
            ProgressStyle::with_template(template)
                .unwrap_or_else(|_| ProgressStyle::default_spinner())
        };
        bar.set_style(style(
            language.pick("已检查 {pos} 份，{elapsed}", "{pos} checked, {elapsed}"),
        ));
        if let Some(inputs) = count() {
            let (bar, known) = (
                bar.clone(),
                style(language.pick(
                    "{wide_bar} {pos}/{len} 份，还需 {eta}",
                    "{wide_bar} {pos}/{len}, {eta} left",
                )),
            );
            thread::spawn(move || {
                let all = inputs.count() as u64;
                if all > 1 {
                    bar.set_length(all);
                    bar.set_style(known);
                }
            });
        }
        Progress { bar }
    }

    /// One more is done.
    pub fn step(&self) {
        self.bar.inc(1);
    }

    /// Writes to the terminal without the bar in its way.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
