//! Every format of `gouji check` on the same reports: a wrong page with one finding let stand, the same as text, one
//! that cannot be read. Each has a snapshot, and each is read back by a program that knows the format.

use super::*;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The folder with the reports, and the arguments that name them.
fn reports(name: &str) -> Folder {
    let made = wrong();
    let lines = text::document(&made.parts(), "", |sheet| {
        text::separated(&sheet.own(), "\t")
    });
    let folder = Folder::new(name)
        .with("年报.html", page(&made))
        .with("年报 2.txt", lines)
        .with("空.html", "");
    let output = folder
        .run(&["check", "--format", "json", "年报.html"])
        .json();
    let document = &output["documents"][0];
    let finding = &document["findings"][0];
    let waivers = json!({ "schema": 1, "waivers": [{
        "key": finding["key"], "agency": document["agency"], "year": document["year"],
        "reason": "=已与<原件>核对, \"照填\"" }] });
    folder.with("说明.json", waivers.to_string())
}

fn run(folder: &Folder, format: &str) -> Run {
    let files = ["年报.html", "年报 2.txt", "空.html"];
    let arguments = ["check", "--waivers", "说明.json", "--format", format];
    let run = folder.run(&[&arguments[..], &files].concat());
    assert_eq!((run.status, run.err.as_str()), (2, ""), "{format}");
    run
}

/// The same with every object on lines of its own, and the version of the program left out.
fn pretty(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).unwrap() + "\n";
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    text.replace(&version, "\"version\": \"0\"")
}

#[test]
fn json_and_lines_of_json_say_the_same() {
    let folder = reports("formats-json");
    let whole = run(&folder, "json").json();
    snapshot::same("tests/snapshots/formats.json", &pretty(&whole));
    let lines: Vec<Value> = run(&folder, "ndjson")
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(whole["documents"], json!(lines));
}

#[test]
fn sarif_keeps_to_its_schema() {
    let folder = reports("formats-sarif");
    let sarif = run(&folder, "sarif").json();
    let mut shown = sarif.clone();
    let rules = shown["runs"][0]["tool"]["driver"]["rules"].as_array_mut();
    for rule in rules.unwrap() {
        let page = rule["help"]["markdown"].as_str().unwrap();
        rule["help"]["markdown"] = json!(page.lines().next().unwrap());
    }
    snapshot::same("tests/snapshots/formats.sarif", &pretty(&shown));

    // One pattern in the published file has a bracket too many, which is no regular expression in every dialect.
    let schema = include_str!("../sarif/sarif-schema-2.1.0.json").replace(
        "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$",
        "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$",
    );
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let clean = folder.with("好.html", page(&made()));
    let alone = clean.run(&["check", "--format", "sarif", "好.html"]);
    let english = clean.run(&["check", "--format", "sarif", "--lang", "en", "年报.html"]);
    for sarif in [&sarif, &alone.json(), &english.json()] {
        let wrong: Vec<String> = schema.iter_errors(sarif).map(|e| e.to_string()).collect();
        assert_eq!(wrong, [""; 0]);
    }
    let mut broken = sarif.clone();
    broken["runs"][0]["results"][0]["level"] = json!("bad");
    assert!(!schema.is_valid(&broken), "the schema sees a fault");
    assert_eq!(alone.json()["runs"][0]["results"], json!([]));
}

#[test]
fn junit_counts_what_it_holds() {
    let folder = reports("formats-junit");
    let xml = run(&folder, "junit").out;
    snapshot::same("tests/snapshots/formats.junit.xml", &xml);
    let suites = suites(&xml);
    let names: Vec<&str> = suites.iter().map(|suite| suite.name.as_str()).collect();
    assert_eq!(names, ["年报.html", "年报 2.txt", "空.html"]);
    for suite in &suites {
        assert_eq!(suite.said, suite.held, "{}", suite.name);
    }
    assert_eq!(suites[0].held[1], 1, "the other finding is let stand");
    assert_eq!(suites[1].held[1], 1, "and so in the same report as text");
    assert_eq!(suites[2].held, [1, 0, 1, 0]);
}

/// A suite with what it says of itself and what is in it: tests, failures, errors, skipped.
struct Suite {
    name: String,
    said: [usize; 4],
    held: [usize; 4],
}

