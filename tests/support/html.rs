//! Writes a report as HTML, in the dress of the programs that put tables on clipboards and pages.

use super::rng::Rng;
use super::sheet::{Part, Role, Sheet, Slot};

/// How a program writes its HTML.
pub struct Dress<'a> {
    pub before: &'a str,
    pub after: &'a str,
    pub table: &'a str,
    pub table_end: &'a str,
    pub row: &'a str,
    pub row_end: &'a str,
    pub cell: &'a mut dyn FnMut(&Slot) -> String,
    /// The text and the level of a heading: 1 for the title, 2 for a section, 0 for a paragraph.
    pub text: &'a dyn Fn(&str, u8) -> String,
}

pub fn page(parts: &[Part], dress: &mut Dress) -> String {
    let mut out = dress.before.to_string();
    for part in parts {
        match part {
            Part::Title(text) => out += &(dress.text)(text, 1),
            Part::Heading(text) => out += &(dress.text)(text, 2),
            Part::Text(text) => out += &(dress.text)(text, 0),
            Part::Sheet(sheet) => out += &table(sheet, dress),
        }
        out.push('\n');
    }
    out + dress.after
}

fn table(sheet: &Sheet, dress: &mut Dress) -> String {
    let mut out = format!("{}\n", dress.table);
    for row in &sheet.rows {
        out += dress.row;
        for slot in row {
            out += &(dress.cell)(slot);
        }
        out += dress.row_end;
        out.push('\n');
    }
    out + dress.table_end
}

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// ` rowspan="2" colspan="3"`, where they are not 1.
fn spans(slot: &Slot) -> String {
    let mut out = String::new();
    if slot.rowspan > 1 {
        out += &format!(" rowspan=\"{}\"", slot.rowspan);
    }
    if slot.colspan > 1 {
        out += &format!(" colspan=\"{}\"", slot.colspan);
    }
    out
}

fn plain_text(text: &str, level: u8) -> String {
    match level {
        0 => format!("<p>{}</p>", escape(text)),
        n => format!("<h{n}>{}</h{n}>", escape(text)),
    }
}

/// Line breaks of a label become `<br>`.
fn broken_lines(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}

pub const CLEAN_BEFORE: &str = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>政府信息公开</title></head><body>\n";

pub fn clean(parts: &[Part]) -> String {
    clean_with(parts, CLEAN_BEFORE)
}

/// As [`clean`], under another beginning.
pub fn clean_with(parts: &[Part], before: &str) -> String {
    page(
        parts,
        &mut Dress {
            before,
            after: "</body></html>\n",
            table: "<table border=\"1\"><tbody>",
            table_end: "</tbody></table>",
            row: "<tr>",
            row_end: "</tr>",
            cell: &mut |slot| {
                let tag = if slot.role == Role::ColumnHead {
                    "th"
                } else {
                    "td"
                };
                format!("<{tag}{}>{}</{tag}>", spans(slot), broken_lines(&slot.text))
            },
            text: &plain_text,
        },
    )
}

const WORD_BEFORE: &str = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\r\nxmlns:w=\"urn:schemas-microsoft-com:office:word\"\r\nxmlns=\"http://www.w3.org/TR/REC-html40\">\r\n<head>\r\n<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r\n<meta name=Generator content=\"Microsoft Word 15\">\r\n<!--[if gte mso 9]><xml>\r\n <w:WordDocument>\r\n  <w:View>Normal</w:View>\r\n </w:WordDocument>\r\n</xml><![endif]-->\r\n<style>\r\n<!--\r\n p.MsoNormal, li.MsoNormal\r\n\t{mso-style-unhide:no;\r\n\tfont-size:10.5pt;}\r\n-->\r\n</style>\r\n<!--[if gte mso 10]>\r\n<style>\r\n table.MsoNormalTable\r\n\t{mso-style-name:普通表格;}\r\n</style>\r\n<![endif]-->\r\n</head>\r\n<body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<!--StartFragment-->\r\n";

