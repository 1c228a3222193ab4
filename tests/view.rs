//! What crosses the border: the page's report as TypeScript that `tsc` checks against `www/types.ts`, the output
//! contract, the verdict, and what edits do. Findings are made by hand, so that no change of a rule moves these tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use gouji::finding::{Check, Finding, Outcome, Severity, Words};
use gouji::form::{Edition, Key, Table};
use gouji::model::{Document, Kind, Place, Quantity, Trouble, TroubleKind};
use gouji::recognise::{Doubt, Filled, Oddity, Sheet, SheetState};
use gouji::repair::{Cause, Change, Repair};
use gouji::report::Report;
use gouji::verdict::{Level, verdict};
use gouji::wording::Language;
use gouji::{Checked, check_filled, view};
use serde_json::{Value, json};
use support::bound::{bound, figure};
use support::made::{Blanks, Made};
use support::snapshot;

fn key(name: &str) -> Key {
    Key::parse(name).unwrap()
}

fn made() -> Made {
    Made::new(Edition::E2021, 7, Blanks::None)
}

/// A bound report with nothing to say about it.
fn clean() -> Checked {
    Checked {
        document: Document::new(Kind::Html),
        filled: bound(&made()),
        report: Report::default(),
        edited: Vec::new(),
    }
}

fn finding(rule: &'static str, subject: &str, severity: Severity, cells: &[&str]) -> Finding {
    Finding {
        rule,
        subject: subject.to_string(),
        severity,
        what: Words::new("甲", "A"),
        how: Words::new("乙", "B"),
        cells: cells.iter().map(|name| key(name)).collect(),
        found: None,
        expected: None,
        place: None,
    }
}

fn put(filled: &mut Filled, name: &str, raw: &str) {
    let key = key(name);
    let sheets = filled.tables.iter_mut();
    let mut figures = sheets.flat_map(|sheet| &mut sheet.figures);
    figures.find(|(k, _)| *k == key).unwrap().1 = figure(raw);
}

fn check(rule: &'static str, subject: &str, outcome: Outcome) -> Check {
    Check {
        rule,
        subject: subject.to_string(),
        outcome,
    }
}

fn change(cell: &str, found: Option<i64>, proposed: i64) -> Change {
    Change {
        cell: key(cell),
        found: found.map(Quantity::whole),
        proposed: Quantity::whole(proposed),
    }
}

/// A report in which every field of the page's type has a value, and every choice that one report can hold occurs.
fn rich() -> Checked {
    let mut checked = clean();
    let document = &mut checked.document;
    let cell = document.keep(Place::Html {
        range: 10..12,
        table: 3,
        row: 5,
        column: 2,
    });
    document.troubles.push(Trouble {
        kind: TroubleKind::SpansCut,
        place: cell,
    });
    let filled = &mut checked.filled;
    for (name, raw) in [
        ("t2.fees.amount", "160.5964"),
        ("t3.granted.natural", "12"),
        ("t3.granted.business", ""),
        ("t3.granted.research", "/"),
        ("t3.granted.charity", "l0"),
    ] {
        put(filled, name, raw);
    }
    let granted = key("t3.granted.natural");
    let figures = &mut filled.tables[1].figures;
    figures.retain(|(k, _)| *k != key("t3.granted.other"));
    let natural = figures.iter_mut().find(|(k, _)| *k == granted).unwrap();
    natural.1.place = cell;
    filled.tables[1].place = Some(cell);
    filled.tables[2] = Sheet {
        state: SheetState::CannotTell(Doubt::Glued),
        ..Sheet::default()
    };
    let row = ["t3.granted.total", "t3.granted.natural"];
    checked.report = Report {
        findings: vec![
            Finding {
                found: Some(Quantity::whole(24)),
                expected: Some(Quantity::whole(15)),
                ..finding("sum-row", "granted", Severity::Error, &row)
            },
            finding("figure-dash", "", Severity::Info, &["t3.granted.research"]),
            finding("form-table-missing", "t4", Severity::Warning, &[]),
        ],
        checks: vec![
            check("sum-row", "granted", Outcome::Broken),
            check("sum-row", "new", Outcome::Held),
            check("sum-cases", "review", Outcome::NotApplicable),
            check(
                "sum-row",
                "total",
                Outcome::CannotTell(Words::new("丙", "C")),
            ),
        ],
        causes: vec![
            Cause {
                table: Table::Three,
                subject: "",
                repairs: vec![Repair {
                    changes: vec![change("t3.granted.natural", Some(12), 21)],
                    slip: Some(Words::new("两数字颠倒", "two digits swapped")),
                    agrees: None,
                }],
                incomplete: false,
                decided: true,
            },
            Cause {
                table: Table::Four,
                subject: "review",
                repairs: vec![Repair {
                    changes: vec![change("t4.review.total", None, 3)],
                    slip: None,
                    agrees: Some(Words::new(
                        "与正文“行政复议3件”一致",
                        "agrees with the text “行政复议3件”",
                    )),
                }],
                incomplete: true,
                decided: false,
            },
        ],
        ..Report::default()
    };
    checked.edited = vec![granted];
    checked
}

