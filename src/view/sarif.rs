//! SARIF 2.1.0, as tools that show the findings of many checkers read it: results with place, fingerprint and, where a
//! person let one stand, the reason. What could not be read or told is a notification: no result is never a clean report.

use std::collections::BTreeSet;

use serde::Serialize;

use super::wire::{CellName, Number};
use crate::check::Checked;
use crate::finding::{Finding, Severity, Words};
use crate::model::Place;
use crate::rules::{RULES, Rule, pages};
use crate::verdict::{Level, verdict};
use crate::waiver;
use crate::wording::{self, Language};

/// What stands before the results.
pub const OPENING: &str = r#"{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"results":["#;

/// What one input adds to the run.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// As JSON.
    pub results: Vec<String>,
    /// The rules of the results.
    pub rules: Vec<&'static str>,
    /// As JSON: what stands in no result.
    pub notifications: Vec<String>,
}

#[derive(Serialize)]
struct Text {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultView {
    rule_id: &'static str,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
    properties: Properties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical>,
    /// The place as a person would look for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: CellName,
    kind: &'static str,
}

#[derive(Serialize)]
struct Fingerprints {
    /// What a waiver of this finding is bound to.
    #[serde(rename = "goujiKey/v1")]
    key: String,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    justification: String,
}

#[derive(Serialize)]
struct Properties {
    subject: String,
    found: Option<Number>,
    expected: Option<Number>,
    how: String,
    agency: Option<String>,
    year: Option<i32>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    descriptor: Option<Descriptor>,
}

#[derive(Serialize)]
struct Descriptor {
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleView {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Text,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// What is said of a checked input.
pub fn document(source: &str, checked: &Checked, language: Language) -> Part {
    let report = &checked.report;
    let open = report.findings.iter().map(|finding| (finding, None));
    let waived = report.waived.iter();
    let waived = waived.map(|waived| (&waived.finding, Some(&waived.reason)));
    let mut part = Part::default();
    for (finding, reason) in open.chain(waived) {
        part.rules.push(finding.rule);
        let mut result = result(source, checked, finding, language);
        result.suppressions.extend(reason.map(|reason| Suppression {
            kind: "external",
            justification: reason.clone(),
        }));
        part.results.push(json(&result));
    }
    let mut say = |level, words| {
        let notification = notification(source, level, None, language.of(words));
        part.notifications.push(notification);
    };
    let verdict = verdict(checked);
    if verdict.level == Level::Unknown {
        let why = verdict.reasons();
        say("warning", verdict.words);
        why.into_iter().for_each(|why| say("note", why));
    }
    for trouble in wording::troubles(&checked.document) {
        say("warning", trouble);
    }
    part
}

/// What is said of an input that could not be read.
pub fn unread(source: &str, kind: &str, message: Words, language: Language) -> Part {
    let id = Some(kind.to_string());
    Part {
        notifications: vec![notification(source, "error", id, language.of(message))],
        ..Part::default()
    }
}

/// What stands behind the results: how the run went, and the pages of its rules.
pub fn closing(
    rules: &BTreeSet<&str>,
    notifications: &[String],
    all_read: bool,
    language: Language,
) -> String {
    let used = RULES.iter().filter(|rule| rules.contains(rule.id));
    let rules: Vec<String> = used.map(|rule| json(&rule_view(rule, language))).collect();
    let (notifications, rules) = (notifications.join(","), rules.join(","));
    let (language, version) = (language.pick("zh-CN", "en"), env!("CARGO_PKG_VERSION"));
    format!(
        "],\n\"invocations\":[{{\"executionSuccessful\":{all_read},\"toolExecutionNotifications\":[{notifications}]}}],\n\
         \"tool\":{{\"driver\":{{\"name\":\"gouji\",\"version\":\"{version}\",\"language\":\"{language}\",\"rules\":[{rules}]}}}},\n\
         \"columnKind\":\"unicodeCodePoints\"}}]}}\n"
    )
}

fn result(source: &str, checked: &Checked, finding: &Finding, language: Language) -> ResultView {
    let title = &checked.filled.title;
    let (what, how) = (
        language.of(finding.what.clone()),
        language.of(finding.how.clone()),
    );
    let place = wording::finding_place(checked, finding);
    let mut location = location(source);
    if let Some(Place::Text { line, .. }) = place {
        location.physical_location.region = Some(Region { start_line: *line });
    }
    let said = place.and_then(wording::place);
    location.message = said.map(|words| text(language.of(words)));
    let cells = finding.cells.iter();
    location.logical_locations = cells
        .map(|cell| Logical {
            fully_qualified_name: cell.name(),
            kind: "cell",
        })
        .collect();
    ResultView {
        rule_id: finding.rule,
        level: level(finding.severity),
        message: text(what),
        locations: [location],
        partial_fingerprints: Fingerprints {
            key: waiver::key(&checked.filled, finding),
        },
        suppressions: Vec::new(),
        properties: Properties {
            subject: finding.subject.clone(),
            found: finding.found.map(Number),
            expected: finding.expected.map(Number),
            how,
            agency: title.agency.clone(),
            year: title.year,
        },
    }
}

fn notification(source: &str, level: &'static str, id: Option<String>, message: String) -> String {
    json(&Notification {
        level,
        message: text(message),
        locations: [location(source)],
        descriptor: id.map(|id| Descriptor { id }),
    })
}

fn rule_view(rule: &Rule, language: Language) -> RuleView {
    RuleView {
        id: rule.id,
        short_description: text(language.pick(rule.title.zh, rule.title.en).to_string()),
        full_description: text(language.pick(rule.basis.zh, rule.basis.en).to_string()),
        help: Text {
            text: language.pick(rule.title.zh, rule.title.en).to_string(),
            markdown: pages::page(rule.id),
        },
        default_configuration: Configuration {
            level: level(rule.severity),
        },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn text(text: String) -> Text {
    Text {
        text,
        markdown: None,
    }
}

fn location(source: &str) -> Location {
    Location {
        physical_location: Physical {
            artifact_location: Artifact { uri: uri(source) },
            region: None,
        },
        logical_locations: Vec::new(),
        message: None,
    }
}

/// A path as a URI: relative as it is, absolute with `file://`.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let is_drive = path.as_bytes().get(1..3) == Some(b":/");
    let mut uri = match (path.starts_with('/'), is_drive) {
        (true, _) => "file://".to_string(),
        (_, true) => "file:///".to_string(),
        _ => String::new(),
    };
    for (at, byte) in path.bytes().enumerate() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if plain || is_drive && at == 1 {
            uri.push(byte.into());
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

fn json(value: &impl Serialize) -> String {
    // Strings and numbers under names: there is nothing in it that JSON has no way to write.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_uris() {
        let cases = [
            ("a/b-1.docx", "a/b-1.docx"),
            (
                "年报 1.zip/a#?.html",
                "%E5%B9%B4%E6%8A%A5%201.zip/a%23%3F.html",
            ),
            ("/tmp/100%.txt", "file:///tmp/100%25.txt"),
            ("C:\\年\\a.txt", "file:///C:/%E5%B9%B4/a.txt"),
            ("a:b", "a%3Ab"),
        ];
        for (path, expected) in cases {
            assert_eq!(uri(path), expected);
        }
    }
}