/// Word's clipboard: a span for each character, `<o:p>`, conditional comments, a row of no height at the end.
pub fn word(parts: &[Part], rng: &mut Rng) -> String {
    let end = "<![if !supportMisalignedColumns]>\r\n <tr height=0>\r\n  <td width=64 style='border:none'></td>\r\n  <td width=64 style='border:none'></td>\r\n </tr>\r\n <![endif]>\r\n</table>\r\n";
    page(
        parts,
        &mut Dress {
            before: WORD_BEFORE,
            after: "<!--EndFragment-->\r\n</body>\r\n</html>\r\n",
            table: "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\r\n style='border-collapse:collapse;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>",
            table_end: end,
            row: " <tr style='mso-yfti-irow:1;height:14.2pt'>\r\n",
            row_end: " </tr>\r\n",
            cell: &mut |slot| word_cell(slot, rng),
            text: &|text, _| {
                format!(
                    "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:\r\n仿宋_GB2312'>{}<span lang=EN-US><o:p></o:p></span></span></p>\r\n",
                    escape(text)
                )
            },
        },
    )
}

fn word_cell(slot: &Slot, rng: &mut Rng) -> String {
    let spans = spans(slot).replace('"', "");
    let mut inner = String::new();
    if slot.text.is_empty() {
        inner += "<span lang=EN-US style='font-size:9.0pt'><o:p>&nbsp;</o:p></span>";
    } else if slot.is_head() && rng.chance(30) {
        for c in slot.text.chars() {
            inner += &format!("<span\r\n  style='font-family:宋体'>{c}</span>");
        }
        inner += "<span lang=EN-US><o:p></o:p></span>";
    } else {
        // Word splits a run anywhere, also within a number.
        let at = slot
            .text
            .char_indices()
            .nth(1)
            .map_or(slot.text.len(), |(i, _)| i);
        let (head, tail) = slot.text.split_at(at);
        inner += &format!(
            "<span lang=EN-US style='font-size:9.0pt'>{}</span><span style='font-size:9.0pt;mso-bidi-font-size:\r\n  10.5pt'>{}<span lang=EN-US><o:p></o:p></span></span>",
            escape(head),
            escape(tail)
        );
    }
    format!(
        "  <td width=64{spans} style='width:48.0pt;border:solid windowtext 1.0pt;\r\n  mso-border-alt:solid windowtext .5pt'>\r\n  <p class=MsoNormal align=center style='text-align:center'>{inner}</p>\r\n  </td>\r\n"
    )
}

/// WPS writer: text within `mso-spacerun` spans and `<font>`, nbsp in blanks.
pub fn wps(parts: &[Part]) -> String {
    page(
        parts,
        &mut Dress {
            before: "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><meta name=\"ProgId\" content=\"Word.Document\"></head><body><!--StartFragment--><div class=\"Section0\">",
            after: "</div><!--EndFragment--></body></html>",
            table: "<table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse;border:none;mso-border-left-alt:0.5000pt solid windowtext;\"><tbody>",
            table_end: "</tbody></table>",
            row: "<tr style=\"height:14.2500pt;\">",
            row_end: "</tr>",
            cell: &mut |slot| {
                let run =
                    "<span style=\"mso-spacerun:'yes';font-family:宋体;font-size:9.0000pt;\">";
                let inner = match (slot.text.is_empty(), slot.is_head()) {
                    (true, _) => format!("{run}<o:p>&nbsp;</o:p></span>"),
                    (_, true) => format!(
                        "{run}<font face=\"宋体\">{}</font></span>{run}<o:p></o:p></span>",
                        escape(&slot.text)
                    ),
                    _ => format!("{run}{}</span>{run}<o:p></o:p></span>", escape(&slot.text)),
                };
                format!(
                    "<td width=\"63\" valign=\"center\"{} style=\"width:47.5500pt;padding:0.0000pt 5.4000pt;\"><p class=\"MsoNormal\" align=\"center\" style=\"text-align:center;\">{inner}</p></td>",
                    spans(slot)
                )
            },
            text: &|text, _| {
                format!(
                    "<p class=\"MsoNormal\"><span style=\"mso-spacerun:'yes';font-size:16.0000pt;\"><font face=\"仿宋\">{}</font></span><span style=\"mso-spacerun:'yes'\"><o:p></o:p></span></p>",
                    escape(text)
                )
            },
        },
    )
}

