//! Writes a report as DOCX: merges as gridSpan and vMerge, and the things that Word leaves around a text.

use super::html::escape;
use super::rng::Rng;
use super::sheet::{Part, Role, Sheet, Slot};
use super::zip::zip;

/// What is done to the text on the way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    /// Each character in its own run.
    pub split_runs: bool,
    /// Figures replaced under tracked changes: the old one deleted, the right one inserted.
    pub tracked: bool,
    /// Table 四 stands in a text box, written twice as Word does (drawing and fallback).
    pub text_box: bool,
    /// Everything stands in one cell of a table that is there for the layout.
    pub layout_table: bool,
    /// A page number in the middle of the text, as a field, and a header and a footer.
    pub fields: bool,
}

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const DOCUMENT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;
const FOOTER: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>一、本年新收政府信息公开申请数量 7</w:t></w:r></w:p></w:ftr>"#;
const BEFORE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="wps"><w:body>"#;
const AFTER: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>"#;

pub fn docx(parts: &[Part], way: Way, rng: &mut Rng) -> Vec<u8> {
    let mut body: String = parts.iter().map(|part| block(part, way, rng)).collect();
    if way.layout_table {
        body = format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"9000\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"9000\" w:type=\"dxa\"/></w:tcPr>{body}<w:p/></w:tc></w:tr></w:tbl><w:p/>"
        );
    }
    let document = format!("{BEFORE}{body}{AFTER}");
    zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        (
            "word/_rels/document.xml.rels",
            DOCUMENT_RELATIONS.as_bytes(),
        ),
        ("word/document.xml", document.as_bytes()),
        ("word/footer1.xml", FOOTER.as_bytes()),
    ])
}

fn block(part: &Part, way: Way, rng: &mut Rng) -> String {
    match part {
        Part::Title(text) => paragraph(
            &runs(text, way),
            "<w:pStyle w:val=\"1\"/><w:jc w:val=\"center\"/>",
        ),
        Part::Heading(text) => paragraph(
            &runs(text, way),
            "<w:pStyle w:val=\"2\"/><w:outlineLvl w:val=\"1\"/>",
        ),
        Part::Text(text) => {
            let page = match way.fields {
                true => {
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                }
                false => "",
            };
            paragraph(
                &(runs(text, way) + page),
                "<w:ind w:firstLineChars=\"200\"/>",
            )
        }
        Part::Sheet(sheet) => {
            let inner = table(sheet, way, rng);
            match way.text_box && sheet.rows.len() == 4 {
                true => text_box(&inner),
                false => inner + "<w:p/>",
            }
        }
    }
}

fn paragraph(inner: &str, properties: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>")
}

fn run(text: &str) -> String {
    format!(
        "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escape(text)
    )
}

fn runs(text: &str, way: Way) -> String {
    match (text.is_empty(), way.split_runs) {
        (true, _) => String::new(),
        (_, true) => text.chars().map(|c| run(&c.to_string())).collect(),
        _ => run(text),
    }
}

fn table(sheet: &Sheet, way: Way, rng: &mut Rng) -> String {
    let mut out =
        String::from("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
    out += &"<w:gridCol w:w=\"900\"/>".repeat(sheet.width());
    out += "</w:tblGrid>";
    for row in sheet.grid() {
        out += "<w:tr>";
        for spot in row.iter().filter(|spot| spot.begins || spot.from_above) {
            let slot = &spot.slot;
            let mut properties = String::from("<w:tcW w:w=\"900\" w:type=\"dxa\"/>");
            if slot.colspan > 1 {
                properties += &format!("<w:gridSpan w:val=\"{}\"/>", slot.colspan);
            }
            if slot.rowspan > 1 {
                properties += if spot.begins {
                    "<w:vMerge w:val=\"restart\"/>"
                } else {
                    "<w:vMerge/>"
                };
            }
            let text = match spot.begins {
                true => cell_text(slot, way, rng),
                false => "<w:p/>".to_string(),
            };
            out += &format!("<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>");
        }
        out += "</w:tr>";
    }
    out + "</w:tbl>"
}

fn cell_text(slot: &Slot, way: Way, rng: &mut Rng) -> String {
    let figure = matches!(slot.role, Role::Figure(_)) && !slot.text.is_empty();
    let inner = match figure && way.tracked && rng.chance(40) {
        true => format!(
            "<w:del w:id=\"1\" w:author=\"a\" w:date=\"2024-01-05T00:00:00Z\"><w:r><w:delText>{}</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\" w:date=\"2024-01-05T00:00:00Z\">{}</w:ins>",
            rng.below(99),
            runs(&slot.text, way)
        ),
        false => runs(&slot.text, way),
    };
    paragraph(&inner, "<w:jc w:val=\"center\"/>")
}

fn text_box(inner: &str) -> String {
    format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"5400000\" cy=\"1800000\"/><wp:docPr id=\"1\" name=\"文本框 1\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr/><wps:txbx><w:txbxContent>{inner}<w:p/></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
}
