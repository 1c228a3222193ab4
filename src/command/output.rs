//! Writes documents as they come: text for a person, or one JSON object for a program.

use std::io::{self, IsTerminal, StdoutLock, Write};

use gouji::finding::Words;
use gouji::show::{self, Look};
use gouji::view;
use gouji::{Checked, wording::Language};

use super::arguments::Format;

/// Where the documents go.
pub struct Output {
    format: Format,
    look: Look,
    to: StdoutLock<'static>,
    written: usize,
    wrong: usize,
    unread: usize,
}

impl Output {
    pub fn new(format: Format, language: Language) -> Self {
        let to = io::stdout().lock();
        let colour = to.is_terminal() && colour_is_wanted();
        Output {
            format,
            look: Look { language, colour },
            to,
            written: 0,
            wrong: 0,
            unread: 0,
        }
    }

    pub fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::Text => Ok(()),
            Format::Json => {
                write!(self.to, r#"{{"schema":{},"documents":["#, view::SCHEMA)
            }
        }
    }

    pub fn document(&mut self, source: &str, checked: &Checked) -> io::Result<()> {
        self.wrong += usize::from(checked.report.has_errors());
        match self.format {
            Format::Text => self.text(&show::text(source, checked, self.look)),
            Format::Json => self.json(&view::document(source, checked, self.look.language)),
        }
    }

    pub fn unread(&mut self, source: &str, kind: &str, message: Words) -> io::Result<()> {
        self.unread += 1;
        match self.format {
            Format::Text => self.text(&show::unread(source, message, self.look)),
            Format::Json => self.json(&view::unread(source, kind, message, self.look.language)),
        }
    }

    pub fn end(&mut self) -> io::Result<()> {
        match self.format {
            Format::Text if self.written > 1 => {
                let (all, wrong, unread) = (self.written, self.wrong, self.unread);
                let line = self.look.language.of(Words::new(
                    format!("共 {all} 份：{wrong} 份有错误，{unread} 份读不了"),
                    format!("{all} inputs: {wrong} with errors, {unread} could not be read"),
                ));
                writeln!(self.to, "\n{line}")?;
            }
            Format::Text => {}
            Format::Json => writeln!(self.to, "\n]}}")?,
        }
        self.to.flush()
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        if self.written > 0 {
            writeln!(self.to)?;
        }
        self.written += 1;
        self.to.write_all(text.as_bytes())
    }

    /// One document a line.
    fn json(&mut self, document: &view::DocumentView) -> io::Result<()> {
        let separator: &[u8] = if self.written > 0 { b",\n" } else { b"\n" };
        self.to.write_all(separator)?;
        self.written += 1;
        serde_json::to_writer(&mut self.to, document).map_err(io::Error::from)
    }
}

/// NO_COLOR (any value but an empty one) and a dumb terminal turn colours off.
fn colour_is_wanted() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !set("NO_COLOR") && !dumb
}
