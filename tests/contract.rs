//! `docs/output.schema.json` and `docs/waivers.schema.json`, the shapes of what the command writes for programs and of
//! the file of waivers, are made by this test (`UPDATE=1 cargo test --test contract`); what the command writes follows
//! them, and what does not is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "contract/shape.rs"]
mod shape;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gouji::form::{Edition, Key};
use gouji::model::Quantity;
use jsonschema::Validator;
use serde_json::{Value, json};
use support::made::{Blanks, Made};
use support::paper::{Print, leaves};
use support::pdf::{Way, pdf};
use support::rng::Rng;
use support::{docx, html, snapshot, xlsx};

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

/// What the command writes and the file of waivers.
fn validators() -> (Validator, Validator) {
    (validator(&shape::output()), validator(&shape::waivers()))
}

fn holds(validator: &Validator, value: &Value) {
    let wrong: Vec<String> = validator
        .iter_errors(value)
        .take(5)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("contract")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&run(folder, arguments)).unwrap()
}

/// A report with a figure that is wrong, a blank and one that is no whole number.
fn wrong(seed: u64) -> Made {
    let mut made = Made::new(Edition::ALL[seed as usize % 2], seed, Blanks::Scattered);
    let key = Key::parse("t3.granted.natural").unwrap();
    made.figures.insert(key, Some(Quantity::whole(4321)));
    let key = Key::parse("t4.review.total").unwrap();
    made.figures.insert(key, None);
    made
}

#[test]
fn the_schemas_are_what_the_documents_hold() {
    let text = |schema: &Value| serde_json::to_string_pretty(schema).unwrap() + "\n";
    snapshot::same("docs/output.schema.json", &text(&shape::output()));
    snapshot::same("docs/waivers.schema.json", &text(&shape::waivers()));
}

#[test]
fn what_is_written_of_every_kind_of_file_follows_the_schema() {
    let (output, _) = validators();
    let folder = folder("kinds");
    let made = wrong(3);
    let files: [(&str, Vec<u8>); 6] = [
        ("网页.html", html::clean(&made.parts()).into_bytes()),
        (
            "文档.docx",
            docx::docx(&made.parts(), docx::Way::default(), &mut Rng::new(1)),
        ),
        ("表格.xlsx", xlsx::xlsx(&made.parts(), xlsx::Way::default())),
        (
            "版式.pdf",
            pdf(&leaves(&made.parts(), Print::default()), Way::default()),
        ),
        (
            "文本.txt",
            include_bytes!("corpus/31-kept-from-last-year.txt").to_vec(),
        ),
        ("空.html", Vec::new()),
    ];
    for (name, bytes) in &files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let names = files.each_ref().map(|(name, _)| *name);
    for language in ["zh", "en"] {
        let options = [
            "check",
            "--format",
            "json",
            "--published",
            "2030-01-01",
            "--lang",
            language,
        ];
        let value = json(&folder, &[&options[..], &names, &["没有.html"]].concat());
        assert_eq!(
            value["documents"].as_array().unwrap().len(),
            names.len() + 1
        );
        holds(&output, &value);
    }
    let lines = run(
        &folder,
        &[&["check", "--format", "ndjson"], &names[..]].concat(),
    );
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), names.len());
    for line in &lines {
        holds(&output, line);
    }
}