fn page(checked: &Checked) -> Value {
    serde_json::to_value(view::report("报告.html", checked)).unwrap()
}

fn contract(checked: &Checked) -> Value {
    let document = view::document("报告.html", checked, Language::Chinese);
    serde_json::to_value(document).unwrap()
}

/// JSON with one line for each field, and in lists one for each member.
fn one_a_line(report: &impl serde::Serialize) -> String {
    let text = serde_json::to_string(report).unwrap();
    let Value::Object(fields) = serde_json::from_str(&text).unwrap() else {
        panic!("not an object");
    };
    let lines = fields.iter().map(|(name, value)| match value {
        Value::Array(members) if !members.is_empty() => {
            let members: Vec<String> = members.iter().map(|m| format!("    {m}")).collect();
            format!("  \"{name}\": [\n{}\n  ]", members.join(",\n"))
        }
        other => format!("  \"{name}\": {other}"),
    });
    format!("{{\n{}\n}}", lines.collect::<Vec<_>>().join(",\n"))
}

#[test]
fn the_page_report_is_what_its_typescript_says() {
    let mut report = view::report("报告.html", &rich());
    for finding in &mut report.findings {
        // The rules' own words may change; this is about the shape.
        finding.basis = Words::new("丁", "D").into();
    }
    let report = one_a_line(&report);
    let unread = gouji::check(b"", &gouji::Options::default()).unwrap_err();
    let mut failure = view::error(&unread);
    failure.error.message = Words::new("甲", "A").into();
    let failure = serde_json::to_string(&failure).unwrap();
    let rule = view::RuleView {
        id: "sum-row",
        severity: "error",
        title: Words::new("甲", "A").into(),
        basis: Words::new("乙", "B").into(),
    };
    let rules = serde_json::to_string(&[rule]).unwrap();
    let mut document = view::document("报告.html", &at_first_cell(), Language::Chinese);
    if let view::DocumentView::Read(document) = &mut document {
        for finding in &mut document.findings {
            finding.basis = "丁".to_string();
        }
    }
    let document = one_a_line(&document);
    let unread = view::unread("", "empty", Words::new("甲", "A"), Language::Chinese);
    let unread = serde_json::to_string(&unread).unwrap();
    let text = format!(
        "// Written by tests/view.rs (UPDATE=1 cargo test --test view); tsc checks it against the types made from Rust's.\n\n\
         import type {{ BareReport, CheckedDocument, ReadFailure, RuleView }} from './types';\n\n\
         export const report: BareReport = {report};\n\n\
         export const failure: ReadFailure = {failure};\n\n\
         export const rules: RuleView[] = {rules};\n\n\
         export const document: CheckedDocument = {document};\n\n\
         export const unread: CheckedDocument = {unread};\n"
    );
    snapshot::same("www/golden-report.ts", &text);
}