const COUNTED: [&str; 4] = ["testcase", "failure", "error", "skipped"];

fn suites(xml: &str) -> Vec<Suite> {
    let mut reader = Reader::from_str(xml);
    let (mut suites, mut open) = (Vec::new(), Vec::<String>::new());
    loop {
        let event = reader.read_event().unwrap();
        let (tag, is_open) = match &event {
            Event::Start(tag) => (tag, true),
            Event::Empty(tag) => (tag, false),
            Event::End(_) => {
                open.pop();
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let name = tag.name().as_ref().to_string();
        let parent = open.last().map(String::as_str);
        let attribute = |wanted: &str| {
            let found = tag.try_get_attribute(wanted).unwrap().unwrap();
            quick_xml::escape::unescape(&found.value)
                .unwrap()
                .into_owned()
        };
        match (parent, name.as_str()) {
            (None, "testsuites") => {}
            (Some("testsuites"), "testsuite") => suites.push(Suite {
                name: attribute("name"),
                said: ["tests", "failures", "errors", "skipped"]
                    .map(|count| attribute(count).parse().unwrap()),
                held: [0; 4],
            }),
            (Some("testsuite"), "testcase")
            | (Some("testcase"), "failure" | "error" | "skipped" | "system-out") => {
                let at = COUNTED.iter().position(|counted| *counted == name);
                if let (Some(at), Some(suite)) = (at, suites.last_mut()) {
                    suite.held[at] += 1;
                }
            }
            other => panic!("{other:?}"),
        }
        if is_open {
            open.push(name);
        }
    }
    assert!(open.is_empty());
    suites
}

#[test]
fn a_table_for_excel_has_no_formulas() {
    let folder = reports("formats-csv");
    let text = run(&folder, "csv").out;
    snapshot::same("tests/snapshots/formats.csv", &text);
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let files: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(
        files,
        [
            "年报.html",
            "年报.html",
            "年报 2.txt",
            "年报 2.txt",
            "空.html"
        ]
    );
    assert_eq!(&rows[1][14], "'=已与<原件>核对, \"照填\"");
    let clean = folder.with("-2+3.html", page(&made()));
    let run = clean.run(&["check", "--format", "csv", "./-2+3.html", "--", "-2+3.html"]);
    assert!(run.out.contains("\r\n'-2+3.html,"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 3);
}

#[test]
fn annotations_stay_on_their_lines() {
    let folder = reports("formats-github");
    let run = run(&folder, "github");
    snapshot::same("tests/snapshots/formats.github.txt", &run.out);
    let commands = ["::error file=", "::warning file=", "::notice file="];
    for line in run.out.lines() {
        assert!(
            commands.iter().any(|start| line.starts_with(start)),
            "{line}"
        );
    }
    let odd = folder.with("a:b,c%.html", "");
    let run = odd.run(&["check", "--format", "github", "a:b,c%.html"]);
    let start = "::error file=a%3Ab%2Cc%25.html,title=empty::";
    assert!(run.out.starts_with(start), "{}", run.out);
}

#[test]
fn warnings_fail_where_they_are_to() {
    let text = include_str!("../corpus/31-kept-from-last-year.txt");
    let folder = Folder::new("formats-fail").with("年报.txt", text);
    let settings = folder
        .run(&["check", "--format", "json", "年报.txt"])
        .json();
    let findings = settings["documents"][0]["findings"].as_array().unwrap();
    let errors = findings.iter().filter(|f| f["severity"] == "error");
    let milder: String = errors
        .map(|f| f["rule"].as_str().unwrap())
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .map(|rule| format!("{rule} = \"warning\"\n"))
        .collect();
    let folder = folder.with("gouji.toml", format!("[rules]\n{milder}"));
    let status = |more: &[&str]| folder.run(&[&["check", "年报.txt"], more].concat()).status;
    assert_eq!(status(&[]), 0);
    assert_eq!(status(&["--fail-on", "error"]), 0);
    assert_eq!(status(&["--fail-on", "warning"]), 1);
    let failures = |more: &[&str]| {
        let junit = [&["check", "--format", "junit", "年报.txt"], more].concat();
        suites(&folder.run(&junit).out)[0].held[1]
    };
    assert_eq!(failures(&[]), 0);
    assert!(failures(&["--fail-on", "warning"]) > 0);
}
