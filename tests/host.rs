//! The door for a host's live content: names go in with HTML or with cells and come back with what was found.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use gouji::model::Place;
use gouji::read::{host, read_html};
use gouji::{HostBlock, HostCell, check_document, view};

const HEADS: [&str; 5] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const TITLE: &str = "示例市某某局2025年政府信息公开工作年度报告";

/// 行政复议 adds up to 3 where the total says 5.
const FIGURES: [&str; 15] = [
    "2", "1", "0", "0", "5", "1", "0", "0", "0", "1", "0", "0", "0", "0", "0",
];

/// Table 四 as a list of cells: text, row, column, rows and columns covered.
fn cells() -> Vec<(String, u32, u32, u32, u32)> {
    let mut cells = vec![
        ("行政复议".to_owned(), 0, 0, 1, 5),
        ("行政诉讼".to_owned(), 0, 5, 1, 10),
    ];
    cells.extend(
        (0..)
            .zip(HEADS)
            .map(|(i, head)| (head.to_owned(), 1, i, 2, 1)),
    );
    cells.push(("未经复议直接起诉".to_owned(), 1, 5, 1, 5));
    cells.push(("复议后起诉".to_owned(), 1, 10, 1, 5));
    for group in [5, 10] {
        cells.extend(
            (group..)
                .zip(HEADS)
                .map(|(i, head)| (head.to_owned(), 2, i, 1, 1)),
        );
    }
    cells.extend(
        (0..)
            .zip(FIGURES)
            .map(|(i, figure)| (figure.to_owned(), 3, i, 1, 1)),
    );
    cells
}

fn as_html() -> String {
    let row = |wanted: u32| -> String {
        let inside = cells().into_iter().filter(|cell| cell.1 == wanted);
        let cells = inside.map(|(text, row, column, rows, columns)| {
            format!(
                "<td data-gouji-id=\"c{row}-{column}\" rowspan={rows} colspan={columns}>{text}</td>"
            )
        });
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let rows: String = (0..4).map(row).collect();
    format!("<h1>{TITLE}</h1><p>四、政府信息公开行政复议、行政诉讼情况</p><table>{rows}</table>")
}

fn as_blocks() -> Vec<HostBlock> {
    let cell = |(text, row, column, rowspan, colspan)| HostCell {
        id: format!("c{row}-{column}"),
        text,
        row,
        column,
        rowspan,
        colspan,
    };
    vec![
        HostBlock::Paragraph(TITLE.to_owned()),
        HostBlock::Paragraph("四、政府信息公开行政复议、行政诉讼情况".to_owned()),
        // In any order.
        HostBlock::Table(cells().into_iter().map(cell).rev().collect()),
    ]
}

#[test]
fn the_names_of_a_hosts_cells_come_back() {
    let documents = [read_html(&as_html()).unwrap(), host(as_blocks())];
    for document in documents {
        let kind = document.kind;
        let report = view::report("", &check_document(document, &gouji::Options::default()));
        let cell = |name: &str| report.cells.iter().find(|c| c.cell == name).unwrap();
        assert_eq!(
            cell("t4.review.upheld").id.as_deref(),
            Some("c3-0"),
            "{kind:?}"
        );
        assert_eq!(
            cell("t4.after_review.total").id.as_deref(),
            Some("c3-14"),
            "{kind:?}"
        );
        assert_eq!(cell("t3.new.total").id, None, "{kind:?}");
        let broken: Vec<_> = report
            .findings
            .iter()
            .filter(|f| f.rule == "sum-cases")
            .collect();
        assert_eq!(broken.len(), 1, "{kind:?}");
        assert_eq!(broken[0].id.as_deref(), Some("c3-4"), "{kind:?}");
    }
}

#[test]
fn absurd_cells_cost_nothing() {
    let cell = |row, column, rowspan, colspan| HostCell {
        id: format!("{row} {column}"),
        text: "1".to_owned(),
        row,
        column,
        rowspan,
        colspan,
    };
    let table = HostBlock::Table(vec![
        cell(0, 0, u32::MAX, u32::MAX),
        cell(1, 1, 0, 0),
        cell(u32::MAX, 0, 1, 1),
        cell(0, u32::MAX, 1, 1),
    ]);
    let document = host(vec![table, HostBlock::Table(Vec::new())]);
    let grid = document.grids().next().unwrap();
    let kept: Vec<_> = grid
        .cells
        .iter()
        .map(|c| (c.row, c.column, c.rowspan))
        .collect();
    assert_eq!(kept, [(0, 0, 2), (1, 1, 1)]);
    assert_eq!(document.troubles.len(), 1);
    check_document(document, &gouji::Options::default());
}

#[test]
fn only_cells_are_named_and_a_name_is_only_text() {
    let html = "<p data-gouji-id=p>甲</p><table><tr data-gouji-id=r><td data-gouji-id='\"<b>'>1</td><td>2</td></tr></table>";
    let document = read_html(html).unwrap();
    let names = document.places.iter().filter_map(|place| match place {
        Place::Host { id } => Some(id.as_str()),
        _ => None,
    });
    assert_eq!(names.collect::<Vec<_>>(), ["\"<b>"]);
}