#[test]
fn a_cell_says_what_stands_in_it() {
    let report = page(&rich());
    let cell = |name: &str| {
        let cells = report["cells"].as_array().unwrap();
        cells.iter().find(|c| c["cell"] == name).unwrap().clone()
    };
    let cases = [
        ("t2.fees.amount", "number", json!(160.5964)),
        ("t3.granted.natural", "number", json!(12)),
        ("t3.granted.business", "blank", Value::Null),
        ("t3.granted.research", "dash", Value::Null),
        ("t3.granted.charity", "unreadable", Value::Null),
        ("t3.granted.other", "absent", Value::Null),
    ];
    for (name, state, value) in cases {
        assert_eq!(cell(name)["state"], state, "{name}");
        assert_eq!(cell(name)["value"], value, "{name}");
    }
    let natural = cell("t3.granted.natural");
    assert_eq!(natural["findings"], json!([0]));
    assert_eq!(natural["proposed"], 21);
    assert_eq!(natural["edited"], true);
    assert_eq!(natural["place"]["zh"], "第 3 个表格第 5 行第 2 列");
    // Nothing is proposed where no repair stands out.
    assert_eq!(cell("t4.review.total")["proposed"], Value::Null);
}

#[test]
fn every_printed_head_has_an_english_name_and_every_cell_is_drawn() {
    for edition in Edition::ALL {
        for table in Table::ALL {
            let rows = view::printed(table, edition);
            let cells: Vec<_> = rows.iter().flatten().collect();
            for cell in &cells {
                assert_eq!(cell.text.is_some(), cell.text_en.is_some(), "{cell:?}");
            }
            let drawn: Vec<_> = cells.iter().filter_map(|c| c.cell.clone()).collect();
            let keys = Key::all(table, edition).into_iter();
            assert_eq!(drawn, keys.map(Key::name).collect::<Vec<_>>());
        }
    }
}

#[test]
fn every_cell_that_a_report_may_hold_has_a_name_in_each_edition() {
    for edition in Edition::ALL {
        for table in Table::ALL {
            let form = view::form(table.name(), edition.name()).unwrap();
            let mut named: Vec<_> = form.heads.iter().map(|heads| heads.cell.clone()).collect();
            let all = Edition::ALL.iter().flat_map(|&any| Key::all(table, any));
            let mut all: Vec<_> = all.map(Key::name).collect();
            for names in [&mut named, &mut all] {
                names.sort();
            }
            all.dedup();
            assert_eq!(named, all, "{table:?} {edition:?}");
        }
    }
    assert!(view::form("t5", "2021").is_none() && view::form("t3", "2020").is_none());
}

#[test]
fn the_equation_of_a_finding_is_drawn_with_its_figures() {
    let report = page(&rich());
    let equation = &report["findings"][0]["equation"];
    let left = equation["left"].as_array().unwrap();
    let made = made();
    let values: Vec<Value> = left.iter().map(|term| term["value"].clone()).collect();
    let legal = made.count("t3.granted.legal");
    assert_eq!(
        values,
        [
            json!(12),
            Value::Null,
            Value::Null,
            Value::Null,
            json!(legal),
            Value::Null
        ]
    );
    assert_eq!(left[0]["label"]["zh"], "自然人");
    assert_eq!(equation["leftSum"], 12 + legal);
    assert_eq!(equation["rightSum"], made.count("t3.granted.total"));
    assert_eq!(report["findings"][1]["equation"], Value::Null);
}

