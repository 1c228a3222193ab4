//! Annotations of GitHub Actions: one line for each finding, which the log shows at the file.

use crate::check::Checked;
use crate::finding::{Finding, Severity, Words};
use crate::model::Place;
use crate::verdict::{Level, verdict};
use crate::wording::{self, Language};

/// What is said of a checked input.
pub fn document(source: &str, checked: &Checked, language: Language) -> String {
    let mut lines = String::new();
    for finding in &checked.report.findings {
        lines.push_str(&line(source, checked, finding, language));
    }
    let verdict = verdict(checked);
    if verdict.level == Level::Unknown {
        let why = verdict.reasons().map(|why| language.of(why));
        let words = [Some(language.of(verdict.words)), why];
        let message: Vec<String> = words.into_iter().flatten().collect();
        lines.push_str(&command("warning", source, None, "", &message.join("\n")));
    }
    lines
}

/// What is said of an input that could not be read.
pub fn unread(source: &str, kind: &str, message: Words, language: Language) -> String {
    command("error", source, None, kind, &language.of(message))
}

fn line(source: &str, checked: &Checked, finding: &Finding, language: Language) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let place = wording::finding_place(checked, finding);
    let line = match place {
        Some(Place::Text { line, .. }) => Some(*line),
        _ => None,
    };
    let place = place.filter(|_| line.is_none()).and_then(wording::place);
    let place = place.map(|words| language.of(words));
    let words = [
        place,
        Some(language.of(finding.what.clone())),
        Some(language.of(finding.how.clone())),
    ];
    let message: Vec<String> = words.into_iter().flatten().collect();
    command(level, source, line, finding.rule, &message.join("\n"))
}

fn command(level: &str, file: &str, line: Option<u32>, title: &str, message: &str) -> String {
    let mut command = format!("::{level} file={}", property(file));
    if let Some(line) = line {
        command.push_str(&format!(",line={line}"));
    }
    if !title.is_empty() {
        command.push_str(&format!(",title={}", property(title)));
    }
    format!("{command}::{}\n", escaped(message))
}

/// A message goes on over the end of its line only in disguise.
fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
