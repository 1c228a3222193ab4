//! A table for Excel: one row for each finding, and one for a report without findings. Cells that Excel would run as
//! formulas are made text.

use csv::WriterBuilder;

use crate::check::Checked;
use crate::finding::{Finding, Words};
use crate::model::Quantity;
use crate::rules::rule;
use crate::verdict::verdict;
use crate::wording::{self, Language};

/// Heads in Chinese and English, in the order of the columns.
const HEADS: [(&str, &str); 15] = [
    ("文件", "File"),
    ("单位", "Agency"),
    ("年度", "Year"),
    ("结论", "Verdict"),
    ("程度", "Severity"),
    ("规则", "Rule"),
    ("对象", "Subject"),
    ("单元格", "Cells"),
    ("现为", "Found"),
    ("应为", "Expected"),
    ("说明", "What"),
    ("怎么改", "What to do"),
    ("依据", "Basis"),
    ("位置", "Place"),
    ("不再提示的理由", "Reason to let it stand"),
];

type Row = [String; HEADS.len()];

/// The mark by which Excel takes it for UTF-8, and the heads.
pub fn opening(language: Language) -> String {
    let heads = HEADS.map(|(zh, en)| language.pick(zh, en).to_string());
    format!("\u{feff}{}", written(&[heads]))
}

/// What is said of a checked input.
pub fn document(source: &str, checked: &Checked, language: Language) -> String {
    let report = &checked.report;
    let open = report.findings.iter().map(|finding| (finding, None));
    let waived = report.waived.iter();
    let waived = waived.map(|waived| (&waived.finding, Some(&waived.reason)));
    let row = |(finding, reason): (&Finding, Option<&String>)| {
        let mut row = row(source, checked, finding, language);
        row[14] = reason.cloned().unwrap_or_default();
        row
    };
    let mut rows: Vec<Row> = open.chain(waived).map(row).collect();
    if rows.is_empty() {
        rows.push(head(source, checked, language));
    }
    written(&rows)
}

/// What is said of an input that could not be read.
pub fn unread(source: &str, message: Words, language: Language) -> String {
    let mut row = Row::default();
    row[0] = source.to_string();
    row[3] = language.pick("读不了", "Cannot be read").to_string();
    row[10] = language.of(message);
    written(&[row])
}

/// What all rows of a report have.
fn head(source: &str, checked: &Checked, language: Language) -> Row {
    let title = &checked.filled.title;
    let mut row = Row::default();
    row[0] = source.to_string();
    row[1] = title.agency.clone().unwrap_or_default();
    row[2] = title.year.map(|year| year.to_string()).unwrap_or_default();
    row[3] = language.of(verdict(checked).words);
    row
}

fn row(source: &str, checked: &Checked, finding: &Finding, language: Language) -> Row {
    let number = |number: Option<Quantity>| number.map(|n| n.to_string()).unwrap_or_default();
    let cells: Vec<String> = finding.cells.iter().map(|cell| cell.name()).collect();
    let basis = rule(finding.rule).map(|rule| language.pick(rule.basis.zh, rule.basis.en));
    let place = wording::finding_place(checked, finding).and_then(wording::place);
    let mut row = head(source, checked, language);
    row[4] = language.of(wording::severity(finding.severity));
    row[5] = finding.rule.to_string();
    row[6] = finding.subject.clone();
    row[7] = cells.join(" ");
    row[8] = number(finding.found);
    row[9] = number(finding.expected);
    row[10] = language.of(finding.what.clone());
    row[11] = language.of(finding.how.clone());
    row[12] = basis.unwrap_or_default().to_string();
    row[13] = place.map(|words| language.of(words)).unwrap_or_default();
    row
}

fn written(rows: &[Row]) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Into memory: it cannot fail.
        let _ = writer.write_record(row.iter().map(|text| harmless(text)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// What begins as a formula does, behind white space too, gets a sign before it that makes it text; a number is none.
/// Signs that no table can hold are replaced: Excel ends a cell at some of them, other programs refuse the file.
pub fn harmless(text: &str) -> String {
    const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let unseen = |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}';
    let begins =
        text.starts_with(BEGINNINGS) || text.trim_start_matches(unseen).starts_with(BEGINNINGS);
    let number = text.parse().is_ok_and(f64::is_finite);
    let unheld = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    let held = text.replace(unheld, "\u{fffd}");
    match begins && !number {
        true => format!("'{held}"),
        false => held,
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for text in [
            "=1+1",
            "+1+1",
            "-1+1",
            "@a",
            "\t=1",
            "\r=1",
            "＝1",
            "-",
            " =1",
            "\u{3000}=1",
            "\u{feff}=1",
            "-inf",
        ] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for text in ["", "-3", "12.5", "年报=1", "一"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn no_cell_has_signs_that_no_table_can_hold() {
        assert_eq!(harmless("\0=1"), "'\u{fffd}=1");
        assert_eq!(harmless("甲\u{1b}\0\n乙"), "甲\u{fffd}\u{fffd}\n乙");
    }
}
