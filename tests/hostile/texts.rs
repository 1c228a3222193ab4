//! Web pages, plain text and tables of it: size, numbers of cells and lines, spans, characters that are none.

use crate::Case;

pub const CASES: &[Case] = &[
    (
        "a hundred megabytes of text",
        || "一段话。\n".repeat(8_000_000).into_bytes(),
        "too-large",
    ),
    (
        "thirty megabytes of text",
        || "一段话，有12件。\n".repeat(1_200_000).into_bytes(),
        "read",
    ),
    (
        "thirty megabytes in one line",
        || "一段话，有12件。".repeat(1_300_000).into_bytes(),
        "read",
    ),
    (
        "five million characters in GB18030",
        || [0xB1, 0xEA].repeat(5_000_000),
        "read",
    ),
    (
        "a million cells with tabs",
        || lines(&"12\t".repeat(10), 100_000),
        "read",
    ),
    (
        "a million cells with commas",
        || lines(&"12,".repeat(10), 100_000),
        "read",
    ),
    (
        "a million cells with bars",
        || lines(&"| 12 ".repeat(10), 100_000),
        "read",
    ),
    (
        "a million cells with spaces",
        || lines(&"12  ".repeat(10), 100_000),
        "read",
    ),
    (
        "a million lines of one figure",
        || lines("12", 1_000_000),
        "read",
    ),
    (
        "html: the first row of the table, again and again",
        || rows(30_000),
        "read",
    ),
    ("html: table four, again and again", || fours(7_000), "read"),
    (
        "a list of headings, again and again",
        || {
            let heads =
                "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n";
            heads.repeat(33_000).into_bytes()
        },
        "read",
    ),
    ("html: a million cells", || table("<td>12</td>"), "read"),
    (
        "html: thirty megabytes of paragraphs",
        || "<p>1</p>".repeat(3_500_000).into_bytes(),
        "read",
    ),
    (
        "html: millions of tags",
        || "<b><p>".repeat(3_000_000).into_bytes(),
        "read",
    ),
    (
        "html: a million tables",
        || {
            "<table><tr><td>1<td>2</table>"
                .repeat(1_100_000)
                .into_bytes()
        },
        "read",
    ),
    (
        "html: spans beyond all sense",
        || table("<td colspan=9999 rowspan=9999>"),
        "read",
    ),
    (
        "html: attributes",
        || {
            format!(
                "<table {}><tr><td>1</table>",
                "a=1 b='2' ".repeat(1_200_000)
            )
            .into_bytes()
        },
        "read",
    ),
    (
        "figures of four hundred digits",
        || lines(&format!("{}\t", "9".repeat(400)).repeat(10), 2_000),
        "read",
    ),
    (
        "html: figures of four hundred digits",
        || {
            "<table><tr><td>总计<td>"
                .bytes()
                .chain(b"9".repeat(400))
                .collect::<Vec<u8>>()
                .repeat(20_000)
        },
        "read",
    ),
    (
        "a report of headings",
        || {
            "一、总体情况\n二、主动公开政府信息情况\n"
                .repeat(200_000)
                .into_bytes()
        },
        "read",
    ),
    (
        "a report of titles",
        || {
            "示例市2023年政府信息公开工作年度报告\n"
                .repeat(200_000)
                .into_bytes()
        },
        "read",
    ),
    (
        "labels of the form over and over",
        || {
            "<table><tr><td>本年新收政府信息公开申请数量<td>1<tr><td>总计<td>2</table>"
                .repeat(20_000)
                .into_bytes()
        },
        "read",
    ),
    ("NUL", || vec![0; 1 << 20], "unknown"),
    (
        "NUL in a report",
        || "总计\t1\0\n".repeat(100_000).into_bytes(),
        "unknown",
    ),
    (
        "NUL in a page",
        || {
            format!(
                "<p>{}</p>{}",
                "一".repeat(5_000),
                "<td>总\0计<td>1\0".repeat(100_000)
            )
            .into_bytes()
        },
        "read",
    ),
    (
        "bytes that are no UTF-8",
        || [b"<p>\xE4\xB8<td>1\xFF\xC0\x80".repeat(300_000), vec![0xF0]].concat(),
        "read",
    ),
    (
        "UTF-16 of lone surrogates",
        || {
            [
                vec![0xFF, 0xFE],
                [0x00, 0xD8, 0x31, 0x00, 0x00, 0xDC].repeat(300_000),
            ]
            .concat()
        },
        "read",
    ),
    (
        "UTF-16 cut in a character",
        || [vec![0xFE, 0xFF], [0x60, 0x3B, 0x8B].repeat(300_001)].concat(),
        "read",
    ),
];

fn lines(line: &str, count: usize) -> Vec<u8> {
    format!("{line}\n").repeat(count).into_bytes()
}

fn table(cell: &str) -> Vec<u8> {
    let row = format!("<tr>{}</tr>", cell.repeat(10));
    format!("<table>{}</table>", row.repeat(100_000)).into_bytes()
}

/// Table three with nothing but its first row.
fn rows(count: usize) -> Vec<u8> {
    let label = "<tr><td>一、本年新收政府信息公开申请数量";
    let row = format!("{label}{}", "<td>1".repeat(7));
    format!("<table>{}</table>", row.repeat(count)).into_bytes()
}

/// Tables with the heads of table four over fifteen figures, and one table of as many such rows.
fn fours(count: usize) -> Vec<u8> {
    let items = "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计";
    let rows = format!(
        "<tr><td colspan=5>行政复议<td colspan=10>行政诉讼<tr>{}<tr>{}",
        items.repeat(3),
        "<td>0".repeat(15)
    );
    let tables = format!("<table>{rows}</table>").repeat(count / 2);
    format!("{tables}<table>{}</table>", rows.repeat(count / 2)).into_bytes()
}
