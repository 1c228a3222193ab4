//! `docs/gouji.schema.json`, by which editors complete and check `gouji.toml`, is made from the rules by this test
//! (`UPDATE=1 cargo test --test schema`), and says neither more nor less than the command takes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/snapshot.rs"]
mod snapshot;

use std::fs;
use std::path::Path;
use std::process::Command;

use gouji::finding::Severity;
use gouji::rules::RULES;
use gouji::settings::CHANGES;
use serde_json::{Map, Value, json};

const FILE: &str = "docs/gouji.schema.json";

fn schema() -> Value {
    let words: Vec<&str> = CHANGES.iter().map(|(word, _)| *word).collect();
    let severity = |severity| match severity {
        Severity::Error => "错误 / error",
        Severity::Warning => "警告 / warning",
        Severity::Info => "提示 / note",
    };
    let rules = RULES.iter().map(|rule| {
        let about = format!(
            "{}（{}） / {}",
            rule.title.zh,
            severity(rule.severity),
            rule.title.en
        );
        let value = json!({ "$ref": "#/$defs/change", "description": about });
        (rule.id.to_string(), value)
    });
    let rules: Map<String, Value> = rules.collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "gouji.toml",
        "description": "勾稽的本地设置：公布日期、本地期限、关闭或减轻的规则 / The settings of a place for gouji: day of publication, local deadline, rules that are off or milder",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "published": {
                "description": "公布日期，如 2026-02-03 / Day of publication",
                "type": "string",
                "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
            },
            "deadline": {
                "description": "本地期限，月-日，如 02-20；不写时按《条例》 / Deadline of the place, month and day; without it that of the Regulation",
                "type": "string",
                "pattern": "^\\d{2}-\\d{2}$",
            },
            "rules": {
                "description": "off 关闭，warning、info 最多到警告、提示 / off, or at most a warning or a note",
                "type": "object",
                "additionalProperties": false,
                "properties": rules,
            },
        },
        "$defs": { "change": { "enum": words } },
    })
}

/// What the command says of these settings; nothing where it takes them.
fn refusal(name: &str, settings: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("schema")
        .join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("s.toml"), settings).unwrap();
    fs::write(folder.join("r.txt"), "某局2025年政府信息公开工作年度报告\n").unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .current_dir(&folder)
        .args(["check", "--settings", "s.toml", "r.txt"])
        .output()
        .unwrap();
    String::from_utf8(run.stderr).unwrap()
}

#[test]
fn the_schema_is_what_the_rules_say() {
    let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    snapshot::same(FILE, &text);
}

#[test]
fn the_command_takes_what_the_schema_allows() {
    let schema = schema();
    let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["deadline", "published", "rules"]);
    let words: Vec<&str> = CHANGES.iter().map(|(word, _)| *word).collect();
    for (n, word) in words.iter().enumerate() {
        let lines = RULES
            .iter()
            .map(|rule| format!("{} = \"{word}\"\n", rule.id));
        let rules: String = lines.collect();
        let all = format!("published = \"2026-02-03\"\ndeadline = \"02-20\"\n[rules]\n{rules}");
        assert_eq!(refusal(&format!("all-{n}"), &all), "");
    }
}

#[test]
fn the_command_refuses_what_the_schema_forbids() {
    // The nearest word of each refusal is one of the schema's: the command knows no others.
    for (n, (wrong, near)) in [
        ("publishd = \"2026-02-03\"", "published"),
        ("dedline = \"02-20\"", "deadline"),
        ("rule = 1", "rules"),
        ("[rules]\nsum-balance = \"error\"", "sum-balance"),
        ("[rules]\nsum-balanc = \"off\"", "sum-balance"),
        ("published = \"02-03\"", "published"),
        ("deadline = \"2026-02-20\"", "deadline"),
    ]
    .into_iter()
    .enumerate()
    {
        let said = refusal(&format!("wrong-{n}"), wrong);
        assert!(said.contains(near), "{wrong}: {said}");
    }
    let source = include_str!("../src/command/settings.rs");
    let keys = "[\"published\", \"deadline\", \"rules\"]";
    assert!(source.contains(keys), "another key needs a line in {FILE}");
}
