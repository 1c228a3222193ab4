//! Writes pieces as they come, with what a format has before, between and after them.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, StdoutLock, Write};

use gouji::finding::Words;
use gouji::view::sheet;
use gouji::view::{self, csv, junit, sarif};

use super::arguments::Format;
use super::style::{Piece, Style};

/// Where the documents go.
pub struct Output {
    style: Style,
    to: BufWriter<StdoutLock<'static>>,
    written: usize,
    wrong: usize,
    unread: usize,
    /// Something stands before the next piece.
    is_begun: bool,
    /// What SARIF says once, at the end.
    rules: BTreeSet<&'static str>,
    notifications: Vec<String>,
}

impl Output {
    pub fn new(style: Style) -> Self {
        Output {
            style,
            to: BufWriter::new(io::stdout().lock()),
            written: 0,
            wrong: 0,
            unread: 0,
            is_begun: false,
            rules: BTreeSet::new(),
            notifications: Vec::new(),
        }
    }

    pub fn begin(&mut self) -> io::Result<()> {
        let language = self.style.look.language;
        let opening = match self.style.format {
            Format::Text | Format::Ndjson | Format::Github => String::new(),
            Format::Json => format!(r#"{{"schema":{},"documents":["#, view::SCHEMA),
            Format::Sarif => sarif::OPENING.to_string(),
            Format::Junit => junit::OPENING.to_string(),
            Format::Csv => csv::opening(language),
            Format::Html => {
                let title = self.style.today.map(|day| day.to_string());
                sheet::opening(&title.unwrap_or_default(), language)
            }
        };
        self.to.write_all(opening.as_bytes())
    }

    /// Writes what is to be said about one input, so that it can be seen.
    pub fn write(&mut self, piece: Piece) -> io::Result<()> {
        self.written += 1;
        self.wrong += usize::from(piece.has_errors);
        self.unread += usize::from(piece.is_unread);
        self.rules.extend(piece.rules);
        self.notifications.extend(piece.notifications);
        if piece.text.is_empty() {
            return Ok(());
        }
        let (before, after) = match self.style.format {
            Format::Text if self.is_begun => ("\n", ""),
            Format::Json | Format::Sarif if self.is_begun => (",\n", ""),
            Format::Json | Format::Sarif => ("\n", ""),
            Format::Ndjson => ("", "\n"),
            Format::Text | Format::Html | Format::Csv | Format::Junit | Format::Github => ("", ""),
        };
        self.is_begun = true;
        for text in [before, &piece.text, after] {
            self.to.write_all(text.as_bytes())?;
        }
        self.to.flush()
    }

    pub fn end(&mut self) -> io::Result<()> {
        let language = self.style.look.language;
        let closing = match self.style.format {
            Format::Text if self.written > 1 => {
                let (all, wrong, unread) = (self.written, self.wrong, self.unread);
                let line = language.of(Words::new(
                    format!("共 {all} 份：{wrong} 份有错误，{unread} 份读不了"),
                    format!("{all} inputs: {wrong} with errors, {unread} could not be read"),
                ));
                format!("\n{line}\n")
            }
            Format::Text | Format::Ndjson | Format::Csv | Format::Github => String::new(),
            Format::Json => "\n]}\n".to_string(),
            Format::Html => sheet::CLOSING.to_string(),
            Format::Junit => junit::CLOSING.to_string(),
            Format::Sarif => {
                let all_read = self.unread == 0;
                sarif::closing(&self.rules, &self.notifications, all_read, language)
            }
        };
        self.to.write_all(closing.as_bytes())?;
        self.to.flush()
    }

    /// How many documents were written.
    pub fn written(&self) -> usize {
        self.written
    }
}