#[test]
fn the_contract_lists_the_rows_that_were_found_in_the_order_of_the_form() {
    let document = contract(&rich());
    assert_eq!(document["form"], "2021");
    assert_eq!(document["tables"]["t2"]["fees"], json!([160.5964]));
    let granted = document["tables"]["t3"]["granted"].as_array().unwrap();
    assert_eq!(granted.len(), 7);
    assert_eq!(
        granted[..4],
        [json!(12), Value::Null, Value::Null, Value::Null]
    );
    assert!(document["tables"].get("t4").is_none());
    let text = serde_json::to_string(&view::document("", &rich(), Language::Chinese)).unwrap();
    let at = |name: &str| text.find(&format!("\"{name}\":[")).unwrap();
    let rows = support::made::rows_of_three(Edition::E2021);
    assert!(rows.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    let place = json!({ "kind": "html", "table": 3, "row": 5, "column": 2 });
    assert_eq!(document["findings"][0]["place"], Value::Null);
    assert_eq!(contract(&at_first_cell())["findings"][0]["place"], place);
    assert_eq!(
        document["outcomes"],
        json!({ "held": 1, "broken": 1, "cannot_tell": 1, "not_applicable": 1 })
    );
}

/// The first finding names the cell whose place is known.
fn at_first_cell() -> Checked {
    let mut checked = rich();
    checked.report.findings[0].cells.reverse();
    checked
}

#[test]
fn a_row_that_was_not_found_is_absent() {
    let mut checked = clean();
    let figures = &mut checked.filled.tables[1].figures;
    figures.retain(|(key, _)| key.row_id() != "granted");
    let document = contract(&checked);
    assert!(document["tables"]["t3"].get("granted").is_none());
    assert!(document["tables"]["t3"].get("new").is_some());
}

#[test]
fn places_are_said_in_words_and_as_data() {
    let cases = [
        (Place::Whole, None, Value::Null),
        (
            Place::Text {
                range: 0..3,
                line: 12,
            },
            Some("第 12 行"),
            json!({ "kind": "text", "line": 12 }),
        ),
        (
            Place::Html {
                range: 0..3,
                table: 0,
                row: 0,
                column: 0,
            },
            None,
            json!({ "kind": "html" }),
        ),
        (
            Place::Story {
                table: 3,
                row: 5,
                cell: 2,
                paragraph: 40,
                range: 0..0,
            },
            Some("第 3 个表格第 5 行第 2 格"),
            json!({ "kind": "story", "table": 3, "row": 5, "cell": 2 }),
        ),
        (
            Place::Story {
                table: 0,
                row: 0,
                cell: 0,
                paragraph: 40,
                range: 0..0,
            },
            Some("第 40 段"),
            json!({ "kind": "story", "paragraph": 40 }),
        ),
        (
            Place::Page {
                page: 3,
                x: 72,
                y: 100,
                width: 40,
                height: 12,
            },
            Some("第 3 页"),
            json!({ "kind": "page", "page": 3, "x": 72, "y": 100, "width": 40, "height": 12 }),
        ),
        (
            Place::Host { id: "F12".into() },
            Some("单元格 F12"),
            json!({ "kind": "host", "id": "F12" }),
        ),
    ];
    for (place, words, data) in cases {
        let said = gouji::wording::place(&place).map(|words| words.zh);
        assert_eq!(said.as_deref(), words);
        let view = view::PlaceView::of(&place);
        assert_eq!(serde_json::to_value(view).unwrap(), data);
    }
}

/// A change to a clean report, and the verdict that it must lead to.
type Case = (&'static str, fn(&mut Checked), Level, &'static str);

fn say(checked: &mut Checked, finding: Finding) {
    checked.report.findings.push(finding);
}

fn cannot_tell(checked: &mut Checked, table: usize, doubt: Doubt) {
    checked.filled.tables[table] = Sheet {
        state: SheetState::CannotTell(doubt),
        ..Sheet::default()
    };
}

fn untold() -> Outcome {
    Outcome::CannotTell(Words::new("有空白", "it has blanks"))
}

const VERDICTS: &[Case] = &[
    ("clean", |_| {}, Level::Pass, "可以发布"),
    (
        "two errors",
        |c| {
            say(
                c,
                finding("sum-row", "new", Severity::Error, &["t3.new.total"]),
            );
            say(
                c,
                finding("sum-row", "granted", Severity::Error, &["t3.granted.total"]),
            );
            say(c, finding("figure-dash", "", Severity::Info, &[]));
        },
        Level::Error,
        "有 2 处错误，请修改后再发布",
    ),
    (
        "a warning",
        |c| say(c, finding("figure-blank", "", Severity::Warning, &[])),
        Level::Warning,
        "有 1 处需要核对",
    ),
    (
        "a note is no reason to hold back",
        |c| say(c, finding("figure-dash", "", Severity::Info, &[])),
        Level::Pass,
        "可以发布",
    ),
    (
        "nothing there",
        |c| c.filled.tables = Default::default(),
        Level::Unknown,
        "无法判断：没有找到年度报告的表格",
    ),
    (
        "only pictures",
        |c| (0..3).for_each(|table| cannot_tell(c, table, Doubt::Picture)),
        Level::Unknown,
        "无法判断：表格没有读出来",
    ),
    (
        "one table unreadable",
        |c| cannot_tell(c, 2, Doubt::Glued),
        Level::Unknown,
        "无法判断：表四没有读出来",
    ),
    (
        "one table unreadable and a warning",
        |c| {
            cannot_tell(c, 2, Doubt::Glued);
            say(c, finding("figure-blank", "", Severity::Warning, &[]));
        },
        Level::Unknown,
        "无法判断：表四没有读出来",
    ),
    (
        "an error outweighs what could not be read",
        |c| {
            cannot_tell(c, 2, Doubt::Glued);
            say(
                c,
                finding("sum-row", "new", Severity::Error, &["t3.new.total"]),
            );
        },
        Level::Error,
        "有 1 处错误，请修改后再发布",
    ),
    (
        "only a fragment",
        |c| {
            c.filled.tables[0] = Sheet::default();
            c.filled.whole_report = false;
        },
        Level::Pass,
        "表三、表四没有发现问题",
    ),
    (
        "a piece with all three tables is still a piece",
        |c| c.filled.whole_report = false,
        Level::Pass,
        "表二、表三、表四没有发现问题",
    ),
    (
        "broken off",
        |c| {
            c.document.troubles.push(Trouble {
                kind: TroubleKind::Truncated,
                place: gouji::model::PlaceId(0),
            });
        },
        Level::Unknown,
        "无法判断：文件没有读完",
    ),
    (
        "one sum undecided",
        |c| {
            c.report.checks.push(check("sum-row", "new", Outcome::Held));
            c.report.checks.push(check("sum-row", "granted", untold()));
        },
        Level::Unknown,
        "无法判断：有 1 项合计算不出来",
    ),
    (
        "one sum undecided beside a warning",
        |c| {
            c.report.checks.push(check("sum-row", "new", Outcome::Held));
            c.report.checks.push(check("sum-row", "granted", untold()));
            say(c, finding("figure-blank", "", Severity::Warning, &[]));
        },
        Level::Warning,
        "有 1 处需要核对",
    ),
    (
        "no sum of table 四 decided",
        |c| {
            c.report.checks.push(check("sum-row", "new", Outcome::Held));
            c.report.checks.push(check("sum-cases", "review", untold()));
            say(c, finding("figure-blank", "", Severity::Warning, &[]));
        },
        Level::Unknown,
        "无法判断：表四的合计都算不出来",
    ),
];

#[test]
fn the_verdict_never_claims_more_than_was_checked() {
    for (name, change, level, words) in VERDICTS {
        let mut checked = clean();
        change(&mut checked);
        let said = verdict(&checked);
        assert_eq!(
            (said.level, said.words.zh.as_str()),
            (*level, *words),
            "{name}"
        );
    }
}

#[test]
fn the_verdict_says_what_it_did_not_see() {
    let mut checked = clean();
    checked.filled.whole_report = false;
    checked.filled.tables[1] = Sheet::default();
    say(
        &mut checked,
        finding("figure-blank", "", Severity::Warning, &[]),
    );
    let said = verdict(&checked).reasons().unwrap();
    assert_eq!(
        said.zh,
        "这不是一份完整的报告（没有表三），其余部分没有检查"
    );
}

#[test]
fn the_verdict_says_the_way_out_when_it_is_decided() {
    let mut checked = rich();
    assert_eq!(verdict(&checked).way_out, None, "one cause is undecided");
    checked.report.causes.truncate(1);
    let way_out = verdict(&checked).way_out.unwrap();
    assert_eq!(
        way_out.zh,
        "改 1 个单元格，错误即可全部消除：表三「（一）予以公开 · 自然人」应为 21，现为 12"
    );
    say(
        &mut checked,
        finding("form-edition", "", Severity::Error, &[]),
    );
    let way_out = verdict(&checked).way_out.unwrap();
    assert!(way_out.zh.starts_with("改 1 个单元格，合计即可全部对上"));
}

fn edited(filled: Filled, edits: &[(&str, &str)]) -> Checked {
    let edits: Vec<(Key, String)> = edits
        .iter()
        .map(|(name, text)| (key(name), text.to_string()))
        .collect();
    check_filled(Document::new(Kind::Html), filled, &edits)
}

#[test]
fn an_edit_takes_the_place_of_what_was_read() {
    let edits = [("t3.granted.natural", "1"), ("t3.granted.natural", "１２")];
    let checked = edited(bound(&made()), &edits);
    let figure = checked.filled.figure(key("t3.granted.natural")).unwrap();
    assert_eq!(figure.raw, "１２");
    assert_eq!(figure.value.number(), Some(Quantity::whole(12)));
    assert_eq!(checked.edited, [key("t3.granted.natural")]);
    let all = checked.filled.sheet(Table::Three).figures.len();
    assert_eq!(all, 175);
}

#[test]
fn an_edit_puts_a_lost_cell_back_where_the_form_has_it() {
    let mut filled = bound(&made());
    let lost = key("t3.granted.legal");
    filled.tables[1].figures.retain(|(k, _)| *k != lost);
    let checked = edited(filled, &[("t3.granted.legal", "4")]);
    let keys: Vec<Key> = checked
        .filled
        .sheet(Table::Three)
        .figures
        .iter()
        .map(|(k, _)| *k)
        .collect();
    assert_eq!(keys, Key::all(Table::Three, Edition::E2021));
}

#[test]
fn a_table_that_was_not_read_becomes_what_the_person_types() {
    let mut filled = bound(&made());
    filled.tables[2].state = SheetState::CannotTell(Doubt::Glued);
    let checked = edited(filled, &[("t4.review.total", "3")]);
    let sheet = checked.filled.sheet(Table::Four);
    assert_eq!(sheet.state, SheetState::Bound);
    assert_eq!(sheet.figures.len(), 1);
}

#[test]
fn a_missing_row_is_there_once_every_cell_of_it_is_typed() {
    let mut filled = bound(&made());
    let row = key("t3.granted.natural").row;
    let sheet = &mut filled.tables[1];
    sheet.figures.retain(|(k, _)| k.row != row);
    sheet.oddities.push(Oddity::RowMissing { row });
    let names: Vec<String> = (0..7)
        .map(|column| {
            Key {
                table: Table::Three,
                row,
                column,
            }
            .name()
        })
        .collect();
    let edits: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "0")).collect();
    let some = edited(filled.clone(), &edits[..6]);
    assert_eq!(some.filled.sheet(Table::Three).oddities.len(), 1);
    let all = edited(filled, &edits);
    assert!(all.filled.sheet(Table::Three).oddities.is_empty());
}

