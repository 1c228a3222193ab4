//! `gouji extract`: the figures of many reports as one set, in every format; a blank is no zero, and no text a formula.

use std::io::Cursor;

use super::*;

/// Two reports, one with a blank and a figure that cannot be read, and a file that is none.
fn province(name: &str) -> (Folder, Made, Made) {
    let (one, mut two) = (made(), Made::new(Edition::E2019, 5, Blanks::None));
    let blank = Key::parse("t3.new.natural").unwrap();
    two.figures.insert(blank, None);
    two.agency = "=cmd()县商务局".to_string();
    let title = format!("{}2020年政府信息公开工作年度报告", two.agency);
    let text = page(&two).replace(&two.title, &title);
    let folder = Folder::new(name)
        .with("一.html", page(&one))
        .with("二.html", text)
        .with("三.pdf", "%PDF-1.7");
    (folder, one, two)
}

/// The records of a CSV, by the names in its head.
fn records(text: &str) -> Vec<Vec<(String, String)>> {
    let text = text
        .strip_prefix('\u{feff}')
        .expect("a mark that says UTF-8");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_string)
        .collect();
    let record = |record: csv::StringRecord| {
        head.iter()
            .cloned()
            .zip(record.iter().map(str::to_string))
            .collect()
    };
    reader.records().map(|one| record(one.unwrap())).collect()
}

fn field<'a>(record: &'a [(String, String)], name: &str) -> &'a str {
    &record.iter().find(|(head, _)| head == name).unwrap().1
}

#[test]
fn every_cell_of_every_report_is_a_row() {
    let (folder, one, two) = province("extract-long");
    let run = folder.run(&["extract", "一.html", "二.html", "三.pdf"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("gouji: 三.pdf: "), "{}", run.err);
    let records = records(&run.out);
    for (made, name) in [(&one, "一.html"), (&two, "二.html")] {
        let own: Vec<_> = records
            .iter()
            .filter(|record| field(record, "文件") == name)
            .collect();
        assert_eq!(own.len(), made.figures.len());
        for record in own {
            let key = Key::parse(field(record, "单元格")).unwrap();
            let wanted = made.figures[&key].map_or_else(String::new, |figure| figure.to_string());
            assert_eq!(field(record, "数值"), wanted, "{name} {}", key.name());
            let state = if wanted.is_empty() { "blank" } else { "number" };
            assert_eq!(field(record, "状态"), state);
            assert_ne!(field(record, "行"), "");
        }
    }
    // A program for tables would take it for a formula.
    assert!(
        !run.out.contains(",=") && !run.out.contains("\n="),
        "{}",
        run.out
    );
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let (folder, ..) = province("extract-nowhere");
    let run = folder.run(&["extract", ".", "-r", "-o", "没有/a.csv"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.err, "gouji: 没有/a.csv：没有这个文件夹\n");
}

#[test]
fn every_report_is_a_row_of_the_wide_set() {
    let (folder, one, _) = province("extract-wide");
    let run = folder.run(&["extract", "--wide", "--lang", "en", "一.html", "二.html"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let records = records(&run.out);
    assert_eq!(records.len(), 2);
    let [first, second] = &records[..] else {
        panic!("two reports")
    };
    assert_eq!(field(first, "source"), "一.html");
    assert_eq!(
        field(first, "t3.new.total"),
        one.count("t3.new.total").to_string()
    );
    assert_eq!(field(first, "t2.procurement.items"), "");
    assert_eq!(
        (
            field(first, "cells_without_number"),
            field(second, "cells_without_number")
        ),
        ("0", "1")
    );
    assert_eq!(field(second, "t3.new.natural"), "");
    assert_ne!(field(second, "t2.procurement.items"), "");
}

#[test]
fn json_holds_a_report_with_its_cells() {
    let (folder, one, _) = province("extract-json");
    let run = folder.run(&["extract", "--format", "json", "一.html", "二.html"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let reports = run.json()["reports"].clone();
    let figures = reports[0]["figures"].as_array().unwrap();
    let cell = |figures: &[Value], name: &str| {
        figures
            .iter()
            .find(|one| one["cell"] == name)
            .unwrap()
            .clone()
    };
    let new = cell(figures, "t3.new.natural");
    assert_eq!(new["value"], one.count("t3.new.natural"));
    assert_eq!(
        (&new["column"], &new["state"], &new["raw"]),
        (&json!("自然人"), &json!("number"), &Value::Null)
    );
    let blank = cell(reports[1]["figures"].as_array().unwrap(), "t3.new.natural");
    assert_eq!(
        (&blank["value"], &blank["state"]),
        (&Value::Null, &json!("blank"))
    );
}

#[test]
fn a_workbook_holds_numbers_as_numbers_and_texts_as_texts() {
    let (folder, one, _) = province("extract-xlsx");
    let run = folder.run(&[
        "extract",
        "--format",
        "xlsx",
        "--wide",
        "-o",
        "数据.xlsx",
        "一.html",
        "二.html",
    ]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let bytes = fs::read(folder.0.join("数据.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<row ").count(), 3);
    assert!(!sheet.contains("<f>"), "no formula");
    let figure = format!("<v>{}</v>", one.count("t3.new.total"));
    assert!(sheet.contains(&figure));
    assert!(part("xl/sharedStrings.xml").contains("=cmd()县商务局"));
    let again = folder.run(&["extract", "-o", "数据.xlsx", "一.html"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("没有覆盖"), "{}", again.err);
}
