//! The real command on small reports: what it prints, in which order, and with which exit status.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "command/area.rs"]
mod area;
#[path = "command/extract.rs"]
mod extract;
#[path = "command/formats.rs"]
mod formats;
#[path = "command/hostile.rs"]
mod hostile;
#[path = "command/many.rs"]
mod many;
#[path = "command/mark.rs"]
mod mark;
mod support;
#[path = "command/watch.rs"]
mod watch;

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use gouji::form::{Edition, Key};
use gouji::model::Quantity;
use serde_json::{Value, json};
use support::made::{Blanks, Made};
use support::{html, snapshot, text};

/// A folder with reports, in which the command runs.
struct Folder(PathBuf);

struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Folder {
    /// A fresh folder for the test of this name.
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("command")
            .join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.join(name), bytes).unwrap();
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.current_dir(&self.0).args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"")
    }

    fn run_with(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        let output = child.wait_with_output().unwrap();
        Run {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// A report in which nothing is wrong.
fn made() -> Made {
    Made::new(Edition::E2021, 2, Blanks::None)
}

fn page(made: &Made) -> String {
    html::clean(&made.parts())
}

/// The report with one figure changed.
fn with(mut made: Made, cell: &str, value: i64) -> Made {
    let key = Key::parse(cell).unwrap();
    made.figures.insert(key, Some(Quantity::whole(value)));
    made
}

/// The report with a figure that breaks two sums.
fn wrong() -> Made {
    let made = made();
    let figure = made.count("t3.granted.natural");
    with(made, "t3.granted.natural", figure + 9)
}

#[test]
fn a_clean_report_ends_with_0() {
    let folder = Folder::new("clean").with("年报.html", page(&made()));
    let run = folder.run(&["check", "年报.html"]);
    snapshot::same("tests/snapshots/clean.txt", &run.out);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
}

#[test]
fn a_wrong_figure_ends_with_1() {
    let folder = Folder::new("wrong").with("年报.html", page(&wrong()));
    let run = folder.run(&["check", "年报.html"]);
    snapshot::same("tests/snapshots/wrong.txt", &run.out);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let run = folder.run(&["check", "--lang", "en", "年报.html"]);
    snapshot::same("tests/snapshots/wrong.en.txt", &run.out);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
}

/// What a report says that was made out of last year's: most rules on the text, in their words.
#[test]
fn what_was_kept_from_last_year_is_told() {
    let text = include_str!("corpus/31-kept-from-last-year.txt");
    let folder = Folder::new("kept").with("年报.txt", text);
    let run = folder.run(&["check", "年报.txt"]);
    snapshot::same("tests/snapshots/kept.txt", &run.out);
    let run = folder.run(&["check", "--lang", "en", "年报.txt"]);
    snapshot::same("tests/snapshots/kept.en.txt", &run.out);
}

#[test]
fn a_pasted_piece_is_not_called_ready() {
    let made = made();
    let parts = made.parts();
    let table = parts.iter().position(|part| matches!(part, support::sheet::Part::Sheet(s) if s.table == gouji::form::Table::Three));
    let piece = html::clean(&parts[table.unwrap()..=table.unwrap()]);
    let run = Folder::new("piece").run_with(&["check", "-"], piece.as_bytes());
    assert_eq!(run.status, 0, "{}", run.out);
    assert!(run.out.contains("表三没有发现问题"), "{}", run.out);
    assert!(!run.out.contains("可以发布"), "{}", run.out);
}

#[test]
fn json_follows_the_output_contract() {
    let made = wrong();
    let folder = Folder::new("json").with("年报.html", page(&made));
    let run = folder.run(&["check", "--format", "json", "年报.html"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let output = run.json();
    assert_eq!(output["schema"], 1);
    let document = &output["documents"][0];
    assert_eq!(document["source"], "年报.html");
    assert_eq!(document["kind"], "html");
    assert_eq!(document["form"], "2021");
    assert_eq!(document["year"], made.year);
    assert_eq!(document["agency"], made.agency);
    let new: Vec<i64> = [
        "natural", "business", "research", "charity", "legal", "other", "total",
    ]
    .map(|column| made.count(&format!("t3.new.{column}")))
    .to_vec();
    assert_eq!(document["tables"]["t3"]["new"], json!(new));
    let findings = document["findings"].as_array().unwrap();
    let broken: Vec<(&str, &str)> = findings
        .iter()
        .map(|f| (f["rule"].as_str().unwrap(), f["subject"].as_str().unwrap()))
        .collect();
    assert!(broken.contains(&("sum-row", "granted")), "{broken:?}");
    assert!(broken.contains(&("sum-results", "natural")), "{broken:?}");
    assert_eq!(broken.len(), 2, "{broken:?}");
    for finding in findings {
        assert_eq!(finding["severity"], "error");
        assert_ne!(finding["message"], "");
        assert_ne!(finding["basis"], "");
        assert!(finding["place"]["table"].is_u64(), "{finding}");
        assert!(
            finding["found"].is_i64() && finding["expected"].is_i64(),
            "{finding}"
        );
    }
    assert_eq!(document["outcomes"]["broken"], 2);
    let figure = made.count("t3.granted.natural");
    assert_eq!(
        document["repairs"][0],
        json!([{ "cell": "t3.granted.natural", "found": figure, "proposed": figure - 9 }])
    );
}

#[test]
fn inputs_that_cannot_be_read_do_not_stop_the_others() {
    let folder = Folder::new("unread")
        .with("一.html", page(&wrong()))
        .with("空.html", "")
        .with("二.html", page(&made()));
    fs::create_dir(folder.0.join("年报")).unwrap();
    let files = ["一.html", "没有.html", "空.html", "年报", "二.html"];
    let run = folder.run(&[&["check", "--format", "json"], &files[..]].concat());
    assert_eq!((run.status, run.err.as_str()), (2, ""));
    let output = run.json();
    let documents = output["documents"].as_array().unwrap();
    let sources: Vec<&str> = documents
        .iter()
        .map(|d| d["source"].as_str().unwrap())
        .collect();
    assert_eq!(sources, files);
    let kinds: Vec<Option<&str>> = documents
        .iter()
        .map(|d| d["error"]["kind"].as_str())
        .collect();
    assert_eq!(
        kinds,
        [None, Some("not-found"), Some("empty"), Some("folder"), None]
    );
    for document in documents {
        assert_eq!(
            document.get("tables").is_none(),
            document.get("error").is_some()
        );
        assert_ne!(document["error"]["message"], "");
    }
    let run = folder.run(&[&["check"], &files[..]].concat());
    assert_eq!((run.status, run.err.as_str()), (2, ""));
    let order: Vec<usize> = files
        .iter()
        .map(|file| run.out.find(file).unwrap())
        .collect();
    assert!(order.is_sorted(), "{}", run.out);
    assert!(
        run.out.ends_with("\n共 5 份：1 份有错误，3 份读不了\n"),
        "{}",
        run.out
    );
}

/// Several inputs: one page, a sheet for each, also for one that could not be read.
#[test]
fn sheets_stand_one_after_the_other_in_one_page() {
    let folder = Folder::new("html")
        .with("一.html", page(&wrong()))
        .with("二.html", page(&made()));
    let run = folder.run(&[
        "check",
        "--format",
        "html",
        "一.html",
        "没有.html",
        "二.html",
    ]);
    assert_eq!((run.status, run.err.as_str()), (2, ""));
    let count = |text: &str| run.out.matches(text).count();
    assert_eq!(
        (count("<!doctype html>"), count("</html>"), count("<style>")),
        (1, 1, 1)
    );
    assert_eq!(count("<article class=\"sheet\">"), 3);
    let order = ["一.html", "没有.html", "二.html"]
        .map(|name| run.out.find(&format!("<td>{name}</td>")).unwrap());
    assert!(order.is_sorted(), "{order:?}");
    assert!(run.out.contains("读不了") && run.out.contains("没有这个文件"));
    let today = jiff::ZonedDateTime::now().date().to_string();
    assert!(count(&format!("<td>{today}</td>")) >= 2, "{today}");
}

#[test]
fn standard_input_is_read_under_the_name_that_is_given() {
    let pasted = text::document(&made().parts(), "", |sheet| {
        text::separated(&sheet.own(), "\t")
    });
    let folder = Folder::new("stdin");
    let run = folder.run_with(&["check", "--format", "json", "-"], pasted.as_bytes());
    assert_eq!(run.status, 0, "{}", run.out);
    assert_eq!(run.json()["documents"][0]["source"], "-");
    assert_eq!(run.json()["documents"][0]["kind"], "text");
    let named = ["check", "--format=json", "--name", "年报.txt", "-"];
    let run = folder.run_with(&named, pasted.as_bytes());
    assert_eq!(run.json()["documents"][0]["source"], "年报.txt");
    let run = folder.run(&["check", "-"]);
    assert_eq!(run.status, 2);
}

#[test]
fn the_day_of_publication_is_compared_with_the_deadline() {
    let page =
        "示例县商务局2025年政府信息公开工作年度报告\n一、总体情况\n2025年主动公开信息86条。\n";
    let folder = Folder::new("published").with("年报.txt", page);
    let late = |arguments: &[&str]| {
        let run = folder.run(&[&["check", "--format", "json"], arguments, &["年报.txt"]].concat());
        let output = run.json();
        let findings = output["documents"][0]["findings"].as_array().unwrap();
        let mut dates = findings.iter().filter(|f| f["rule"] == "date-late");
        let severity = dates
            .next()
            .map(|f| f["severity"].as_str().unwrap().to_string());
        severity.unwrap_or_default()
    };
    assert_eq!(late(&[]), "");
    assert_eq!(late(&["--published", "2026-01-31"]), "");
    assert_eq!(late(&["--published", "2026-02-03"]), "error");
    let local = ["--published", "2026-01-25", "--deadline", "01-20"];
    assert_eq!(late(&local), "warning");
    assert_eq!(
        late(&["--published", "2026-02-03", "--deadline", "02-20"]),
        ""
    );
    let run = folder.run(&["check", "--published", "2026-02-30", "年报.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("不能是 2026-02-30"), "{}", run.err);
}

/// A report that carried 3 requests in, and the one before, which carried out what is given.
fn two_years(out: i64) -> (String, String) {
    let mut this = Made::new(Edition::E2021, 2, Blanks::None);
    let year = this.year;
    let mut last = Made::new(Edition::E2021, 7, Blanks::None);
    (last.year, last.agency) = (year - 1, this.agency.clone());
    last.title = format!("{}{}年政府信息公开工作年度报告", last.agency, last.year);
    last.prose = Default::default();
    let row = |made: &mut Made, row: &str, values: [i64; 7]| {
        let columns = [
            "natural", "business", "research", "charity", "legal", "other", "total",
        ];
        for (column, value) in columns.iter().zip(values) {
            let key = Key::parse(&format!("t3.{row}.{column}")).unwrap();
            made.figures.insert(key, Some(Quantity::whole(value)));
        }
    };
    for name in support::made::rows_of_three(Edition::E2021) {
        row(&mut this, name, [0; 7]);
    }
    row(&mut this, "carried_in", [3, 0, 0, 0, 0, 0, 3]);
    row(&mut this, "granted", [3, 0, 0, 0, 0, 0, 3]);
    row(&mut this, "total", [3, 0, 0, 0, 0, 0, 3]);
    this.prose = support::words::prose(&this);
    row(&mut last, "carried_out", [out, 0, 0, 0, 0, 0, out]);
    for document in ["regulations", "normative"] {
        let of = |item: &str| this.count(&format!("t2.{document}.{item}"));
        let stock = of("in_force") - of("issued") + of("repealed");
        let key = Key::parse(&format!("t2.{document}.in_force")).unwrap();
        last.figures.insert(key, Some(Quantity::whole(stock)));
    }
    (page(&last), page(&this))
}

#[test]
fn last_years_report_is_compared() {
    let (last, this) = two_years(5);
    let folder = Folder::new("years")
        .with("去年.html", &last)
        .with("今年.html", &this)
        .with("空.html", "");
    let run = folder.run(&["check", "--previous", "去年.html", "今年.html"]);
    snapshot::same("tests/snapshots/years.txt", &run.out);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let run = folder.run(&[
        "check",
        "--lang",
        "en",
        "--previous",
        "去年.html",
        "今年.html",
    ]);
    snapshot::same("tests/snapshots/years.en.txt", &run.out);
    let json = [
        "check",
        "--format",
        "json",
        "--previous",
        "去年.html",
        "今年.html",
    ];
    let output = folder.run(&json).json();
    let finding = &output["documents"][0]["findings"][0];
    assert_eq!(finding["rule"], "years-carry");
    assert_eq!(finding["subject"], "total");
    assert_eq!(finding["cells"], json!(["t3.carried_in.total"]));
    assert_eq!(
        (&finding["found"], &finding["expected"]),
        (&json!(3), &json!(5))
    );
}

#[test]
fn a_report_that_is_not_last_years_is_said_and_not_compared() {
    let (last, this) = two_years(5);
    let folder = Folder::new("not-last-years")
        .with("去年.html", &last)
        .with("今年.html", &this)
        .with("空.html", "");
    let run = folder.run(&["check", "--previous", "今年.html", "今年.html"]);
    assert_eq!(run.status, 0, "{}", run.out);
    assert!(
        run.out.contains("无法判断：没有与去年的报告比较"),
        "{}",
        run.out
    );
    let run = folder.run(&[
        "check",
        "--format",
        "json",
        "--previous",
        "空.html",
        "今年.html",
    ]);
    assert_eq!(run.status, 2);
    let output = run.json();
    assert_eq!(output["documents"][0]["error"]["kind"], "empty");
    assert_eq!(output["documents"][1]["verdict"]["level"], "unknown");
}

#[test]
fn the_rule_book_is_listed_and_explained() {
    let folder = Folder::new("book");
    let run = folder.run(&["rules"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    snapshot::same("tests/snapshots/rules.txt", &run.out);
    let run = folder.run(&["rules", "--lang", "en"]);
    snapshot::same("tests/snapshots/rules.en.txt", &run.out);
    let run = folder.run(&["explain", "years-carry"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    snapshot::same("tests/snapshots/explain.txt", &run.out);
    let run = folder.run(&["explain", "--lang", "en", "years-carry"]);
    snapshot::same("tests/snapshots/explain.en.txt", &run.out);
    for rule in gouji::rules::RULES {
        assert_eq!(folder.run(&["explain", rule.id]).status, 0, "{}", rule.id);
    }
}

#[test]
fn an_unknown_rule_gets_the_nearest_name() {
    let folder = Folder::new("unknown-rule");
    for (typed, meant) in [
        ("sum-balanc", "sum-balance"),
        ("sums-row", "sum-row"),
        ("year-cary", "years-carry"),
        ("figure-blanc", "figure-blank"),
    ] {
        let run = folder.run(&["explain", typed]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(
            run.err.contains(&format!("是不是 {meant}？")),
            "{}",
            run.err
        );
    }
}

#[test]
fn settings_are_taken_from_the_nearest_file_upwards() {
    let page =
        "示例县商务局2025年政府信息公开工作年度报告\n一、总体情况\n2025年主动公开信息86条。\n";
    let folder = Folder::new("settings");
    fs::create_dir_all(folder.0.join("局/年报")).unwrap();
    let folder = folder
        .with("gouji.toml", "published = 2026-02-03\n")
        .with("局/年报/年报.txt", page);
    let late = |arguments: &[&str]| {
        let all = [
            &["check", "--format", "json", "局/年报/年报.txt"],
            arguments,
        ]
        .concat();
        let output = folder.run(&all).json();
        let findings = output["documents"][0]["findings"].as_array().unwrap();
        findings.iter().any(|f| f["rule"] == "date-late")
    };
    assert!(late(&[]));
    assert!(
        !late(&["--published", "2026-01-03"]),
        "what is typed goes before"
    );
    fs::write(
        folder.0.join("局/gouji.toml"),
        "published = \"2026-02-03\"\ndeadline = \"02-20\"\n",
    )
    .unwrap();
    assert!(!late(&[]), "the nearest one only");
    assert!(late(&["--settings", "gouji.toml"]));
}

/// As the editors of Windows save it: with a mark in front, or in the charset of the country.
#[test]
fn settings_and_waivers_are_read_in_any_charset() {
    let text = "# 本地期限\r\ndeadline = \"02-20\"\r\n[rules]\r\nsum-row = \"off\"\r\n";
    let waivers = "{\"schema\": 1, \"waivers\": []}";
    let marked = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let folder = Folder::new("settings-charset")
        .with("年报.html", page(&made()))
        .with("a.toml", marked(text))
        .with("b.toml", encoding_rs::GB18030.encode(text).0)
        .with("a.json", marked(waivers));
    for settings in ["a.toml", "b.toml"] {
        let files = ["--settings", settings, "--waivers", "a.json"];
        let run = folder.run(&[&["check", "年报.html"], &files[..]].concat());
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{settings}");
        assert!(run.out.contains("设置中关闭了这条规则"), "{}", run.out);
    }
    let run = folder.run(&["check", "年报.html", "--settings", "没有.toml"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "gouji: 没有.toml：没有这个文件。请检查文件名和路径\n"
    );
}

#[test]
fn what_is_not_known_in_the_settings_is_named() {
    let folder = Folder::new("unknown-settings").with("年报.html", page(&made()));
    for (text, said) in [
        (
            "publishd = \"2026-02-03\"",
            "没有 publishd 这一项，是不是 published？",
        ),
        ("published = \"2026-02-30\"", "published 不能是 2026-02-30"),
        (
            "[rules]\nsum-balence = \"off\"",
            "没有规则 sum-balence，是不是 sum-balance？",
        ),
        ("[rules]\nsum-balance = \"of\"", "不能设为 of，是不是 off？"),
        ("[rules]\nsum-balance = true", "不能设为 boolean"),
        ("rules = 1", "rules 应是一张表"),
        ("= 1", "不是 TOML"),
    ] {
        fs::write(folder.0.join("gouji.toml"), text).unwrap();
        let run = folder.run(&["check", "年报.html"]);
        assert_eq!(run.status, 2, "{text}");
        assert!(run.out.contains(said), "{text}: {}", run.out);
        let run = folder.run(&["check", "--settings", "gouji.toml", "年报.html"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.contains(said), "{text}: {}", run.err);
    }
}

#[test]
fn a_waiver_lets_a_finding_stand_until_its_values_change() {
    let folder = Folder::new("waivers").with("年报.html", page(&wrong()));
    let report = |run: &Run| run.json()["documents"][0].clone();
    let first = report(&folder.run(&["check", "--format", "json", "年报.html"]));
    let waivers: Vec<Value> = first["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| json!({ "key": finding["key"], "agency": first["agency"], "year": first["year"], "reason": "已核实台账" }))
        .collect();
    let file = json!({ "schema": 1, "waivers": waivers });
    fs::write(folder.0.join("说明.json"), file.to_string()).unwrap();
    let arguments = [
        "check",
        "--format",
        "json",
        "--waivers",
        "说明.json",
        "年报.html",
    ];
    let run = folder.run(&arguments);
    let second = report(&run);
    assert_eq!(run.status, 0);
    assert_eq!(second["findings"], json!([]));
    assert_eq!(second["repairs"], json!([]));
    assert_eq!(second["waived"].as_array().unwrap().len(), waivers.len());
    assert_eq!(second["waived"][0]["reason"], "已核实台账");
    assert_ne!(
        second["outcomes"]["broken"], 0,
        "the check still ended as broken"
    );
    let text = folder.run(&["check", "--waivers", "说明.json", "年报.html"]);
    snapshot::same("tests/snapshots/waived.txt", &text.out);

    // One of the figures is another.
    let made = wrong();
    let figure = made.count("t3.granted.natural");
    fs::write(
        folder.0.join("年报.html"),
        page(&with(made, "t3.granted.natural", figure + 1)),
    )
    .unwrap();
    let run = folder.run(&arguments);
    let third = report(&run);
    assert_eq!((run.status, third["waived"].clone()), (1, json!([])));
    assert_eq!(third["expired"].as_array().unwrap().len(), waivers.len());

    fs::write(folder.0.join("说明.json"), "{}").unwrap();
    let run = folder.run(&arguments);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("不是说明文件"), "{}", run.err);
}

#[test]
fn help_and_version_are_what_people_expect() {
    let folder = Folder::new("help");
    for arguments in [&["--version"], &["-V"]] {
        let run = folder.run(arguments);
        let version = format!("gouji {}\n", env!("CARGO_PKG_VERSION"));
        assert_eq!((run.status, run.out), (0, version));
    }
    let mut help = String::new();
    for arguments in [
        &["--help"][..],
        &["check", "--help"],
        &["rules", "--help"],
        &["explain", "--help"],
        &["extract", "--help"],
        &["mark", "--help"],
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        let short: Vec<&str> = arguments
            .iter()
            .map(|a| if *a == "--help" { "-h" } else { a })
            .collect();
        assert_eq!(folder.run(&short).out, run.out);
        help += &run.out;
    }
    snapshot::same("tests/snapshots/help.txt", &help);
}

#[test]
fn wrong_usage_is_explained_and_ends_with_2() {
    let folder = Folder::new("usage");
    let cases: [(&[&str], &str); 10] = [
        (&["chek"], "没有 chek 这个命令"),
        (&["check", "--formt", "json", "x"], "没有 --formt 这个选项"),
        (
            &["check", "--format", "yaml", "x"],
            "--format <FORMAT> 不能是 yaml",
        ),
        (&["check", "--format"], "--format <FORMAT> 缺少取值"),
        (&["check", "--lang", "en"], "没有给出报告文件"),
        (&["explain", "--lang", "en"], "没有给出报告文件或规则名"),
        (&["mark", "a.docx"], "还要给出 --output <COPY>"),
        (
            &["mark", "a.docx", "-o", "b.docx", "--track"],
            "还要给出 --mend",
        ),
        (&["check"], "gouji check"),
        (&[], "gouji <COMMAND>"),
    ];
    for (arguments, words) in cases {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_reason_to_panic() {
    let folder = Folder::new("pipe").with("年报.html", page(&wrong()));
    let files = ["年报.html"; 40];
    for command in [
        ["check", "--format", "json"],
        ["extract", "--format", "csv"],
    ] {
        let end = gone(&folder, &[&command, &files[..]].concat());
        assert_eq!(end, (Some(i32::from(command[0] == "check")), String::new()));
    }
}

/// Reads the beginning of what a command writes and goes away; how it ends, and what it says of it.
fn gone(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String) {
    let mut child = folder
        .command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    (child.wait().unwrap().code(), err)
}

#[test]
fn a_pipe_gets_no_colours() {
    let folder = Folder::new("colour").with("年报.html", page(&wrong()));
    assert!(!folder.run(&["check", "年报.html"]).out.contains('\x1b'));
}