#[test]
fn a_summary_counts_every_finding_and_keeps_the_first() {
    let mut checked = clean();
    for _ in 0..50 {
        say(
            &mut checked,
            finding("form-label", "", Severity::Warning, &[]),
        );
    }
    say(
        &mut checked,
        finding("figure-dash", "", Severity::Info, &[]),
    );
    let summary = view::summary("报告.html", &checked);
    assert_eq!(
        (summary.errors, summary.warnings, summary.infos),
        (0, 50, 1)
    );
    assert_eq!(summary.findings.len(), 40);
    assert_eq!(summary.level, "warning");
    assert_eq!(summary.unit.source, "报告.html");
    assert!(summary.unit.figures.len() > 175);
}

/// What is wrong in table 三 is what a decided repair changes, else the total that does not add up.
#[test]
fn a_summary_says_where_table_three_is_wrong() {
    let mut checked = rich();
    let broken = ["t3.granted.charity"];
    say(
        &mut checked,
        finding("figure-unreadable", "", Severity::Error, &broken),
    );
    let wrong = |checked: &Checked| view::summary("", checked).wrong;
    assert_eq!(
        wrong(&checked),
        ["t3.granted.natural", "t3.granted.charity"]
    );
    checked.report.causes[0].decided = false;
    assert_eq!(wrong(&checked), ["t3.granted.charity", "t3.granted.total"]);
    // What is only a warning, and what is wrong elsewhere, does not count.
    checked.report.findings.clear();
    say(
        &mut checked,
        finding("sum-cases", "review", Severity::Error, &["t4.review.total"]),
    );
    say(
        &mut checked,
        finding(
            "figure-blank",
            "",
            Severity::Warning,
            &["t3.granted.business"],
        ),
    );
    assert!(wrong(&checked).is_empty());
}