#[test]
fn what_is_written_of_many_reports_follows_the_schema() {
    let (output, _) = validators();
    let folder = folder("many");
    let mut names = Vec::new();
    for seed in 0..30 {
        let name = format!("{seed}.html");
        fs::write(folder.join(&name), html::clean(&wrong(seed).parts())).unwrap();
        names.push(name);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let all = json(
        &folder,
        &[&["check", "--format", "json"], &names[..]].concat(),
    );
    assert_eq!(all["documents"].as_array().unwrap().len(), names.len());
    holds(&output, &all);
    for this in ["1.html", "7.html"] {
        let options = ["check", "--format", "json", "--previous", "5.html", this];
        holds(&output, &json(&folder, &options));
    }
    let value = json(
        &folder,
        &["area", "1.html", "--under", ".", "--format", "json"],
    );
    holds(&output, &value);
}

#[test]
fn waivers_and_what_they_do_follow_the_schema() {
    let (output, waivers) = validators();
    let folder = folder("waivers");
    fs::write(folder.join("r.html"), html::clean(&wrong(5).parts())).unwrap();
    let document = json(&folder, &["check", "--format", "json", "r.html"])["documents"][0].clone();
    let waiver = |key: &str| json!({ "key": key, "agency": document["agency"], "year": document["year"], "reason": "已核实" });
    let key = document["findings"][0]["key"].as_str().unwrap();
    let file = json!({ "schema": 1, "waivers": [waiver(key), waiver("gone")] });
    holds(&waivers, &file);
    fs::write(folder.join("w.json"), file.to_string()).unwrap();
    let value = json(
        &folder,
        &["check", "--format", "json", "--waivers", "w.json", "r.html"],
    );
    let document = &value["documents"][0];
    assert_eq!(document["waived"].as_array().unwrap().len(), 1);
    assert_eq!(document["expired"].as_array().unwrap().len(), 1);
    holds(&output, &value);
}

/// A document that holds something of everything.
fn rich() -> Value {
    let folder = folder("rich");
    fs::write(folder.join("r.html"), html::clean(&wrong(4).parts())).unwrap();
    json(&folder, &["check", "--format", "json", "r.html"])
}

#[test]
fn what_is_not_so_is_refused() {
    let (output, waivers) = validators();
    let right = rich();
    holds(&output, &right);
    type Spoil = fn(&mut Value);
    let spoilt: &[(&str, Spoil)] = &[
        ("another schema", |d| d["schema"] = json!(2)),
        ("no source", |d| {
            d.as_object_mut().unwrap().remove("source");
        }),
        ("an unknown key", |d| d["more"] = json!(1)),
        ("an unknown kind", |d| d["kind"] = json!("jpeg")),
        ("a year that is no number", |d| d["year"] = json!("2024")),
        ("an unknown level", |d| {
            d["verdict"]["level"] = json!("fine")
        }),
        ("a table that the form does not have", |d| {
            d["tables"]["t5"] = json!({})
        }),
        ("a row that the form does not have", |d| {
            d["tables"]["t3"]["newer"] = json!([1])
        }),
        ("a figure that is a text", |d| {
            d["tables"]["t3"]["new"][0] = json!("21")
        }),
        ("too many figures in a row", |d| {
            d["tables"]["t3"]["new"] = json!([1, 1, 1, 1, 1, 1, 1, 1])
        }),
        ("an unknown rule", |d| {
            d["findings"][0]["rule"] = json!("sum-nothing")
        }),
        ("an unknown severity", |d| {
            d["findings"][0]["severity"] = json!("bad")
        }),
        ("a cell that the form does not have", |d| {
            d["findings"][0]["cells"] = json!(["t3.new"])
        }),
        ("a finding without a message", |d| {
            d["findings"][0]["message"] = json!("")
        }),
        ("a place without its kind", |d| {
            d["findings"][0]["place"] = json!({ "line": 3 })
        }),
        ("an unknown outcome", |d| {
            d["checks"][0]["outcome"] = json!("maybe")
        }),
        ("a negative count", |d| d["outcomes"]["held"] = json!(-1)),
        ("a change without a proposal", |d| {
            d["repairs"] = json!([[{ "cell": "t3.new.total", "found": 1 }]])
        }),
        ("an error beside tables", |d| {
            d["error"] = json!({ "kind": "empty", "message": "x" })
        }),
    ];
    for (what, spoil) in spoilt {
        let mut wrong = right.clone();
        spoil(&mut wrong["documents"][0]);
        assert_ne!(wrong, right, "{what}");
        assert!(!output.is_valid(&wrong), "{what}");
        assert!(
            !output.is_valid(&wrong["documents"][0]),
            "{what}, as a line"
        );
    }
    for wrong in [
        json!({}),
        json!([]),
        json!({ "schema": 1 }),
        json!({ "schema": 1, "documents": [{}] }),
    ] {
        assert!(!output.is_valid(&wrong), "{wrong}");
    }
    let one = json!({ "key": "k", "agency": null, "year": null, "reason": "r" });
    holds(&waivers, &json!({ "schema": 1, "waivers": [one] }));
    for (key, value) in [
        ("reason", json!("")),
        ("key", json!(3)),
        ("year", json!("2024")),
        ("more", json!(1)),
    ] {
        let mut wrong = one.clone();
        wrong[key] = value;
        assert!(
            !waivers.is_valid(&json!({ "schema": 1, "waivers": [wrong] })),
            "{key}"
        );
    }
}
