//! Everything that can be said of a checked report, in every shape of the output, each held against its own kind.

use gouji::finding::{Severity, Words};
use gouji::form::Key;
use gouji::model::Date;
use gouji::read::ReadError;
use gouji::show::{self, Look};
use gouji::view::{self, csv, github, junit, sarif, sheet};
use gouji::wording::{self, Language};
use gouji::{Checked, waiver};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// The output contract as JSON, which must be JSON whatever the report holds.
pub fn json(name: &str, checked: &Checked) -> String {
    for finding in &checked.report.findings {
        wording_is_whole(&finding.what);
        wording_is_whole(&finding.how);
        let known = |cell: &Key| Key::parse(&cell.name()) == Some(*cell);
        assert!(finding.cells.iter().all(known), "{finding:?}");
        assert!(!waiver::key(&checked.filled, finding).is_empty());
    }
    assert!(!checked.report.checks.is_empty());
    let text = serde_json::to_string(&view::document(name, checked, Language::Chinese)).unwrap();
    parses(&text);
    text
}

/// All other shapes.
pub fn everything(name: &str, checked: &Checked) {
    parses(&serde_json::to_string(&view::report(name, checked)).unwrap());
    parses(&serde_json::to_string(&view::summary(name, checked)).unwrap());
    for language in LANGUAGES {
        let figures = view::figures(name, &checked.filled, language);
        parses(&serde_json::to_string(&figures).unwrap());
        let part = sarif::document(name, checked, language);
        part.results.iter().for_each(|result| parses(result));
        part.notifications.iter().for_each(|said| parses(said));
        well_formed(&junit::document(name, checked, Severity::Info, language));
        assert!(!csv::document(name, checked, language).contains('\0'));
        let lines = github::document(name, checked, language);
        assert!(lines.lines().all(|line| line.starts_with("::")), "{lines}");
        let look = Look {
            language,
            colour: false,
        };
        let text = show::text(name, checked, look);
        let obeyed = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(obeyed), "a terminal would obey: {text:?}");
        let paper = sheet::Paper {
            source: name,
            file: None,
            date: Date::new(2026, 2, 3),
            language,
        };
        assert!(sheet::page(paper, Ok(checked)).ends_with("</html>\n"));
    }
}

/// An error says what it is and what to do.
pub fn refused(name: &str, error: &ReadError) {
    let message = error.message();
    assert!(message.zh.ends_with('。') && message.en.ends_with('.'));
    assert!(!message.zh.contains(char::is_control), "{message:?}");
    let (kind, words) = wording::read_error(error);
    parses(&serde_json::to_string(&view::error(error)).unwrap());
    let unread = view::unread(name, kind, words, Language::Chinese);
    parses(&serde_json::to_string(&unread).unwrap());
}

fn wording_is_whole(words: &Words) {
    assert!(!words.zh.is_empty() && !words.en.is_empty(), "{words:?}");
}

fn parses(json: &str) {
    let read: Result<Value, _> = serde_json::from_str(json);
    assert!(read.is_ok(), "no JSON: {json}");
}

fn well_formed(xml: &str) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return,
            Ok(_) => {}
            Err(error) => panic!("{error} in {xml}"),
        }
    }
}