const EXCEL_BEFORE: &str = "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns=\"http://www.w3.org/TR/REC-html40\">\n<head>\n<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\n<meta name=ProgId content=Excel.Sheet>\n<style>\n<!--table\n\t{mso-displayed-decimal-separator:\"\\.\";}\n.xl65\n\t{text-align:center;}\n-->\n</style>\n</head>\n<body link=blue vlink=purple>\n";

/// Excel's clipboard.
pub fn excel(parts: &[Part]) -> String {
    page(
        parts,
        &mut Dress {
            before: EXCEL_BEFORE,
            after: "</body></html>",
            table: "<table border=0 cellpadding=0 cellspacing=0 width=720 style='border-collapse:\n collapse;width:540pt'>\n<!--StartFragment-->\n <col width=72 span=10 style='width:54pt'>",
            table_end: "<!--EndFragment-->\n</table>\n",
            row: " <tr height=19 style='height:14.25pt'>\n",
            row_end: " </tr>\n",
            cell: &mut excel_cell,
            text: &|text, _| format!("<p>{}</p>", escape(text)),
        },
    )
}

fn excel_cell(slot: &Slot) -> String {
    let spans = spans(slot).replace('"', "");
    let number = match slot.role {
        Role::Figure(_) if !slot.text.is_empty() => " align=right x:num",
        _ => "",
    };
    // Excel wraps a long label with a line break inside the cell.
    let wrap = |text: &str| match text.char_indices().nth(12) {
        Some((at, _)) => format!("{}<br>\n    {}", escape(&text[..at]), escape(&text[at..])),
        None => escape(text),
    };
    let text = if slot.is_head() {
        wrap(&slot.text)
    } else {
        escape(&slot.text)
    };
    format!(
        "  <td{spans} height=19 class=xl65{number} width=72 style='border-top:none;width:54pt'>{text}</td>\n"
    )
}

/// UEditor: a styled `<p>` in every cell, nbsp and empty paragraphs.
pub fn ueditor(parts: &[Part]) -> String {
    page(
        parts,
        &mut Dress {
            before: "",
            after: "<p><br/></p>",
            table: "<table cellspacing=\"0\" cellpadding=\"0\" align=\"center\"><tbody>",
            table_end: "</tbody></table><p><br/></p>",
            row: "<tr class=\"firstRow\">",
            row_end: "</tr>",
            cell: &mut |slot| {
                let inner = match slot.text.is_empty() {
                    true => "&nbsp;".to_string(),
                    false => format!(
                        "<span style=\"font-size: 14px; font-family: 宋体;\">{}</span>",
                        escape(&slot.text)
                    ),
                };
                format!(
                    "<td width=\"63\" valign=\"center\"{} style=\"padding: 0px 7px; border-width: 1px; word-break: break-all;\">\n<p style=\"text-align: center; text-indent: 0em;\">{inner}</p>\n</td>",
                    spans(slot)
                )
            },
            text: &|text, _| {
                format!(
                    "<p style=\"text-indent: 2em; line-height: 2em;\"><span style=\"font-size: 16px;\">{}</span></p>",
                    escape(text)
                )
            },
        },
    )
}

