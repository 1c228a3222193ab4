//! What is written about one input, in one of the formats; made where the input is checked, which may be on another core.

use std::io::{self, IsTerminal};

use gouji::finding::Severity;
use gouji::model::Date;
use gouji::show::{self, Look};
use gouji::view::sheet::{self, Paper};
use gouji::view::{self, DocumentView, csv, github, junit, sarif};
use gouji::{Checked, wording::Language};

use super::arguments::Format;
use super::input::Failure;

/// In which shape and language documents are written.
#[derive(Clone, Copy)]
pub struct Style {
    pub format: Format,
    pub look: Look,
    /// From which severity on a finding fails.
    fail_on: Severity,
    /// Of the check, for a sheet.
    pub today: Option<Date>,
}

/// What is written about one input.
#[derive(Default)]
pub struct Piece {
    pub text: String,
    pub has_errors: bool,
    pub is_unread: bool,
    /// For SARIF: the rules of the findings, and what stands in none.
    pub rules: Vec<&'static str>,
    pub notifications: Vec<String>,
}

impl Style {
    pub fn new(format: Format, fail_on: Severity, language: Language) -> Style {
        let colour = io::stdout().is_terminal() && colour_is_wanted();
        let look = Look { language, colour };
        Style {
            format,
            look,
            fail_on,
            today: today(),
        }
    }

    /// What was checked, with the bytes of its file.
    pub fn document(self, source: &str, file: &[u8], checked: &Checked) -> Piece {
        let language = self.look.language;
        let text = match self.format {
            Format::Text => show::text(source, checked, self.look),
            Format::Json | Format::Ndjson => json(&view::document(source, checked, language)),
            Format::Html => sheet::sheet(self.paper(source, Some(file)), checked),
            Format::Csv => csv::document(source, checked, language),
            Format::Junit => junit::document(source, checked, self.fail_on, language),
            Format::Github => github::document(source, checked, language),
            Format::Sarif => return self.part(sarif::document(source, checked, language), checked),
        };
        Piece {
            text,
            has_errors: checked.report.has_errors(),
            ..Piece::default()
        }
    }

    fn part(self, part: sarif::Part, checked: &Checked) -> Piece {
        Piece {
            text: part.results.join(",\n"),
            has_errors: checked.report.has_errors(),
            rules: part.rules,
            notifications: part.notifications,
            ..Piece::default()
        }
    }

    pub fn unread(self, source: &str, (kind, words): &Failure) -> Piece {
        let (words, language) = (words.clone(), self.look.language);
        let mut notifications = Vec::new();
        let text = match self.format {
            Format::Text => show::unread(source, words, self.look),
            Format::Json | Format::Ndjson => json(&view::unread(source, kind, words, language)),
            Format::Html => sheet::unread(self.paper(source, None), words),
            Format::Csv => csv::unread(source, words, language),
            Format::Junit => junit::unread(source, kind, words, language),
            Format::Github => github::unread(source, kind, words, language),
            Format::Sarif => {
                notifications = sarif::unread(source, kind, words, language).notifications;
                String::new()
            }
        };
        Piece {
            text,
            is_unread: true,
            notifications,
            ..Piece::default()
        }
    }

    /// Whether a finding is at least as bad as the person would have it.
    pub fn fails(self, checked: &Checked) -> bool {
        let mut findings = checked.report.findings.iter();
        findings.any(|finding| finding.severity <= self.fail_on)
    }

    fn paper<'a>(self, source: &'a str, file: Option<&'a [u8]>) -> Paper<'a> {
        Paper {
            source,
            file,
            date: self.today,
            language: self.look.language,
        }
    }
}

fn json(document: &DocumentView) -> String {
    // Strings and numbers under names: there is nothing in it that JSON has no way to write.
    serde_json::to_string(document).unwrap_or_default()
}

/// The day where the person is; none where the clock is far off.
fn today() -> Option<Date> {
    let today = jiff::ZonedDateTime::now().date();
    let (month, day) = (today.month().unsigned_abs(), today.day().unsigned_abs());
    Date::new(today.year().into(), month, day)
}

/// NO_COLOR (any value but an empty one) and a dumb terminal turn colours off.
fn colour_is_wanted() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !set("NO_COLOR") && !dumb
}
