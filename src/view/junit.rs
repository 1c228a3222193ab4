//! JUnit's XML, as build servers read it: a suite for each input, a case for each check. A check that cannot tell is
//! skipped, with the reason; so is one whose findings a person lets stand.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use crate::check::Checked;
use crate::finding::{Check, Finding, Outcome, Severity, Words};
use crate::rules::rule;
use crate::waiver::Waived;
use crate::wording::{self, Language};

pub const OPENING: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gouji\">\n";
pub const CLOSING: &str = "</testsuites>\n";

/// A case with what is said of it.
struct Case {
    name: String,
    class: String,
    said: Said,
}

enum Said {
    Nothing,
    /// Something that does not make the case fail.
    Output(String),
    Skipped(String),
    /// The word for the kind, and the text.
    Failure(&'static str, String),
    Error(String, String),
}

/// What is said of a checked input. Findings at least as bad as `fail_on` are failures.
pub fn document(source: &str, checked: &Checked, fail_on: Severity, language: Language) -> String {
    let report = &checked.report;
    let checks = report
        .checks
        .iter()
        .filter(|check| check.outcome != Outcome::NotApplicable);
    let mut cases: Vec<Case> = Vec::new();
    let mut told: Vec<(&str, &str)> = Vec::new();
    for check in checks {
        let about = (check.rule, check.subject.as_str());
        told.push(about);
        let is_of = |finding: &Finding| (finding.rule, finding.subject.as_str()) == about;
        let findings: Vec<&Finding> = report.findings.iter().filter(|f| is_of(f)).collect();
        let mut waived = report.waived.iter().filter(|w| is_of(&w.finding));
        let said = match (findings.as_slice(), waived.next()) {
            ([], Some(waived)) => stands(waived, language),
            ([], None) => undisputed(check, language),
            (findings, _) => said(checked, findings, fail_on, language),
        };
        cases.push(case(check.rule, &check.subject, said, language));
    }
    // A finding whose check is of another subject, as of a whole table.
    for finding in &report.findings {
        if !told.contains(&(finding.rule, finding.subject.as_str())) {
            let said = said(checked, &[finding], fail_on, language);
            cases.push(case(finding.rule, &finding.subject, said, language));
        }
    }
    suite(source, &cases)
}

/// What is said of an input that could not be read.
pub fn unread(source: &str, kind: &str, message: Words, language: Language) -> String {
    let said = Said::Error(kind.to_string(), language.of(message));
    let name = language.pick("读入", "read").to_string();
    let class = "gouji".to_string();
    suite(source, &[Case { name, class, said }])
}

fn case(id: &str, subject: &str, said: Said, language: Language) -> Case {
    let title = rule(id).map_or(id, |rule| language.pick(rule.title.zh, rule.title.en));
    let name = match subject {
        "" => title.to_string(),
        subject => format!("{title} [{subject}]"),
    };
    let class = format!("gouji.{id}");
    Case { name, class, said }
}

/// The outcome of a check without findings.
fn undisputed(check: &Check, language: Language) -> Said {
    match &check.outcome {
        Outcome::CannotTell(why) => Said::Skipped(language.of(why.clone())),
        _ => Said::Nothing,
    }
}

fn stands(waived: &Waived, language: Language) -> Said {
    let lead = language.pick("已说明理由：", "let stand: ");
    Said::Skipped(format!("{lead}{}", waived.reason))
}

fn said(checked: &Checked, findings: &[&Finding], fail_on: Severity, language: Language) -> Said {
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| line(checked, finding, language))
        .collect();
    let text = lines.join("\n");
    let worst = findings.iter().map(|finding| finding.severity).min();
    match worst {
        Some(worst) if worst <= fail_on => Said::Failure(worst.name(), text),
        _ => Said::Output(text),
    }
}

fn line(checked: &Checked, finding: &Finding, language: Language) -> String {
    let severity = language.of(wording::severity(finding.severity));
    let place = wording::finding_place(checked, finding).and_then(wording::place);
    let place = place.map(|words| format!("{} ", language.of(words)));
    let (what, how) = (finding.what.clone(), finding.how.clone());
    format!(
        "{severity} {}{}\n{}",
        place.unwrap_or_default(),
        language.of(what),
        language.of(how)
    )
}

/// A suite; writing into memory does not fail.
fn suite(source: &str, cases: &[Case]) -> String {
    let count = |is: fn(&Said) -> bool| cases.iter().filter(|case| is(&case.said)).count();
    let counts = [
        ("tests", cases.len()),
        ("failures", count(|said| matches!(said, Said::Failure(..)))),
        ("errors", count(|said| matches!(said, Said::Error(..)))),
        ("skipped", count(|said| matches!(said, Said::Skipped(_)))),
    ];
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let mut start = element("testsuite", &[("name", source)]);
    for (name, count) in counts {
        start.push_attribute((name, count.to_string().as_str()));
    }
    let _ = writer.write_event(Event::Start(start));
    for case in cases {
        write(&mut writer, case);
    }
    let _ = writer.write_event(Event::End(BytesEnd::new("testsuite")));
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn write(writer: &mut Writer<Vec<u8>>, case: &Case) {
    let start = element(
        "testcase",
        &[("classname", &case.class), ("name", &case.name)],
    );
    let first = |text: &str| text.lines().next().unwrap_or_default().to_string();
    let (inner, text) = match &case.said {
        Said::Nothing => {
            let _ = writer.write_event(Event::Empty(start));
            return;
        }
        Said::Output(text) => (element("system-out", &[]), text.as_str()),
        Said::Skipped(why) => (element("skipped", &[("message", why)]), ""),
        Said::Failure(kind, text) => (
            element("failure", &[("type", kind), ("message", &first(text))]),
            text.as_str(),
        ),
        Said::Error(kind, text) => (
            element("error", &[("type", kind), ("message", &first(text))]),
            text.as_str(),
        ),
    };
    let _ = writer.write_event(Event::Start(start));
    if text.is_empty() {
        let _ = writer.write_event(Event::Empty(inner));
    } else {
        let end = inner.to_end().into_owned();
        let _ = writer.write_event(Event::Start(inner));
        let _ = writer.write_event(Event::Text(BytesText::new(&legal(text))));
        let _ = writer.write_event(Event::End(end));
    }
    let _ = writer.write_event(Event::End(BytesEnd::new("testcase")));
}

fn element(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, legal(value).as_str()));
    }
    start
}

/// Without the characters that XML has no way to write.
fn legal(text: &str) -> String {
    let is_legal = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_legal).collect()
}
