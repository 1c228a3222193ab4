//! Checks one input under what a person said: settings, waivers, dates, last year's report. One that makes the program
//! fall over is an input that could not be read, and nothing more.

use std::ffi::OsStr;
use std::panic::{self, AssertUnwindSafe};

use gouji::finding::Words;
use gouji::model::Date;
use gouji::waiver::Waiver;
use gouji::{Checked, LastYear, Options};

use super::arguments::Check;
use super::input::{self, Failure};
use super::inputs::Input;
use super::settings;

/// What holds for every input.
#[derive(Default)]
pub struct Checker {
    /// Settings named by the person; else those above each report.
    settings: Option<settings::File>,
    waivers: Vec<Waiver>,
    published: Option<Date>,
    deadline: Option<(u8, u8)>,
    pub previous: LastYear,
}

impl Checker {
    pub fn new(arguments: &Check) -> Result<Checker, Words> {
        let settings = arguments.settings.as_deref().map(settings::read);
        let waivers = arguments.waivers.as_deref().map(settings::waivers);
        Ok(Checker {
            settings: settings.transpose()?,
            waivers: waivers.transpose()?.unwrap_or_default(),
            published: arguments.published,
            deadline: arguments.deadline,
            previous: LastYear::None,
        })
    }

    /// Reads and checks an input; its bytes with what was found.
    pub fn check(&self, input: &Input) -> Result<(Vec<u8>, Checked), Failure> {
        guarded(|| self.try_check(input))
    }

    fn try_check(&self, input: &Input) -> Result<(Vec<u8>, Checked), Failure> {
        let bytes = input.bytes()?;
        let file = match (&self.settings, input.path()) {
            (Some(settings), _) => settings.clone(),
            (None, path) => {
                let above = settings::above(path.unwrap_or("-".as_ref()));
                above.map_err(|wrong| ("settings", wrong))?
            }
        };
        let options = Options {
            name: input.source.clone(),
            edits: Vec::new(),
            published: self.published.or(file.published),
            deadline: self.deadline.or(file.deadline),
            settings: file.settings,
            waivers: self.waivers.clone(),
            previous: self.previous.clone(),
            area: None,
        };
        let checked = gouji::check(&bytes, &options);
        let checked = checked.map_err(|error| gouji::wording::read_error(&error))?;
        Ok((bytes, checked))
    }
}

/// Last year's report.
pub fn last_year(file: &OsStr) -> Result<LastYear, Failure> {
    let bytes = match file == "-" {
        true => input::standard(),
        false => input::file(file),
    };
    LastYear::read(&bytes?).map_err(|error| gouji::wording::read_error(&error))
}

// Of one report that makes the program fall over the others know nothing: a panic unwinds in every native profile. The
// engine of a page cannot do that, and is replaced instead.
const _: () = assert!(cfg!(panic = "unwind"));

/// Does it, and says so where it falls over.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(fallen()))
}

fn fallen() -> Failure {
    let words = Words::new(
        "检查这份报告时程序出错，没有结果；其他报告不受影响。请手工核对这一份",
        "The program failed on this report, so there is no result; the others are not touched. Check this one by hand",
    );
    ("failed", words)
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    #[allow(clippy::panic)]
    fn a_fall_is_a_failure() {
        let fallen = guarded::<()>(|| panic!("as a reader might"));
        assert_eq!(fallen.map_err(|(kind, _)| kind), Err("failed"));
        assert!(guarded(|| Ok(1)).is_ok());
    }
}