/// wangEditor 5: every slot is a cell; covered ones are `display:none`; attribute names in camel case.
pub fn wangeditor(parts: &[Part]) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Title(text) => out += &format!("<h1>{}</h1>", escape(text)),
            Part::Heading(text) => out += &format!("<p><strong>{}</strong></p>", escape(text)),
            Part::Text(text) => {
                out += &format!("<p style=\"text-indent: 2em;\">{}</p>", escape(text))
            }
            Part::Sheet(sheet) => {
                out += "<table style=\"width: auto;table-layout: fixed;height:auto\"><colgroup contentEditable=\"false\"></colgroup><tbody>";
                for row in sheet.grid() {
                    out += "<tr>";
                    for spot in row {
                        if spot.begins {
                            out += &format!(
                                "<td colSpan=\"{}\" rowSpan=\"{}\" width=\"auto\" style=\"text-align: center;\">{}</td>",
                                spot.slot.colspan,
                                spot.slot.rowspan,
                                escape(&spot.slot.text)
                            );
                        } else {
                            out += "<td colSpan=\"1\" rowSpan=\"1\" width=\"auto\" style=\"display:none\"></td>";
                        }
                    }
                    out += "</tr>";
                }
                out += "</tbody></table>";
            }
        }
    }
    out + "<p><br></p>"
}

const CMS_BEFORE: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>年度报告-示例市人民政府门户网站</title>\n<script>var t = \"<table><tr><td>一、本年新收政府信息公开申请数量</td><td>9</td></tr></table>\";</script>\n<style>td{border:1px solid}</style></head><body>\n<table width=\"1000\" class=\"top\"><tr><td><a href=\"/\">首页</a></td><td><a href=\"/zwgk/\">政务公开</a></td><td><a href=\"/hd/\">互动交流</a></td></tr></table>\n<table width=\"1000\"><tr><td width=\"200\"><ul><li>政府信息公开指南</li><li>政府信息公开年报</li></ul></td><td>\n<table class=\"info\"><tr><td>索引号：</td><td>000014349/2022-00021</td><td>发布机构：</td><td>示例市人民政府</td></tr><tr><td>名称：</td><td colspan=\"3\">政府信息公开工作年度报告</td></tr><tr><td>文号：</td><td>〔2022〕3号</td><td>发布日期：</td><td>2022-01-20</td></tr></table>\n<div id=\"zoom\" class=\"TRS_Editor\">\n";
const CMS_AFTER: &str = "</div></td></tr></table>\n<table class=\"foot\"><tr><td>主办：示例市人民政府办公室</td><td>网站标识码：0000000001</td><td>备00000001号</td></tr></table></body></html>";

/// A page of a content system: layout tables around, a table of metadata before, tables inside scripts.
pub fn cms(parts: &[Part]) -> String {
    clean_with(parts, CMS_BEFORE).replace("</body></html>\n", CMS_AFTER)
}

/// End tags left out, attributes unquoted, tags in capitals.
pub fn loose(parts: &[Part]) -> String {
    page(
        parts,
        &mut Dress {
            before: "<HTML><HEAD><TITLE>年报</TITLE><BODY>",
            after: "",
            table: "<TABLE BORDER=1>",
            table_end: "</TABLE>",
            row: "<TR>",
            row_end: "",
            cell: &mut |slot| {
                let spans = spans(slot).replace('"', "").to_uppercase();
                let text = if slot.text.is_empty() {
                    "&nbsp"
                } else {
                    &escape(&slot.text)
                };
                format!("<TD{spans} ALIGN=center>{text}\n")
            },
            text: &|text, _| format!("<P>{}", escape(text)),
        },
    )
}

/// Each table inside a table of one cell, texts in `<div>` with empty paragraphs before.
pub fn nested(parts: &[Part]) -> String {
    page(
        parts,
        &mut Dress {
            before: "<div>",
            after: "</div>",
            table: "<table><tr><td><table border=1>",
            table_end: "</table></td></tr></table>",
            row: "<tr>",
            row_end: "</tr>",
            cell: &mut |slot| {
                format!(
                    "<td{}><div><p></p><p>{}</p></div></td>",
                    spans(slot),
                    escape(&slot.text)
                )
            },
            text: &|text, _| format!("<div>{}</div>", escape(text)),
        },
    )
}
